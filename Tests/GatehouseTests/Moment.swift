import TestSupport
import Testing

/// What a person may be about when a signal comes, the terminal is closed or the input ends.
struct Moment: CustomStringConvertible {
  let description: String
  /// The lines that were run before.
  var lines: [String] = []
  /// What is typed then.
  let typed: String
  /// What the screen shows then, on one row.
  let shown: String
  /// The keys after which the prompt of the shell is there again.
  let leaving: KeyStroke
  /// The t that is set then, where what was typed is still there.
  var setting: Substring?
  /// The prompt after Ctrl-C.
  var prompt = TestUser.prompt
  /// The prompt after Ctrl-D; `nil` where the shell has ended.
  var lineAfterEndOfInput: String? = TestUser.prompt
  /// Whether a command runs, so that the terminal is not held.
  var isRunning = false

  static let all = [
    Moment(
      description: "an empty prompt", typed: "", shown: "gatehouse>", leaving: .enter,
      lineAfterEndOfInput: nil),
    Moment(
      description: "half a line", typed: "set t=7", shown: "gatehouse> set t=7",
      leaving: KeyStroke("8\r"), setting: "78", lineAfterEndOfInput: "gatehouse> set t=7"),
    Moment(
      description: "a search in the history", lines: ["set t=77"], typed: "\u{12}t=7",
      shown: "bck:t=7", leaving: .enter, setting: "77", lineAfterEndOfInput: "gatehouse> set =77"),
    Moment(
      description: "a training", typed: "train lstm epochs=100000 units=50\r", shown: " epoch ",
      leaving: .control("C"), lineAfterEndOfInput: nil, isRunning: true),
    Moment(
      description: "a pause", typed: "help train\r", shown: "more lines: Enter goes on, q ends",
      leaving: KeyStroke("q")),
    Moment(
      description: "a walk", typed: "walk lstm t=42\r", shown: "-- Enter goes on, q ends",
      leaving: KeyStroke("q")),
    Moment(
      description: "a question", lines: ["calc 1; export a.md"],
      typed: "calc 2; export a.md\r", shown: "Replace it? (y or n)", leaving: KeyStroke("n")),
    Moment(
      description: "a full screen", typed: "browse lstm t=42\r", shown: "q leaves",
      leaving: KeyStroke("q")),
    Moment(
      description: "a page of a lesson", typed: "lesson welcome\r", shown: "welcome 1/12>",
      leaving: .control("D"), prompt: "welcome 1/12>"),
    Moment(
      description: "a question of a lesson", typed: "lesson welcome\rdata\r50",
      shown: "welcome 1/12> 50", leaving: KeyStroke("\u{15}\u{4}"), prompt: "welcome 1/12>",
      lineAfterEndOfInput: "welcome 1/12> 50"),
  ]

  /// Brings a shell that stands at its prompt to this moment.
  func reach(_ terminal: PseudoTerminal) throws {
    for line in lines { try terminal.run(line) }
    terminal.send(typed)
    try terminal.expectScreen(shown)
    try terminal.wait(for: "the terminal to be held, or not") { $0.isSetAsAtStart == isRunning }
  }

  /// Goes on from this moment to the prompt of the shell.
  func leave(_ terminal: PseudoTerminal) throws {
    terminal.send(leaving)
    try terminal.expectPrompt()
    if let setting { #expect(terminal.screen.hasRow("t", setting)) }
  }

  /// Whether what was typed and answered before this moment is kept on disk.
  func isKept(in home: TemporaryFolder) -> Bool {
    let history = home.text(of: ".local/state/gatehouse/history") ?? ""
    let entered =
      lines
      + typed.split(separator: "\r", omittingEmptySubsequences: false).dropLast()
      .map { String($0) }
    let isLesson = typed.hasPrefix("lesson")
    let progress = home.text(of: ".local/state/gatehouse/progress") ?? ""
    return history == entered.map { $0 + "\n" }.joined()
      && isLesson == progress.contains("\nlesson welcome ")
      && home.text(of: "a.md")?.contains("= 2") != true
  }
}
