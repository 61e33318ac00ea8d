import TestSupport
import Testing

/// Answers that are longer than the window.
struct PauseTests {
  private static let pause = "more lines: Enter goes on, q ends"

  @Test func aLongAnswerPausesAndEnterGoesOn() throws {
    let terminal = try TestUser().openShell(rows: 10)
    terminal.enter("help train")
    try terminal.expectScreen(Self.pause)
    #expect(terminal.screen.contains("train MODEL"))
    var pauses = 1
    while terminal.screen.rowOfCursor != TestUser.prompt {
      let before = terminal.screen.rows
      terminal.send(.enter)
      try terminal.wait(for: "the next part") {
        $0.screen.rows != before
          && ($0.screen.rowOfCursor == TestUser.prompt || $0.screen.rowOfCursor.hasSuffix("--"))
      }
      pauses += 1
    }
    #expect(pauses > 2)
    let text = terminal.screen.everything
    #expect(text.contains { $0.contains("train gru epochs=2 units=8 seeds=1..3") })
    #expect(!text.contains { $0.contains(Self.pause) })
    #expect(text.filter { $0.hasPrefix("rate=") }.count == 1)
  }

  @Test(arguments: [KeyStroke("q"), .escape, .control("C"), .control("D")])
  func theAnswerCanBeLeft(_ key: KeyStroke) throws {
    let terminal = try TestUser().openShell(rows: 10)
    terminal.enter("help train")
    try terminal.expectScreen(Self.pause)
    terminal.send(key)
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("--"))
    #expect(!terminal.screen.everything.contains { $0.contains("seeds=1..3") })
    try terminal.run("set pager=off")
    #expect(terminal.screen.hasRow("pager", "off"))
  }

  @Test func itCanBeSwitchedOff() throws {
    let terminal = try TestUser().openShell(rows: 10)
    try terminal.run("set pager=off")
    try terminal.run("help train")
    #expect(!terminal.screen.everything.contains { $0.contains(Self.pause) })
    #expect(terminal.screen.everything.contains { $0.contains("seeds=1..3") })
  }

  @Test func aPauseInANarrowWindowLeavesNothing() throws {
    let terminal = try TestUser().openShell(columns: 30, rows: 10)
    terminal.enter("help train")
    try terminal.expectScreen("-- Enter, q --")
    terminal.send("q")
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("--") && !terminal.screen.contains("q ends"))
  }

  @Test func whatFitsDoesNotPause() throws {
    let terminal = try TestUser().openShell(columns: 80, rows: 24)
    try terminal.run("gates lstm t=42")
    #expect(terminal.screen.rows.contains { $0.contains("LSTM at t=42, 2006-03-06") })
  }

  @Test func aCommandFromOutsideDoesNotPause() throws {
    let terminal = try TestUser().startAtTerminal("-c", "help train", columns: 80, rows: 10)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.everything.contains { $0.contains("seeds=1..3") })
  }

  @Test func aStopInAPauseGivesTheTerminalBack() throws {
    let terminal = try TestUser().runShellScript(
      #""$0"; echo stopped; read go; fg; echo "left with $?""#)
    try terminal.expectPrompt()
    terminal.resize(columns: 80, rows: 10)
    terminal.enter("help train")
    try terminal.expectScreen(Self.pause)
    terminal.send(.control("Z"))
    try terminal.expectScreen("stopped")
    #expect(terminal.isCanonical && terminal.echoes)
    terminal.enter("go")
    try terminal.wait(for: "single keys") { !$0.isCanonical }
    terminal.send("q")
    try terminal.expectPrompt()
    terminal.enter("quit")
    try terminal.expectScreen("left with 0")
  }
}
