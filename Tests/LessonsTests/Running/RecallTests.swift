import Lessons
import Testing

@Suite("Questions of earlier lessons")
struct RecallTests {
  private static let earlierPages = """
    ## Double {#double}

    What is twice {t}?

    ```vary t=1..9999
    ```

    ```ask number
    answer: = 2 * {t}
    wrong: = 3 * {t} | That is thrice.
    hint: Add it to itself.
    solution: {t} + {t}
    explain: Two of them.
    ```

    What are these?

    ```guess choice
    [x] numbers | They count.
    [ ] words | They do not.
    ```

    Show two.

    ```ask command
    same-result-as: show x=2
    hint: Show.
    solution: show x=2
    ```

    What came last?

    ```ask text
    answer: two
    hint: Look up.
    solution: two
    recall: no
    ```
    """

  private let key = QuestionKey(lesson: "doubling", page: "double", question: 1)

  private func earlier() throws -> Lesson {
    try Conversation.lesson(Self.earlierPages, id: "doubling")
  }

  private func progress(_ record: QuestionRecord = QuestionRecord(.ask)) -> Progress {
    var progress = Progress(student: Student(id: "ada", classCode: "spring"))
    var settled = record
    settled.add(Try(attempt: 1, time: 0, given: "6", isRight: true, right: 6))
    progress.lessons["doubling"] = LessonProgress(
      fingerprint: "", pages: ["double": PageRecord(isDone: true, questions: [1: settled])])
    return progress
  }

  private func recall(_ question: Int) throws -> Recall {
    try #require(Recall(lesson: try earlier(), page: "double", questionIndex: question))
  }

  /// A lesson that opens with a recall.
  private func opening(_ questions: [Int] = [1]) throws -> Conversation {
    try Conversation(
      "## Half {#half}\n\nText.\n\n```run\nkeep a\n```", recalls: questions.map { try recall($0) },
      progress: progress())
  }

  private func review(_ questions: [Int] = [1, 3]) throws -> Conversation {
    Conversation(LessonRunner(review: try questions.map { try recall($0) }, progress: progress()))
  }

  /// The number that is to be doubled, from the question as shown.
  private func number(in shown: String) throws -> Int {
    let words = shown.split { " \n?".contains($0) }
    let place = try #require(words.lastIndex(of: "twice"))
    return try #require(Int(words[place + 1]))
  }

  // MARK: Finding

  @Test func areOnlyJudgedQuestionsThatMakeSenseAlone() throws {
    let earlier = try earlier()
    #expect(Recall(lesson: earlier, page: "double", questionIndex: 1) != nil)
    #expect(Recall(lesson: earlier, page: "double", questionIndex: 2) == nil)
    #expect(Recall(lesson: earlier, page: "double", questionIndex: 3) != nil)
    #expect(Recall(lesson: earlier, page: "double", questionIndex: 4) == nil)
    for index in [Int.min, -1, 0, 5, Int.max] {
      #expect(Recall(lesson: earlier, page: "double", questionIndex: index) == nil)
    }
    #expect(Recall(lesson: earlier, page: "gone", questionIndex: 1) == nil)
    #expect(Recall(key, among: [earlier])?.questionIndex == 1)
    #expect(Recall(key, among: []) == nil)
  }

  // MARK: Before a lesson

  @Test func comeBeforeTheFirstPageInAFreshSession() throws {
    var talk = try opening()
    let begin = talk.begin()
    #expect(begin.contains("Do you remember? From How memory fades; Enter twice leaves it out.\n"))
    #expect(!begin.contains("1 of 1"))
    #expect(talk.runner.prompt == "fading recall 1/1> ")
    #expect(talk.host.prepared == [[]])
    let answer = talk.type("\(2 * (try number(in: begin)))")
    #expect(answer.hasPrefix("Right.\nTwo of them.\n"))
    #expect(answer.contains("1 of 1 · Half"))
  }

  @Test func whatCannotBeReadIsNoTry() throws {
    var talk = try opening()
    let number = try number(in: talk.begin())
    #expect(talk.type("hnit") == "Did you mean `hint`?\n")
    #expect(talk.type("no idea at all").contains("number"))
    #expect(talk.type("\(2 * number)").hasPrefix("Right.\n"))
    #expect(talk.runner.progress[key]?.recall?.count == 1)
  }

  @Test func marksWithoutALetterAreNoTry() throws {
    let lesson = try Conversation.lesson(
      "## Name {#name}\n\nWhat stays?\n\n```ask text\nanswer: state\nhint: So.\nsolution: state\n```"
    )
    let recall = try #require(Recall(lesson: lesson, page: "name", questionIndex: 1))
    var talk = Conversation(LessonRunner(review: [recall], progress: progress()))
    talk.begin()
    #expect(talk.type("''") == "")
    #expect(talk.type("state").hasPrefix("Right.\n"))
  }

