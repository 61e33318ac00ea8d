import Grammar
import Reports

/// Computes as another evaluator does, and knows what `last` is: the answer at hand.
struct LastAnswer<Source: Evaluator>: Evaluator {
  /// Nil where the other evaluator knows what `last` is.
  let report: Report?
  let evaluator: Source

  func value(of command: String) throws -> Value {
    guard let report, let invocation = CommandLine(parsing: command).invocations.first,
      invocation.verb.text == "last",
      let name = invocation.pairs.first(where: { $0.key.text == "pick" })?.value.text
    else { return try evaluator.value(of: command) }
    guard let value = report.values[name] else {
      throw Mistake(
        "the last answer has no value \(name)", at: nil,
        hint: nearestWord(to: name, among: report.values.names))
    }
    return value
  }

  func report(of command: String) throws -> Report {
    try evaluator.report(of: command)
  }
}
