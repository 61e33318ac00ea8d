import Recurrent
import Reports

/// The spread over seeds, as `train … seeds=1..5 table=FILE` writes it and `evaluate` shows it.
struct SeedTable: Sendable, Equatable {
  /// One trained network.
  struct Row: Sendable, Equatable {
    let model: String
    let seed: Int
    let rmse: Double
    let bias: Double
    let sd: Double
    let wins: Int
  }

  static let header = "model,seed,rmse,bias,sd,wins"
  private(set) var rows: [Row] = []

  /// An empty table.
  init() {}

  /// Reads the text of a table.
  ///
  /// - Returns: `nil` when it is no such table: another header, or a line that does not fit it.
  init?(parsing bytes: [UInt8]) {
    let lines = bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == Self.header else { return nil }
    for line in lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 6, let seed = Int(fields[1]), let rmse = Double(fields[2]),
        let bias = Double(fields[3]), let sd = Double(fields[4]), let wins = Int(fields[5])
      else { return nil }
      rows.append(
        Row(model: String(fields[0]), seed: seed, rmse: rmse, bias: bias, sd: sd, wins: wins))
    }
  }

  /// The text of the table.
  var text: String {
    let lines = rows.map { "\($0.model),\($0.seed),\($0.rmse),\($0.bias),\($0.sd),\($0.wins)" }
    return ([Self.header] + lines).map { $0 + "\n" }.joined()
  }

  /// The rows of one model.
  func rows(of model: String) -> [Row] { rows.filter { $0.model == model } }

  /// Adds rows in the place of those of the same model and seed.
  mutating func merge(_ new: [Row]) {
    rows.removeAll { old in new.contains { $0.model == old.model && $0.seed == old.seed } }
    rows += new
  }
}

/// Least, mean and most of the RMSE over seeds.
struct SeedSpread {
  let least: Double
  let mean: Double
  let most: Double

  /// The spread of some rows; `nil` for none.
  init?(_ rows: [SeedTable.Row]) {
    let values = rows.map(\.rmse)
    guard let least = values.min(), let most = values.max() else { return nil }
    self.least = least
    self.most = most
    mean = values.reduce(0, +) / Double(values.count)
  }
}

extension SeedTable.Row {
  /// The row of a trained network from its test errors.
  init(model: String, seed: Int, errors: ForecastErrors) {
    self.init(
      model: model, seed: seed, rmse: errors.rmse, bias: errors.bias, sd: errors.standardDeviation,
      wins: errors.wins)
  }
}

extension SeedTable {
  /// Rows as a table of an answer.
  ///
  /// - Parameters:
  ///   - rows: One row a trained network.
  ///   - digits: How errors are shown.
  /// - Returns: The table `seeds`.
  static func table(of rows: [Row], digits: DigitStyle = .decimals(4)) -> Table {
    Table(
      name: "seeds",
      columns: [
        "model", "seed", Table.Column("rmse", digits: digits),
        Table.Column("bias", digits: digits), Table.Column("sd", digits: digits),
        "wins",
      ],
      rows: rows.map {
        [
          .text($0.model), .integer($0.seed), .double($0.rmse), .double($0.bias), .double($0.sd),
          .integer($0.wins),
        ]
      })
  }
}
