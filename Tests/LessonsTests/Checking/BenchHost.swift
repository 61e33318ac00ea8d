import Grammar
import Lessons
import Reports

/// A shell of a few commands for tests of the checker.
///
/// `show x=2 y=3` answers these values, `double x=2` twice the value, `say word=hat` a text, `draw` a block
/// named `rows`, `set k=2` keeps a number that `get` answers (at first k = 1), `fail` fails and `stop` is
/// interrupted.
final class BenchHost: CheckHost {
  /// What interrupts a command.
  struct Interrupted: Error {}

  /// Every command that has run in the session, also by `prepare(after:)`.
  private(set) var ran: [String] = []
  /// Every command that was asked beside.
  private(set) var asked: [String] = []
  private var numbers: [String: Double] = [:]
  private var last: Report?

  static let verbs = ["show", "double", "say", "draw", "set", "get", "fail", "stop"]

  func prepare(after commands: [String]) throws {
    numbers = [:]
    last = nil
    for command in commands { _ = try run(command) }
  }

  func run(_ command: String) throws -> Report {
    ran.append(command)
    let call = try self.call(command)
    let report = try answer(to: call)
    if call.verb.text == "set" {
      for pair in call.pairs { numbers[pair.key.text] = Double(pair.value.text) }
    }
    last = report
    return report
  }

  func verb(of command: String) -> String? {
    let verb = CommandLine(parsing: command).invocations.first?.verb.text
    return verb.flatMap { Self.verbs.contains($0) ? $0 : nil }
  }

  func report(of command: String) throws -> Report {
    asked.append(command)
    return try answer(to: call(command))
  }

  func value(of command: String) throws -> Value {
    let call = try self.call(command)
    guard let name = call.pairs.first(where: { $0.key.text == "pick" })?.value.text else {
      throw Mistake("pick= is missing", at: nil)
    }
    let report = call.verb.text == "last" ? last : try self.report(of: command)
    guard let value = report?.values[name] else {
      throw Mistake("there is no value \(name)", at: nil)
    }
    return value
  }

  // MARK: Commands

  private func call(_ command: String) throws -> Invocation {
    let line = CommandLine(parsing: command)
    if let mistake = line.mistake { throw mistake }
    guard let call = line.invocations.first else { throw Mistake("no command", at: nil) }
    return call
  }

  private func answer(to call: Invocation) throws -> Report {
    var report = Report(title: "about \(call.verb.text)")
    let pairs = call.pairs.filter { $0.key.text != "pick" }
    switch call.verb.text {
    case "show", "double", "set":
      for pair in pairs {
        guard let number = Double(pair.value.text) else {
          throw Mistake("\(pair.value.text) is no number", at: pair.value.range)
        }
        report.values[pair.key.text] = .double(call.verb.text == "double" ? 2 * number : number)
      }
    case "say":
      for pair in pairs { report.values[pair.key.text] = .text(pair.value.text) }
    case "draw":
      report.add(Table(name: "rows", columns: ["row"]))
    case "get":
      report.values["k"] = .double(numbers["k"] ?? 1)
    case "fail": throw Mistake("this fails", at: nil)
    case "stop": throw Interrupted()
    default:
      throw Mistake(
        "there is no command \"\(call.verb.text)\"", at: call.verb.range,
        hint: nearestWord(to: call.verb.text, among: Self.verbs))
    }
    return report
  }
}
