/// The parts of the rows.
public enum Part: String, CaseIterable, Sendable {
  /// What a network learns from.
  case train
  /// What is held back from training to choose by.
  case validation
  /// What the network is judged by.
  case test
  /// All rows.
  case all
}

/// A series made ready for networks: gaps filled, parts told apart, scaled.
///
/// Shapes: `rowCount` rows of `features` columns; a window is `lookBack` rows.
public struct Dataset: Sendable {
  /// The series as loaded; with `missing=drop`, without the dropped rows.
  public let series: Series
  /// How the series was made ready.
  public let options: DataOptions
  /// The task that the data was made for; `nil` for loaded data.
  public let task: MadeTask?
  /// The rows in which a value was filled, ascending.
  public let filled: [Int]
  /// How many rows of the series as loaded lack a value.
  public let missingCount: Int
  /// What a reader should know, a sentence each: the series' notes, then those of filling and
  /// windows.
  public let notes: [String]
  /// The columns without gaps, in dollars, the target first.
  public let highs: [ContiguousArray<Double>]
  /// One a column.
  public let scalers: [MinMaxScaler]
  /// What a network reads, row by row, shape `[rowCount, features]`.
  public let scaledRows: ContiguousArray<Float>
  /// The value to predict at each row, in dollars: the first column itself, or what a made task
  /// asks for (NaN where it asks for nothing).
  public let targets: ContiguousArray<Double>
  /// The rows that networks learn from.
  public let trainRows: Range<Int>
  /// The rows held back to choose by; empty unless asked for.
  public let validationRows: Range<Int>
  /// The rows that networks are judged by.
  public let testRows: Range<Int>
  /// Rows from a window's last one to its target's: 1 for a series (tomorrow), 0 for made tasks.
  public let horizon: Int
  /// Rows from one window to the next: 1, or the whole length where sequences do not overlap.
  public let stride: Int
  /// Dollars in one scaled unit of `target=change`: the standard deviation of the training rows'
  /// changes; 1 where they do not change.
  public let changeScale: Double

  /// How many columns a network reads.
  public var features: Int { highs.count }
  /// How many rows there are.
  public var rowCount: Int { targets.count }
  /// The length of a window in rows.
  public var lookBack: Int { options.lookBack }

  /// Makes a series ready: fills what is missing, splits, fits the scaler, scales.
  ///
  /// - Parameters:
  ///   - series: The series as loaded.
  ///   - options: How it is made ready.
  /// - Throws: `DataError` when the options do not fit the series.
  public init(_ series: Series, options: DataOptions = DataOptions()) throws(DataError) {
    guard options.lookBack >= 1 else { throw .lookBack(options.lookBack) }
    guard series.rowCount > 0 else { throw .noRows }
    let filled = try FilledSeries(series, policy: options.missing)
    let split = try Split(filled.series, options: options)
    let columns = filled.columns

    let fitRows = options.fit == .all ? 0..<filled.series.rowCount : split.train
    let scalers = columns.map { column in
      options.scale == .none ? .identity : MinMaxScaler(fitting: column[fitRows])
    }
    scaledRows = try Dataset.scale(columns, by: scalers, names: series.columnNames)

    var notes = filled.series.notes + filled.notes
    if filled.series.rowCount <= options.lookBack {
      let rows = filled.series.rowCount
      notes.append(
        "\(rows) \(rows == 1 ? "row is" : "rows are") too few for one window of "
          + "\(options.lookBack) and a day to predict.")
    }
    self.series = filled.series
    self.options = options
    task = nil
    self.filled = filled.filled
    missingCount = filled.missingCount
    self.notes = notes
    highs = columns
    self.scalers = scalers
    targets = columns[0]
    trainRows = split.train
    validationRows = split.validation
    testRows = split.test
    horizon = 1
    stride = 1
    changeScale = Dataset.changeScale(columns[0][split.train])
  }

  /// The data of a made task: complete, and not scaled.
  ///
  /// Its windows are the task's sequences; each one's target stands at its last row.
  public init(_ task: MadeTask) {
    series = task.series
    self.task = task
    filled = []
    missingCount = 0
    notes = []
    highs = task.series.columns
    scalers = task.series.columns.map { _ in .identity }
    let testStart = task.firstTestRow
    options = DataOptions(split: .row(testStart), scale: .none, lookBack: task.length)
    var rows = ContiguousArray<Float>()
    rows.reserveCapacity(task.series.rowCount * task.series.columns.count)
    for row in 0..<task.series.rowCount {
      for column in task.series.columns { rows.append(Float(column[row])) }
    }
    scaledRows = rows
    var targets = ContiguousArray<Double>(repeating: .nan, count: task.series.rowCount)
    for (first, target) in zip(task.firstRows, task.targets) {
      targets[first + task.length - 1] = target
    }
    self.targets = targets
    trainRows = 0..<testStart
    validationRows = testStart..<testStart
    testRows = testStart..<task.series.rowCount
    horizon = 0
    stride = task.stride
    changeScale = 1
  }

  /// The largest value that is read, so that no square of an error leaves the range of Double.
  private static let largest = 1e100

  private static func scale(
    _ columns: [ContiguousArray<Double>], by scalers: [MinMaxScaler], names: [String]
  ) throws(DataError) -> ContiguousArray<Float> {
    let features = columns.count
    let rowCount = columns[0].count
    var scaled = ContiguousArray<Float>(repeating: 0, count: rowCount * features)
    for (feature, column) in columns.enumerated() {
      let scaler = scalers[feature]
      guard scaler.span >= 1 / largest else { throw .tooNarrow(column: names[feature]) }
      for (row, value) in column.enumerated() {
        let result = Float(scaler.scaled(value))
        guard result.isFinite, abs(value) <= largest else {
          throw .notScalable(column: names[feature], row: row)
        }
        scaled[row * features + feature] = result
      }
    }
    return scaled
  }

  /// The standard deviation of the changes, dividing by their number.
  private static func changeScale(_ values: ArraySlice<Double>) -> Double {
    let changes = zip(values.dropFirst(), values).lazy.map { $0 - $1 }
    let count = Double(max(values.count - 1, 1))
    let mean = changes.reduce(0, +) / count
    let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let deviation = variance.squareRoot()
    // A straight line changes by the same every day, but for rounding.
    return deviation > 1e-12 * abs(mean) && deviation.isFinite ? deviation : 1
  }
}
