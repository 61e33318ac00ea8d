import Testing

@testable import MarketSeries

struct CalendarDateTests {
  @Test func everyDayFrom1900To2100ReadsBackAsItself() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2100, month: 12, day: 31))
    #expect(last.daysSinceEpoch - first.daysSinceEpoch == 73_413)
    var failures = 0
    var expectedWeekday = CalendarDate.Weekday.monday.rawValue
    for number in first.daysSinceEpoch...last.daysSinceEpoch {
      let date = CalendarDate(daysSinceEpoch: number)
      let back = CalendarDate(year: date.year, month: date.month, day: date.day)
      if back != date || date.daysSinceEpoch != number { failures += 1 }
      if CalendarDate(date.description) != date { failures += 1 }
      if date.weekday.rawValue != expectedWeekday { failures += 1 }
      expectedWeekday = expectedWeekday % 7 + 1
    }
    #expect(failures == 0)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2006-03-06", 13_213),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysAreCountedFromTheEpoch(text: String, days: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.description == text)
  }

  @Test(arguments: [("2000-02-29", true), ("1900-02-29", false), ("2016-02-29", true)])
  func februaryHas29DaysInLeapYearsOnly(text: String, exists: Bool) {
    #expect((CalendarDate(text) != nil) == exists)
  }

  @Test(arguments: [
    "", "2006", "2006-1-3", "2006-13-01", "2006-00-01", "2006-04-31", "2006-01-00", "0000-01-01",
    "2006-01/03", "2006.01.03", "2006-01-03 ", "2006-01-0x", "-006-01-03", "٢٠٠٦-٠١-٠٣",
    "03-01-2006",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func slashesAreTaken() {
    #expect(CalendarDate("2006/01/03") == CalendarDate("2006-01-03"))
  }

  @Test func daysOutOfRangeBecomeTheNearestDate() {
    #expect(CalendarDate(daysSinceEpoch: .min) == CalendarDate.earliest)
    #expect(CalendarDate(daysSinceEpoch: .max) == CalendarDate.latest)
    #expect(CalendarDate(year: .max, month: .min, day: 1) == nil)
    #expect(CalendarDate(year: 2000, month: 1, day: .max) == nil)
  }

  @Test func earlierDatesCompareAsLess() throws {
    let texts = ["1969-12-31", "1970-01-01", "2006-01-31", "2006-02-01", "2015-12-31"]
    let dates = try texts.map { try #require(CalendarDate($0)) }
    #expect(dates.shuffled().sorted() == dates)
  }

  @Test func knownDaysHaveTheirWeekday() {
    #expect(CalendarDate("2006-03-06")?.weekday == .monday)
    #expect(CalendarDate("2008-10-11")?.weekday == .saturday)
    #expect(CalendarDate("1969-12-28")?.weekday == .sunday)
  }
}
