import Grammar
import Recurrent
import Reports

/// The answer of `cell`.
struct BenchReport {
  /// How many lines of equations stand above the picture before the middle is left out.
  private static let mostLines = 4
  /// The width to which short equations are put on one line.
  private static let lineWidth = 76

  private let typed: TypedBench
  /// The step whose equations are shown, from 1; `nil` for as many as fit.
  private let onlyStep: Int?
  /// Whose letters the equations have.
  private let notation: Notation
  private let steps: [UnitBench.Step]

  init(_ typed: TypedBench, onlyStep: Int?, notation: Notation = .keras) {
    self.typed = typed
    self.onlyStep = onlyStep
    self.notation = notation
    steps = typed.bench.run(typed.inputs)
  }

  /// The whole answer.
  ///
  /// - Parameter arguments: What was typed, for the place of a step that is not there.
  /// - Returns: Equations, states as a line, and the table of all steps.
  /// - Throws: `Mistake` for a step that is not there, or where a sum overflows.
  func report(_ arguments: Arguments) throws(Mistake) -> Report {
    if let step = steps.firstIndex(where: { !$0.isFinite }) {
      throw Mistake(
        "the numbers overflow in step \(step + 1): the weights or inputs are too large to compute with",
        at: nil)
    }
    let title = CellTable.cell(named: typed.bench.cell.rawValue)?.title ?? ""
    var report = Report(title: "One \(title) unit over \(count(steps.count, "step"))")
    report.values = values
    report.add(equation: BenchEquations.letters(of: typed.bench, in: notation))
    if let onlyStep {
      guard steps.indices.contains(onlyStep - 1) else {
        throw Mistake(
          "step=\(onlyStep): there are steps 1 to \(steps.count)", at: arguments.place(of: "step"))
      }
      report.add(equation: lines(of: onlyStep - 1, width: 0).joined(separator: "\n"))
    } else {
      report.add(equation: equations.lines.joined(separator: "\n"))
    }
    report.add(table)
    if steps.count > 1 {
      report.add(plot)
    } else {
      report.add(paragraph: sentences.joined(separator: " "))
    }
    return report
  }

  // MARK: Numbers

  private var values: NamedValues {
    var values = NamedValues()
    values["h.last"] = Value(steps.last?.hidden)
    if let cell = steps.last?.cell { values["cell.last"] = .double(cell) }
    for (index, step) in steps.enumerated() {
      values["h.\(index + 1)"] = .double(step.hidden)
      if let cell = step.cell { values["cell.\(index + 1)"] = .double(cell) }
    }
    return values
  }

  /// Every step: what went in, the sums that were computed, the gates, the states.
  private var table: Table {
    let bench = typed.bench
    let parts = bench.cell.parts
    let sums = parts.filter { steps.first?.parts[$0]?.sum != nil }
    let gates = parts.filter { $0 != "hidden" }
    let hasCell = steps.first?.cell != nil
    let names =
      ["step", "x"] + sums.map { $0 == "hidden" ? "sum" : $0 + ".sum" } + gates
      + (hasCell ? ["cell"] : []) + ["hidden"]
    return Table(
      name: "steps", columns: names.map { Table.Column($0) },
      rows: steps.enumerated().map { index, step in
        [.integer(index + 1), .double(step.x)] + sums.map { Value(step.parts[$0]?.sum) }
          + gates.map { .double(step.value($0)) }
          + (step.cell.map { [.double($0)] } ?? []) + [.double(step.hidden)]
      }, isShown: false)
  }

  // MARK: Equations

  /// The equations of all steps; where they would not fit, the first step's, and the states of some
  /// later ones and of the last, with the first step of which something is left out, from 0.
  private var equations: (lines: [String], leftOut: Int?) {
    if steps.count <= Self.mostLines {
      let all = steps.indices.map { lines(of: $0) }
      if steps.count <= 2 || all.joined().count <= Self.mostLines {
        return (all.flatMap(\.self), nil)
      }
    }
    var first = lines(of: 0)
    var last = lines(of: steps.count - 1, statesOnly: true)
    // From both ends towards the middle, as many as there is room for.
    for index in 1..<max(2, steps.count / 2) {
      let before = lines(of: index, statesOnly: true)
      let after = lines(of: steps.count - 1 - index, statesOnly: true)
      guard first.count + before.count + last.count + after.count <= Self.mostLines else { break }
      first += before
      last = after + last
    }
    return (first + last, typed.bench.cell == .rnn ? first.count : 1)
  }

  /// The equations of a step, short ones side by side up to a width.
  private func lines(
    of index: Int, width: Int = lineWidth, statesOnly: Bool = false
  ) -> [String] {
    let head = "\(index + 1): "
    let indent = String(repeating: " ", count: head.count)
    let equations = BenchEquations(bench: typed.bench, step: steps[index], notation: notation)
    return (statesOnly ? equations.states : equations.all).reduce(into: []) { lines, equation in
      guard let last = lines.last else {
        lines.append(head + equation)
        return
      }
      if last.count + equation.count + 3 <= width {
        lines[lines.count - 1] = last + ",  " + equation
      } else {
        lines.append(indent + equation)
      }
    }
  }

  // MARK: The picture and the sentences

  private var plot: LinePlot {
    let places = steps.indices.map { Double($0 + 1) }
    var series = [LinePlot.Series(name: "h", x: places, y: steps.map(\.hidden))]
    if steps.first?.cell != nil {
      series.append(LinePlot.Series(name: "c", x: places, y: steps.map(\.cell)))
    }
    return LinePlot(
      name: "states", axis: LinePlot.Axis(x: "step", y: "state"), series: series,
      caption: sentences.joined(separator: " "))
  }

  private var sentences: [String] {
    guard let last = steps.last else { return [] }
    let cell = last.cell.map { " and c at \(shownNumber($0))" } ?? ""
    var sentences = ["h ends at \(shownNumber(last.hidden))\(cell)."]
    if !typed.defaults.isEmpty {
      let gates = typed.defaults.map { "\($0.name) = \(shownNumber($0.value))" }
      sentences.append("Not typed: \(gates.joined(separator: ", ")).")
    }
    if !typed.hasRecurrentWeight, typed.isComputed {
      switch typed.bench.cell {
      case .rnn: sentences.append("v is 0, so nothing of h' comes back; v=0.5 brings half of it.")
      case .gru:
        sentences.append("v is 0, so reset does nothing.")
      case .lstm: break
      }
    }
    if onlyStep == nil, let step = equations.leftOut {
      sentences.append("step=\(step + 1) shows step \(step + 1).")
    }
    return sentences
  }
}

extension UnitBench.Step {
  /// Whether all sums and states are numbers.
  fileprivate var isFinite: Bool {
    hidden.isFinite && cell?.isFinite != false
      && parts.values.allSatisfy { $0.sum?.isFinite != false && $0.value.isFinite }
  }
}

extension TypedBench {
  /// Whether the state or the candidate comes from a sum.
  fileprivate var isComputed: Bool {
    switch bench.sources["candidate"] ?? bench.sources["hidden"] {
    case .computed: true
    default: false
    }
  }
}
