/// Windows as views into rows that are shared, never copied.
public struct Sequences: Sendable {
  /// The rows that all windows look into, `[rowCount, features]`.
  public let rows: ContiguousArray<Float>
  /// How many numbers a row has.
  public let features: Int
  /// How many rows a window has.
  public let length: Int
  /// The first row of each window.
  public let firstRows: [Int]
  /// What is to be predicted, one a window; may be empty when only predictions are asked for.
  public let targets: ContiguousArray<Float>

  /// How many windows there are.
  public var count: Int { firstRows.count }

  /// Creates windows into rows.
  ///
  /// - Precondition: Every window lies inside the rows, and targets are none or one a window.
  public init(
    rows: ContiguousArray<Float>, features: Int, length: Int, firstRows: [Int],
    targets: ContiguousArray<Float>
  ) {
    precondition(features > 0 && length >= 0, "Windows have features and a length.")
    let starts = 0...max(0, rows.count / features - length)
    precondition(
      firstRows.isEmpty || length <= rows.count / features && firstRows.allSatisfy(starts.contains),
      "Every window lies inside the rows.")
    precondition(
      targets.isEmpty || targets.count == firstRows.count, "There is one target a window.")
    self.rows = rows
    self.features = features
    self.length = length
    self.firstRows = firstRows
    self.targets = targets
  }

  /// Some windows side by side, as a cell takes them.
  ///
  /// - Parameter windows: Which windows, from 0.
  /// - Returns: `[length, windows.count, features]`.
  public func inputs(of windows: some Collection<Int>) -> Tensor {
    var values: ContiguousArray<Float> = []
    values.reserveCapacity(length * windows.count * features)
    for step in 0..<length {
      for window in windows {
        let start = (firstRows[window] + step) * features
        values.append(contentsOf: rows[start..<start + features])
      }
    }
    return Tensor(shape: [length, windows.count, features], values: values)
  }
}
