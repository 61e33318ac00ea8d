import TestSupport
import Testing

/// Terminals on which lines cannot be edited.
struct PlainTerminalTests {
  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func theShellWorksWithoutEditing(_ name: String) throws {
    let terminal = try TestUser(["TERM": name]).openShell()
    #expect(terminal.screen.rows.count { !$0.isEmpty } == 3)
    #expect(terminal.isCanonical && terminal.echoes)
    try terminal.run("predict lstm t=42")
    #expect(terminal.screen.contains("On this day copying today is closer."))
    try terminal.run("gates lsmt")
    #expect(terminal.screen.contains("did you mean lstm?"))
    terminal.send("half a line")
    terminal.send(.control("C"))
    try terminal.wait(for: "a new prompt") { $0.screen.promptsSeen == 4 }
    try terminal.run("set t=7")
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.cursorColumn == 0)
  }

  @Test func aDumbTerminalGetsNoEscapeByte() throws {
    let terminal = try TestUser(["TERM": "dumb"]).openShell(rows: 10)
    terminal.enter("help train")
    try terminal.expectScreen("Enter goes on")
    terminal.send("q")
    try terminal.expectPrompt()
    try terminal.run("zzz")
    try terminal.run("set pager=off")
    terminal.enter("train lstm epochs=100000 units=50")
    try terminal.waitForEpoch(2)
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    terminal.enter("quit")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test(arguments: ["unset TERM", "TERM=nonsense", "TERM=dumb"])
  func inTheCLocaleOnlyPlainCharactersAreWritten(_ setting: String) throws {
    let user = try TestUser(["LC_ALL": "", "LANG": "C", "NO_COLOR": "1"])
    let terminal = try user.runShellScript(#"\#(setting); exec "$0""#)
    try terminal.expectPrompt()
    try terminal.run("gates lstm t=42")
    try terminal.run("data plot")
    terminal.enter("walk lstm t=42")
    try terminal.expectScreen("Enter goes on")
    terminal.send("q")
    try terminal.expectPrompt()
    terminal.enter("lesson welcome")
    try terminal.expectLine("welcome 1/12>")
    terminal.enter("quit")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.output.allSatisfy { $0 < 0x80 && $0 != 0x1B })
  }

  @Test(arguments: [SignalNumber.terminate, SignalNumber.hangup, SignalNumber.quit])
  func aRequestToEndIsHeard(_ signal: Int32) throws {
    let terminal = try TestUser(["TERM": "dumb"]).openShell()
    terminal.send("half a line")
    try terminal.expectLine("gatehouse> half a line")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isSetAsAtStart)
  }

  @Test func theHistoryIsKeptThereToo() throws {
    let user = try TestUser(["TERM": "dumb"])
    try user.openShell().run("set t=7")
    #expect(user.home.text(of: ".local/state/gatehouse/history") == "set t=7\n")
  }

  @Test func theCLocaleEditsAndAnswersInASCII() throws {
    let terminal = try TestUser(["LC_ALL": "C"]).openShell()
    terminal.send("gat\tls\t")
    try terminal.expectLine("gatehouse> gates lstm")
    try terminal.run("t=42")
    #expect(terminal.screen.rows.contains { $0.hasPrefix("LSTM at t=42") })
    terminal.enter("train lstm epochs=100000 units=50")
    try terminal.waitForEpoch(2)
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }
}
