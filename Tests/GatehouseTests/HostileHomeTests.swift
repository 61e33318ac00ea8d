import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What stands in a home folder and is no settings, no history, no progress and no script: the shell opens
/// all the same.
struct HostileHomeTests {
  private static let settings: [(what: String, text: String)] = [
    ("empty", ""), ("NULs", String(repeating: "\0", count: 5_000)),
    ("an escape", "\u{1B}]0;owned\u{7}\n"), ("a C1 control", "bind \u{9B} \u{9B}31m\n"),
    ("a line of a megabyte", String(repeating: "a", count: 1_000_000)),
    ("two megabytes", String(repeating: "bind\n", count: 400_000)),
    ("an open quotation", "bind \"^X ed-kill-line\n"),
    ("an open apostrophe", "bind '^X ed-kill-line\n"),
    ("a backslash at the end", "bind ^X \\\n"), ("a comment with an apostrophe", "# don't\n"),
    ("no command", "rm -rf /\n"),
    ("a key without end", "bind \(String(repeating: "^[", count: 5_000)) ed-kill-line\n"),
    (
      "Enter and Tab taken away",
      "bind ^M ed-unassigned\nbind ^J ed-unassigned\nbind ^I ed-unassigned\n"
    ),
    ("a size of nothing", "setty -a\nsettc li 0\nsettc co 0\n"),
  ]

  @Test(arguments: settings)
  func foreignSettingsLeaveTheShellUsable(what: String, text: String) throws {
    let user = try TestUser()
    _ = try user.home.write(text, to: ".editrc")
    try expectAnswers(user)
  }

  @Test func doctorTellsOfSettingsThatAreLeftAlone() throws {
    let user = try TestUser()
    _ = try user.home.write("bind ^X ed-kill-line\n", to: ".editrc")
    let advice = "your .editrc is left alone"
    #expect(try !user.run("doctor").output.contains(advice))
    _ = try user.home.write("bind \"^X ed-kill-line\n", to: ".editrc")
    #expect(try user.run("doctor").output.contains(advice))
  }

  @Test(arguments: ["pipe", "zeros", "folder", "nowhere", "loop"])
  func settingsThatAreNoFileAreLeftAlone(kind: String) throws {
    let user = try TestUser()
    try place(kind, at: user.home.path(".editrc"))
    try expectAnswers(user)
  }

  @Test(arguments: ["pipe", "zeros", "folder", "loop"])
  func whatIsNoHistoryIsTold(kind: String) throws {
    let user = try TestUser()
    _ = try user.home.write("", to: ".local/state/gatehouse/other")
    try place(kind, at: user.home.path(".local/state/gatehouse/history"))
    let terminal = try expectAnswers(user)
    #expect(terminal.screen.contains("the history is not read: cannot read"))
  }

  @Test(arguments: ["pipe", "zeros", "folder", "loop"])
  func whatIsNoInitialScriptIsTold(kind: String) throws {
    let user = try TestUser()
    _ = try user.home.write("", to: ".config/gatehouse/other")
    try place(kind, at: user.home.path(".config/gatehouse/init.gate"))
    let terminal = try expectAnswers(user)
    #expect(terminal.screen.contains("cannot read"))
  }

  @Test func ctrlCEndsTheWaitForAPipe() throws {
    let user = try TestUser()
    let pipe = user.home.path("pipe")
    try place("pipe", at: pipe)
    let terminal = try user.openShell()
    terminal.enter("data load pipe; calc 1+1")
    // The pipe can be opened for writing once the shell waits for it.
    var writer: Int32 = -1
    try terminal.wait(for: "the shell at the pipe") { _ in
      writer = open(pipe, O_WRONLY | O_NONBLOCK)
      return writer >= 0
    }
    defer { close(writer) }
    terminal.send(.control("C"))
    try terminal.expect("cannot read pipe: interrupted")
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("= 2"))
    try terminal.run("calc 1+1")
    #expect(terminal.screen.contains("= 2"))
  }

  @discardableResult
  private func expectAnswers(_ user: TestUser) throws -> PseudoTerminal {
    let terminal = try user.openShell()
    try terminal.run("calc 1+1")
    #expect(terminal.screen.contains("= 2"))
    return terminal
  }

  /// Puts what is no regular file into a place.
  private func place(_ kind: String, at path: String) throws {
    switch kind {
    case "pipe": try #require(mkfifo(path, 0o600) == 0)
    case "zeros": try #require(symlink("/dev/zero", path) == 0)
    case "folder": try #require(mkdir(path, 0o700) == 0)
    case "nowhere": try #require(symlink("none", path) == 0)
    default: try #require(symlink(path, path) == 0)
    }
  }
}
