import MarketSeries
import Recurrent
import Reports

/// The answer of `gates` about one step of one window.
struct GatesAtOneMoment {
  private let moments: GateMoments
  private let moment: GateMoments.Moment
  private let data: MarketData?
  private let request: GatesRequest

  init(_ moments: GateMoments, data: MarketData?, request: GatesRequest) {
    self.moments = moments
    moment = moments.moments[0]
    self.data = data
    self.request = request
  }

  /// The quantities to show.
  private var shown: [Quantity] { request.gate.map { [$0] } ?? moments.quantities }

  func report() -> Report {
    if let unit = request.unit { return unitReport(unit) }
    var report = Report(title: moments.title(moment, data))
    report.values = moments.placeValues(moment, data)
    for quantity in shown {
      report.values.merge(quantity.statistics(moments.values(of: quantity, at: moment)).values)
    }
    let order = request.order { moments.values(of: $0, at: moment) }
    if let top = request.top, let gate = request.gate {
      report.add(topTable(top, by: gate))
    } else {
      for map in heatMaps(order) { report.add(map) }
      report.add(statisticsTable())
    }
    report.add(gatesTable(order))
    // One paragraph, so that the whole answer fits 24 lines with the prompt.
    report.add(
      paragraph: [moments.forecastSentence(data), meansSentence()].compactMap(\.self)
        .joined(separator: "\n"))
    moments.addUnclamped(to: &report, shown: shown, data)
    return report
  }

  // MARK: Pictures

  /// One map of the gates between 0 and 1, one of the quantities with a sign.
  private func heatMaps(_ order: [Int]) -> [HeatMap] {
    let gates = shown.filter { $0.kind == .gate }
    let states = shown.filter { $0.kind != .gate }
    return [("gates.map", gates), ("states.map", states)].filter { !$0.1.isEmpty }.map {
      name, shown in
      let rows = shown.map { quantity in
        let values = moments.values(of: quantity, at: moment)
        return order.map { values[$0] }
      }
      let isGate = shown[0].kind == .gate
      return HeatMap(
        name: name, range: isGate ? 0...1 : HeatMap.symmetricRange(of: rows),
        scale: isGate ? .sequential : .diverging, rowLabels: shown.map(\.name),
        columnLabels: order.map(String.init), rowAxis: "gate", columnAxis: "unit", values: rows,
        caption: caption(of: shown))
    }
  }

  /// The least and the largest value with their places, short enough to stand beside the scale.
  private func caption(of shown: [Quantity]) -> String? {
    let all = shown.map { ($0.name, $0.statistics(moments.values(of: $0, at: moment))) }
    guard let least = all.min(by: { $0.1.minimum < $1.1.minimum }),
      let most = all.max(by: { $0.1.maximum < $1.1.maximum })
    else { return nil }
    return
      "From \(decimals(Double(least.1.minimum), 2)) (\(least.0), unit \(least.1.minimumUnit)) to "
      + "\(decimals(Double(most.1.maximum), 2)) (\(most.0), unit \(most.1.maximumUnit))."
  }

  // MARK: Tables

  private func statisticsTable() -> Table {
    Table(
      name: "statistics",
      columns: [
        "gate", "mean", "min", "min unit", "max", "max unit", "below 0.1", "above 0.9",
      ],
      rows: shown.map { quantity in
        let statistics = quantity.statistics(moments.values(of: quantity, at: moment))
        return [
          .text(quantity.name), .float(statistics.mean), .float(statistics.minimum),
          .integer(statistics.minimumUnit), .float(statistics.maximum),
          .integer(statistics.maximumUnit), Value(statistics.leftSaturated),
          .integer(statistics.rightSaturated),
        ]
      })
  }

  /// All numbers, a row a unit: for JSON and exports; the screen has the heat map.
  private func gatesTable(_ order: [Int]) -> Table {
    let shown = shown
    let values = shown.map { moments.values(of: $0, at: moment) }
    return Table(
      name: "gates", columns: [Table.Column("unit")] + shown.map { Table.Column($0.name) },
      rows: order.map { unit in [.integer(unit)] + values.map { .float($0[unit]) } },
      isShown: false)
  }

  private func topTable(_ count: Int, by gate: Quantity) -> Table {
    let values = moments.values(of: gate, at: moment)
    let order = values.indices.sorted { (values[$0], $1) > (values[$1], $0) }.prefix(count)
    let all = moments.quantities
    return Table(
      name: "top", columns: [Table.Column("unit")] + all.map { Table.Column($0.name) },
      rows: order.map { unit in
        [.integer(unit)] + all.map { .float(moments.values(of: $0, at: moment)[unit]) }
      })
  }

  // MARK: Sentences

  /// What the gates do on average: "Mean: 72 % of the old c stays, …".
  private func meansSentence() -> String? {
    let parts = shown.compactMap { quantity in
      moments.notation.meaning(of: quantity).map {
        let mean = quantity.statistics(moments.values(of: quantity, at: moment)).mean
        return "\(Int((mean * 100).rounded())) % \($0)"
      }
    }
    guard !parts.isEmpty else { return nil }
    return "Mean: \(parts.joined(separator: ", "))."
  }

  // MARK: One unit

  private func unitReport(_ unit: Int) -> Report {
    let equations = UnitEquations(moments, moment, unit: unit)
    var report = Report(title: moments.title(moment, data) + ", unit \(unit)")
    report.values = moments.placeValues(moment, data)
    for quantity in shown {
      report.values.merge(equations.values(of: quantity))
      report.add(equation: equations.text(of: quantity))
    }
    report.add(equations.termsTable(of: shown))
    report.add(paragraph: moments.forecastSentence(data))
    moments.addUnclamped(to: &report, shown: shown, unit: unit, data)
    return report
  }
}
