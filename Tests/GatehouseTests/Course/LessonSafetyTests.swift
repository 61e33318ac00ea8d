import TestSupport
import Testing

/// Nothing of what a student has done is lost, however the shell ends.
struct LessonSafetyTests {
  private static let ending: [(signal: Int32, status: Int32)] = [
    (SignalNumber.terminate, 143), (SignalNumber.hangup, 129),
  ]

  @Test func aKilledShellGoesOnAtThePageInProgress() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    try shell.finishFirstPage()
    try shell.finishSecondPage()
    try shell.type("data show t=51", upTo: "shares 3/4>")
    shell.terminal.kill()
    #expect(try shell.terminal.waitForExit() == .signalled(9))
    #expect(try desk.kept().pages == "2/4")

    let next = try desk.openShares(at: 3)
    #expect(next.shown.holds("You have done 2 of its 4 pages, and go on where you were."))
    #expect(next.shown.holds("3 of 4 · Three commands"))
    #expect(!next.shown.holds("Two lines"))
  }

  @Test func anAnswerIsSafeBeforeThePageIsDone() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    try shell.type("goto 4", upTo: "shares 4/4>")
    try shell.type("cell", upTo: "shares 4/4>")
    shell.terminal.kill()
    _ = try shell.terminal.waitForExit()
    let next = try desk.openShares(at: 4)
    #expect(next.shown.holds("You answered cell, and that is right."))
    #expect(next.shown.holds("Which of these forget?"))
  }

  @Test(arguments: ending)
  func aRequestToEndKeepsTriesAndDrafts(_ signal: Int32, _ status: Int32) throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    try shell.type("0.123", upTo: "shares 1/4>")
    shell.terminal.signal(signal)
    #expect(try shell.terminal.waitForExit() == .exited(status))
    #expect(shell.terminal.isCanonical && shell.terminal.echoes)
    #expect(try desk.notes().contains("- `0.123`: wrong"))

    let next = try desk.openShares()
    try next.type("goto four", upTo: "shares 4/4>")
    for line in ["skip", "skip", "A draft that nobody has finished yet"] {
      try next.type(line, upTo: "shares 4/4>")
    }
    next.terminal.signal(signal)
    #expect(try next.terminal.waitForExit() == .exited(status))
    #expect(try desk.notes().contains("A draft that nobody has finished yet"))
  }

  @Test func closingTheWindowKeepsTheTries() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShares()
    try shell.type("0.123", upTo: "shares 1/4>")
    shell.terminal.hangUp()
    #expect(try shell.terminal.waitForExit() == .exited(129))
    #expect(try desk.notes().contains("- `0.123`: wrong"))
  }

  @Test func twoShellsInOneLessonLoseNoPage() throws {
    let desk = try LessonDesk()
    let first = try desk.openShares()
    let second = try desk.openShares()
    try second.type("goto two", upTo: "shares 2/4>")
    try first.finishFirstPage()
    try second.finishSecondPage()
    #expect(try desk.kept().pages == "2/4")
    try first.type("goto three", upTo: "shares 3/4>")
    for shell in [first, second] {
      try shell.type("skip", upTo: "shares 3/4>")
      try shell.type("leave", upTo: TestUser.prompt)
    }
    #expect(try desk.kept() == KeptOfLesson(pages: "3/4", right: 1, rightAtOnce: 1, missed: 1))
  }

  @Test func controlCInARunOfTheLessonStaysOnThePage() throws {
    let desk = try LessonDesk()
    try desk.user.home.write(Self.endless, to: "lessons/endless.md")
    let shell = try desk.openShell()
    shell.terminal.enter("lesson endless")
    try shell.terminal.waitForEpoch(1)
    shell.terminal.send(.control("C"))
    try shell.terminal.expectLine("endless 1/1>")
    #expect(shell.terminal.screen.contains("Enter tries again; skip goes on without."))
    try shell.type("skip", upTo: "endless 1/1>")
    #expect(shell.shown.holds("Behind it."))
  }

  @Test func aRequestToEndStopsARunOfTheLesson() throws {
    let desk = try LessonDesk()
    try desk.user.home.write(Self.endless, to: "lessons/endless.md")
    let shell = try desk.openShell()
    shell.terminal.enter("lesson endless")
    try shell.terminal.waitForEpoch(1)
    shell.terminal.signal(SignalNumber.terminate)
    #expect(try shell.terminal.waitForExit() == .exited(143))
    #expect(try desk.kept(of: "endless").pages == "0/1")
  }

  /// A lesson that trains for hours.
  private static let endless = """
    ---
    title: Endless
    format: 1
    summary: It trains.
    minutes: 1
    order: 902
    ---

    ## One {#one}

    ```run
    train lstm epochs=100000 units=200
    ```

    Behind it.
    """
}
