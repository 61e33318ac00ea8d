/// Why a series cannot be made ready with the options asked for.
public enum DataError: Error, Sendable, Equatable {
  /// Which of the two points an error is about.
  public enum Point: String, Sendable {
    case split
    case validation
  }

  /// The series has no rows, or `missing=drop` left none.
  case noRows
  /// The window is shorter than one row.
  case lookBack(Int)
  /// The column has no value at all.
  case columnWithoutValues(String)
  /// The point is a date, and the data has none.
  case pointNeedsDates(Point, CalendarDate)
  /// The share does not lie between 0 and 1.
  case share(Point, Double)
  /// The row does not lie in the rows that may be chosen.
  case row(Point, Int, expected: ClosedRange<Int>)
  /// The date does not lie in the dates that may be chosen.
  case date(Point, CalendarDate, expected: ClosedRange<CalendarDate>)
  /// There are too few rows to be parted there.
  case tooFewRows(Point, rows: Int)
  /// A value is too far from the fitted ones to be scaled.
  case notScalable(column: String, row: Int)
  /// The values differ by too little to be scaled.
  case tooNarrow(column: String)
}

extension DataError {
  /// Which of the two points is to blame; `nil` where neither is.
  public var point: Point? {
    switch self {
    case .pointNeedsDates(let point, _), .share(let point, _), .row(let point, _, _),
      .date(let point, _, _), .tooFewRows(let point, _):
      point
    case .noRows, .lookBack, .columnWithoutValues, .notScalable, .tooNarrow: nil
    }
  }
}

extension DataError: CustomStringConvertible {
  /// The message on one line.
  public var description: String {
    switch self {
    case .noRows:
      "there are no rows"
    case .lookBack(let length):
      "look_back=\(length) is no window; expected a whole number of rows, at least 1"
    case .columnWithoutValues(let name):
      "column \(name.printable()) holds no value; expected at least one number"
    case .pointNeedsDates(let point, let date):
      "\(point.rawValue)=\(date) needs dates, which this data does not have; expected a row or "
        + "a share"
    case .share(let point, let share):
      "\(point.rawValue)=\(share) is no share; expected a number between 0 and 1"
    case .row(let point, let row, let expected):
      "\(point.rawValue)=\(row) leaves a part without rows; expected a row from "
        + "\(expected.lowerBound) to \(expected.upperBound)"
    case .date(let point, let date, let expected):
      "\(point.rawValue)=\(date) leaves a part without rows; expected a date from "
        + "\(expected.lowerBound) to \(expected.upperBound)"
    case .tooFewRows(let point, let rows):
      "\(point.rawValue) needs at least two rows to part; there \(rows == 1 ? "is" : "are") \(rows)"
    case .notScalable(let column, let row):
      "column \(column.printable()) holds a value at t=\(row) that is too large to scale"
    case .tooNarrow(let column):
      "column \(column.printable()) varies by less than 1e-100, too little to scale"
    }
  }
}
