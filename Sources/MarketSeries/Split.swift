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
      // A series of one row loads too, and is all training.
      if name == .split, end == 1 { return end }
    }
    guard end > 1 else { throw .tooFewRows(name, rows: end) }
    switch point {
    case .share(let share):
      let row = Int((share * Double(series.rowCount)).rounded())
      return min(max(row, 1), end - 1)
    case .row(let row):
      guard (1..<end).contains(row) else { throw .row(name, row, expected: 1...(end - 1)) }
      return row
    case .date(let date):
      guard let dates = series.dates else { throw .pointNeedsDates(name, date) }
      let row = dates.firstIndex(notBefore: date)
      guard (1..<end).contains(row) else {
        throw .date(name, date, expected: dates[1]...dates[end - 1])
      }
      return row
    }
  }
}