  @Test func haveNewNumbersEachTimeAndKeepThem() throws {
    var one = try opening()
    let first = try number(in: one.begin())
    one.type("\(2 * first)")
    let record = try #require(one.runner.progress[key])
    #expect(record.tries.last?.attempt == 1001)
    #expect(record.tries.last?.draws == "t=\(first)")
    #expect(record.recall?.count == 1)
    #expect(one.host.saved.first?[key]?.recall?.count == 1)
    var other = try Conversation(
      "## Half {#half}\n\nText.", recalls: [try recall(1)], progress: one.runner.progress)
    #expect(try number(in: other.begin()) != first)
  }

  @Test func moveOnInTheScheduleOnlyWhenRightAtOnce() throws {
    var right = try opening()
    right.now = 90_000
    right.type("\(2 * (try number(in: right.begin())))")
    #expect(right.runner.progress[key]?.recall?.stage == 1)
    #expect(right.runner.progress[key]?.recall?.isMissed == false)

    var missed = try opening()
    let number = try number(in: missed.begin())
    #expect(missed.type("\(3 * number)").hasPrefix("That is thrice.\nTry once more"))
    #expect(missed.type("\(2 * number)").hasPrefix("Right.\n"))
    #expect(missed.runner.progress[key]?.recall?.isMissed == true)
    #expect(missed.runner.progress[key]?.recall?.count == 1)
  }

  @Test func endAfterASecondWrongAnswer() throws {
    var talk = try opening()
    let number = try number(in: talk.begin())
    talk.type("\(3 * number)")
    #expect(!talk.type("\(3 * number)").contains("The answer"))
    let second = talk.type("\(5 * number)")
    #expect(second.contains("The answer: `\(2 * number)`"))
    #expect(second.contains("1 of 1 · Half"))
  }

  @Test func areLeftOutByTwoBlankLinesOrSkip() throws {
    var talk = try opening()
    talk.begin()
    #expect(talk.type("").contains("Enter once more leaves this question."))
    #expect(talk.type("show x=1") == "free 1\n")
    #expect(talk.type("").contains("Enter once more"))
    #expect(talk.type("").contains("1 of 1 · Half"))
    #expect(talk.runner.progress[key]?.recall?.isMissed == true)
    var skipped = try opening()
    skipped.begin()
    #expect(skipped.type("skip").contains("1 of 1 · Half"))
  }

  @Test func giveNoHints() throws {
    var talk = try opening()
    talk.begin()
    #expect(talk.type("hint").hasPrefix("No hints here"))
    #expect(talk.type("answer").contains("The answer: "))
  }

  @Test func areTwoAtMostBeforeALesson() throws {
    var talk = try opening([1, 3, 1])
    talk.begin()
    talk.type("skip")
    #expect(talk.runner.prompt == "fading recall 2/2> ")
    #expect(talk.type("show x=2").contains("1 of 1 · Half"))
  }

  @Test func canBePassedByGoto() throws {
    var talk = try opening()
    talk.begin()
    #expect(talk.type("back").contains("comes after these questions"))
    #expect(talk.type("again").contains("comes after these questions"))
    #expect(talk.type("goto half").contains("1 of 1 · Half"))
  }

  @Test func areLeftOutWhereTheyCannotBeAsked() throws {
    let broken = try Conversation.lesson(
      Self.earlierPages.replacing("answer: = 2 * {t}", with: "answer: = `fail pick=x` * {t}"),
      id: "doubling")
    var talk = try Conversation(
      "## Half {#half}\n\nText.",
      recalls: [try #require(Recall(lesson: broken, page: "double", questionIndex: 1))],
      progress: progress())
    let begin = talk.begin()
    #expect(begin.contains("A question of doubling cannot be asked: fail fails."))
    #expect(begin.contains("1 of 1 · Half"))
  }

  @Test func takeNoTimeFromThePages() throws {
    var talk = try opening()
    talk.begin()
    talk.type("skip", after: 200)
    #expect(talk.record("half")?.seconds == 0)
  }

  // MARK: A review

  @Test func makeAReview() throws {
    var talk = try review()
    let begin = talk.begin()
    #expect(begin.hasPrefix("Review\n2 questions from lessons you have done"))
    #expect(begin.contains("1 of 2, from How memory fades:\n"))
    #expect(talk.runner.prompt == "review 1/2> ")
    #expect(talk.runner.words.map(\.name).contains("goto") == false)
    #expect(talk.type("\(2 * (try number(in: begin)))").contains("2 of 2, from"))
    #expect(talk.type("progress") == "1 of 2 questions right at once.\n")
    #expect(talk.type("show x=3").contains("Try once more"))
    let end = talk.type("show x=2")
    #expect(end.contains("1 of 2 questions right at once.\nWhat was missed is asked again"))
    #expect(talk.runner.isOver)
  }

  @Test func haveNoPagesInAReview() throws {
    var talk = try review()
    talk.begin()
    for word in ["back", "again", "goto 2", "reset", "menu", "notes", "hint"] {
      #expect(talk.type(word).contains("belongs to a lesson; this is a review"))
    }
    #expect(talk.type("help").contains("In a review you can type"))
    talk.type("leave")
    #expect(talk.runner.isOver)
  }

  @Test func makeAShortReviewWhereNothingIsDue() throws {
    var talk = Conversation(LessonRunner(review: [], progress: progress()))
    #expect(talk.begin().contains("Nothing is due yet"))
    #expect(talk.runner.isOver)
  }
}
