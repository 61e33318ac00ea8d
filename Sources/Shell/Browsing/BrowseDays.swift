import MarketSeries

/// The rows at which windows end, and the ways from one to another.
struct BrowseDays: Sendable, Equatable {
  /// The first row at which a window ends.
  let first: Int
  /// The last one.
  let last: Int
  /// Rows from one to the next.
  let stride: Int
  /// The dates of all rows; `nil` for data without dates.
  let dates: [CalendarDate]?

  /// How many windows a month has where there are no dates: its usual trading days.
  private static let windowsOfMonth = 21

  /// The rows of a series; `nil` where it is too short for one window.
  init?(_ dataset: Dataset) {
    guard dataset.rowCount >= dataset.lookBack else { return nil }
    self.init(
      first: dataset.lookBack - 1, lastRow: dataset.rowCount - 1, stride: dataset.stride,
      dates: dataset.series.dates)
  }

  /// Rows from `first` on, `stride` apart, up to `lastRow`.
  init(first: Int, lastRow: Int, stride: Int, dates: [CalendarDate]?) {
    self.first = first
    self.stride = stride
    self.dates = dates
    last = lastRow - (lastRow - first) % stride
  }

  /// The row of these that lies nearest to any row, the earlier of two.
  func nearest(to row: Int) -> Int {
    let row = min(max(row, first), last)
    return first + (row - first + (stride - 1) / 2) / stride * stride
  }

  /// So many windows later, or earlier where negative; the first or the last one where there are no more.
  func row(_ count: Int, after row: Int) -> Int {
    nearest(to: row + count * stride)
  }

  /// The same day of a later month, or of an earlier one where negative; where that is no trading
  /// day, the next one on the way.
  func row(months: Int, after row: Int) -> Int {
    guard let dates, dates.indices.contains(row), let day = dates[row].adding(months: months) else {
      return self.row(months * Self.windowsOfMonth, after: row)
    }
    let found =
      months > 0 ? dates.firstIndex { $0 >= day } : dates.lastIndex { $0 <= day }
    let wanted = nearest(to: found ?? (months > 0 ? last : first))
    // In a series of few days the next month may begin with this very row.
    return wanted == row ? self.row(months.signum(), after: row) : wanted
  }
}

extension CalendarDate {
  /// The same day of another month, its last one where it is shorter; `nil` beyond the calendar.
  fileprivate func adding(months: Int) -> CalendarDate? {
    let month = year * 12 + self.month - 1 + months
    for day in stride(from: day, to: 0, by: -1) {
      if let date = CalendarDate(year: month / 12, month: month % 12 + 1, day: day) { return date }
    }
    return nil
  }
}
