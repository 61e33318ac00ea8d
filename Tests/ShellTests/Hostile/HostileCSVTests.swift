import Reports
import Testing

/// Bad CSV files, and what `data load` says of each.
struct HostileCSVTests {
  @Test(arguments: files)
  func isRefusedInASentence(_ file: HostileFile) throws {
    let shell = try ShellHarness()
    try shell.expectRefusal(of: file, as: "f.csv")
    #expect(try shell.report("data").values["rows"] == 3020)
  }

  private static func high(_ what: String, _ text: String, _ message: String) -> HostileFile {
    HostileFile(what, text, "data load ~/f column=High", "f.csv: " + message)
  }

  private static func high(_ what: String, _ bytes: [UInt8], _ message: String) -> HostileFile {
    HostileFile(what, bytes, "data load ~/f column=High", "f.csv: " + message)
  }

  /// A row of 2006-01-03 with this High.
  private static func high(_ what: String, value: String, _ message: String) -> HostileFile {
    high(what, "Date,High\n2006-01-03,\(value)\n", "line 2, column High: " + message)
  }

  /// A row of this date.
  private static func date(_ what: String, _ date: String) -> HostileFile {
    high(
      what, "Date,High\n\(date),1\n",
      "line 2, column Date: \"\(date)\" is not a date; expected one such as 2006-01-03, or date=none "
        + "to read the file without dates")
  }

  /// January 2006 with one value a day.
  private static func month(_ value: (Int) -> String) -> String {
    "Date,High\n"
      + (1...31).map { "2006-01-\($0 < 10 ? "0" : "")\($0),\(value($0))\n" }.joined()
  }

  private static let noNumber =
    " is not a number; expected one such as 20.5, or an empty field for a missing value"
  private static let empty =
    "the file is empty; expected a line of column names, such as Date,High, and rows below it"
  private static let asUTF8 = "the text is not UTF-8; save the file as UTF-8 and try again"
  private static let containsNUL =
    "there is a NUL, which no text holds; expected a CSV file saved as UTF-8"

