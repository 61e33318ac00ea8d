import MarketSeries
import Recurrent
import Reports

/// The rows of `evaluate`.
struct EvaluationTable {
  private struct Row {
    let name: String
    let valueName: String
    let errors: ForecastErrors
    let spread: SeedSpread?
    /// Whether it is a model that comes with the program.
    let isShipped: Bool

    /// Whether it is what the wins are counted against.
    var isCopying: Bool { name == "persistence" }
  }

  let days: EvaluationDays
  /// The spread over seeds of the shipped models; `nil` where it does not belong to the data.
  let spread: SeedTable?
  private var rows: [Row] = []

  init(days: EvaluationDays, spread: SeedTable?) {
    self.days = days
    self.spread = spread
  }

  /// Adds a model; one without forecasts is left out.
  mutating func add(_ model: Model, _ forecasts: [Double]?) {
    guard let forecasts else { return }
    let seeds =
      model.origin == .shipped && !model.isClamped
      ? spread.flatMap { SeedSpread($0.rows(of: model.name)) } : nil
    rows.append(
      Row(
        name: model.name, valueName: model.name, errors: days.errors(of: forecasts), spread: seeds,
        isShipped: model.origin == .shipped))
  }

  /// Adds a baseline.
  mutating func add(_ name: String, valueName: String? = nil, _ forecasts: [Double]) {
    rows.append(
      Row(
        name: name, valueName: valueName ?? name, errors: days.errors(of: forecasts), spread: nil,
        isShipped: false))
  }

  /// Whether a model that comes with the program is scored.
  var hasShipped: Bool { rows.contains(where: \.isShipped) }

  /// `lstm.rmse`, `lstm.bias`, `lstm.sd`, `lstm.wins` and, where known, `lstm.rmse.least` and so on.
  var values: NamedValues {
    var values = NamedValues()
    for row in rows {
      values[row.valueName + ".rmse"] = .double(row.errors.rmse)
      values[row.valueName + ".bias"] = .double(row.errors.bias)
      values[row.valueName + ".sd"] = .double(row.errors.standardDeviation)
      if !row.isCopying { values[row.valueName + ".wins"] = .integer(row.errors.wins) }
      if let spread = row.spread {
        values[row.valueName + ".rmse.least"] = .double(spread.least)
        values[row.valueName + ".rmse.mean"] = .double(spread.mean)
        values[row.valueName + ".rmse.most"] = .double(spread.most)
      }
    }
    return values
  }

  /// The table, amounts in dollars.
  var table: Table {
    let hasSpread = rows.contains { $0.spread != nil }
    let digits = days.data.errorDigits
    var columns = [
      "model", Table.Column("rmse", digits: digits), Table.Column("bias", digits: digits),
      Table.Column("sd", digits: digits), "wins",
    ]
    if hasSpread {
      columns += ["least", "mean", "most"].map { Table.Column($0, digits: digits) }
    }
    return Table(
      name: "evaluation", columns: columns,
      rows: rows.map { row in
        let spread: [Value] =
          hasSpread
          ? [Value(row.spread?.least), Value(row.spread?.mean), Value(row.spread?.most)] : []
        return [
          .text(row.name), .double(row.errors.rmse), .double(row.errors.bias),
          .double(row.errors.standardDeviation), row.isCopying ? nil : .integer(row.errors.wins),
        ] + spread
      })
  }

  /// What the columns mean, and how many models beat copying today.
  var sentence: String {
    let copying = rows.first(where: \.isCopying)?.errors.rmse ?? .nan
    let models = rows.prefix { !$0.isCopying }
    let better = models.filter { $0.errors.rmse < copying }.map(\.name)
    let verdict =
      better.isEmpty
      ? (models.count == 1 ? "\(models[0].name) does not beat" : "none of them beats")
        + " copying today"
      : "\(better.joined(separator: ", ")) \(better.count == 1 ? "beats" : "beat") copying today"
    let money = days.data.dataset.task == nil ? ", in dollars" : ""
    let spread =
      rows.contains { $0.spread != nil }
      ? "; least, mean and most are the RMSE of the same recipe over seeds" : ""
    return "rmse² = bias² + sd²\(money); wins are the \(days.data.dayNoun)s closer than copying "
      + "today, of \(days.lastRows.count)\(spread). By RMSE, "
      + (models.isEmpty ? "no model was scored." : verdict + ".")
  }
}
