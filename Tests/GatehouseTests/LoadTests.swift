import TestSupport
import Testing

/// Many shells at once, in one home and in many: `make torture` starts 200, a usual test run a few.
struct LoadTests {
  private static let shells = torture ?? 6
  /// A lesson has at most 100 pages, so some shells do the same one.
  private static let pages = min(shells, 100)

  /// A student, and the lesson.
  private func student() throws -> TestUser {
    let user = try TestUser()
    try user.home.write(NumberedLesson.text(pages: Self.pages), to: "lessons/mine.md")
    #expect(try user.run("enrol", "anna7").status == .exited(0))
    return user
  }

  /// A program off the terminal that looks at gates and does one page of the lesson.
  private func start(_ page: Int, _ user: TestUser) throws -> PipedProcess {
    let file = "script-\(page)"
    try user.home.write(
      "gates lstm t=42\nlesson mine\ngoto p\(page)\n\(page + 100)\n", to: file)
    let process = try PipedProcess(
      "/bin/sh",
      ["-c", "exec \"$0\" --lessons lessons < \(file)", builtProduct("gatehouse")],
      environment: user.environment, folder: user.home.path)
    process.companion = user.home
    return process
  }

  @Test func eachInAHomeOfItsOwnAnswersTheSame() throws {
    let lone = try start(1, student()).finish()
    #expect(lone.status == .exited(0) && lone.error == "")
    let users = try (0..<Self.shells).map { _ in try student() }
    let processes = try users.map { try start(1, $0) }
    for process in processes { #expect(try process.finish(within: 600) == lone) }
    for user in users { #expect(try NumberedLesson.pagesDone(in: user.home) == [1]) }
  }

  @Test func allInOneHomeLoseNoPage() throws {
    let user = try student()
    let gates = try user.run("gates", "lstm", "t=42").output
    let processes = try (0..<Self.shells).map { try start($0 % Self.pages + 1, user) }
    for process in processes {
      let result = try process.finish(within: 600)
      #expect(result.status == .exited(0) && result.error == "")
      #expect(result.output.hasPrefix(gates))
    }
    #expect(try NumberedLesson.pagesDone(in: user.home) == Set(1...Self.pages))
  }

  @Test func allAtTerminalsInOneHomeLoseNoLineAndNoPage() throws {
    let user = try student()
    let terminals = try (0..<Self.shells).map { _ in
      try user.startAtTerminal("--lessons", "lessons")
    }
    for (number, terminal) in terminals.enumerated() {
      let page = number % Self.pages + 1
      for line in ["set t=\(number + 10)", "lesson mine", "goto p\(page)", "\(page + 100)"] {
        terminal.enter(line)
      }
      terminal.enter("quit")
    }
    for terminal in terminals {
      #expect(try terminal.waitForExit(within: 600) == .exited(0))
      #expect(!terminal.screen.everything.contains { $0.contains("not kept") })
    }
    let history = try #require(user.home.text(of: ".local/state/gatehouse/history"))
    let lines = history.split(separator: "\n").map(String.init).sorted()
    let typed = (0..<Self.shells).flatMap { ["set t=\($0 + 10)", "lesson mine", "quit"] }
    #expect(lines == typed.sorted())
    #expect(try NumberedLesson.pagesDone(in: user.home) == Set(1...Self.pages))
  }

  @Test func twoShellsInOneLessonTakeTurns() throws {
    let user = try TestUser()
    try user.home.write(NumberedLesson.text(pages: 6), to: "lessons/mine.md")
    let shells = try (0..<2).map { _ in
      let terminal = try user.startAtTerminal("--lessons", "lessons", "lesson", "mine")
      try terminal.expectLine("mine 1/6>")
      return terminal
    }
    for page in 1...6 {
      let shell = shells[page % 2]
      shell.enter("goto p\(page)")
      try shell.expectLine("mine \(page)/6>")
      shell.enter("set t=\(page + 10)")
      try shell.wait(for: "the setting") { $0.screen.hasRow("t", "\(page + 10)") }
      shell.enter("\(page + 100)")
      try shell.wait(for: "page \(page) to be kept") { _ in
        (try? NumberedLesson.pagesDone(in: user.home)) == Set(1...page)
      }
    }
    for shell in shells {
      shell.enter("quit")
      #expect(try shell.waitForExit() == .exited(0))
    }
    #expect(
      user.home.text(of: ".local/state/gatehouse/history")
        == (1...6).map { "set t=\($0 + 10)\n" }.joined() + "quit\nquit\n")
  }
}
