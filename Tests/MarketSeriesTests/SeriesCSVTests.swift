import Testing

@testable import MarketSeries

struct SeriesCSVTests {
  @Test func theKOFileHoldsItsPublishedFigures() throws {
    let series = try KO.series()
    #expect(series.rowCount == 3020)
    #expect(series.columnNames == ["High"])
    #expect(series.notes.isEmpty)
    #expect(Array(series.columns[0].prefix(5)) == [20.50, 20.54, 20.56, 20.78, 20.84])
    #expect(series.columns[0].last == 46.18)
    #expect(series.columns[0].indices.filter { series.columns[0][$0].isNaN } == [2913])
    let sum = series.columns[0].filter { !$0.isNaN }.reduce(0, +)
    #expect(abs(sum - 103_385.58) < 1e-6)
    let dates = try #require(series.dates)
    #expect(dates.count == 3020)
    #expect(dates[42].description == "2006-03-06")
    #expect(dates.last?.description == "2017-12-29")
  }

  @Test(arguments: [
    "Date,High\n2006-01-03,20.5\n2006-01-04,20.54\n",
    "Date,High\n2006-01-03,20.5\n2006-01-04,20.54",
    "Date,High\r\n2006-01-03,20.5\r\n2006-01-04,20.54\r\n",
    "Date,High\r2006-01-03,20.5\r2006-01-04,20.54\r",
    "\u{FEFF}Date,High\n2006-01-03,20.5\n2006-01-04,20.54\n",
    "\n\nDate,High\n\n2006-01-03,20.5\n\r\n2006-01-04,20.54\n\n\n",
    "Date;High\n2006-01-03;20.5\n2006-01-04;20.54\n",
    "Date\tHigh\n2006-01-03\t20.5\n2006-01-04\t20.54\n",
    "\"Date\",\"High\"\n\"2006-01-03\",\"20.5\"\n\"2006-01-04\", \"20.54\" \n",
    " Date , High \n 2006-01-03 , +20.5 \n2006/01/04,2.054e1\n",
    "Date,High\n2006-01-03T00:00:00,20.5\n2006-01-04 16:00:00-05:00,20.54\n",
    "Date,Open,Name,High\n2006-01-03,1,KO,20.5\n2006-01-04,2,\"a,\"\"b\n\"\"\",20.54\n",
    "Name,High,Date\nKO,20.5,2006-01-03\nKO,20.54,2006-01-04\n",
    "day,High\n2006-01-03,20.5\n2006-01-04,20.54\n",
  ])
  func everyUsualFormReadsTheSame(text: String) throws {
    let series = try readSeries(text, "High")
    #expect(series.columns == [[20.5, 20.54]])
    #expect(series.columnNames == ["High"])
    #expect(series.dates?.map(\.description) == ["2006-01-03", "2006-01-04"])
    #expect(series.notes.isEmpty)
  }

  @Test(arguments: [
    "-0", "+3", ".5", "5.", "1e3", "-2.5E-3", "0.30000000000000004", "12345678901234567890123",
    "0.00000000000000000000000000000000000001", "20.5 ", " 20.5", "\"20.5\"", "\"1\"",
  ])
  func aFigureReadsTheSameInEveryPlace(figure: String) throws {
    let bare = figure.filter { $0 != " " && $0 != "\"" }
    let expected = try #require(Double(bare)).bitPattern
    for text in [
      "a,b\n\(figure),1\n", "b,a\n1,\(figure)\n", "a\n\(figure)", "b,a\r\n1,\(figure)\r\n",
    ] {
      let value = try readSeries(text, "a").columns[0].first
      #expect(value?.bitPattern == expected, "\(text)")
    }
  }

  @Test(arguments: ["20.5x", "20.5.1", "2006-01-03", "20.5\"", "1 2", "--1"])
  func whatOnlyBeginsAsAFigureIsRefused(field: String) {
    #expect(throws: CSVError.self) { try readSeries("a,b\n1,1\n\(field),1\n", "a") }
    #expect(throws: CSVError.self) { try readSeries("a,b\n1,1\n\(field)", "a") }
  }

  @Test func theFirstNumericColumnIsTakenUnlessNamed() throws {
    let text = "Date,Name,Open,High\n2006-01-03,KO,,20\n2006-01-04,KO,19,21\n"
    #expect(try readSeries(text).columnNames == ["Open"])
    #expect(try readSeries(text, "High", "Open").columns[0] == [20, 21])
    #expect(try readSeries(text, "high").columnNames == ["High"])
  }

  @Test func aDoubledQuotationMarkStandsForOne() throws {
    let series = try readSeries("\"a \"\"b\"\"\",\"c\"\"\"\"d\"\n1,2\n", "a \"b\"", "c\"\"d")
    #expect(series.columnNames == ["a \"b\"", "c\"\"d"])
    #expect(series.columns == [[1], [2]])
  }

  @Test func emptyFieldsAreMissing() throws {
    let series = try readSeries("a,b\n1,\n,2\n \"\" ,3\n")
    #expect(series.columns[0].map(\.isNaN) == [false, true, true])
  }

  @Test func filesWithoutDatesHaveNone() throws {
    #expect(try readSeries("High\n1\n2\n").dates == nil)
    #expect(try readSeries("Date,High\n2006-01-03,1\n", date: .none).dates == nil)
    #expect(try readSeries("Date,High\nx,1\n", date: .none).columnNames == ["High"])
  }

  @Test func aDateColumnMayBeNamed() throws {
    let text = "from,until,High\n2006-01-03,2007-01-03,1\n2006-01-04,2007-01-04,2\n"
    #expect(try readSeries(text).dates?.first?.year == 2006)
    #expect(try readSeries(text, date: .named("until")).dates?.first?.year == 2007)
  }

  @Test func descendingRowsAreTurnedRoundWithANote() throws {
    let series = try readSeries(
      "Date,a,b\n2006-01-05,3,6\n2006-01-04,,5\n2006-01-03,1,4\n", "b", "a")
    #expect(series.dates?.map(\.day) == [3, 4, 5])
    #expect(series.columns[0] == [4, 5, 6])
    #expect(series.columns[1].map { $0.isNaN ? -1 : $0 } == [1, -1, 3])
    #expect(series.notes == ["The rows were in descending order of dates and were turned round."])
  }

  @Test func aYearMayBeTheNameOfAColumn() throws {
    #expect(try readSeries("Date,2015\n2006-01-03,1\n").columnNames == ["2015"])
  }

  @Test func manyRowsReadAsTheyAre() throws {
    let text = "n\n" + (0..<5000).map { "\($0)" }.joined(separator: "\n")
    #expect(try readSeries(text).columns[0] == ContiguousArray((0..<5000).map(Double.init)))
  }
}
