/// Rows of values under named columns.
public struct Table: Sendable, Equatable {
  /// The head of a table's column, and how its numbers are shown.
  ///
  /// Alignment follows from the content: numbers stand right, texts left.
  public struct Column: Sendable, Equatable {
    /// The column's name, on the screen and in JSON.
    public var name: String
    /// How numbers are shown; nil for the digits that the terminal's user has set.
    public var digits: DigitStyle?

    /// Makes a column.
    public init(_ name: String, digits: DigitStyle? = nil) {
      self.name = name
      self.digits = digits
    }
  }

  /// The name by which a check or a script finds the table.
  public var name: String
  /// The columns, from left to right.
  public var columns: [Column]
  /// The cells, row by row; a missing cell counts as `.null`, and cells beyond the last column are
  /// left out.
  public var rows: Rows
  /// Whether a screen shows the table; JSON and exports hold it either way.
  public var isShown: Bool

  /// Makes a table.
  public init(name: String, columns: [Column], rows: [[Value]] = [], isShown: Bool = true) {
    self.name = name
    self.columns = columns
    self.rows = Rows(rows)
    self.isShown = isShown
  }

  /// Whether the values of a column are numbers and nothing else, so that they stand right.
  static func isNumeric(_ values: [Value]) -> Bool {
    var hasNumber = false
    for value in values {
      if case .null = value { continue }
      guard value.isNumber else { return false }
      hasNumber = true
    }
    return hasNumber
  }

  /// The value in a row and a column; `.null` outside the table.
  func cell(row: Int, column: Int) -> Value {
    rows[row, column]
  }
}

extension Table.Column: ExpressibleByStringLiteral {
  /// A column that shows numbers with the digits that the terminal's user has set.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}
