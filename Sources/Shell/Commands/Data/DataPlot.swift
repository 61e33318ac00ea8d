import MarketSeries
import Reports

/// The answer of `data plot`: the series as a line.
struct DataPlot {
  let data: MarketData
  let rows: [Int]
  let isScaled: Bool

  private var dataset: Dataset { data.dataset }

  func report() -> Report {
    guard let first = rows.first, let last = rows.last else { return Report(title: data.title) }
    var report = Report(
      title: "\(data.title), \(data.rowText(first)) to \(data.rowText(last))"
        + (isScaled ? ", scaled" : ""))
    let values = rows.map(value)
    report.values = [
      "first": Value(values.first), "last": Value(values.last), "min": Value(values.min()),
      "max": Value(values.max()),
    ]
    report.add(plot(first: rows.min() ?? 0, last: rows.max() ?? 0))
    let filled = rows.filter(dataset.isFilled)
    if !filled.isEmpty {
      let days = filled.prefix(3).map { "\(data.rowText($0)) at \(shownNumber(value($0)))" }
      let more = filled.count > 3 ? " and \(filled.count - 3) more" : ""
      report.add(paragraph: "Filled: \(days.joined(separator: "; "))\(more).")
    }
    return report
  }

  private func value(_ row: Int) -> Double {
    isScaled ? dataset.scalers[0].scaled(dataset.highs[0][row]) : dataset.highs[0][row]
  }

  private func plot(first: Int, last: Int) -> LinePlot {
    let parts: [(Part, String)] = [
      (.train, "training rows"), (.validation, "validation rows"), (.test, "test rows"),
    ]
    let series = parts.compactMap { part, name -> LinePlot.Series? in
      let shown = rows.filter { dataset.part(of: $0) == part }.sorted()
      guard !shown.isEmpty else { return nil }
      return LinePlot.Series(name: name, x: shown.map(Double.init), y: shown.map(value))
    }
    let marks = rows.filter(dataset.isFilled).prefix(20).map {
      LinePlot.Mark(x: Double($0), text: "filled")
    }
    let unit = dataset.task == nil && !isScaled ? "dollars" : isScaled ? "scaled" : "value"
    return LinePlot(
      name: "series", axis: LinePlot.Axis(x: dataset.series.dates == nil ? "t" : "date", y: unit),
      series: series, marks: Array(marks),
      xLabels: dataset.series.dates.map { dates in
        LinePlot.XLabels(first: first, texts: dates[first...last].map(\.description))
      })
  }
}
