import Lessons
import Testing

@Suite("Commands that a page runs")
struct RunTests {
  @Test func aQuietRunBelowTheTitleLeavesTextAndTitleTogether() throws {
    var conversation = try Conversation(
      """
      ## Start {#start}

      ```run quiet
      show x=1
      ```

      Ready.
      """)
    #expect(conversation.begin().contains("1 of 1 · Start\nReady.\n"))
  }

  @Test func aQuietRunThatFailsComplainsBelowTheTitle() throws {
    var conversation = try Conversation(
      """
      ## Start {#start}

      ```run quiet
      fail
      ```
      """)
    #expect(conversation.begin().contains("1 of 1 · Start\n> fail\n! fail fails\n"))
  }

  private func page(_ mode: String, _ commands: String) -> String {
    "## Half {#half}\n\nBefore.\n\n```run\(mode)\n\(commands)\n```\n\nAfter."
  }

  @Test func showsEachCommandWithItsAnswer() throws {
    var talk = try Conversation(page("", "show x=1\nkeep a"))
    let shown = talk.begin()
    #expect(shown.contains("Before.\n> show x=1\n1\n> keep a\n2\nAfter.\n"))
    #expect(talk.host.session == ["show x=1", "keep a"])
  }

  @Test func runsUnseenWhatIsQuiet() throws {
    var talk = try Conversation(page(" quiet", "keep a"))
    #expect(talk.begin().contains("Before.\nAfter.\n"))
    #expect(talk.host.session == ["keep a"])
  }

  @Test func showsTheMessageOfWhatMustFail() throws {
    var talk = try Conversation(page(" expect-error", "fail"))
    #expect(talk.begin().contains("Before.\n> fail\n! fail fails\nAfter.\n"))
    #expect(talk.host.session == [])
  }

  @Test func showsWhatShouldHaveFailed() throws {
    var talk = try Conversation(page(" expect-error", "show x=1"))
    #expect(talk.begin().contains("> show x=1\n1\nAfter.\n"))
    #expect(talk.host.session == [])
  }

  // MARK: Failing

  @Test func staysAtACommandThatFailsUntilItSucceeds() throws {
    var talk = try Conversation(page("", "show x=1\nflaky"))
    talk.host.failures = 2
    let begin = talk.begin()
    #expect(
      begin.hasSuffix("> flaky\n! not this time\nEnter tries again; `skip` goes on without.\n"))
    #expect(talk.type("").hasPrefix("> flaky\n! not this time\n"))
    #expect(talk.type("").contains("> flaky\n"))
    #expect(talk.host.session == ["show x=1", "flaky"])
    #expect(talk.record("half")?.isDone == true)
  }

  @Test func leavesOutWhatIsSkippedAlsoBeforeLaterPages() throws {
    var talk = try Conversation(
      page("", "keep a\nfail\nkeep b") + "\n\n## Rest {#rest}\n\nText.")
    talk.begin()
    #expect(talk.type("what").contains("Enter tries again"))
    #expect(talk.type("skip").contains("> keep b\n2\nAfter.\n"))
    #expect(talk.type("").contains("2 of 2 · Rest"))
    #expect(talk.host.prepared.last == ["keep a", "keep b"])
  }

  @Test func saysWhatInterrupted() throws {
    var talk = try Conversation(page("", "stop"))
    #expect(talk.begin().contains("> stop\n! interrupted\nEnter tries again"))
    #expect(!talk.runner.isOver)
  }

  @Test func opensAPageWhoseSessionCannotBePrepared() throws {
    var talk = try Conversation(page("", "keep a"))
    talk.host.isPreparingBroken = true
    #expect(
      talk.begin().hasSuffix(
        "This page could not be made ready: a file is missing.\n"
          + "Enter tries again; `skip` goes on without.\n"))
    #expect(talk.type("").contains("a file is missing"))
    #expect(talk.runner.prompt == "fading 1/1> ")
    #expect(talk.type("skip").contains("After."))
  }

  @Test func jumpsPastCommandsThatFail() throws {
    var talk = try Conversation(
      page("", "keep a\nfail\nkeep b") + "\n\n## Rest {#rest}\n\nText.\n\n## End {#end}\n\nText.")
    talk.begin()
    #expect(talk.type("goto rest").contains("could not be made ready: fail fails."))
    #expect(talk.type("skip").contains("2 of 3 · Rest"))
    #expect(talk.host.session == ["keep a", "keep b"])
    #expect(talk.type("").contains("3 of 3 · End"))
    #expect(talk.host.prepared.last == ["keep a", "keep b"])
  }

  @Test func goesToTheNextPageWhereNothingCanBeDrawn() throws {
    var talk = try Conversation(
      """
      ## Half {#half}

      The value {t}.

      ```vary t=1..3 where {t} > 5
      ```

      ## Rest {#rest}

      Text.
      """)
    #expect(talk.begin().contains("This page could not be made ready"))
    #expect(talk.type("skip").contains("2 of 2 · Rest"))
  }

  // MARK: Typing

  @Test func hasTheStudentTypeALine() throws {
    var talk = try Conversation(page(" type", "keep a b=1 c=2"))
    #expect(
      talk.begin().hasSuffix(
        "Before.\nType this line, or press Enter alone:\n\n  keep a b=1 c=2\n"))
    #expect(talk.type("keep a c=2   b=1").hasPrefix("1\nAfter.\n"))
    #expect(talk.host.session == ["keep a b=1 c=2"])
  }

  @Test func takesALineWithTheSameResult() throws {
    var talk = try Conversation(page(" type", "show x=0.5"))
    talk.begin()
    #expect(talk.type("show x=5e-1").hasPrefix("0.5\nAfter.\n"))
  }

  @Test(arguments: ["", "skip", "next", "answer"]) func runsItForWhoTypesNothing(
    line: String
  ) throws {
    var talk = try Conversation(page(" type", "show x=0.5"))
    talk.begin()
    #expect(talk.type(line).hasPrefix("> show x=0.5\n0.5\nAfter.\n"))
  }

  @Test func takesAnotherLineAsFreePlayAndSaysWithWhichItGoesOn() throws {
    var talk = try Conversation(page(" type", "show x=0.5"))
    talk.begin()
    #expect(
      talk.type("show x=2")
        == "free 2\nThe page goes on with this line:\n\n  show x=0.5\n")
    #expect(talk.type("shwo x=0.5") == "free ! shwo x=0.5\n")
    #expect(
      talk.type("what?")
        == "Type the line as it stands above, or press Enter alone to have it run.\n")
    #expect(talk.host.session == [])
  }

  @Test func staysAtATypedLineThatFails() throws {
    var talk = try Conversation(page(" type", "flaky\nshow x=1"))
    talk.host.failures = 2
    talk.begin()
    #expect(talk.type("flaky").hasPrefix("> flaky\n! not this time\n"))
    #expect(talk.type("").hasPrefix("> flaky\n! not this time\n"))
    #expect(talk.type("skip").contains("  show x=1\n"))
    talk.type("")
    #expect(talk.host.session == ["show x=1"])
  }

  @Test func runsTypedLinesAndPassesPausesOnAPageThatIsDone() throws {
    var talk = try Conversation(
      page(" type", "show x=1") + "\n\n```pause\n```\n\n## Rest {#rest}\n\nText.")
    talk.begin()
    talk.type("")
    talk.type("")
    talk.type("")
    let back = talk.type("back")
    #expect(back.contains("> show x=1\n1\nAfter.\n"))
    #expect(back.hasSuffix("Enter: page 2, Rest.\n"))
  }
}
