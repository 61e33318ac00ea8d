extension Dataset {
  /// The date of a row; `nil` for data without dates and for rows that do not exist.
  public func date(at row: Int) -> CalendarDate? {
    guard let dates = series.dates, dates.indices.contains(row) else { return nil }
    return dates[row]
  }

  /// The row of a date, or the trading days beside it when it was none.
  public func row(on date: CalendarDate) -> Result<Int, NoTradingDay> {
    guard let dates = series.dates else {
      return .failure(NoTradingDay(date: date, before: nil, after: nil))
    }
    let row = dates.firstIndex(notBefore: date)
    if row < dates.count, dates[row] == date { return .success(row) }
    return .failure(
      NoTradingDay(
        date: date, before: row > 0 ? dates[row - 1] : nil,
        after: row < dates.count ? dates[row] : nil))
  }

  /// The rows of the dates from the first to the last one, both included; ends without trading snap
  /// inward.
  ///
  /// - Returns: `nil` when no row lies between them, and for data without dates.
  public func rows(from first: CalendarDate, through last: CalendarDate) -> ClosedRange<Int>? {
    guard let dates = series.dates, first <= last else { return nil }
    let lower = dates.firstIndex(notBefore: first)
    var upper = dates.firstIndex(notBefore: last)
    if upper == dates.count || dates[upper] > last { upper -= 1 }
    return lower <= upper ? lower...upper : nil
  }
}

/// A date on which the data has no row.
public struct NoTradingDay: Error, Sendable, Equatable {
  /// The date asked for.
  public let date: CalendarDate
  /// The trading day before it; `nil` when it lies before the data.
  public let before: CalendarDate?
  /// The trading day after it; `nil` when it lies after the data.
  public let after: CalendarDate?
}

extension NoTradingDay: CustomStringConvertible {
  /// The message on one line, with the trading days beside the date.
  public var description: String {
    switch (before, after) {
    case (let before?, let after?):
      "\(date) was no trading day; the nearest are \(before) and \(after)"
    case (let before?, nil):
      "\(date) lies after the data, which ends on \(before)"
    case (nil, let after?):
      "\(date) lies before the data, which begins on \(after)"
    case (nil, nil):
      "\(date) cannot be found: this data has no dates; expected a row, such as t=42"
    }
  }
}
