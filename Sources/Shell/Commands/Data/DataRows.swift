import MarketSeries
import Reports

/// The answer of `data show`: what stands in rows.
struct DataRows {
  let data: MarketData
  let selection: RowSelection

  func report() -> Report {
    guard let last = selection.rows.last, let first = selection.rows.first else {
      return Report(title: data.title)
    }
    let places =
      selection.isSingle
      ? data.rowText(first) : "\(data.rowText(first)) to \(data.rowText(last))"
    var report = Report(title: "\(data.title): \(places)")
    report.values = values(of: last)
    report.add(table)
    if selection.isSingle, data.dataset.isFilled(first) {
      report.add(
        paragraph: "The value of this day is missing in the file; it is filled "
          + "(missing=\(data.dataset.options.missing.rawValue)).")
    }
    return report
  }

  private func values(of row: Int) -> NamedValues {
    [
      "t": .integer(row), "date": Value(data.dateText(row)), "high": Value(data.high(at: row)),
      "scaled": .float(scaled(row, 0)), "filled": .boolean(data.dataset.isFilled(row)),
      "part": .text(data.dataset.part(of: row).rawValue),
    ]
  }

  private var table: Table {
    let dataset = data.dataset
    var columns: [Table.Column] = ["t", "date"]
    for (index, name) in dataset.series.columnNames.enumerated() {
      let digits = DigitStyle.decimals(data.decimals(ofColumn: index))
      columns.append(Table.Column(name, digits: dataset.task == nil ? digits : nil))
      columns.append(Table.Column(name + " scaled", digits: .decimals(4)))
    }
    return Table(
      name: "rows", columns: columns + ["part", "filled"], rowCount: selection.rows.count
    ) { [self, last = columns.count] place, column in
      let row = selection.rows[place]
      switch column {
      case 0: return .integer(row)
      case 1: return Value(data.dateText(row))
      case last: return .text(dataset.part(of: row).rawValue)
      case last + 1: return dataset.isFilled(row) ? "filled" : ""
      default:
        let feature = (column - 2) / 2
        return column % 2 == 0
          ? .double(dataset.highs[feature][row]) : .float(scaled(row, feature))
      }
    }
  }

  private func scaled(_ row: Int, _ feature: Int) -> Float {
    data.dataset.scaledRows[row * data.dataset.features + feature]
  }
}
