import TestSupport
import Testing

/// Every signal at every moment: how the shell ends or goes on, and how it leaves the terminal.
struct SignalMatrixTests {
  private let user: TestUser

  init() throws { user = try TestUser() }

  @Test(
    arguments: Moment.all,
    [
      SignalNumber.hangup, SignalNumber.quit, SignalNumber.terminate, SignalNumber.pipe,
    ])
  func aRequestToEndGivesTheTerminalBackAndLosesNothing(_ moment: Moment, _ signal: Int32) throws {
    let terminal = try user.openShell()
    try moment.reach(terminal)
    terminal.signal(signal)
    // A command that runs may write into a pipe, and nothing is to be given back.
    let isKilled = moment.isRunning && signal == SignalNumber.pipe
    #expect(try terminal.waitForExit() == (isKilled ? .signalled(signal) : .exited(128 + signal)))
    #expect(terminal.isSetAsAtStart && !terminal.screen.isAlternate && terminal.cursorIsShown)
    #expect(isKilled || terminal.screen.cursorColumn == 0)
    #expect(moment.isKept(in: user.home))
  }

  @Test(arguments: Moment.all)
  func controlCLeadsBackToThePrompt(_ moment: Moment) throws {
    let terminal = try user.openShell()
    try moment.reach(terminal)
    try strike(.control("C"), expecting: moment.prompt, terminal)
    try endAfterAnAnswer(terminal)
    if moment.typed.hasPrefix("calc") {
      #expect(user.home.text(of: "a.md")?.contains("= 1") == true)
    }
  }

  @Test(arguments: Moment.all)
  func controlDIsAnEndOfInputOrNothing(_ moment: Moment) throws {
    let terminal = try user.openShell()
    try moment.reach(terminal)
    if moment.isRunning {
      terminal.send(.control("D"))
      try strike(.control("C"), expecting: TestUser.prompt, terminal)
    } else if let line = moment.lineAfterEndOfInput {
      terminal.send(.control("D"))
      try terminal.expectLine(line)
      if !line.hasSuffix(">") {
        try strike(.control("C"), expecting: moment.prompt, terminal)
      }
    } else {
      terminal.send(.control("D"))
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.isSetAsAtStart)
      return
    }
    try endAfterAnAnswer(terminal)
  }

  @Test(arguments: Moment.all)
  func closingTheWindowEndsItAndLosesNothing(_ moment: Moment) throws {
    let terminal = try user.openShell()
    try moment.reach(terminal)
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(128 + SignalNumber.hangup))
    #expect(moment.isKept(in: user.home))
  }

  @Test(
    arguments: Moment.all,
    [
      [SignalNumber.user], [SignalNumber.stop, SignalNumber.resume], [SignalNumber.resume],
      // The kernel stops no orphan, as this session leader is one.
      [SignalNumber.terminalStop], [],
    ])
  func otherSignalsAndSizesChangeNothing(_ moment: Moment, _ signals: [Int32]) throws {
    let terminal = try user.openShell()
    try moment.reach(terminal)
    if signals.isEmpty {
      terminal.resize(columns: 100, rows: 30)
      terminal.resize(columns: 60, rows: 20)
    }
    for signal in signals { terminal.signal(signal) }
    try moment.leave(terminal)
    try endAfterAnAnswer(terminal)
  }

  @Test(arguments: Moment.all)
  func controlZGivesTheTerminalBackAndAllIsThereAgain(_ moment: Moment) throws {
    let terminal = try user.runShellScript(
      #""$0"; echo stopped; read go; echo below; fg; echo "left with $?""#)
    try terminal.expectPrompt()
    try moment.reach(terminal)
    terminal.send(.control("Z"))
    try terminal.expectScreen("stopped")
    #expect(terminal.isSetAsAtStart && !terminal.screen.isAlternate && terminal.cursorIsShown)
    terminal.enter("go")
    try terminal.wait(for: "\"\(moment.shown)\" drawn anew") {
      let rows = $0.screen.rows
      guard let place = rows.lastIndex(where: { $0.contains(moment.shown) }) else { return false }
      return $0.screen.isAlternate || rows[..<place].contains("below")
    }
    try terminal.wait(for: "the terminal to be held, or not") {
      $0.isSetAsAtStart == moment.isRunning
    }
    try moment.leave(terminal)
    terminal.enter("quit")
    try terminal.expectScreen("left with 0")
    #expect(terminal.isSetAsAtStart)
  }

  /// Strikes a key that leads to a new prompt.
  private func strike(
    _ key: KeyStroke, expecting prompt: String, _ terminal: PseudoTerminal
  ) throws {
    let before = (terminal.screen.rowNumberOfCursor, terminal.screen.rowOfCursor)
    terminal.send(key)
    try terminal.wait(for: "a new \(prompt)") {
      $0.screen.rowOfCursor == prompt
        && ($0.screen.rowNumberOfCursor, $0.screen.rowOfCursor) != before
    }
  }

  /// The shell works, and ends well.
  private func endAfterAnAnswer(_ terminal: PseudoTerminal) throws {
    terminal.enter("calc 6*7")
    try terminal.wait(for: "an answer") { $0.screen.hasRow("=", "42") }
    #expect(!terminal.screen.isAlternate && terminal.cursorIsShown)
    terminal.enter("quit")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isSetAsAtStart && terminal.screen.cursorColumn == 0)
  }
}
