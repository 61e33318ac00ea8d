import Testing

@testable import Reports

struct CalendarTicksTests {
  @Test func yearsBeginAtTheirFirstRow() throws {
    let labels = LinePlot.XLabels(texts: weekdays(from: 2006, years: 12))
    let ticks = try #require(CalendarTicks(labels, over: 0...3_000, columns: 113)).ticks
    #expect(ticks.map(\.name) == (2006...2017).map(String.init))
    for (tick, name) in ticks {
      #expect(labels[tick]?.hasPrefix(name + "-01-0") == true)
    }
  }

  @Test(arguments: [
    (0.0...3_000, 73, ["2006", "2008", "2010", "2012", "2014", "2016"]),
    (0...3_000, 30, ["2010", "2015"]),
    (300...410, 73, ["2007-04", "2007-05", "2007-06", "2007-07", "2007-08"]),
    (300...410, 30, ["2007-04", "2007-07"]),
  ])
  func theFinestStepIsTakenWhoseNamesStandApart(
    range: ClosedRange<Double>, columns: Int, names: [String]
  ) throws {
    let labels = LinePlot.XLabels(texts: weekdays(from: 2006, years: 12))
    let ticks = try #require(CalendarTicks(labels, over: range, columns: columns)).ticks
    #expect(ticks.map(\.name) == names)
  }

  @Test func aYearThatHadBegunIsNotNamedAtTheFirstRow() throws {
    let texts = Array(weekdays(from: 2006, years: 3).dropFirst(100))
    let ticks = try #require(CalendarTicks(.init(texts: texts), over: 0...650, columns: 20)).ticks
    #expect(ticks.map(\.name) == ["2007", "2008"])
  }

  @Test(
    arguments: [
      [], ["2006-01-01"], ["day 1", "day 2"], ["2006-01-01", "x", "2006-09-01"],
      ["2006-13-01", "2007-99-01"], ["2009-01-01", "2006-01-01"], ["2006-01-02", "2006-01-03"],
    ] as [[String]])
  func whatIsNoRowOfDatesHasNoTicks(texts: [String]) {
    for first in [0, -5, Int.max - 10, Int.min] {
      let labels = LinePlot.XLabels(first: first, texts: texts)
      for range in [0.0...1, -1e300...1e300, Double(first)...Double(first) + 2] {
        #expect(CalendarTicks(labels, over: range, columns: 80) == nil)
      }
    }
  }

  /// Twenty-one days of each month, numbered from 2.
  private func weekdays(from year: Int, years: Int) -> [String] {
    (0..<years * 252).map { row in
      let (month, day) = (row / 21 % 12 + 1, row % 21 + 2)
      return "\(year + row / 252)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
  }
}
