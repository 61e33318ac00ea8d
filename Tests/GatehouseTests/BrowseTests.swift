import TestSupport
import Testing

/// `browse` at a terminal: keys, sizes, signals, and the terminal afterwards.
struct BrowseTests {
  /// A shell in which `browse lstm t=42` fills the screen.
  private func browsing(columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try TestUser().openShell(columns: columns, rows: rows)
    terminal.enter("browse lstm t=42 gate=forget")
    try terminal.expectScreen("forget: LSTM ")
    try terminal.expectScreen("q leaves")
    return terminal
  }

  @Test func keysMoveAndQGivesTheScreenBack() throws {
    let terminal = try browsing()
    #expect(terminal.screen.isAlternate && !terminal.isCanonical && !terminal.echoes)
    terminal.send(.right)
    try terminal.expectScreen("forget: LSTM at t=43, 2006-03-07")
    terminal.send(.down)
    try terminal.expectScreen("candidate: LSTM at t=43")
    terminal.send("[u")
    try terminal.expectScreen("step 9 of 10, unit 0")
    terminal.send("2008-10-10\r")
    try terminal.expectScreen("candidate: LSTM at t=698, 2008-10-10")
    terminal.send(.pageUp)
    try terminal.expectScreen("2008-09-10")
    terminal.send(.home)
    try terminal.expectScreen("candidate: LSTM at t=9, ")
    terminal.send("U")
    terminal.send("q")
    try terminal.expectPrompt()
    #expect(!terminal.screen.isAlternate)
    try terminal.wait(for: "the line editor") { !$0.isCanonical }
    #expect(terminal.screen.rows.contains("gatehouse> browse lstm t=42 gate=forget"))
    #expect(
      terminal.screen.contains("The same in the shell: gates lstm t=9 gate=candidate steps=all"))
    #expect(terminal.screen.overflowingRows.isEmpty)
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCanonical && terminal.echoes)
  }

  @Test func whatIsTypedAheadIsNotLost() throws {
    let terminal = try TestUser().openShell()
    terminal.send(
      "browse lstm t=42\r" + KeyStroke.right.sequence + "\u{1B}[B2008-10-10\rqcalc 1+1\r")
    try terminal.expectScreen("gates lstm t=698 gate=forget steps=all")
    try terminal.wait(for: "the answer of calc") { $0.screen.hasRow("=", "2") }
    try terminal.expectPrompt()
  }

  @Test func aKeyHeldDownStopsWhereItIsReleased() throws {
    let terminal = try browsing()
    for _ in 0..<400 { terminal.send(.right) }
    terminal.send("q")
    try terminal.expectScreen("gates lstm t=442 ")
  }

  @Test func theWindowMayChange() throws {
    let terminal = try browsing()
    for (columns, rows) in [(40, 10), (120, 40), (200, 11), (41, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      try terminal.wait(for: "\(columns) by \(rows)") {
        $0.screen.rows[rows - 1].contains("q leaves") && $0.screen.rows[0].hasPrefix("forget: ")
      }
    }
    terminal.resize(columns: 39, rows: 9)
    try terminal.expectScreen("The window is 39 by 9")
    terminal.resize(columns: 80, rows: 24)
    try terminal.expectScreen("forget: LSTM at t=42")
    #expect(terminal.screen.overflowingRows.isEmpty)
    terminal.send("q")
    try terminal.expectPrompt()
  }

  @Test func aClampStaysAndThePromptShowsIt() throws {
    let terminal = try browsing()
    terminal.send("c0.5\r")
    try terminal.expectScreen("(clamped: forget=0.5)")
    terminal.send("q")
    try terminal.expectLine("gatehouse [lstm clamped]>")
    #expect(terminal.screen.contains("lstm stays clamped: forget=0.5;"))
  }

  @Test func theKeysAreExplained() throws {
    let terminal = try browsing(columns: 40, rows: 10)
    terminal.send("?")
    try terminal.expectScreen("now any key goes on")
    #expect(terminal.screen.contains("← →"))
    terminal.send(" ")
    try terminal.expectScreen("forget: ")
    terminal.send(.escape)
    try terminal.expectPrompt()
  }

  @Test func controlCLeaves() throws {
    let terminal = try browsing()
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    #expect(!terminal.screen.isAlternate)
    #expect(terminal.screen.contains("The same in the shell"))
  }

  @Test func aStopGivesTheTerminalBackAndTheScreenReturns() throws {
    let terminal = try TestUser().runShellScript(
      #""$0" browse lstm t=42; stty -a; echo stopped; read go; fg; echo "left with $?""#)
    try terminal.expectScreen("input: LSTM at t=42")
    try terminal.expectScreen("q leaves")
    terminal.send(.right)
    try terminal.expectScreen("t=43")
    terminal.send(.control("Z"))
    try terminal.expectScreen("stopped")
    #expect(!terminal.screen.isAlternate && terminal.cursorIsShown)
    #expect(terminal.isCanonical && terminal.echoes)
    terminal.enter("go")
    try terminal.expectScreen("input: LSTM at t=43")
    #expect(terminal.screen.isAlternate && !terminal.isCanonical && !terminal.cursorIsShown)
    terminal.send("q")
    try terminal.expectScreen("left with 0")
    #expect(!terminal.screen.isAlternate && terminal.cursorIsShown)
    #expect(terminal.isCanonical && terminal.echoes)
  }

  @Test func aStopFromOutsideIsRepaired() throws {
    let terminal = try browsing()
    terminal.signal(SignalNumber.stop)
    terminal.signal(SignalNumber.resume)
    terminal.send(.right)
    try terminal.expectScreen("forget: LSTM at t=43")
    terminal.send("q")
    try terminal.expectPrompt()
    #expect(!terminal.screen.isAlternate)
  }

  @Test func aCommandFromOutsideCanBrowseToo() throws {
    let terminal = try TestUser().startAtTerminal("-c", "browse gru; calc 6*7")
    try terminal.expectScreen("update: GRU at t=42")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.contains("gates gru t=42 gate=update steps=all"))
    #expect(terminal.screen.hasRow("=", "42"))
  }

  @Test(arguments: [["-c", "browse lstm"], ["--json", "-c", "browse lstm"]])
  func offATerminalItSaysWhatToUse(arguments: [String]) throws {
    let result = try TestUser().run(arguments)
    #expect(result.status == .exited(1))
    let said = result.output + result.error
    #expect(said.contains("here use gates lstm t=42 gate=input steps=all"))
    #expect(said.split(separator: "\n").count == 1)
  }

  @Test func aTerminalThatCannotMoveItsCursorIsNotFilled() throws {
    let terminal = try TestUser(["TERM": "dumb"]).startAtTerminal("-c", "browse lstm")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(terminal.screen.contains("here use gates lstm t=42"))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func withoutColourAndUnicodeOnlyTheCursorIsMoved() throws {
    let user = try TestUser(["LC_ALL": "C", "NO_COLOR": "1"])
    let terminal = try user.startAtTerminal("browse", "lstm", "t=42", "unit=7")
    try terminal.expectScreen("input: LSTM at t=42")
    try terminal.expectScreen("q leaves")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.split(separator: "\u{1B}[").dropFirst().allSatisfy { !$0.isStyle })
  }

  @Test func aStudentMayBrowseInALesson() throws {
    let terminal = try TestUser().openShell()
    terminal.enter("lesson welcome")
    try terminal.wait(for: "the lesson's prompt") { $0.screen.rowOfCursor.hasPrefix("welcome 1/") }
    let prompt = terminal.screen.rowOfCursor
    terminal.enter("browse lstm t=42")
    try terminal.expectScreen("input: LSTM at t=42")
    terminal.send("q")
    try terminal.expectLine(prompt)
    #expect(terminal.screen.contains("The same in the shell"))
  }
}

extension Substring {
  /// Whether a control sequence is SGR with more than a reset in it.
  fileprivate var isStyle: Bool {
    let parameters = prefix { $0.isNumber || $0 == ";" }
    return dropFirst(parameters.count).first == "m" && parameters != "0"
  }
}
