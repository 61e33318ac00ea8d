import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The history of the real shell, on disk and at the prompt.
struct HistoryTests {
  private let file = ".local/state/gatehouse/history"

  @Test func itSurvivesARestart() throws {
    let user = try TestUser()
    let first = try user.openShell()
    try first.run("set t=7")
    try first.run("predict lstm")
    first.send(.control("D"))
    #expect(try first.waitForExit() == .exited(0))
    #expect(user.home.text(of: file) == "set t=7\npredict lstm\n")
    let second = try user.openShell()
    second.send(.up)
    try second.expectLine("gatehouse> predict lstm")
    second.send(.up)
    try second.expectLine("gatehouse> set t=7")
  }

  @Test func itIsPrivate() throws {
    let user = try TestUser()
    try user.openShell().run("set t=7")
    #expect(permissions(of: user.home.path(file)) == 0o600)
    #expect(permissions(of: user.home.path(".local/state/gatehouse")) == 0o700)
  }

  @Test func spaceLedLinesAndRepetitionsAreNotKept() throws {
    let user = try TestUser()
    let terminal = try user.openShell()
    for line in ["set t=7", " set t=8", "set t=7", "set t=7", "set t=9", "", "set t=7"] {
      try terminal.run(line)
    }
    #expect(user.home.text(of: file) == "set t=7\nset t=9\nset t=7\n")
    terminal.send(.up)
    terminal.send(.up)
    try terminal.expectLine("gatehouse> set t=9")
    terminal.send(.up)
    try terminal.expectLine("gatehouse> set t=7")
    terminal.send(.up)
    terminal.send("!")
    try terminal.expectLine("gatehouse> set t=7!")
  }

  @Test func aLineIsKeptBeforeItIsRun() throws {
    let user = try TestUser()
    let terminal = try user.openShell()
    terminal.enter("train lstm epochs=100000 units=200")
    try terminal.waitForEpoch(1)
    terminal.kill()
    _ = try terminal.waitForExit()
    #expect(user.home.text(of: file) == "train lstm epochs=100000 units=200\n")
  }

  @Test func twoShellsAtOnceLoseNothing() throws {
    let user = try TestUser()
    let first = try user.openShell()
    let second = try user.openShell()
    for number in 0..<4 {
      try first.run("set t=1\(number)")
      try second.run("set t=2\(number)")
    }
    for terminal in [first, second] {
      terminal.send(.control("D"))
      #expect(try terminal.waitForExit() == .exited(0))
    }
    let lines = try #require(user.home.text(of: file)).split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines.filter { $0.hasPrefix("set t=1") } == (10...13).map { "set t=\($0)" })
    #expect(lines.filter { $0.hasPrefix("set t=2") } == (20...23).map { "set t=\($0)" })
    // A shell's own lines are what its arrow brings back.
    let third = try user.openShell()
    third.send(.up)
    try third.expectLine("gatehouse> \(try #require(lines.last))")
  }

  @Test func manyShellsThatTypeAtOnceLoseNothing() throws {
    let user = try TestUser()
    let terminals = try (0..<8).map { _ in try user.openShell() }
    for round in 0..<5 {
      for (number, terminal) in terminals.enumerated() {
        terminal.enter("set t=\(100 * number + round + 10)")
      }
    }
    for terminal in terminals {
      try terminal.wait(for: "the last prompt") {
        $0.screen.promptsSeen == 6 && $0.screen.rowOfCursor == TestUser.prompt
      }
    }
    let lines = try #require(user.home.text(of: file)).split(separator: "\n")
    #expect(Set(lines).count == 40 && lines.count == 40)
  }

  @Test func itIsBounded() throws {
    let user = try TestUser()
    try user.home.write((0..<2_100).map { "set t=\($0)\n" }.joined(), to: file)
    let terminal = try user.openShell()
    try terminal.run("set digits=6")
    let lines = try #require(user.home.text(of: file)).split(separator: "\n")
    #expect(lines.count <= 2_001)
    #expect(lines.suffix(2) == ["set t=2099", "set digits=6"])
  }

  @Test func controlRFindsBackwards() throws {
    let user = try TestUser()
    try user.home.write("gates gru t=77\nset digits=6\n", to: file)
    let terminal = try user.openShell()
    terminal.send(.control("R"))
    terminal.send("gru")
    try terminal.expectScreen("gates gru t=77")
    terminal.send(.enter)
    try terminal.expectScreen("GRU at t=")
  }

  @Test func theCommandShowsIt() throws {
    let user = try TestUser()
    try user.home.write("gates gru t=77\nset digits=6\n", to: file)
    let terminal = try user.openShell()
    try terminal.run("history")
    #expect(terminal.screen.rows.contains { $0.hasSuffix("gates gru t=77") })
    #expect(terminal.screen.rows.contains { $0.hasSuffix("set digits=6") })
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x00, 0x0A, 0x1B, 0x5B, 0x32, 0x4A, 0x0A],
    Array("_HiStOrY_V2_\nset\\040t=7\n".utf8), Array("set t=7\ncut sho".utf8),
  ])
  func aForeignOrBrokenFileIsNoTrouble(_ bytes: [UInt8]) throws {
    let user = try TestUser()
    try user.home.write(bytes, to: file)
    let terminal = try user.openShell()
    #expect(terminal.screen.rows.count { !$0.isEmpty } == 3)
    terminal.send(.up)
    terminal.send(.control("U"))
    try terminal.run("set t=9")
    try terminal.run("history")
    #expect(!terminal.output.contains(sequence: [0x1B, 0x5B, 0x32, 0x4A]))
    #expect(user.home.text(of: file)?.hasSuffix("\nset t=9\nhistory\n") == true)
  }

  @Test func aFolderInItsPlaceIsToldAndTheShellWorks() throws {
    let user = try TestUser()
    try user.home.write("", to: file + "/x")
    let terminal = try user.openShell()
    #expect(terminal.screen.contains("the history is not read: "))
    try terminal.run("set t=7")
    terminal.send(.up)
    try terminal.expectLine("gatehouse> set t=7")
  }

  @Test(arguments: ["file/below", "/proc/nothing", "/dev/null"])
  func aStateFolderThatCannotBeIsToldOnceAndTheShellWorks(_ folder: String) throws {
    let home = try TemporaryFolder()
    try home.write("", to: "file")
    let path = folder.hasPrefix("/") ? folder : home.path(folder)
    let user = try TestUser(["GATEHOUSE_STATE": path])
    let terminal = try user.openShell()
    try terminal.run("set t=7")
    try terminal.run("set t=8")
    let messages = terminal.screen.everything.filter { $0.hasPrefix("the history is not ") }
    #expect(messages.count == 1)
    terminal.send(.up)
    try terminal.expectLine("gatehouse> set t=8")
  }

  @Test(arguments: ["/dev/null/home", "/proc", ""])
  func aHomeThatCannotBeWrittenKeepsTheShellWorking(_ home: String) throws {
    let user = try TestUser(["HOME": home, "GATEHOUSE_STATE": "/proc/nothing"])
    let terminal = try user.openShell()
    try terminal.run("predict lstm t=42")
    #expect(terminal.screen.contains("On this day copying today is closer."))
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func permissions(of path: String) -> mode_t? {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & 0o777 : nil
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    firstRange(of: sequence) != nil
  }
}
