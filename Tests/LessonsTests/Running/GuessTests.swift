import Lessons
import Testing

@Suite("Bets before a run")
struct GuessTests {
  private let number = """
    ## Half {#half}

    What comes?

    ```guess number
    run: show x=4
    pick: x
    close: 20%
    wrong: 8 | You doubled.
    explain: It is shown.
    ```

    ## Rest {#rest}

    Text.
    """

  @Test func runsAfterTheBetAndTellsBoth() throws {
    var talk = try Conversation(number)
    #expect(
      talk.begin().hasSuffix(
        "What comes?\nA bet, before the shell tells: no answer is wrong here.\n"))
    #expect(talk.host.session == [])
    #expect(
      talk.type("8") == """
        > show x=4
        4
        You bet 8, and 4 came out.
        You doubled.
        It is shown.
        Enter: page 2, Rest.

        """)
    let record = try #require(talk.record("half", 1))
    #expect(record.outcome == .bet)
    #expect(record.tries.map(\.isRight) == [false])
    #expect(record.tries.first?.right == 4)
  }

  @Test func aBetThatTheLessonNoLongerKnowsIsLeftOut() throws {
    var record = QuestionRecord(.guess)
    record.add(Try(attempt: 1, time: 0, given: "the option of last year", isRight: false))
    var progress = Progress(student: Student(id: "ada", classCode: "spring"))
    progress.lessons["fading"] = LessonProgress(
      fingerprint: "", pages: ["half": PageRecord(isDone: false, questions: [1: record])])
    var talk = try Conversation(number, progress: progress)
    let shown = talk.begin()
    #expect(shown.contains("> show x=4\n4\n") && !shown.contains("You bet"))
  }

  @Test func neitherBlamesNorRepeatsAnUnreadableBet() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(!talk.type("much").isEmpty)
    #expect(talk.type("").contains("Type your bet, or `skip` to see it at once."))
    #expect(talk.type("answer").contains("`skip` shows it"))
    #expect(talk.type("hint").contains("A bet needs no hint"))
    #expect(talk.host.session == [])
    #expect(talk.type("4.2").contains("that is close"))
    #expect(talk.record("half", 1)?.tries.first?.isRight == true)
  }

  @Test func runsAlsoWithoutABet() throws {
    var talk = try Conversation(number)
    talk.begin()
    #expect(talk.type("skip").hasPrefix("> show x=4\n4\nIt came out as 4.\nIt is shown.\nEnter"))
    #expect(talk.record("half", 1)?.outcome == .skipped)
  }

  @Test func takesOptions() throws {
    var talk = try Conversation(
      """
      ## Half {#half}

      Which is it?

      ```guess choice
      [if `last pick=x` > 3] large | It is above three.
      [ ] show it | It is not.
      run: show x=4
      ```
      """)
    #expect(talk.begin().contains(") large\n"))
    #expect(talk.type("show x=1").hasPrefix("free 1"))
    let told = talk.type("show it")
    #expect(told.contains("You bet on \"show it\"; \"large\" is so."))
    #expect(told.contains("It is not.\nIt is above three.\n"))
  }

  @Test func keepsTheBetWhileItsRunFails() throws {
    var talk = try Conversation(
      number.replacing("run: show x=4", with: "run: flaky")
        .replacing("pick: x", with: "pick: 4"))
    talk.host.failures = 1
    talk.begin()
    #expect(
      talk.type("5").hasSuffix("! not this time\nEnter tries again; `skip` goes on without.\n"))
    #expect(talk.type("").contains("You bet 5, and 4 came out."))
    #expect(talk.host.session == ["flaky"])
  }

  @Test func passesARunThatFailsAndKeepsTheBet() throws {
    var talk = try Conversation(number.replacing("run: show x=4", with: "run: fail"))
    talk.begin()
    talk.type("5")
    #expect(talk.type("skip").hasPrefix("Enter: page 2"))
    #expect(talk.record("half", 1)?.tries.map(\.given) == ["5"])
    talk.type("")
    #expect(talk.host.prepared.last == [])
  }

  @Test func passesABetThatCannotBeAskedFor() throws {
    var talk = try Conversation(
      number.replacing("What comes?", with: "What comes after {= `fail pick=x`}?"))
    #expect(talk.begin().contains("This cannot be shown: fail fails."))
    #expect(talk.type("skip").hasPrefix("Enter: page 2"))
    #expect(talk.record("half", 1)?.outcome == .skipped)
    talk.type("")
    #expect(talk.host.prepared.last == [])
  }

  @Test func doesNotRunTwiceWhereOnlyTheComparisonFails() throws {
    var talk = try Conversation(number.replacing("pick: x", with: "pick: `fail pick=y`"))
    talk.begin()
    #expect(talk.type("5").contains("This cannot be shown: fail fails."))
    talk.type("")
    #expect(talk.host.session == ["show x=4"])
    talk.type("skip")
    talk.type("")
    #expect(talk.host.prepared.last == ["show x=4"])
  }

  @Test func tellsBetAndOutcomeOnceMoreWhenSeenAgain() throws {
    var talk = try Conversation(number)
    talk.begin()
    talk.type("8")
    talk.type("")
    let back = talk.type("back")
    #expect(back.contains("What comes?\n> show x=4\n4\nYou bet 8, and 4 came out.\n"))
    #expect(talk.record("half", 1)?.tries.count == 1)
  }

  @Test func asksForANewBetAfterAgain() throws {
    var talk = try Conversation(number)
    talk.begin()
    talk.type("8")
    #expect(talk.type("again").hasSuffix("no answer is wrong here.\n"))
    #expect(talk.host.prepared.last == [])
    talk.type("4")
    #expect(talk.record("half", 1)?.tries.map(\.attempt) == [1, 2])
  }
}
