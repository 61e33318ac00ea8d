import Recurrent
import Reports

/// The answer of `ewma` about many rows: the curves beside the series.
struct EwmaCurves {
  /// How many bars show an impulse: on the screen they are the memory itself.
  private static let impulseBars = 12

  let series: AveragedSeries
  let averages: [MovingAverage]
  let rows: ClosedRange<Int>

  func report() -> Report {
    let last = rows.upperBound
    var report = Report(
      title: "EWMA of \(series.title), \(series.rowText(rows.lowerBound)) to "
        + "\(series.rowText(last)), \(averages.names)")
    report.values = [
      "t": .integer(last), "date": Value(series.dateText(last)),
      "value": .double(series.values[last]),
    ]
    for average in averages {
      report.values.merge(average.values(at: last))
      report.values.merge(seen(of: average))
    }
    if series.signal == .impulse, averages.count == 1, rows.lowerBound == 0 {
      report.add(impulse(averages[0]))
    } else {
      report.add(plot)
    }
    report.add(table)
    if let table = averages.memoryTable { report.add(table) }
    if let warning = averages.warning { report.add(paragraph: warning) }
    return report
  }

  // MARK: Pictures

  private var plot: LinePlot {
    var lines = [LinePlot.Series(name: series.title, rows: rows) { series.values[$0] }]
    for average in averages {
      lines.append(LinePlot.Series(name: average.name, rows: rows) { average.mean[$0] })
    }
    // Of several averages the corrected ones would be a thicket; the table has them.
    if averages.count == 1, averages[0].variant != .average {
      lines.append(LinePlot.Series(name: "corrected", rows: rows) { averages[0].corrected[$0] })
    }
    return LinePlot(
      name: "ewma",
      axis: LinePlot.Axis(x: series.dateText(0) == nil ? "t" : "date", y: series.unit),
      series: lines, xLabels: series.labels(rows), caption: sentence)
  }

  private func impulse(_ average: MovingAverage) -> Bars {
    let shown = 0...min(rows.upperBound, Self.impulseBars - 1)
    return Bars(
      name: "ewma", labels: shown.map { "t=\($0)" }, values: Array(average.mean[shown]),
      caption: sentence)
  }

  private var table: Table {
    let columns = averages.flatMap { ["mean" + $0.suffix, "corrected" + $0.suffix] }
    return Table(
      name: "curves", columns: (["t", "date", "value"] + columns).map { Table.Column($0) },
      rowCount: rows.count, isShown: false
    ) { [series, averages, first = rows.lowerBound] place, column in
      let row = first + place
      switch column {
      case 0: return .integer(row)
      case 1: return Value(series.dateText(row))
      case 2: return .double(series.values[row])
      default:
        let average = averages[(column - 3) / 2]
        return column % 2 == 1 ? .double(average.mean[row]) : Value(average.corrected[row])
      }
    }
  }

  // MARK: What is seen

  /// The row and the height of the largest value within the rows, the first of equals.
  private func peak(_ values: [Double]) -> (row: Int, value: Double) {
    let row = rows.reduce(rows.lowerBound) { values[$1] > values[$0] ? $1 : $0 }
    return (row, values[row])
  }

  private func lag(of average: MovingAverage) -> Double {
    series.values[rows.upperBound] - average.mean[rows.upperBound]
  }

  /// What the signal shows of an average: its peak on the hat, its lag on the ramp.
  private func seen(of average: MovingAverage) -> NamedValues {
    switch series.signal {
    case .hat:
      let peak = peak(average.mean)
      return [
        "peak" + average.suffix: .double(peak.value), "peak.t" + average.suffix: .integer(peak.row),
      ]
    case .ramp: return ["lag.seen" + average.suffix: .double(lag(of: average))]
    case .ones, .impulse, nil: return [:]
    }
  }

  private var sentence: String {
    let last = rows.upperBound
    switch series.signal {
    case .hat:
      let own = peak(series.values)
      let others = averages.map {
        let peak = peak($0.mean)
        return "\($0.name) with \(shownNumber(peak.value)) at t=\(peak.row)"
      }
      let noise = series.noise == 0 ? "" : " with noise of \(shownNumber(series.noise))"
      return "The hat\(noise) peaks with \(shownNumber(own.value)) at t=\(own.row), "
        + others.joined(separator: ", ") + "."
    case .ramp:
      return "At t=\(last) the curves lie behind the ramp: "
        + averages.map { "\($0.name) by \(shownNumber(lag(of: $0)))" }.joined(separator: ", ") + "."
    case .ones:
      return "After \(last + 1) ones: "
        + averages.map { "\($0.name) gives \(shownNumber($0.mean[last]))" }.joined(separator: ", ")
        + ". What is missing to 1 still waits for data, and the correction divides it away."
    case .impulse:
      return "A single 1 fades: the mean at t is the weight that a value of t steps ago has."
    case nil:
      let means = averages.map { average in
        let corrected = average.corrected[last].map { ", corrected \(series.amount($0))" } ?? ""
        return "\(average.name) gives \(series.amount(average.mean[last]))\(corrected)"
      }
      return "At \(series.rowText(last)) the value is \(series.amount(series.values[last])); "
        + means.joined(separator: "; ") + "."
    }
  }
}
