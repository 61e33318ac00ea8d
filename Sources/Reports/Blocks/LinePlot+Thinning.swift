extension LinePlot.Series {
  /// The longest curve of which every point is kept.
  private static let longest = 16_384
  /// Into how many stretches a longer one falls: more than any screen has columns.
  private static let stretches = 4096

  /// Makes a curve over rows, which may be a million.
  ///
  /// Of a curve longer than 16,384 rows each of 4,096 stretches keeps the row of its least and that of its
  /// greatest value, and the ends of the curve are kept: no screen is wide enough to lose a peak by that.
  ///
  /// - Parameters:
  ///   - name: The curve's name in the legend.
  ///   - rows: The rows, which are the places on the horizontal axis.
  ///   - y: The value at a row; nil leaves a gap.
  public init(name: String, rows: ClosedRange<Int>, y: (Int) -> Double?) {
    let kept = rows.count > Self.longest ? Self.extremes(rows, y) : Array(rows)
    self.init(name: name, x: kept.map(Double.init), y: kept.map(y))
  }

  private static func extremes(_ rows: ClosedRange<Int>, _ y: (Int) -> Double?) -> [Int] {
    let size = (rows.count + stretches - 1) / stretches
    var kept = [rows.lowerBound]
    for first in stride(from: rows.lowerBound, through: rows.upperBound, by: size) {
      var least: (row: Int, value: Double)?
      var greatest = least
      for row in first...min(first + size - 1, rows.upperBound) {
        guard let value = y(row), value.isFinite else { continue }
        if value < least?.value ?? .infinity { least = (row, value) }
        if value > greatest?.value ?? -.infinity { greatest = (row, value) }
      }
      // A stretch without a number is a gap.
      let (low, high) = (least?.row ?? first, greatest?.row ?? first)
      for row in [min(low, high), max(low, high)] where row > kept[kept.count - 1] {
        kept.append(row)
      }
    }
    return kept.last == rows.upperBound ? kept : kept + [rows.upperBound]
  }
}
