import Testing

@testable import Shell

struct QuitCommandTests {
  @Test(arguments: ["quit", "exit", "bye"])
  func everyNameLeavesWithoutAWord(verb: String) throws {
    let shell = try ShellHarness()
    let outcome = shell.run("\(verb); set t=50")
    #expect(outcome.status == 0 && outcome.answers == "" && outcome.complaints == "")
    #expect(shell.interpreter.isQuitting && shell.session.settings.t == 42)
  }

  @Test func askingForHelpDoesNotLeave() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("quit --help").contains("Also: exit, bye."))
    #expect(!shell.interpreter.isQuitting)
  }
}
