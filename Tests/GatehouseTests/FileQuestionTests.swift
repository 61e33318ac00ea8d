import TestSupport
import Testing

/// A file that is there: a person at the terminal is asked, nobody else's is replaced.
struct FileQuestionTests {
  private static let question = "is there already. Replace it? (y or n)"

  @Test func aPersonMayReplaceIt() throws {
    let user = try TestUser()
    let terminal = try user.openShell()
    try terminal.run("calc 1; export a.md")
    terminal.enter("calc 2; export a.md")
    try terminal.expectScreen(Self.question)
    terminal.send("y")
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("Replace"))
    #expect(user.home.text(of: "a.md")?.contains("= 2") == true)
  }

  @Test(arguments: [KeyStroke("n"), .enter, .escape, .control("C")])
  func aPersonMayKeepIt(key: KeyStroke) throws {
    let user = try TestUser()
    let terminal = try user.openShell()
    try terminal.run("calc 1; export a.md")
    terminal.enter("calc 2; export a.md")
    try terminal.expectScreen(Self.question)
    terminal.send(key)
    try terminal.expectPrompt()
    #expect(terminal.screen.contains("it exists already; overwrite=yes replaces it"))
    #expect(user.home.text(of: "a.md")?.contains("= 1") == true)
  }

  @Test func offTheTerminalItStays() throws {
    let user = try TestUser()
    let first = try user.run("-c", "calc 1; export a.md; export a.md")
    #expect(first.status == .exited(1))
    #expect(first.error.contains("overwrite=yes replaces it"))
  }

  @Test func aRecordingSurvivesAKill() throws {
    let user = try TestUser()
    let terminal = try user.openShell()
    terminal.enter("record a.gate")
    try terminal.expectLine("(rec) gatehouse>")
    terminal.enter("calc 1+1")
    try terminal.expectScreen("= 2")
    try terminal.wait(for: "the file") { _ in user.home.text(of: "a.gate")?.hasSuffix("1\n") == true
    }
    terminal.kill()
    #expect(user.home.text(of: "a.gate")?.hasSuffix("\ncalc 1+1\n") == true)
  }
}
