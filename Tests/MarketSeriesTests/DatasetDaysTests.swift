import MarketSeries
import Testing

struct DatasetDaysTests {
  private func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(text))
  }

  @Test func everyDateFindsItsRow() throws {
    let data = try KO.dataset()
    let dates = try #require(data.series.dates)
    #expect(dates.indices.allSatisfy { (try? data.row(on: dates[$0]).get()) == $0 })
    #expect(data.date(at: 42) == (try date("2006-03-06")))
    for row in [-1, 3020, Int.max] { #expect(data.date(at: row) == nil) }
  }

  @Test(arguments: [
    ("2008-10-11", "2008-10-11 was no trading day; the nearest are 2008-10-10 and 2008-10-13"),
    ("2006-01-02", "2006-01-02 lies before the data, which begins on 2006-01-03"),
    ("2018-01-02", "2018-01-02 lies after the data, which ends on 2017-12-29"),
  ])
  func aDayWithoutTradingNamesTheNearest(text: String, message: String) throws {
    let data = try KO.dataset()
    guard case .failure(let error) = data.row(on: try date(text)) else {
      Issue.record("\(text) has a row")
      return
    }
    #expect(error.description == message)
  }

  @Test func dataWithoutDatesSaysSo() throws {
    let data = try Dataset(try makeSeries([1, 2]))
    guard case .failure(let error) = data.row(on: try date("2006-01-03")) else {
      Issue.record("data without dates has a row for one")
      return
    }
    #expect(
      error.description
        == "2006-01-03 cannot be found: this data has no dates; expected a row, such as t=42")
    #expect(data.rows(from: try date("2006-01-03"), through: try date("2007-01-03")) == nil)
    #expect(data.date(at: 0) == nil)
  }

  @Test(arguments: [
    ("2006-01-03", "2006-01-05", 0...2), ("2006-01-07", "2006-01-15", 4...8),
    ("1999-01-01", "2006-01-03", 0...0), ("2017-12-29", "2030-01-01", 3019...3019),
    ("2006-01-04", "2006-01-04", 1...1),
  ])
  func rangesOfDatesSnapInward(from: String, through: String, rows: ClosedRange<Int>) throws {
    #expect(try KO.dataset().rows(from: try date(from), through: try date(through)) == rows)
  }

  @Test(arguments: [
    ("2006-01-07", "2006-01-08"), ("2006-01-05", "2006-01-04"), ("1999-01-01", "1999-12-31"),
    ("2018-01-01", "2019-01-01"),
  ])
  func rangesWithoutATradingDayAreEmpty(from: String, through: String) throws {
    #expect(try KO.dataset().rows(from: try date(from), through: try date(through)) == nil)
  }
}
