import Lessons
import Testing

struct HandoutTests {
  private let student = Student(id: "anna7", classCode: "RNN24")

  private func handout(
    of text: String = SoundLesson.text, answers: Bool = false, teacher: Bool = false,
    for student: Student? = nil, _ host: BenchHost = BenchHost()
  ) throws -> String {
    let lesson = try #require(LessonParser.parse(Array(text.utf8), file: "sound.md").lesson)
    return try Handout(
      lesson, for: student ?? self.student,
      Handout.Options(hasAnswers: answers, hasTeachersNotes: teacher), host
    ).markdown
  }

  /// The part of a handout under the title of a page.
  private func page(_ title: String, of markdown: String) throws -> String {
    let pages = markdown.split(separator: "\n## ").map(String.init)
    return try #require(pages.first { $0.hasPrefix(title) })
  }

  @Test func beginsWithTheLessonAndWhoseNumbersStandInIt() throws {
    let text = try handout()
    #expect(
      text.hasPrefix(
        """
        # A sound lesson

        Every kind of block, and nothing wrong. (10 minutes, core pages 8)

        The numbers are those of anna7, class RNN24.

        ## 1. Runs

        """))
    #expect(text.contains("\n## 5. Commands (optional)\n"))
  }

  @Test func aPageReadsAsItDoesOnTheScreen() throws {
    #expect(
      try page("1. Runs", of: handout()) == """
        1. Runs

        A paragraph with **bold** words, `code` and a number: 3.

        - an item
        - another item

        | name | value |
        | --- | --- |
        | two | 2 |

        ```
        gatehouse> show x=2 y=-3
        ```

        ```
        gatehouse> fail
        ```

        ```
        gatehouse> draw
        ```

        ```math
        h_t = \\tanh(W x_t + V h_{t-1})
        ```

        ```math
        \\frac{a}{b}
        ```

        """)
  }

  @Test func questionsAreNumberedAndLeaveRoom() throws {
    let text = try handout()
    for number in 1...7 { #expect(text.contains("**Question \(number).** ")) }
    #expect(!text.contains("**Question 8.**"))
    #expect(text.contains("Answer: ____") && text.contains("Your bet: ____"))
    #expect(try page("5. Commands", of: text).contains("```\nshow x=____\n```"))
    #expect(text.contains("Look up what you said on the page `numbers` of `lesson sound`."))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.hasPrefix("_") })
  }

  @Test func optionsStandInTheOrderOfTheStudent() throws {
    let seed = DrawSeed(
      classCode: "RNN24", student: "anna7", lesson: "sound", page: "choices", attempt: 1)
    let lesson = try #require(
      LessonParser.parse(Array(SoundLesson.text.utf8), file: "sound.md").lesson)
    guard case .ask(let ask)? = lesson.pages[2].blocks.first else { return #expect(Bool(false)) }
    let shown = try ResolvedAsk(ask, draws: Draws(), seed: seed, BenchHost()).options
    let listed = shown.map { "- \($0.letter)) \($0.text)\n" }.joined()
    #expect(try handout().contains(listed))
  }

  @Test func theNumbersAreThoseOfTheStudent() throws {
    let lesson = try #require(
      LessonParser.parse(Array(SoundLesson.text.utf8), file: "sound.md").lesson)
    for id in ["anna7", "ben3", "cleo", "dan", "eva"] {
      let seed = DrawSeed(classCode: "", student: id, lesson: "sound", page: "numbers", attempt: 1)
      let draws = try lesson.pages[1].variables.draws(for: seed, BenchHost())
      let share = try #require(draws["b"])
      let steps = try #require(draws["k"])
      let text = try handout(for: Student(id: id))
      #expect(text.contains("What is left of a share of \(share) after \(steps) steps?"))
      #expect(text.contains("The numbers are those of \(id).\n"))
    }
  }

  @Test func answersAreLeftOutUnlessAskedFor() throws {
    let plain = try handout()
    for secret in ["Found by", "Hint", "If wrong", "comes out", "For example", "Teacher", "exp("] {
      #expect(!plain.contains(secret), "\(secret)")
    }
  }

  @Test func answersComeWithWaysHintsAndReplies() throws {
    let text = try handout(answers: true)
    let choices = try page("3. Choices", of: text)
    #expect(
      choices.contains(
        """
        > Answer: the average that fades
        >
        > Each step takes a share.
        >
        > Hint: In one of them the first value weighs as much as the last.
        >
        > If wrong,
        """))
    #expect(
      choices.contains(
        "> If wrong, the average of all: Every value weighs the same for ever.\n"))
    let words = try page("4. Words", of: text)
    #expect(words.contains("> Answer: the state\n>\n> Found by: `cell state`\n"))
    #expect(words.contains("> If wrong, input, x: That comes anew.\n"))
    let commands = try page("5. Commands", of: text)
    #expect(commands.contains("> Answer: show x=4\n>\n> Hint: The verb is `show`.\n"))
    #expect(commands.contains("> If wrong, `show x=5`: That is one too many.\n"))
    let bets = try page("6. Bets", of: text)
    #expect(bets.contains("> It comes out as: 8\n>\n> Twice 4.\n"))
    #expect(bets.contains("> It comes out as: no\n>\n> It is 1.\n"))
    #expect(bets.contains("> For example: It shows me"))
    #expect(bets.contains(">\n> Look for: I say that it comes first.\n>\n"))
  }

  @Test func theTeachersNotesAreForTheTeacher() throws {
    #expect(try handout(teacher: true).contains("\n> Teacher: Two minutes.\n"))
    #expect(try !handout(answers: true).contains("Two minutes"))
  }

  @Test func nothingRunsThatNoNumberNeeds() throws {
    let host = BenchHost()
    let text = """
      ---
      title: T
      format: 1
      summary: S.
      minutes: 5
      order: 1
      ---

      ## One {#one}

      ```run
      set k=2
      ```

      \("How much is k?\n\n```ask number\nanswer: = `get pick=k`\nrecall: no\nhint: Ask.\nsolution: 2\n```")

      ## Two {#two}

      {= 1+1}, and nothing else.
      """
    #expect(try handout(of: text, host).contains("2, and nothing else."))
    #expect(host.ran.isEmpty && host.asked.isEmpty)
    #expect(try handout(of: text, answers: true, host).contains("> Answer: 2\n"))
    #expect(host.ran == ["set k=2"])
    let later = text.replacing("{= 1+1}", with: "{= `get pick=k`}")
    #expect(try handout(of: later).contains("2, and nothing else."))
  }

  @Test func whatCannotBeComputedIsLeftToBeWrittenIn() throws {
    let text = try SoundLesson.planting("- {= 1/0} is an item", for: "- an item")
    #expect(try handout(of: text).contains("\n- ____\n"))
    let question = try SoundLesson.planting("answer: = 1/0", for: "answer: = {b}^{k} within 1%")
    #expect(try handout(of: question, answers: true).contains("\n> Answer: ____\n"))
  }

  @Test(arguments: [
    ("- an item", "- {= `stop pick=x`}"), ("show x=2 y=-3", "stop"),
    ("answer: = {b}^{k} within 1%", "answer: = `stop pick=x`"), ("run: double x=4", "run: stop"),
  ])
  func anInterruptionEndsIt(old: String, new: String) throws {
    let text = try SoundLesson.planting(new, for: old)
    #expect(throws: BenchHost.Interrupted.self) { try handout(of: text, answers: true) }
  }

  @Test func aNewLessonHasEveryPartOfAHandout() throws {
    let text = try handout(of: NewLesson.text(id: "sound"), answers: true, teacher: true)
    #expect(text.contains("Teacher:") && text.contains("Found by:"))
  }
}
