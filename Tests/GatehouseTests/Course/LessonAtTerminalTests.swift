import TestSupport
import Testing

/// A lesson at a terminal: its prompt, its keys, its end.
struct LessonAtTerminalTests {
  @Test func controlDLeavesTheLessonAndThenTheShell() throws {
    let shell = try LessonDesk().openShares()
    try shell.finishFirstPage()
    shell.terminal.send(.control("D"))
    try shell.terminal.expectPrompt()
    #expect(shell.terminal.screen.contains("You leave on page 2 of 4."))
    shell.terminal.send(.control("D"))
    #expect(try shell.terminal.waitForExit() == .exited(0))
    #expect(shell.terminal.isCanonical && shell.terminal.echoes)
  }

  @Test func controlCClearsTheLineAndIsNoTry() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    shell.terminal.send("0.123")
    try shell.terminal.expectLine("shares 1/4> 0.123")
    shell.terminal.send(.control("C"))
    try shell.terminal.expectLine("shares 1/4>")
    try shell.finishFirstPage()
    #expect(try desk.kept() == KeptOfLesson(pages: "1/4", right: 1, rightAtOnce: 1, missed: 0))
  }

  @Test func tabOffersTheWordsOfLessons() throws {
    let shell = try LessonDesk().openShell()
    shell.terminal.send("hin\t")
    try shell.terminal.wait(for: "the bell") { $0.screen.bells == 1 }
    shell.terminal.send(.control("U"))
    try shell.type("lesson shares", upTo: "shares 1/4>")
    for (typed, line) in [("hin\t", "hint"), ("ski\t", "skip"), ("lea\t", "leave")] {
      shell.terminal.send(typed)
      try shell.terminal.expectLine("shares 1/4> \(line)")
      shell.terminal.send(.control("U"))
      try shell.terminal.expectLine("shares 1/4>")
    }
    shell.terminal.send("eval\t")
    try shell.terminal.expectLine("shares 1/4> evaluate")
  }

  @Test func theHistoryHoldsCommandsAndNoAnswers() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    for line in ["0.5", "hint", "calc 2+2", "banana", ""] {
      try shell.type(line, upTo: "shares 1/4>")
    }
    try shell.finishFirstPage()
    try shell.finishSecondPage()
    for line in ["data show t=51", "data show t=50"] { try shell.type(line, upTo: "shares 3/4>") }
    try shell.type("", upTo: "shares 4/4>")
    for line in ["hint", "cell", "a", "My words are my own, and so is this."] {
      try shell.type(line, upTo: "shares 4/4>")
    }
    try shell.type("leave", upTo: TestUser.prompt)
    let history = try #require(desk.user.home.text(of: ".local/state/gatehouse/history"))
    #expect(
      history.split(separator: "\n") == [
        "lesson shares", "calc 2+2", "data show t=42", "data show t=51", "data show t=50",
      ])
    shell.terminal.send(.up)
    try shell.terminal.expectLine("gatehouse> data show t=50")
  }

  @Test func aLessonAsWordsOfTheProcessEndsItBehindTheLastPage() throws {
    let desk = try LessonDesk()
    let shell = try TypedShell(
      desk.user.startAtTerminal(desk.options + ["lesson", "words"]), at: "words 1/1>")
    #expect(shell.shown.holds("What was written comes back."))
    try shell.type("f", upTo: "words 1/1>")
    #expect(shell.shown.holds("Right."))
    shell.terminal.enter("")
    #expect(try shell.terminal.waitForExit() == .exited(0))
    #expect(shell.terminal.screen.contains("The end of Words"))
    #expect(!shell.terminal.screen.contains(TestUser.prompt))
    #expect(try desk.kept(of: "words").pages == "1/1")
  }

  @Test func leavingALessonGivenAsWordsEndsTheProcess() throws {
    let desk = try LessonDesk()
    let shell = try TypedShell(
      desk.user.startAtTerminal(desk.options + ["lesson", "shares"]), at: "shares 1/4>")
    shell.terminal.send(.control("D"))
    #expect(try shell.terminal.waitForExit() == .exited(0))
    #expect(shell.terminal.screen.contains("You leave on page 1 of 4."))
  }

  @Test func twoQuestionsOfEarlierLessonsAreAskedBeforeTheFirstPage() throws {
    let shell = try LessonDesk().openShares()
    try shell.finishFirstPage()
    try shell.type("leave", upTo: TestUser.prompt)
    try shell.type("lesson words", upTo: "words recall 1/1>")
    #expect(shell.shown.holds("Do you remember? From Shares; Enter twice leaves it out."))
    #expect(shell.shown.holds("Which share of a new value does an average with β ="))
    try shell.type("", upTo: "words recall 1/1>")
    #expect(shell.shown.holds("Enter once more leaves this question."))
    try shell.type("", upTo: "words 1/1>")
    #expect(shell.shown.holds("1 of 1 · Once more"))
  }

  @Test func whatWasWrittenInOneLessonComesBackInAnother() throws {
    let shell = try LessonDesk().openShares()
    try shell.type("goto four", upTo: "shares 4/4>")
    for line in ["skip", "skip", "An average looks back, so it is late.", "", "all"] {
      try shell.type(line, upTo: "shares 4/4>")
    }
    try shell.type("leave", upTo: TestUser.prompt)
    try shell.type("lesson words", upTo: "words recall 1/1>")
    try shell.type("skip", upTo: "words 1/1>")
    #expect(shell.shown.holds("you wrote: An average looks back, so it is late."))
  }
}
