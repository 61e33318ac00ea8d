import Recurrent
import Reports

/// The pages of `walk` about all units in summary.
struct SummaryWalk {
  private let moments: GateMoments
  private let moment: GateMoments.Moment

  init(_ moments: GateMoments, _ moment: GateMoments.Moment) {
    self.moments = moments
    self.moment = moment
  }

  func report() -> Report {
    var report = Report()
    let quantities = moments.quantities
    report.add(paragraph: opening)
    for (index, quantity) in quantities.enumerated() {
      report.addPause()
      let values = moments.values(of: quantity, at: moment)
      let statistics = quantity.statistics(values)
      report.values.merge(statistics.values)
      report.add(
        paragraph: "\(index + 1) of \(quantities.count): \(quantity.heading(in: moments.notation))")
      report.add(equation: letters(of: quantity))
      report.add(table(of: quantity, values))
      report.add(map(of: quantity, values, caption: sentence(about: quantity, statistics)))
    }
    return report
  }

  private var opening: String {
    let before = moments.hiddenBefore(moment)
    let states = count(moments.trace.units, "state") + " h' of the step before"
    guard let least = before.min(), let most = before.max(), least != 0 || most != 0 else {
      return "In come \(moments.inputText(moment)) and the \(states), all of them 0."
    }
    return "In come \(moments.inputText(moment)) and the \(states), from \(shownNumber(least)) to "
      + "\(shownNumber(most)). \(count(moments.trace.units, "unit")) at once; unit=0 shows one with "
      + "its numbers."
  }

  /// The equation of a quantity for all units, and that of its sum.
  private func letters(of quantity: Quantity) -> String {
    let notation = moments.notation
    let formula = notation.formula(
      moments.model.network.cell.formula(
        of: quantity.name, unit: 0, step: moment.step, sequence: moment.sequence,
        in: moments.trace), of: quantity)
    let equation = "\(notation.symbol(of: quantity)) = \(formula.parts.map(\.letters).joined())"
    switch quantity.kind {
    case .state: return equation
    case .sum: return "a = \(sumLetters(of: quantity))"
    case .gate, .candidate: return "\(equation),  a = \(sumLetters(of: quantity))"
    }
  }

  private func sumLetters(of quantity: Quantity) -> String {
    let cell = moments.model.network.cell
    guard type(of: cell).name == GRUCell.name else { return "W·x + U·h' + b" }
    switch (quantity.kind, cell.options.resetAfter) {
    case (.candidate, true): return "W·x + b + r·(U·h' + b')"
    case (.candidate, false): return "W·x + U·(r·h') + b"
    case (_, true): return "W·x + U·h' + b + b'"
    case (_, false): return "W·x + U·h' + b"
    }
  }

  /// Mean, least and greatest over the units: of the parts of the sum, the sum, and the quantity.
  private func table(of quantity: Quantity, _ values: ContiguousArray<Float>) -> Table {
    var rows: [[Value]] = []
    if let sums = moments.sums(of: quantity, at: moment) {
      let parts = sums.indices.compactMap {
        moments.sumParts(of: quantity, unit: $0, at: moment)
      }
      rows = [
        row("from x", ContiguousArray(parts.map(\.inputs)), quantity),
        row("from the states", ContiguousArray(parts.map(\.states)), quantity),
        row("from the biases", ContiguousArray(parts.map(\.biases)), quantity),
      ]
      if quantity.kind != .sum { rows.append(row("sum", sums, quantity)) }
    }
    rows.append(row(quantity.name, values, quantity))
    return Table(
      name: quantity.name + ".parts", columns: ["what", "mean", "min", "max"], rows: rows)
  }

  private func row(
    _ name: String, _ values: ContiguousArray<Float>, _ quantity: Quantity
  ) -> [Value] {
    let statistics = quantity.statistics(values)
    return [
      .text(name), .float(statistics.mean), .float(statistics.minimum), .float(statistics.maximum),
    ]
  }

  private func map(
    of quantity: Quantity, _ values: ContiguousArray<Float>, caption: String
  ) -> HeatMap {
    let isGate = quantity.kind == .gate
    let rows = [Array(values)]
    return HeatMap(
      name: quantity.name, range: isGate ? 0...1 : HeatMap.symmetricRange(of: rows),
      scale: isGate ? .sequential : .diverging, rowLabels: [quantity.name],
      columnLabels: values.indices.map(String.init), rowAxis: "gate", columnAxis: "unit",
      values: rows, caption: caption)
  }

  private func sentence(about quantity: Quantity, _ statistics: QuantityStatistics) -> String {
    if moments.trace.held[quantity.name] != nil {
      return "It is held, whatever the sums are."
    }
    if let meaning = moments.notation.meaning(of: quantity) {
      return "On average \(Int((Double(statistics.mean) * 100).rounded())) % \(meaning)."
    }
    return "From \(shownNumber(statistics.minimum)) in unit \(statistics.minimumUnit) to "
      + "\(shownNumber(statistics.maximum)) in unit \(statistics.maximumUnit)."
  }
}
