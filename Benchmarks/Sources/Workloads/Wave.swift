public import Recurrent

/// Made rows, for sizes that the market has no rows for.
public enum Wave {
  /// Windows over a saw's teeth of 100 rows within 0…1, each with its next row.
  ///
  /// - Parameters:
  ///   - count: How many windows, each one row after the one before.
  ///   - length: How many rows a window has.
  /// - Returns: The windows.
  public static func windows(_ count: Int, length: Int) -> Sequences {
    let rows = ContiguousArray((0..<count + length).map { 0.25 + Float($0 % 100) / 200 })
    return Sequences(
      rows: rows, features: 1, length: length, firstRows: Array(0..<count),
      targets: .init(rows[length...]))
  }
}
