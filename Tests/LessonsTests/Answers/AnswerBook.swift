import Grammar
import Reports

@testable import Lessons

/// Answers commands from a table, in the place of a shell.
struct AnswerBook: Evaluator {
  var reports: [String: Report] = [:]

  init(_ values: [String: NamedValues] = [:]) {
    reports = values.mapValues { Report(values: $0) }
  }

  func report(of command: String) throws -> Report {
    guard let report = reports[command] else {
      throw Mistake("there is no command \"\(command)\"", at: nil)
    }
    return report
  }

  func value(of command: String) throws -> Value {
    let parts = command.split(separator: " pick=")
    guard parts.count == 2, let value = try report(of: String(parts[0])).values[String(parts[1])]
    else { throw Mistake("there is no value in \"\(command)\"", at: nil) }
    return value
  }
}

/// A template as a lesson writes it, with the draws a, b, t and v.
func draft(_ text: String) throws -> Template {
  try Template.parse(text, line: 1, draws: ["a", "b", "t", "v"])
}

/// The seed of one student.
func seed(
  _ student: String = "s001", classCode: String = "kl-2026", lesson: String = "ewma",
  page: String = "first", attempt: Int = 1
) -> DrawSeed {
  DrawSeed(
    classCode: classCode, student: student, lesson: lesson, page: page, attempt: attempt)
}
