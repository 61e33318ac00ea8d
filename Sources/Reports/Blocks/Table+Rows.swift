extension Table {
  /// The rows of a table: kept, or made cell by cell when they are looked at.
  public struct Rows: Sendable {
    private enum Content: Sendable {
      case kept([[Value]])
      case made(rows: Int, columns: Int, cell: @Sendable (_ row: Int, _ column: Int) -> Value)
    }

    private var content: Content

    init(_ rows: [[Value]]) { content = .kept(rows) }

    init(
      count: Int, columns: Int, cell: @escaping @Sendable (_ row: Int, _ column: Int) -> Value
    ) {
      content = .made(rows: count, columns: columns, cell: cell)
    }

    /// Adds a row at the end.
    public mutating func append(_ row: [Value]) { content = .kept(Array(self) + [row]) }

    /// The value in a row and a column; `.null` outside the table.
    subscript(row: Int, column: Int) -> Value {
      switch content {
      case .kept(let rows):
        guard rows.indices.contains(row), rows[row].indices.contains(column) else { return .null }
        return rows[row][column]
      case .made(let rows, let columns, let cell):
        guard (0..<rows).contains(row), (0..<columns).contains(column) else { return .null }
        return cell(row, column)
      }
    }
  }

  /// Makes a table of so many rows that they are not kept, but made when they are looked at.
  ///
  /// - Parameters:
  ///   - name: The name by which a check or a script finds the table.
  ///   - columns: The columns, from left to right.
  ///   - rowCount: How many rows there are.
  ///   - isShown: Whether a screen shows the table.
  ///   - cell: The value in a row and a column, both from 0; always the same.
  public init(
    name: String, columns: [Column], rowCount: Int, isShown: Bool = true,
    cell: @escaping @Sendable (_ row: Int, _ column: Int) -> Value
  ) {
    self.init(name: name, columns: columns, isShown: isShown)
    rows = Rows(count: rowCount, columns: columns.count, cell: cell)
  }
}

extension Table.Rows: RandomAccessCollection {
  /// The place of the first row.
  public var startIndex: Int { 0 }

  /// How many rows there are.
  public var endIndex: Int {
    switch content {
    case .kept(let rows): rows.count
    case .made(let rows, _, _): rows
    }
  }

  /// The cells of a row.
  public subscript(row: Int) -> [Value] {
    switch content {
    case .kept(let rows): rows[row]
    case .made(_, let columns, let cell): (0..<columns).map { cell(row, $0) }
    }
  }
}

extension Table.Rows: Equatable, ExpressibleByArrayLiteral {
  /// Rows are equal when their cells are, however they came about.
  public static func == (first: Self, second: Self) -> Bool { first.elementsEqual(second) }

  /// Keeps rows.
  public init(arrayLiteral rows: [Value]...) { self.init(rows) }
}
