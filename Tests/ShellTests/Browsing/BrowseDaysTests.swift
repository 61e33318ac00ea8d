import MarketSeries
import Testing

@testable import Shell

struct BrowseDaysTests {
  /// Rows 9 to 99; with dates, one on each Monday from 2007-01-01 on.
  private func days(dated: Bool = false, stride: Int = 1) -> BrowseDays {
    let monday = CalendarDate("2007-01-01")?.daysSinceEpoch ?? 0
    let dates = (0...99).map { CalendarDate(daysSinceEpoch: monday + 7 * $0) }
    return BrowseDays(first: 9, lastRow: 99, stride: stride, dates: dated ? dates : nil)
  }

  @Test func theEndsHold() {
    #expect(days().row(1, after: 42) == 43)
    #expect(days().row(-1, after: 9) == 9)
    #expect(days().row(1, after: 99) == 99)
    #expect(days().row(-40, after: 42) == 9)
  }

  @Test func sequencesApartAreGoneThroughOneByOne() {
    let days = days(stride: 50)
    #expect(days.first == 9 && days.last == 59)
    #expect(days.row(1, after: 9) == 59)
    #expect(days.row(1, after: 59) == 59)
    #expect(days.nearest(to: 0) == 9)
    #expect(days.nearest(to: 34) == 9)
    #expect(days.nearest(to: 35) == 59)
    #expect(days.nearest(to: 1000) == 59)
  }

  @Test func aMonthIsTheSameDayOrTheNextOneOnTheWay() {
    let days = days(dated: true)
    // Row 30 is 2007-07-30; 2007-08-30 is a Thursday, and so is 2007-06-28 before 2007-06-30.
    #expect(days.row(months: 1, after: 30) == 35)
    #expect(days.row(months: -1, after: 30) == 25)
    #expect(days.row(months: 100, after: 30) == 99)
    #expect(days.row(months: -100, after: 30) == 9)
  }

  @Test func theLastDayOfALongMonthGoesToTheLastOfAShortOne() {
    let first = CalendarDate("2008-01-01")?.daysSinceEpoch ?? 0
    let dates = (0...99).map { CalendarDate(daysSinceEpoch: first + $0) }
    let days = BrowseDays(first: 9, lastRow: 99, stride: 1, dates: dates)
    #expect(dates[30].description == "2008-01-31")
    #expect(dates[days.row(months: 1, after: 30)].description == "2008-02-29")
  }

  @Test func withoutDatesAMonthIsTwentyOneWindows() {
    #expect(days().row(months: 1, after: 42) == 63)
    #expect(days().row(months: -1, after: 42) == 21)
  }

  @Test func aMonthMovesEvenWhereRowsAreYearsApart() {
    let dates = (0...20).compactMap { CalendarDate(year: 2000 + $0, month: 5, day: 1) }
    let days = BrowseDays(first: 2, lastRow: 20, stride: 1, dates: dates)
    #expect(days.row(months: 1, after: 5) == 6)
    #expect(days.row(months: -1, after: 5) == 4)
  }
}
