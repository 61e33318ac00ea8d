import Testing

@testable import MarketSeries

struct CSVErrorTests {
  private func message(
    _ text: String, _ column: [String] = [], date: CSVOptions.DateColumn = .automatic,
    limits: CSVLimits = CSVLimits()
  ) -> String? {
    message(Array(text.utf8), column, date: date, limits: limits)
  }

  private func message(
    _ bytes: [UInt8], _ column: [String] = [], date: CSVOptions.DateColumn = .automatic,
    limits: CSVLimits = CSVLimits()
  ) -> String? {
    do throws(CSVError) {
      _ = try Series(
        csv: bytes, name: "x", options: CSVOptions(column: column, date: date), limits: limits)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n\n"])
  func anEmptyFileIsNamedEmpty(text: String) {
    #expect(
      message(text)
        == "the file is empty; expected a line of column names, such as Date,High, and rows below it"
    )
  }

  @Test func bytesThatAreNotUTF8AreNamedWithTheirLine() {
    #expect(
      message(Array("Date,High\n2006-01-03,".utf8) + [0xE4])
        == "line 2: the text is not UTF-8; save the file as UTF-8 and try again")
    #expect(
      message([0xFF, 0xFE, 0x44, 0x00])
        == "the file is UTF-16; save it as UTF-8 and try again")
  }

  @Test(arguments: [
    ("2006-01-03,20.5\n2006-01-04,20.6\n", "2006-01-03"), ("20.5\n20.6\n", "20.5"),
    ("KO,2006-01-03,20.5\n", "2006-01-03"),
  ])
  func aFileWithoutColumnNamesIsRefused(text: String, found: String) {
    #expect(
      message(text)
        == "line 1: found \"\(found)\" where the column names should stand; expected a line such as Date,High"
    )
  }

  @Test func aFileWithoutRowsIsRefused() {
    #expect(message("Date,High\n", ["High"]) == "there are no rows below the column names")
    #expect(message("Date,High\n\n") == "there are no rows below the column names")
  }

  @Test func aMissingColumnIsNamedWithThoseThereAre() throws {
    let text = "Date,High,Low\n2006-01-03,1,2\n"
    #expect(
      message(text, ["Hihg"])
        == "there is no column \"Hihg\"; the file has Date, High, Low. Did you mean High?")
    #expect(
      message(text, ["Volume"]) == "there is no column \"Volume\"; the file has Date, High, Low")
    #expect(
      message(text, ["High"], date: .named("dat"))
        == "there is no column \"dat\"; the file has Date, High, Low. Did you mean Date?")
    let names = (1...12).map { "column\($0)x" }
    #expect(
      message(names.joined(separator: ",") + "\n", ["far away"])
        == "there is no column \"far away\"; the file has "
        + names.prefix(10).joined(separator: ", ") + " and 2 more")
  }

  @Test func theNearestNameStandsApart() {
    #expect(throws: CSVError(.missingColumn("Hgih", names: ["High"]), nearest: "High")) {
      try readSeries("High\n1\n", "Hgih")
    }
  }

  @Test func aColumnThatCannotBeChosenIsRefused() {
    let text = "Date,High,High\n2006-01-03,1,2\n"
    #expect(
      message(text, ["High"])
        == "\"High\" names more than one column; give each a name of its own")
    #expect(
      message(text, ["Date"]) == "column \"Date\" holds the dates; expected a column of numbers")
    #expect(message("a\n1\n", ["a", "A"]) == "column \"A\" was asked for twice")
    #expect(message("Name\nKO\n") == "there is no column of numbers; the file has Name")
  }

  @Test(arguments: ["abc", "NA", "null", "nan", "inf", "-Infinity", "0x1p3", "1.2.3", "5%"])
  func textInANumberColumnIsShownWithItsPlace(text: String) {
    #expect(
      message("Date,High\n2006-01-03,1\n\n2006-01-04,\(text)\n", ["High"])
        == "line 4, column High: \"\(text)\" is not a number; expected one such as 20.5, "
        + "or an empty field for a missing value")
  }

  @Test func aDecimalCommaIsExplained() {
    #expect(
      message("Date;High\n2006-01-03;20,5\n", ["High"])
        == "line 2, column High: \"20,5\" is not a number; write 20.5, with a decimal point")
  }

  @Test func moneyAndThousandsAreExplained() {
    #expect(
      message("Date,High\n2006-01-03,$35\n", ["High"])
        == "line 2, column High: \"$35\" is not a number; write 35, without a sign of money or "
        + "separators of thousands")
    #expect(
      message("Date,High\n2006-01-03,\"1,234.50\"\n", ["High"])
        == "line 2, column High: \"1,234.50\" is not a number; write 1234.50, without a sign of "
        + "money or separators of thousands")
  }

  @Test func aFileWhoseNumbersAreSpeltOtherwiseSaysWhere() {
    #expect(
      message("Datum;Hoch\n03.01.2006;20,5\n")
        == "line 2, column Hoch: \"20,5\" is not a number; write 20.5, with a decimal point")
  }

  @Test func aNumberBeyondAllIsRefused() {
    #expect(
      message("High\n1\n1e999\n") == "line 3, column High: \"1e999\" is too large for a number")
  }

  @Test(arguments: ["2006-13-01", "01/03/2006", "", "2006-01-04x", "2006-01-04T", "20060104"])
  func aBadDateIsShownWithItsPlace(text: String) {
    #expect(
      message("Date,High\n2006-01-03,1\n\(text),2\n")
        == "line 3, column Date: \"\(text)\" is not a date; expected one such as 2006-01-03, "
        + "or date=none to read the file without dates")
  }

  @Test func aFileMayEndInsideADate() {
    #expect(
      message("High,Date\n1,2006-01-03\n2,2006-01-04T")
        == "line 3, column Date: \"2006-01-04T\" is not a date; expected one such as 2006-01-03, "
        + "or date=none to read the file without dates")
  }

  @Test func aDateTwiceIsRefused() {
    #expect(
      message("Date,High\n2006-01-03,1\n2006-01-03 12:00,2\n")
        == "line 3, column Date: 2006-01-03 stands twice; expected one row a date")
  }

  @Test func datesOutOfOrderAreRefused() {
    #expect(
      message("Date,High\n2006-01-03,1\n2006-01-05,2\n2006-01-04,3\n")
        == "line 4, column Date: 2006-01-04 stands below 2006-01-05; expected ascending dates throughout"
    )
    #expect(
      message("Date,High\n2006-01-05,1\n2006-01-03,2\n2006-01-04,3\n")
        == "line 4, column Date: 2006-01-04 stands below 2006-01-03; expected descending dates throughout"
    )
  }

  @Test func raggedRowsAreRefused() {
    #expect(
      message("Date,High\n2006-01-03\n", ["High"])
        == "line 2: the row has 1 field; expected 2, as in the line of column names")
    #expect(
      message("Date,High\n2006-01-03,1\n2006-01-04,2,\n")
        == "line 3: the row has 3 fields; expected 2, as in the line of column names")
  }

  @Test func quotationMarksMustCloseAtAFieldsEnd() {
    #expect(
      message("Name,High\nKO,1\n\"KO,2\nKO,3\n", ["High"])
        == "line 3: the quotation mark that opens here is never closed")
    #expect(
      message("Name,High\n\"a\nb\" c,1\n", ["High"])
        == "line 3: text follows a closing quotation mark; expected the next field or the end of the line"
    )
  }

  @Test func whatIsTooLargeIsRefused() {
    var limits = CSVLimits()
    limits.fieldBytes = 8
    let tooLong = "line 2: a field is longer than 8 bytes; is this a CSV file?"
    #expect(message("a\n123456789\n", limits: limits) == tooLong)
    #expect(message("a\n\"\n3456789\n1\"\n", limits: limits) == tooLong)
    limits.columns = 2
    #expect(message("a,b,c\n1,2,3\n", limits: limits) == "line 1: there are more than 2 columns")
    limits.rows = 2
    #expect(message("a\n1\n2\n", limits: limits) == nil)
    #expect(message("a\n1\n2\n3\n", limits: limits) == "line 4: there are more than 2 rows")
  }

  @Test func messagesCarryNothingThatATerminalObeys() {
    let hostile = "\u{1B}[2J\u{202E}x\u{7}"
    #expect(
      message("High\n1\n\(hostile)\n")
        == "line 3, column High: \"\\u{1b}[2J\\u{202e}x\\u{7}\" is not a number; expected one "
        + "such as 20.5, or an empty field for a missing value")
    let long = message("High\n1\n\(String(repeating: "ab", count: 3000))\n") ?? ""
    #expect(long.count < 200)
    let combined = message("High\n1\na\(String(repeating: "\u{301}", count: 9000))\n") ?? ""
    #expect(combined.utf8.count < 600)
  }
}
