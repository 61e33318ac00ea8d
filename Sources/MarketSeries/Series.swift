/// Columns of numbers, a row a trading day, as a file gave them.
public struct Series: Sendable, Equatable {
  /// What the series is called, as `ko`.
  public let name: String
  /// One a row, ascending without repetition; `nil` for data without dates.
  public let dates: [CalendarDate]?
  /// One a column, the target first.
  public let columnNames: [String]
  /// One a column, each with a value a row; a missing value is NaN.
  public let columns: [ContiguousArray<Double>]
  /// What a reader should know about how the rows were read, a sentence each.
  public let notes: [String]

  /// How many rows there are.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// A series of the given values.
  ///
  /// - Parameters:
  ///   - name: What the series is called.
  ///   - dates: One a row, ascending; `nil` for data without dates.
  ///   - columnNames: One a column, the target first.
  ///   - columns: The values, NaN where one is missing.
  /// - Throws: `SeriesError` when the parts do not fit one another.
  public init(
    name: String, dates: [CalendarDate]?, columnNames: [String],
    columns: [ContiguousArray<Double>]
  ) throws(SeriesError) {
    guard let first = columns.first else { throw .noColumns }
    guard columnNames.count == columns.count else {
      throw .names(columnNames.count, columns: columns.count)
    }
    for (columnName, column) in zip(columnNames, columns) {
      guard column.count == first.count else {
        throw .length(column: columnName, rows: column.count, expected: first.count)
      }
      if let row = column.firstIndex(where: \.isInfinite) {
        throw .infinite(column: columnName, row: row)
      }
    }
    if let dates {
      guard dates.count == first.count else {
        throw .dates(dates.count, rows: first.count)
      }
      for row in dates.indices.dropFirst() where dates[row] <= dates[row - 1] {
        throw .datesOutOfOrder(row: row)
      }
    }
    self.init(
      unchecked: name, dates: dates, columnNames: columnNames, columns: columns, notes: [])
  }

  /// A series of parts that are known to fit one another.
  init(
    unchecked name: String, dates: [CalendarDate]?, columnNames: [String],
    columns: [ContiguousArray<Double>], notes: [String]
  ) {
    self.name = name
    self.dates = dates
    self.columnNames = columnNames
    self.columns = columns
    self.notes = notes
  }
}

/// Why values do not make a series.
public enum SeriesError: Error, Sendable, Equatable {
  /// There is no column.
  case noColumns
  /// There are not as many names as columns.
  case names(Int, columns: Int)
  /// A column is not as long as the first one.
  case length(column: String, rows: Int, expected: Int)
  /// There are not as many dates as rows.
  case dates(Int, rows: Int)
  /// The date of this row is not later than the one before it.
  case datesOutOfOrder(row: Int)
  /// A value is infinite.
  case infinite(column: String, row: Int)
}

extension SeriesError: CustomStringConvertible {
  /// The message on one line.
  public var description: String {
    switch self {
    case .noColumns:
      "a series needs at least one column"
    case .names(let names, let columns):
      "there are \(names) names for \(columns) columns"
    case .length(let column, let rows, let expected):
      "column \(column.printable()) has \(rows) rows; expected \(expected)"
    case .dates(let dates, let rows):
      "there are \(dates) dates for \(rows) rows"
    case .datesOutOfOrder(let row):
      "the date of row \(row) is not later than the one before it"
    case .infinite(let column, let row):
      "column \(column.printable()) is infinite in row \(row)"
    }
  }
}
