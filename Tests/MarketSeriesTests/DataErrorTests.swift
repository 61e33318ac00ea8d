import MarketSeries
import Testing

struct DataErrorTests {
  @Test func everyMessageSaysWhatIsWrongAndWhatWasExpected() throws {
    let date = try #require(CalendarDate("2020-01-01"))
    let first = try #require(CalendarDate("2006-01-04"))
    let last = try #require(CalendarDate("2017-12-29"))
    let messages: [(DataError, String)] = [
      (.noRows, "there are no rows"),
      (.lookBack(0), "look_back=0 is no window; expected a whole number of rows, at least 1"),
      (
        .columnWithoutValues("Hi\u{1B}gh"),
        "column Hi\\u{1b}gh holds no value; expected at least one number"
      ),
      (
        .pointNeedsDates(.split, date),
        "split=2020-01-01 needs dates, which this data does not have; expected a row or a share"
      ),
      (
        .share(.validation, 1.5),
        "validation=1.5 is no share; expected a number between 0 and 1"
      ),
      (
        .row(.split, 5000, expected: 1...3019),
        "split=5000 leaves a part without rows; expected a row from 1 to 3019"
      ),
      (
        .date(.split, date, expected: first...last),
        "split=2020-01-01 leaves a part without rows; expected a date from 2006-01-04 to 2017-12-29"
      ),
      (.tooFewRows(.split, rows: 1), "split needs at least two rows to part; there is 1"),
      (
        .notScalable(column: "High", row: 3),
        "column High holds a value at t=3 that is too large to scale"
      ),
      (
        .tooNarrow(column: "High"), "column High varies by less than 1e-100, too little to scale"
      ),
    ]
    for (error, message) in messages { #expect(error.description == message) }
  }

  @Test(arguments: [0, -1, Int.min])
  func aWindowWithoutRowsIsRefused(lookBack: Int) throws {
    let series = try makeSeries([1, 2, 3])
    #expect(throws: DataError.lookBack(lookBack)) {
      try Dataset(series, options: DataOptions(lookBack: lookBack))
    }
  }

  @Test func aSeriesWithoutRowsIsRefused() throws {
    let series = try makeSeries([])
    #expect(throws: DataError.noRows) { try Dataset(series) }
  }

  @Test func valuesBeyondAFloatAreRefused() throws {
    let far = try makeSeries([-1.7e308, 1.7e308, 0])
    #expect(throws: DataError.notScalable(column: "column 0", row: 0)) {
      try Dataset(far, options: DataOptions(split: .row(2)))
    }
    // Within a Float once scaled, but not its squared errors.
    let wide = try makeSeries([1e101, 2e101, 3e101])
    #expect(throws: DataError.notScalable(column: "column 0", row: 0)) { try Dataset(wide) }
    let narrow = try makeSeries([1e-101, 2e-101, 3e-101])
    #expect(throws: DataError.tooNarrow(column: "column 0")) { try Dataset(narrow) }
    let large = try makeSeries([1, 2, 1e300])
    #expect(throws: DataError.notScalable(column: "column 0", row: 2)) {
      try Dataset(large, options: DataOptions(scale: .none))
    }
  }

  @Test func aSeriesMustFitTogether() throws {
    let day = try #require(CalendarDate("2006-01-03"))
    func make(
      dates: [CalendarDate]? = nil, names: [String] = ["a"], _ columns: [ContiguousArray<Double>]
    ) throws {
      _ = try Series(name: "x", dates: dates, columnNames: names, columns: columns)
    }
    #expect(throws: SeriesError.noColumns) { try make([]) }
    #expect(throws: SeriesError.names(1, columns: 2)) { try make([[1], [2]]) }
    #expect(throws: SeriesError.length(column: "b", rows: 2, expected: 1)) {
      try make(names: ["a", "b"], [[1], [2, 3]])
    }
    #expect(throws: SeriesError.dates(1, rows: 2)) { try make(dates: [day], [[1, 2]]) }
    #expect(throws: SeriesError.datesOutOfOrder(row: 1)) { try make(dates: [day, day], [[1, 2]]) }
    #expect(throws: SeriesError.infinite(column: "a", row: 1)) { try make([[1, .infinity]]) }
    #expect(
      SeriesError.length(column: "b", rows: 2, expected: 1).description
        == "column b has 2 rows; expected 1")
  }
}
