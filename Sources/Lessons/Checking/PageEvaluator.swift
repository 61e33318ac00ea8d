import Grammar
import Reports

/// Computes as the host does, and refuses `last` where no command has run on the page: what ran on the
/// page before is another thing after `goto`, in a review, and on the core path.
struct PageEvaluator: Evaluator {
  let host: any CheckHost
  let hasAnswer: Bool

  func value(of command: String) throws -> Value {
    if !hasAnswer, verb(of: command) == "last" {
      throw Mistake("last is asked for, and no command has run on this page before", at: nil)
    }
    return try host.value(of: command)
  }

  func report(of command: String) throws -> Report { try host.report(of: command) }
}
