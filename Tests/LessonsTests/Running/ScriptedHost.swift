import Grammar
import Lessons
import Reports

/// A stand-in for the shell with a handful of commands.
///
/// `show x=2 y=3` answers these values, `double x=2` twice the value, `keep NAME` changes the session
/// and answers how many commands have changed it, `fail` fails, `stop` is interrupted, `flaky` fails as
/// often as `failures` says.
final class ScriptedHost: LessonHost {
  /// What interrupts a command.
  struct Interrupted: Error, CustomStringConvertible {
    let description = "interrupted"
  }

  /// What has been shown since it was last taken.
  private var shown: [String] = []
  /// What each call to `prepare(after:)` was given.
  private(set) var prepared: [[String]] = []
  /// What has run in the lesson's session since it was fresh.
  private(set) var session: [String] = []
  /// The lines of the student's own.
  private(set) var freeLines: [String] = []
  /// The progress kept, the latest last.
  private(set) var saved: [Progress] = []
  /// The notes written, by file.
  private(set) var notes: [String: String] = [:]
  /// How many commands have been answered, for whatever reason.
  private(set) var answerCount = 0
  /// How often `flaky` still fails.
  var failures = 0
  /// Commands without which no session can be prepared.
  var isPreparingBroken = false
  private var last: Report?

  static let verbs = ["show", "double", "keep", "fail", "stop", "flaky", "help", "progress"]

  /// What has been shown since the last call, as a terminal of 80 columns shows it.
  func takeShown() -> String {
    defer { shown = [] }
    return shown.joined()
  }

  // MARK: The lesson's side

  func show(_ report: Report) { shown.append(text(of: report)) }

  func show(_ report: Report, typed line: String) { show(report) }

  func show(_ report: Report, of command: String) {
    shown.append("> \(command)\n" + text(of: report))
  }

  func complain(_ mistake: Mistake, of command: String) {
    shown.append("> \(command)\n! \(mistake.message)\n")
  }

  func prepare(after commands: [String]) throws {
    prepared.append(commands)
    if isPreparingBroken { throw Mistake("a file is missing", at: nil) }
    session = []
    for command in commands { _ = try run(command) }
  }

  func run(_ command: String) throws -> Report {
    let report = try answer(to: command, after: session.count + 1)
    session.append(command)
    last = report
    return report
  }

  func save(_ progress: Progress) { saved.append(progress) }

  func day(of time: Int) -> String { "day \(time / 86_400)" }

  func writeNotes(_ markdown: String, to file: String) {
    notes[file] = markdown
    shown.append("written: \(file)\n")
  }

  // MARK: The student's side

  func reading(_ line: String) -> LineReading {
    guard let verb = CommandLine(parsing: line).invocations.first?.verb.text else { return .other }
    if verb == "?" { return .command(verb: "help") }
    if Self.verbs.contains(verb) { return .command(verb: verb) }
    let nearest = nearestWord(to: verb, among: Self.verbs)
    return nearest.map { .nearCommand(verb: verb, nearest: $0) } ?? .other
  }

  func runFree(_ line: String) -> Bool {
    freeLines.append(line)
    do {
      shown.append("free " + text(of: try answer(to: line, after: session.count)))
      return true
    } catch {
      shown.append("free ! \(line)\n")
      return false
    }
  }

  // MARK: Evaluator

  func report(of command: String) throws -> Report {
    try answer(to: command, after: session.count)
  }

  func value(of command: String) throws -> Value {
    guard let call = CommandLine(parsing: command).invocations.first,
      let name = call.pairs.first(where: { $0.key.text == "pick" })?.value.text
    else { throw Mistake("pick= is missing", at: nil) }
    let report = call.verb.text == "last" ? last : try report(of: command)
    guard let value = report?.values[name] else { throw Mistake("no value \(name)", at: nil) }
    return value
  }

  // MARK: Commands

  private func answer(to command: String, after changes: Int) throws -> Report {
    answerCount += 1
    let parsed = CommandLine(parsing: command)
    if let mistake = parsed.mistake { throw mistake }
    guard let call = parsed.invocations.first else { throw Mistake("no command", at: nil) }
    var report = Report(title: "about \(call.verb.text)")
    let factor: Double
    switch call.verb.text {
    case "show": factor = 1
    case "double": factor = 2
    case "keep":
      report.values["changes"] = .integer(changes)
      return report
    case "help": return report
    case "stop": throw Interrupted()
    case "flaky" where failures <= 0: return report
    case "flaky":
      failures -= 1
      throw Mistake("not this time", at: nil)
    default: throw Mistake("\(call.verb.text) fails", at: nil)
    }
    if let word = call.words.first {
      throw Mistake("\(word.text) has no place here", at: word.range)
    }
    for pair in call.pairs where pair.key.text != "pick" {
      guard let number = Double(pair.value.text) else {
        throw Mistake("\(pair.value.text) is no number", at: pair.value.range)
      }
      report.values[pair.key.text] = .double(factor * number)
    }
    return report
  }

  private func text(of report: Report) -> String {
    TextRenderer(TerminalCapabilities(width: 80)).render(report)
  }
}
