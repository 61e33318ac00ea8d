import MarketSeries
import Testing

struct WindowsTests {
  private func data(rows: Int, lookBack: Int, testFrom row: Int) throws -> Dataset {
    try Dataset(
      try makeSeries((0..<rows).map(Double.init)),
      options: DataOptions(split: .row(row), lookBack: lookBack))
  }

  @Test func aWindowPredictsTheRowBehindIt() throws {
    let windows = try data(rows: 10, lookBack: 3, testFrom: 7).windows(of: .train)
    #expect(windows.count == 4)
    #expect(windows.first == Window(rows: 0..<3, targetRow: 3))
    #expect(windows.last == Window(rows: 3..<6, targetRow: 6))
    #expect(windows.firstRows == [0, 1, 2, 3])
    #expect(windows.length == 3)
  }

  @Test func theFirstTestDayIsPredictedFromTrainingRows() throws {
    let data = try data(rows: 10, lookBack: 3, testFrom: 7)
    #expect(data.windows(of: .test).map(\.targetRow) == [7, 8, 9])
    #expect(data.windows(of: .test).first?.rows == 4..<7)
    #expect(data.inputRows(of: .test) == 4..<10)
    #expect(data.inputRows(of: .train) == 0..<7)
  }

  @Test func aLongWindowLeavesOutTheFirstDaysOfAPart() throws {
    let data = try data(rows: 10, lookBack: 8, testFrom: 7)
    #expect(data.windows(of: .train).isEmpty)
    #expect(data.windows(of: .test).map(\.targetRow) == [8, 9])
  }

  @Test func partsShareTheSameRows() throws {
    let data = try data(rows: 12, lookBack: 2, testFrom: 8)
    #expect(
      data.windows(of: .train).map(\.targetRow) + data.windows(of: .test).map(\.targetRow)
        == data.windows(of: .all).map(\.targetRow))
    #expect(data.windows(of: .all).dropFirst(3).first == Window(rows: 3..<5, targetRow: 5))
  }

  @Test func aWindowEndsWithItsRow() throws {
    let data = try data(rows: 12, lookBack: 10, testFrom: 11)
    #expect(data.windowEnding(at: 8) == nil)
    #expect(data.windowEnding(at: 9) == 0..<10)
    #expect(data.windowEnding(at: 11) == 2..<12)
    for row in [-1, 12, Int.min, Int.max] { #expect(data.windowEnding(at: row) == nil) }
  }

  @Test func theLastDayHasNoNext() throws {
    let data = try data(rows: 5, lookBack: 2, testFrom: 3)
    #expect(data.actual(afterWindowEndingAt: 3) == 4)
    for row in [4, 5, -1, Int.max, Int.min] {
      #expect(data.actual(afterWindowEndingAt: row) == nil)
    }
  }

  @Test func rowsBelongToTheirPart() throws {
    let data = try data(rows: 10, lookBack: 3, testFrom: 7)
    #expect(data.part(of: 6) == .train)
    #expect(data.part(of: 7) == .test)
    #expect(data.rows(of: .all) == 0..<10)
    #expect(data.rows(of: .train) == 0..<7)
    #expect(data.rows(of: .test) == 7..<10)
    #expect(data.rows(of: .validation).isEmpty)
  }

  @Test func changesAreMeasuredInTheirTrainingDeviation() throws {
    let data = try Dataset(
      try makeSeries([1, 2, 4, 5, 7, 9]), options: DataOptions(split: .row(5), lookBack: 2))
    // The training changes 1, 2, 1, 2 deviate by a half from their mean.
    #expect(data.changeScale == 0.5)
    let windows = data.windows(of: .all)
    #expect(data.scaledTargets(of: windows, as: .change) == [4, 2, 4, 4])
    #expect(data.scaledTargets(of: windows, as: .level) == [0.5, 4 / 6, 1, 8 / 6])
    #expect(data.dollars(of: 4, afterWindowEndingAt: 4, as: .change) == 9)
    #expect(data.dollars(of: 1, afterWindowEndingAt: 4, as: .level) == 7)
  }
}
