import TestSupport

/// Somebody who uses the program: with a home folder of its own, where history and settings are, and
/// which is the current folder.
struct TestUser {
  /// The home folder.
  let home: TemporaryFolder
  /// The prompt of the shell, spaces at its end left out.
  static let prompt = "gatehouse>"

  private let program: String
  private let variables: [String: String]

  /// A user whose environment has these variables beside the usual ones; an empty value is kept.
  init(_ variables: [String: String] = [:]) throws {
    home = try TemporaryFolder()
    program = try builtProduct("gatehouse")
    self.variables = variables
  }

  /// All variables of the user's programs.
  var environment: [String: String] {
    testEnvironment(["HOME": home.path].merging(variables) { _, given in given })
  }

  /// Runs the program off the terminal, to its end.
  func run(_ arguments: String..., input: String = "") throws -> ProcessResult {
    try run(arguments, input: input)
  }

  /// Runs the program off the terminal, to its end.
  func run(_ arguments: [String], input: String = "") throws -> ProcessResult {
    try runProcess(
      program, arguments, input: input, environment: environment, folder: home.path)
  }

  /// Starts the program off the terminal.
  func start(_ arguments: String...) throws -> PipedProcess {
    try start(arguments)
  }

  /// Starts the program off the terminal.
  func start(_ arguments: [String]) throws -> PipedProcess {
    let process = try PipedProcess(
      program, arguments, environment: environment, folder: home.path)
    process.companion = home
    return process
  }

  /// Starts the program in a terminal.
  func startAtTerminal(
    _ arguments: String..., columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try startAtTerminal(arguments, columns: columns, rows: rows)
  }

  /// Starts the program in a terminal.
  func startAtTerminal(
    _ arguments: [String], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try terminal(running: program, arguments, columns: columns, rows: rows)
  }

  /// Opens the shell in a terminal and waits for its prompt.
  func openShell(columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let terminal = try startAtTerminal(columns: columns, rows: rows)
    try terminal.expectLine(Self.prompt)
    return terminal
  }

  /// Lets `sh`, with job control, run a script in a terminal; in it `$0` is the program.
  func runShellScript(_ script: String) throws -> PseudoTerminal {
    try terminal(running: "/bin/sh", ["-m", "-c", script, program])
  }

  private func terminal(
    running path: String, _ arguments: [String], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: path, arguments, environment: environment, folder: home.path, columns: columns,
      rows: rows)
    terminal.companion = home
    return terminal
  }
}

extension PseudoTerminal {
  /// Types a line and Enter.
  func enter(_ line: String) {
    send(line + "\r")
  }

  /// Whether the cursor was last shown, not hidden (DECTCEM).
  var cursorIsShown: Bool {
    let text = String(decoding: output, as: UTF8.self)
    let shown = text.ranges(of: "\u{1B}[?25h").last?.lowerBound
    let hidden = text.ranges(of: "\u{1B}[?25l").last?.lowerBound
    guard let hidden else { return true }
    return shown.map { $0 > hidden } ?? false
  }

  /// The epoch that the bar of a training shows; 0 where there is none.
  var epoch: Int {
    let text = String(decoding: output.suffix(400), as: UTF8.self)
    guard let word = text.ranges(of: "epoch ").last else { return 0 }
    return Int(text[word.upperBound...].prefix { $0.isNumber }) ?? 0
  }

  /// Waits until a training is so far that its bar shows this epoch or a later one.
  func waitForEpoch(_ number: Int) throws {
    try wait(for: "epoch \(number)") { $0.epoch >= number }
  }

  /// Waits for an empty prompt below what the program has written.
  func expectPrompt() throws {
    try expectLine(TestUser.prompt)
  }

  /// Types a line, and waits until the prompt is back.
  func run(_ line: String) throws {
    let before = screen.promptsSeen
    enter(line)
    try wait(for: "the prompt after \"\(line)\"") {
      $0.screen.promptsSeen > before && $0.screen.rowOfCursor == TestUser.prompt
    }
  }
}

extension ScreenText {
  /// How many rows so far begin with the prompt.
  var promptsSeen: Int {
    (scrolledOff + rows).count { $0.hasPrefix(TestUser.prompt) }
  }

  /// All rows that were ever shown, the empty ones below the cursor left out.
  var everything: [String] { scrolledOff + rows.prefix(cursorRow + 1) }
}

extension TestUser {
  /// A CSV of days with a price each, as `data load` reads it.
  static func prices(_ count: Int) -> String {
    let rows = (0..<count).map { day in
      "2020-\(padded(1 + day / 28))-\(padded(1 + day % 28)),\(100 + day % 7)"
    }
    return (["Date,High"] + rows).joined(separator: "\n") + "\n"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension StringProtocol {
  /// Whether some line holds just these words, however far apart.
  func hasRow(_ words: Substring...) -> Bool {
    split(whereSeparator: \.isNewline).contains {
      $0.split(separator: " ").map { Substring($0) } == words
    }
  }
}

extension ScreenText {
  /// Whether some row of the screen holds just these words, however far apart.
  func hasRow(_ words: Substring...) -> Bool {
    rows.contains { $0.split(separator: " ") == words }
  }
}
