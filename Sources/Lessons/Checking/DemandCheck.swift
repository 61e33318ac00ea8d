import Grammar
import Reports

/// Holds the demands of a check block against the last answer.
struct DemandCheck {
  private let report: Report?
  private let draws: Draws
  private let evaluator: PageEvaluator
  private let log: CheckLog

  init(_ report: Report?, _ draws: Draws, _ evaluator: PageEvaluator, _ log: CheckLog) {
    self.report = report
    self.draws = draws
    self.evaluator = evaluator
    self.log = log
  }

  /// Proves every demand.
  ///
  /// - Throws: What interrupts.
  func check(_ block: CheckBlock) throws {
    for (line, demand) in block.demands {
      guard let report else {
        log.add("no command has answered before this", line: line)
        continue
      }
      try check(demand, of: report, line: line)
    }
  }

  private func check(_ demand: CheckBlock.Demand, of report: Report, line: Int) throws {
    switch demand {
    case .near(let name, let expected, let tolerance):
      let number = try log.attempt(line) {
        try expected.expression(with: draws).value(evaluator)
      }
      guard let number else { return }
      let wanted = "expected \(NumberFormat.text(number, .shortest))"
      expect(name, in: report, line: line, wanted) { value in
        value.number.map { tolerance.accepts($0, for: number) } ?? false
      }
    case .inside(let name, let range):
      let ends = [range.lowerBound, range.upperBound].map { NumberFormat.text($0, .shortest) }
      let wanted = "expected \(ends.joined(separator: ".."))"
      expect(name, in: report, line: line, wanted) { value in
        value.number.map(range.contains) ?? false
      }
    case .text(let name, let text):
      expect(name, in: report, line: line, "expected \(text)") { $0 == .text(text) }
    case .block(let name):
      guard report.block(named: name) == nil else { return }
      log.add("the last answer has no block \(name)", line: line)
    }
  }

  private func expect(
    _ name: String, in report: Report, line: Int, _ wanted: String, _ holds: (Value) -> Bool
  ) {
    guard let value = report.values[name] else {
      return log.add(
        "the last answer has no value \(name)", line: line,
        hint: nearestWord(to: name, among: report.values.names))
    }
    guard !holds(value) else { return }
    log.add(
      "\(name) is not what it should be", line: line,
      detail: "it is \(NumberFormat.text(value, .shortest)), \(wanted)")
  }
}
