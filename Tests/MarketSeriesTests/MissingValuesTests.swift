import Testing

@testable import MarketSeries

struct MissingValuesTests {
  private func filled(_ values: [Double], _ policy: MissingPolicy) throws -> [Double] {
    Array(try FilledSeries(try makeSeries(values), policy: policy).columns[0])
  }

  @Test func previousCarriesTheLastValueForward() throws {
    #expect(try filled([1, .nan, .nan, 4, .nan], .previous) == [1, 1, 1, 4, 4])
  }

  @Test func interpolateDrawsAStraightLine() throws {
    #expect(try filled([1, .nan, .nan, 4, .nan, 6], .interpolate) == [1, 2, 3, 4, 5, 6])
    #expect(try filled([-1.7e308, .nan, 1.7e308], .interpolate) == [-1.7e308, 0, 1.7e308])
  }

  @Test func interpolateCarriesTheLastValueWhereNoneFollows() throws {
    #expect(try filled([.nan, 2, .nan, .nan], .interpolate) == [2, 2, 2, 2])
    #expect(try filled([3], .interpolate) == [3])
  }

  @Test func maxTakesTheLargestOfTheWholeSeries() throws {
    #expect(try filled([.nan, 2, .nan, 9, 4], .max) == [9, 2, 9, 9, 4])
  }

  @Test func dropDeletesTheRowsAndTheirDates() throws {
    let series = try makeSeries(
      [1, .nan, 3, 4], [5, 6, 7, .nan],
      dates: ["2006-01-03", "2006-01-04", "2006-01-05", "2006-01-06"])
    let result = try FilledSeries(series, policy: .drop)
    #expect(result.columns == [[1, 3], [5, 7]])
    #expect(result.series.columns == [[1, 3], [5, 7]])
    #expect(result.series.dates?.map(\.day) == [3, 5])
    #expect(result.filled.isEmpty)
    #expect(result.missingCount == 2)
    #expect(result.notes == ["2 rows were dropped, for they lack a value."])
  }

  @Test func dropMayLeaveNothing() throws {
    let series = try makeSeries([1, .nan], [.nan, 2])
    #expect(throws: DataError.noRows) { try FilledSeries(series, policy: .drop) }
  }

  @Test(arguments: [MissingPolicy.previous, .interpolate])
  func aLeadingGapTakesTheFirstValueWithANote(policy: MissingPolicy) throws {
    let result = try FilledSeries(try makeSeries([.nan, .nan, 3, 4]), policy: policy)
    #expect(result.columns == [[3, 3, 3, 4]])
    #expect(
      result.notes.last
        == "column 0 begins without a value: its first one, of t=2, was carried back.")
  }

  @Test(arguments: MissingPolicy.allCases)
  func aColumnWithoutAnyValueIsRefused(policy: MissingPolicy) throws {
    let series = try makeSeries([1, 2], [.nan, .nan])
    #expect(throws: DataError.columnWithoutValues("column 1")) {
      try FilledSeries(series, policy: policy)
    }
  }

  @Test(arguments: MissingPolicy.allCases)
  func aCompleteSeriesStaysAsItIs(policy: MissingPolicy) throws {
    let series = try makeSeries([1, 2, 3])
    let result = try FilledSeries(series, policy: policy)
    #expect(result.series == series)
    #expect(result.columns == series.columns)
    #expect(result.notes.isEmpty)
  }

  @Test func filledRowsAreThoseOfAnyColumn() throws {
    let series = try makeSeries([1, .nan, 3, .nan], [.nan, 2, 3, .nan])
    let result = try FilledSeries(series, policy: .previous)
    #expect(result.filled == [0, 1, 3])
    #expect(result.missingCount == 3)
  }

  @Test func fillsThatLookAheadSaySo() throws {
    #expect(
      try KO.dataset(missing: .interpolate).notes
        == ["Filled values lie between their neighbours, the next of which is a day ahead."])
    #expect(
      try KO.dataset(missing: .max).notes
        == [
          "Filled values of High are the largest of the whole series, 47.48 of 2017-11-14, "
            + "which lies ahead."
        ])
    #expect(
      try FilledSeries(try makeSeries([9, .nan, 3]), policy: .max).notes
        == ["Filled values of column 0 are the largest of the whole series, 9.0 of t=0."])
    #expect(
      try KO.dataset(missing: .drop).notes == ["1 row was dropped, for it lacks a value."])
    #expect(try KO.dataset(missing: .previous).notes.isEmpty)
  }
}
