/// The vertical axis of a line plot: its ticks in rows of the screen that are all equally high.
///
/// From tick to tick it is a whole number of rows, so that equal steps look equal; the rows reach
/// just as far as the values do.
struct VerticalAxis {
  /// How many rows there are.
  let rows: Int
  /// What the ticks say, by row from the top.
  let labels: [Int: String]
  private let ticks: Ticks
  private let rowsPerStep: Int
  /// The lowest row, counted from the first tick.
  private let lowest: Int

  /// At most so many rows for values, or for their common logarithms.
  ///
  /// - Parameters:
  ///   - range: The values, from least to most, finite and not equal.
  ///   - rows: The greatest number of rows, unless the ticks alone are more.
  ///   - isLogarithmic: Whether the values are common logarithms.
  init(_ range: ClosedRange<Double>, rows: Int, isLogarithmic: Bool) {
    ticks =
      isLogarithmic
      ? Ticks(decadesCovering: range.lowerBound, range.upperBound, count: 5)
      : Ticks(covering: range.lowerBound, range.upperBound, count: 5)
    let last = ticks.values.count - 1
    var low = ticks.steps(to: range.lowerBound)
    var high = ticks.steps(to: range.upperBound)
    // Two ticks at least tell the scale.
    if (0...last).count(where: { low <= Double($0) && Double($0) <= high }) < 2 {
      (low, high) = (min(low, 0), max(high, Double(last)))
    }
    func row(_ steps: Double, _ rowsPerStep: Int) -> Int {
      Int((steps * Double(rowsPerStep)).rounded())
    }
    let most = max(1, Int(Double(rows) / max(high - low, 1)))
    rowsPerStep =
      (1...most).last { row(high, $0) - row(low, $0) < rows } ?? 1
    lowest = row(low, rowsPerStep)
    let highest = max(lowest + 1, row(high, rowsPerStep))
    self.rows = highest - lowest + 1

    var labels: [Int: String] = [:]
    for (number, tick) in ticks.values.enumerated() {
      let row = highest - number * rowsPerStep
      guard (0..<self.rows).contains(row) else { continue }
      labels[row] =
        isLogarithmic
        ? NumberFormat.text(Double("1e\(Int(tick))") ?? 0, .significant(1)) : ticks.text(tick)
    }
    self.labels = labels
  }

  /// The point of a value, from the top, where the rows are divided into so many points.
  func point(of value: Double, of count: Int) -> Int {
    // Values up to half a row beyond a tick stand in its row.
    let rowsUp = ticks.steps(to: value) * Double(rowsPerStep) - Double(lowest) + 0.5
    let point = Int((rowsUp * Double(count / rows)).rounded(.down))
    return count - 1 - min(max(point, 0), count - 1)
  }
}

extension Ticks {
  /// How many steps a value lies above the first tick, at most one beyond either end; quarters keep
  /// great values finite.
  fileprivate func steps(to value: Double) -> Double {
    guard let first = values.first, let last = values.last else { return 0 }
    let count = Double(values.count - 1)
    let steps = (value / 4 - first / 4) / (last / 4 - first / 4) * count
    return steps.isFinite ? min(max(steps, -1), count + 1) : count / 2
  }
}
