import TestSupport
import Testing

/// `init.gate` in the config folder.
struct InitialScriptTests {
  private let file = ".config/gatehouse/init.gate"

  @Test func itRunsAtAnInteractiveStart() throws {
    let user = try TestUser()
    try user.home.write("set t=77 digits=6\r\n", to: file)
    let terminal = try user.openShell()
    try terminal.run("predict lstm")
    #expect(terminal.screen.rows.contains { $0.hasPrefix("lstm after t=77") })
  }

  @Test func itDoesNotRunElsewhere() throws {
    let user = try TestUser()
    try user.home.write("set digits=6\n", to: file)
    #expect(try user.run("-c", "set").output.hasRow("digits", "4"))
    #expect(try user.run(input: "set\n").output.hasRow("digits", "4"))
  }

  @Test func theXDGFolderCountsWhenAbsolute() throws {
    let folder = try TemporaryFolder()
    try folder.write("set digits=6\n", to: "gatehouse/init.gate")
    let terminal = try TestUser(["XDG_CONFIG_HOME": folder.path]).openShell()
    try terminal.run("set")
    #expect(terminal.screen.hasRow("digits", "6"))
  }

  @Test func aMistakeInItHasItsPlaceAndTheShellStarts() throws {
    let user = try TestUser()
    try user.home.write("set digits=6\nzzz\nset digits=7\n", to: file)
    let terminal = try user.openShell(columns: 200)
    #expect(terminal.screen.rows.contains { $0.contains("init.gate:2:1: there is no command") })
    try terminal.run("set")
    #expect(terminal.screen.hasRow("digits", "6"))
  }

  @Test func aFolderInItsPlaceIsTold() throws {
    let user = try TestUser()
    try user.home.write("", to: file + "/x")
    let terminal = try user.openShell(columns: 200)
    #expect(terminal.screen.rows.contains { $0.contains("init.gate") })
    try terminal.run("set")
    #expect(terminal.screen.contains("Settings"))
  }

  @Test func quitInItEndsTheShell() throws {
    let user = try TestUser()
    try user.home.write("quit\n", to: file)
    let terminal = try user.startAtTerminal()
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
