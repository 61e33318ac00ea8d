/// A window of rows that a network reads, and the row whose value it is to predict.
public struct Window: Sendable, Hashable {
  /// The rows of the inputs, oldest first.
  public let rows: Range<Int>
  /// The row of the target.
  public let targetRow: Int

  /// A window over `rows` whose target stands at `targetRow`.
  public init(rows: Range<Int>, targetRow: Int) {
    self.rows = rows
    self.targetRow = targetRow
  }
}

/// Windows over rows that stay where they are: only counts are kept, nothing is copied.
public struct Windows: RandomAccessCollection, Sendable, Equatable {
  /// The first row of the first window.
  let start: Int
  /// Rows from one window to the next.
  let stride: Int
  /// Rows of a window.
  public let length: Int
  /// Rows from a window's last one to its target's.
  let horizon: Int
  /// How many windows there are.
  public let count: Int

  /// The position of the first window.
  public var startIndex: Int { 0 }
  /// The position behind the last window.
  public var endIndex: Int { count }

  /// The window at a position.
  public subscript(position: Int) -> Window {
    precondition(indices.contains(position), "there is no window at this position")
    let first = start + position * stride
    return Window(rows: first..<first + length, targetRow: first + length - 1 + horizon)
  }

  /// The first row of each window.
  public var firstRows: [Int] {
    (0..<count).map { start + $0 * stride }
  }
}
