import MarketSeries
import Reports

/// The answer of `data window`: what a network reads at t, and what it is asked for.
struct DataWindow {
  let data: MarketData
  let row: Int

  func report() -> Report {
    let dataset = data.dataset
    let first = row - dataset.lookBack + 1
    var report = Report(
      title: "The window of \(count(dataset.lookBack, "value")) that ends at \(data.rowText(row))")
    let target = dataset.actual(afterWindowEndingAt: row)
    report.values = [
      "t": .integer(row), "date": Value(data.dateText(row)), "first": .integer(first),
      "target": Value(target), "high": Value(data.high(at: row)),
      "part": .text(dataset.part(of: row).rawValue),
    ]
    report.add(table(from: first))
    report.add(paragraph: sentence(target))
    return report
  }

  private func table(from first: Int) -> Table {
    let dataset = data.dataset
    var columns: [Table.Column] = ["step", "t", "date"]
    for (index, name) in dataset.series.columnNames.enumerated() {
      let digits = DigitStyle.decimals(data.decimals(ofColumn: index))
      columns.append(Table.Column(name, digits: dataset.task == nil ? digits : nil))
      columns.append(Table.Column(name + " scaled", digits: .decimals(4)))
    }
    columns.append("filled")
    return Table(
      name: "window", columns: columns,
      rows: (first...row).map { row in
        var cells: [Value] = [
          .integer(row - first + 1), .integer(row), Value(data.dateText(row)),
        ]
        for feature in 0..<dataset.features {
          cells.append(.double(dataset.highs[feature][row]))
          cells.append(.float(dataset.scaledRows[row * dataset.features + feature]))
        }
        return cells + [dataset.isFilled(row) ? "filled" : ""]
      })
  }

  private func sentence(_ target: Double?) -> String {
    guard let target else { return "The value asked for lies after the data." }
    let next = row + data.dataset.horizon
    let fill = data.dataset.isFilled(next) ? ", a filled value" : ""
    return "Asked for: \(data.amount(target)) at \(data.rowText(next))\(fill). "
      + "A network starts from a zero state and reads the steps in order."
  }
}