  static let files: [HostileFile] = [
    // Cut short
    high("empty", "", empty),
    high("a byte order mark alone", "\u{FEFF}", empty),
    high("line ends alone", "\n\r\n\r\r\n", empty),
    high(
      "blanks alone", "   \n  ",
      "line 1: the line is blank where the column names should stand; expected a line such as Date,High"
    ),
    high("names alone", "Date,High", "there are no rows below the column names"),
    high(
      "cut in the names", "Date,Hi",
      "there is no column \"High\"; the file has Date, Hi; did you mean Hi?"),
    high(
      "cut in a date", "Date,High\n2006-01-03,1\n2006-01",
      "line 3, column Date: \"2006-01\" is not a date; expected one such as 2006-01-03, or date=none "
        + "to read the file without dates"),
    high(
      "cut behind a quotation mark", "Date,High\n2006-01-03,\"1",
      "line 2: the quotation mark that opens here is never closed"),
    high(
      "one quotation mark", "\"", "line 1: the quotation mark that opens here is never closed"),
    high(
      "cut within a character", Array("Date,High\n2006-01-03,1\n2006-01-04,".utf8) + [0xE2, 0x82],
      "line 3: " + asUTF8),

    // Other kinds of files
    high("UTF-16", utf16(month { "\($0)" }), "the file is UTF-16; save it as UTF-8 and try again"),
    high(
      "UTF-16 without a mark", utf16(month { "\($0)" }, hasMark: false),
      "the file is UTF-16; save it as UTF-8 and try again"),
    high("Latin-1", Array("Date,High\n2006-01-03,".utf8) + [0xFC], "line 2: " + asUTF8),
    high(
      "an overlong form", Array("Date,High\n2006-01-03,".utf8) + [0xC0, 0xB1], "line 2: " + asUTF8),
    high(
      "half a surrogate pair", Array("Date,High\n2006-01-03,".utf8) + [0xED, 0xA0, 0x80],
      "line 2: " + asUTF8),
    high(
      "an Excel workbook", Array("PK\u{3}\u{4}\u{14}\0\u{6}\0[Content_Types].xml".utf8),
      "this is an Excel workbook or another zip archive, not CSV; save its sheet as CSV (UTF-8) and "
        + "try again"),
    high(
      "an old Excel workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "this is an old Excel workbook, not CSV; save its sheet as CSV (UTF-8) and try again"),
    high("gzip", [0x1F, 0x8B, 8], "this is a gzip archive, not CSV; unpack it and try again"),
    high("a PDF", "%PDF-1.7\n", "this is a PDF, not CSV; expected a text of rows and columns"),
    high(
      "a web page", "<!DOCTYPE html><title>404</title>",
      "this is a web page or XML, not CSV; did the download go wrong?"),
    high(
      "JSON", "{\"High\": [1]}\n",
      "this is JSON, not CSV; expected a line of column names, such as Date,High"),
    high("a program", [0x7F] + Array("ELF\u{2}\u{1}\u{1}\0".utf8), "line 1: " + containsNUL),
    high("a disk's empty block", [UInt8](repeating: 0, count: 65_536), "line 1: " + containsNUL),

    // What a terminal would obey
    high("a NUL in a number", "Date,High\n2006-01-03,1\0\n", "line 2: " + containsNUL),
    high("an escape", value: "\u{1B}[2J1", "\"\\u{1b}[2J1\"" + noNumber),
    high("a bell", value: "1\u{7}", "\"1\\u{7}\"" + noNumber),
    high("a C1 control", value: "\u{9B}31m1", "\"\\u{9b}31m1\"" + noNumber),
    high("an override of direction", value: "\u{202E}1", "\"\\u{202e}1\"" + noNumber),
    high("a newline in a number", value: "\"1\n2\"", "\"1\\u{a}2\"" + noNumber),
    high(
      "a title for the window in a name", "Date,Hi\u{1B}]0;owned\u{7}\n2006-01-03,1\n",
      "there is no column \"High\"; the file has Date, Hi\\u{1b}]0;owned\\u{7}"),

    // Numbers
    high("not a number", value: "nan", "\"nan\"" + noNumber),
    high("hexadecimal", value: "0x10", "\"0x10\"" + noNumber),
    high("Arabic digits", value: "١", "\"١\"" + noNumber),
    high("beyond Double", value: "1e309", "\"1e309\" is too large for a number"),
    high(
      "400 digits", value: String(repeating: "9", count: 400),
      "\"\(String(repeating: "9", count: 40))…\" is too large for a number"),
    high(
      "an exponent of 400 digits", value: "1e" + String(repeating: "9", count: 400),
      "\"1e\(String(repeating: "9", count: 38))…\" is too large for a number"),
    high(
      "a decimal comma", "Date;High\n2006-01-03;20,5\n",
      "line 2, column High: \"20,5\" is not a number; write 20.5, with a decimal point"),
    high(
      "as far apart as can be", month { $0.isMultiple(of: 2) ? "1.7e308" : "-1.7e308" },
      "column High holds a value at t=0 that is too large to scale"),
    high(
      "so large that squares overflow", month { "\($0)e200" },
      "column High holds a value at t=0 that is too large to scale"),
    high(
      "so close that squares vanish", month { "\($0)e-300" },
      "column High varies by less than 1e-100, too little to scale"),
    high(
      "no value at all", month { _ in "" },
      "column High holds no value; expected at least one number"
    ),

    // Dates
    date("a 13th month", "2006-13-03"),
    date("30 February", "2006-02-30"),
    date("29 February of 2007", "2007-02-29"),
    date("the year 0", "0000-01-01"),
    date("the year 10000", "10000-01-01"),
    date("a year before Christ", "-2006-01-01"),
    date("month before day", "01/03/2006"),
    high(
      "a date twice", "Date,High\n2006-01-03,1\n2006-01-03,2\n",
      "line 3, column Date: 2006-01-03 stands twice; expected one row a date"),
    high(
      "out of order", "Date,High\n2006-01-03,1\n2006-01-05,1\n2006-01-04,1\n",
      "line 4, column Date: 2006-01-04 stands below 2006-01-05; expected ascending dates throughout"
    ),

    // Columns and rows
    high(
      "no names", "2006-01-03,1\n2006-01-04,2\n",
      "line 1: found \"2006-01-03\" where the column names should stand; expected a line such as "
        + "Date,High"),
    high(
      "one name in two cases", "Date,HIGH,high\n2006-01-03,1,2\n",
      "\"High\" names more than one column; give each a name of its own"),
    high(
      "a row too short", "Date,High\n2006-01-03\n",
      "line 2: the row has 1 field; expected 2, as in the line of column names"),
    high(
      "a row too long", "Date,High\n2006-01-03,1,2\n",
      "line 2: the row has 3 fields; expected 2, as in the line of column names"),
    high(
      "text behind a quotation", "Date,High\n2006-01-03,\"1\"x\n",
      "line 2: text follows a closing quotation mark; expected the next field or the end of the line"
    ),
    high(
      "a field of 70,000 letters",
      "Date,High\n2006-01-03,\(String(repeating: "a", count: 70_000))\n",
      "line 2: a field is longer than 65536 bytes; is this a CSV file?"),
    high(
      "a first line of two megabytes", String(repeating: "a", count: 2_000_000),
      "line 1: a field is longer than 65536 bytes; is this a CSV file?"),
    high(
      "20,000 columns", String(repeating: "c,", count: 20_000) + "High\n",
      "line 1: there are more than 10000 columns"),
  ]
}
