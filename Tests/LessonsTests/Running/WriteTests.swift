import Lessons
import Testing

@Suite("Questions for own words")
struct WriteTests {
  private let pages = """
    ## Half {#half}

    Why does it fade?

    ```write
    model: Each step takes a share.
    criterion: A share is taken.
    criterion: At each step.
    ```

    ## Rest {#rest}

    Text.
    """

  private func talk() throws -> Conversation {
    var talk = try Conversation(pages)
    talk.begin()
    return talk
  }

  @Test func takesLinesUntilAnEmptyOneAndThenTheCriteria() throws {
    var talk = try Conversation(pages)
    #expect(
      talk.begin().hasSuffix(
        "Why does it fade?\nWrite in your own words, as many lines as you like; an empty line ends.\n"
      ))
    #expect(talk.type("It is halved,") == "")
    #expect(talk.type("again and again.") == "")
    #expect(
      talk.type("") == """
        The author's answer: Each step takes a share.
        Which of these does your text say? Type their numbers, `all` or `none`.

        1. A share is taken.
        2. At each step.

        """)
    #expect(talk.type("2").hasPrefix("Kept: 1 of 2 points.\nEnter"))
    let writing = try #require(talk.record("half", 1)?.writing)
    #expect(writing.text == "It is halved,\nagain and again.")
    #expect(writing.criteria == [2])
    #expect(talk.record("half", 1)?.outcome == .written)
  }

  @Test(arguments: [
    ("1 2", [1, 2]), ("12", [1, 2]), ("2, 1.", [1, 2]), ("all", [1, 2]), ("none", []), ("0", []),
  ]) func readsTheCriteria(line: String, criteria: [Int]) throws {
    var talk = try talk()
    talk.type("Words.")
    talk.type("")
    talk.type(line)
    #expect(talk.record("half", 1)?.writing?.criteria == criteria)
    #expect(talk.record("half")?.isDone == true)
  }

  @Test(arguments: ["3", "yes", "-1", "1 9", "", "answer", "½", "all of them"])
  func asksForCriteriaOnceMore(line: String) throws {
    var talk = try talk()
    talk.type("Words.")
    talk.type("")
    #expect(!talk.type(line).isEmpty)
    #expect(talk.record("half")?.isDone == false)
  }

  @Test func takesASentenceThatBeginsAsACommandAsWords() throws {
    var talk = try talk()
    #expect(talk.type("show how it goes on") == "")
    #expect(talk.type("next we halve it") == "")
    #expect(talk.type("keeps a share") == "")
    #expect(talk.type("goto is no good here") == "")
    talk.type("")
    #expect(
      talk.record("half", 1)?.writing?.text == """
        show how it goes on
        next we halve it
        keeps a share
        goto is no good here
        """)
  }

  @Test func answersCommandsInBetween() throws {
    var talk = try talk()
    talk.type("Words.")
    #expect(talk.type("show x=1") == "free 1\n")
    #expect(talk.type("show x=1 y=2 z=3") == "free about show\nx = 1\ny = 2\nz = 3\n")
    #expect(talk.type("fail") == "free ! fail\n")
    #expect(talk.type("menu").contains("page"))
    talk.type("")
    #expect(talk.record("half", 1)?.writing?.text == "Words.")
  }

  @Test func wantsAWordBeforeAnEmptyLineEnds() throws {
    var talk = try talk()
    #expect(talk.type("").contains("Write your own words first"))
    #expect(talk.record("half", 1) == nil)
  }

  @Test func showsTheAuthorsAnswerOrPasses() throws {
    var shown = try talk()
    #expect(shown.type("answer").hasPrefix("The author's answer: Each step takes a share.\nEnter"))
    #expect(shown.record("half", 1)?.outcome == .shown)
    var skipped = try talk()
    #expect(skipped.type("skip").hasPrefix("Enter"))
    #expect(skipped.record("half", 1)?.outcome == .skipped)
    var ticked = try talk()
    ticked.type("Words.")
    ticked.type("")
    ticked.type("skip")
    #expect(ticked.record("half", 1)?.writing?.criteria == [])
  }

  @Test(arguments: ["leave", "goto 2", "back", "again", "skip", "notes me.md"])
  func losesNoWords(line: String) throws {
    var talk = try Conversation("## First {#first}\n\nText.\n\n" + pages)
    talk.begin()
    talk.type("")
    talk.type("Half a sentence")
    talk.type(line)
    #expect(talk.record("half", 1)?.writing?.text == "Half a sentence")
  }

  @Test func showsTheWordsWhenSeenAgain() throws {
    var talk = try talk()
    talk.type("It is halved.")
    talk.type("")
    talk.type("1")
    talk.type("")
    let back = talk.type("back")
    #expect(back.contains("You wrote:\nIt is halved.\nThe author's answer: Each step"))
    #expect(back.hasSuffix("Enter: page 2, Rest.\n"))
  }
}
