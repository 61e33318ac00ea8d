import MarketSeries
import Recurrent
import Reports

/// The answer of `gates` about several days, or about all steps of a window.
struct GatesOverTime {
  private let moments: GateMoments
  private let data: MarketData?
  private let request: GatesRequest

  init(_ moments: GateMoments, data: MarketData?, request: GatesRequest) {
    self.moments = moments
    self.data = data
    self.request = request
  }

  /// The quantities to show.
  private var shown: [Quantity] { request.gate.map { [$0] } ?? moments.quantities }

  func report() -> Report {
    var report = Report(title: title)
    guard let last = moments.moments.last else { return report }
    report.values = moments.placeValues(last, data)
    for quantity in shown {
      report.values.merge(quantity.statistics(moments.values(of: quantity, at: last)).values)
    }
    if let top = request.top, let gate = request.gate {
      let least = gate.name == "forget"
      let places = moments.axis == .t ? (data?.dayNoun ?? "day") + "s" : "steps"
      report.add(topTable(top, by: gate, leastFirst: least))
      report.add(
        paragraph: least
          ? "The \(places) on which the forget gate is least open on average, where most is forgotten."
          : "The \(places) on which \(gate.name) is largest on average."
      )
    } else if let unit = request.unit {
      report.add(unitPlot(unit))
    } else {
      let order = request.order { moments.values(of: $0, at: last) }
      for quantity in shown { report.add(heatMap(of: quantity, order)) }
    }
    if moments.axis == .step { report.add(paragraph: moments.forecastSentence(data)) }
    moments.addUnclamped(to: &report, shown: shown, unit: request.unit, data)
    return report
  }

  private var title: String {
    guard let first = moments.moments.first, let last = moments.moments.last else {
      return moments.model.cellTitle
    }
    let name = moments.modelTitle
    let unit = request.unit.map { ", unit \($0)" } ?? ""
    switch (moments.axis, data) {
    case (.step, let data?):
      return
        "\(name) over all steps of the window that ends at \(data.rowText(last.row ?? 0))\(unit)"
    case (.step, nil):
      return "\(name) over \(moments.moments.count) typed inputs\(unit)"
    case (.t, let data?):
      let mode = moments.mode == .carry ? ", state carried on" : ""
      return
        "\(name) from \(data.rowText(first.row ?? 0)) to \(data.rowText(last.row ?? 0))\(mode)\(unit)"
    case (.t, nil):
      return name + unit
    }
  }

  /// The label of a moment: its row, or its step.
  private func label(_ moment: GateMoments.Moment) -> Int {
    moments.axis == .t ? moment.row ?? 0 : moment.step + 1
  }

  private func heatMap(of quantity: Quantity, _ order: [Int]) -> HeatMap {
    let columns = moments.moments.map { moments.values(of: quantity, at: $0) }
    let rows = order.map { unit in columns.map { $0[unit] } }
    let isGate = quantity.kind == .gate
    return HeatMap(
      name: quantity.name, title: quantity.name,
      range: isGate ? 0...1 : HeatMap.symmetricRange(of: rows),
      scale: isGate ? .sequential : .diverging, rowLabels: order.map(String.init),
      columnLabels: moments.moments.map { String(label($0)) }, rowAxis: "unit",
      columnAxis: moments.axis.rawValue, values: rows)
  }

  private func unitPlot(_ unit: Int) -> LinePlot {
    let inOrder = moments.moments.sorted { label($0) < label($1) }
    return LinePlot(
      name: "unit", axis: LinePlot.Axis(x: moments.axis.rawValue, y: "value"),
      series: shown.map { quantity in
        LinePlot.Series(
          name: quantity.name, x: inOrder.map { Double(label($0)) },
          y: inOrder.map { Double(moments.values(of: quantity, at: $0)[unit]) })
      })
  }

  private func topTable(_ count: Int, by gate: Quantity, leastFirst: Bool) -> Table {
    let means = moments.moments.map {
      QuantityStatistics.mean(of: moments.values(of: gate, at: $0))
    }
    let order = means.indices.sorted {
      means[$0] == means[$1] ? $0 < $1 : (means[$0] < means[$1]) == leastFirst
    }
    var columns = [Table.Column(moments.axis.rawValue)]
    if let data {
      columns += ["date", Table.Column("high", digits: .decimals(data.decimals()))]
    }
    columns.append(Table.Column(gate.name + ".mean"))
    if data != nil { columns.append("part") }
    return Table(
      name: "top", columns: columns,
      rows: order.prefix(count).map { index in
        let moment = moments.moments[index]
        var row: [Value] = [.integer(label(moment))]
        guard let data, let place = moment.row else { return row + [.float(means[index])] }
        row += [Value(data.dateText(place)), Value(data.high(at: place))]
        return row + [.float(means[index]), .text(data.dataset.part(of: place).rawValue)]
      })
  }
}
