import Testing

@testable import MarketSeries

struct SplitTests {
  private func split(
    rows: Int, _ point: SplitPoint, validation: SplitPoint? = nil
  ) throws -> Split {
    let series = try makeSeries((0..<rows).map(Double.init))
    return try Split(series, options: DataOptions(split: point, validation: validation))
  }

  private func datedSeries() throws -> Series {
    try makeSeries(
      [1, 2, 3, 4], dates: ["2006-01-03", "2006-01-04", "2006-01-09", "2006-01-10"])
  }

  @Test func aRowBeginsTheTestPart() throws {
    let split = try split(rows: 10, .row(7))
    #expect(split.train == 0..<7)
    #expect(split.validation.isEmpty)
    #expect(split.test == 7..<10)
  }

  @Test(arguments: [
    (10, 0.8, 8), (3020, 0.8, 2416), (100, 0.29, 29), (2, 0.99, 1), (2, 0.01, 1), (1, 0.8, 1),
  ])
  func aShareIsRoundedAndKeepsARowInEachPart(rows: Int, share: Double, row: Int) throws {
    #expect(try split(rows: rows, .share(share)).train == 0..<row)
  }

  @Test func aDateWithoutTradingMeansTheNextRow() throws {
    let date = try #require(CalendarDate("2006-01-06"))
    let split = try Split(try datedSeries(), options: DataOptions(split: .date(date)))
    #expect(split.train == 0..<2)
    #expect(split.test == 2..<4)
  }

  @Test func validationComesFromTheEndOfTheTrainingPart() throws {
    let split = try split(rows: 10, .row(8), validation: .share(0.6))
    #expect(split.train == 0..<6)
    #expect(split.validation == 6..<8)
    #expect(split.test == 8..<10)
  }

  @Test(arguments: [-1, 0, 10, Int.max])
  func aRowThatLeavesAPartEmptyIsRefused(row: Int) {
    #expect(throws: DataError.row(.split, row, expected: 1...9)) { try split(rows: 10, .row(row)) }
  }

  @Test(arguments: [0, 1, -0.5, 80, Double.nan, .infinity])
  func whatIsNoShareIsRefused(share: Double) throws {
    do throws(DataError) {
      _ = try Split(try makeTenRows(), options: DataOptions(split: .share(share)))
      Issue.record("a share of \(share) was taken")
    } catch {
      #expect(
        error.description
          == "split=\(share) is no share; expected a number between 0 and 1")
    }
  }

  private func makeTenRows() throws(DataError) -> Series {
    Series(
      unchecked: "ten", dates: nil, columnNames: ["a"],
      columns: [ContiguousArray(repeating: 1, count: 10)], notes: [])
  }

  @Test(arguments: ["2005-12-31", "2006-01-03", "2006-01-11", "2020-01-01"])
  func aDateThatLeavesAPartEmptyIsRefusedWithTheRange(text: String) throws {
    let date = try #require(CalendarDate(text))
    let series = try datedSeries()
    let first = try #require(CalendarDate("2006-01-04"))
    let last = try #require(CalendarDate("2006-01-10"))
    #expect(throws: DataError.date(.split, date, expected: first...last)) {
      try Split(series, options: DataOptions(split: .date(date)))
    }
  }

  @Test func validationMustBeginBeforeTheSplit() throws {
    #expect(throws: DataError.row(.validation, 8, expected: 1...7)) {
      try split(rows: 10, .row(8), validation: .row(8))
    }
    #expect(throws: DataError.tooFewRows(.validation, rows: 1)) {
      try split(rows: 10, .row(1), validation: .share(0.5))
    }
  }

  @Test func aSeriesOfOneRowCannotBeParted() throws {
    #expect(throws: DataError.tooFewRows(.split, rows: 1)) { try split(rows: 1, .row(1)) }
    #expect(throws: DataError.tooFewRows(.validation, rows: 1)) {
      try split(rows: 1, .share(0.5), validation: .share(0.5))
    }
  }

  @Test func aDateNeedsDates() throws {
    let date = try #require(CalendarDate("2006-01-06"))
    #expect(throws: DataError.pointNeedsDates(.split, date)) { try split(rows: 9, .date(date)) }
  }
}
