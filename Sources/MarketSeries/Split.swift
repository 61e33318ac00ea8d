/// The parts of a series, in the order of time: training, validation where asked for, test.
struct Split {
  let train: Range<Int>
  let validation: Range<Int>
  let test: Range<Int>

  /// - Throws: `DataError` when a part that was asked for would have no rows.
  init(_ series: Series, options: DataOptions) throws(DataError) {
    let rows = series.rowCount
    let testStart = try Split.row(options.split, of: .split, in: series, below: rows)
    var validationStart = testStart
    if let point = options.validation {
      validationStart = try Split.row(point, of: .validation, in: series, below: testStart)
    }
    train = 0..<validationStart
    validation = validationStart..<testStart
    test = testStart..<rows
  }

  /// The row at which the part begins, 1..<end: the part before it and the part itself keep a row
  /// at least.
  private static func row(
    _ point: SplitPoint, of name: DataError.Point, in series: Series, below end: Int
  ) throws(DataError) -> Int {
    if case .share(let share) = point {
      guard share > 0, share < 1 else { throw .share(name, share) }
      let row = Int((share * Double(series.rowCount)).rounded())
      // A series of one row is all training.
      guard end > 1 else {
        if name == .split { return end }
        throw .tooFewRows(name, rows: end)
      }
      return min(max(row, 1), end - 1)
    }
    guard end > 1 else { throw .tooFewRows(name, rows: end) }
    switch point {
    case .share(let share): throw .share(name, share)
    case .row(let row):
      guard (1..<end).contains(row) else { throw .row(name, row, expected: 1...(end - 1)) }
      return row
    case .date(let date):
      guard let dates = series.dates else { throw .pointNeedsDates(name, date) }
      let row = dates.firstRow(onOrAfter: date)
      guard (1..<end).contains(row) else {
        throw .date(name, date, expected: dates[1]...dates[end - 1])
      }
      return row
    }
  }
}

extension [CalendarDate] {
  /// The first row whose date is not before `date`, by halving; the count when all are before it.
  func firstRow(onOrAfter date: CalendarDate) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < date { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
