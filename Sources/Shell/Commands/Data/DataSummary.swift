import MarketSeries
import Reports

/// The answer of `data`: rows, split, scaling, windows.
struct DataSummary {
  let data: MarketData

  private var dataset: Dataset { data.dataset }

  func report() -> Report {
    var report = Report(title: "\(data.title): \(span)")
    report.values = values
    report.add(
      Table(name: "summary", columns: ["what", "value", "which is"], rows: rows))
    for note in dataset.notes { report.add(paragraph: note) }
    if let share = dataset.shareOfTestAboveTraining, share > 0, dataset.task == nil {
      report.add(
        paragraph: "\(decimals(share * 100, 1)) % of the test \(data.dayNoun)s lie above "
          + "everything in the training rows: there a network must say what it was never shown.")
    }
    return report
  }

  private var span: String {
    let rows = count(dataset.rowCount, "row")
    guard let first = data.dateText(0), let last = data.dateText(dataset.rowCount - 1) else {
      return rows
    }
    return "\(rows) from \(first) to \(last)"
  }

  private var values: NamedValues {
    var values: NamedValues = [
      "rows": .integer(dataset.rowCount), "train.rows": .integer(dataset.trainRows.count),
      "test.rows": .integer(dataset.testRows.count), "look_back": .integer(dataset.lookBack),
      "train.windows": .integer(dataset.windows(of: .train).count),
      "test.windows": .integer(dataset.windows(of: .test).count),
      "test.inputs": .integer(dataset.inputRows(of: .test).count),
      "scale.min": .double(dataset.scalers[0].minimum),
      "scale.max": .double(dataset.scalers[0].maximum),
      "missing": .integer(dataset.missingCount),
      "missing.policy": .text(dataset.options.missing.rawValue),
      "test.above": Value(dataset.shareOfTestAboveTraining),
      "features": .integer(dataset.features),
    ]
    if !dataset.validationRows.isEmpty {
      values["validation.rows"] = .integer(dataset.validationRows.count)
      values["validation.windows"] = .integer(dataset.windows(of: .validation).count)
    }
    return values
  }

  private var rows: [[Value]] {
    var rows: [[Value]] = [
      [
        "columns", .integer(dataset.features),
        .text(dataset.series.columnNames.joined(separator: ", ")),
      ],
      ["training rows", .integer(dataset.trainRows.count), .text(days(dataset.trainRows))],
    ]
    if !dataset.validationRows.isEmpty {
      rows.append(
        [
          "validation rows", .integer(dataset.validationRows.count),
          .text(days(dataset.validationRows)),
        ])
    }
    rows += [
      ["test rows", .integer(dataset.testRows.count), .text(days(dataset.testRows))],
      ["look_back", .integer(dataset.lookBack), "values in a window"],
      ["training windows", .integer(dataset.windows(of: .train).count), "each with its next day"],
      [
        "test windows", .integer(dataset.windows(of: .test).count),
        .text("from \(count(dataset.inputRows(of: .test).count, "input"))"),
      ],
      ["scaled 0", .double(dataset.scalers[0].minimum), .text(scalingText)],
      ["scaled 1", .double(dataset.scalers[0].dollars(1)), .text(scalingText)],
      ["missing", .integer(dataset.missingCount), .text(missingText)],
    ]
    return rows
  }

  private var scalingText: String {
    let isConstant = dataset.scalers[0].minimum == dataset.scalers[0].maximum
    return switch dataset.options.scale {
    case .none: "not scaled"
    case .minmax where isConstant: "a constant column is scaled by 1"
    case .minmax where dataset.options.fit == .all: "least and most of all rows"
    case .minmax: "least and most of the training rows"
    }
  }

  private var missingText: String {
    guard dataset.missingCount > 0 else { return "nothing to fill" }
    let first = dataset.filled.first.map { data.rowText($0) }
    let more = dataset.filled.count > 1 ? " and \(dataset.filled.count - 1) more" : ""
    let place = first.map { " (\($0)\(more))" } ?? ""
    switch dataset.options.missing {
    case .previous: return "the last value carried forward\(place)"
    case .interpolate: return "a straight line between its neighbours, one ahead\(place)"
    case .drop: return "the row is deleted"
    case .max: return "the largest value of the series, which may lie ahead\(place)"
    }
  }

  private func days(_ rows: Range<Int>) -> String {
    guard let first = rows.first, let last = rows.last else { return "none" }
    guard let from = data.dateText(first), let through = data.dateText(last) else {
      return "t=\(first) to t=\(last)"
    }
    return "\(from) to \(through)"
  }
}
