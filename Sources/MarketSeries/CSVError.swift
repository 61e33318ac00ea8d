/// Why a CSV file cannot be read: where in the file, what is wrong, and what was expected.
public struct CSVError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Reason: Sendable, Equatable {
    /// There is nothing in the file.
    case emptyFile
    /// Some bytes are not UTF-8.
    case notUTF8
    /// The file begins as UTF-16 does.
    case utf16
    /// The file begins as one of another kind does; `advice` says how to come to a CSV.
    case otherFormat(String, advice: String)
    /// There is a NUL, which no text holds.
    case containsNUL
    /// Data stands where the column names should.
    case noHeader(found: String)
    /// Only column names are there.
    case noRows
    /// No column has the name asked for.
    case missingColumn(String, names: [String])
    /// Several columns have the name asked for.
    case ambiguousColumn(String)
    /// The same column was asked for twice.
    case columnAskedTwice(String)
    /// The column asked for as numbers holds the dates.
    case columnHoldsDates(String)
    /// No column begins with a number.
    case noNumericColumn(names: [String])
    /// A field of a number column holds something else.
    case notANumber(String)
    /// A number is beyond the largest Double.
    case numberTooLarge(String)
    /// A field of the date column holds something else.
    case notADate(String)
    /// Two rows have the same date.
    case dateTwice(CalendarDate)
    /// A date goes against the order of the rows above.
    case datesOutOfOrder(CalendarDate, after: CalendarDate, descending: Bool)
    /// A row has more or fewer fields than there are column names.
    case raggedRow(fields: Int, expected: Int)
    /// A quotation mark is opened and never closed.
    case unclosedQuote
    /// Something stands between a closing quotation mark and the next field.
    case textAfterQuote
    /// A field is longer than any figure.
    case fieldTooLong(limit: Int)
    /// There are more columns than are read.
    case tooManyColumns(limit: Int)
    /// There are more rows than are read.
    case tooManyRows(limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The line of the file, from 1; `nil` where the whole file is meant.
  public let line: Int?
  /// The name of the column, where one is concerned.
  public let column: String?
  /// The name that was probably meant.
  public let nearest: String?

  init(_ reason: Reason, line: Int? = nil, column: String? = nil, nearest: String? = nil) {
    self.reason = reason
    self.line = line
    self.column = column
    self.nearest = nearest
  }
}

extension CSVError: CustomStringConvertible {
  /// The whole message on one line, the probable name included.
  public var description: String {
    guard let nearest else { return message }
    return "\(message). Did you mean \(nearest.printable())?"
  }

  /// The message on one line without the probable name.
  public var message: String {
    switch (line, column) {
    case (let line?, let column?): "line \(line), column \(column.printable()): \(fault)"
    case (let line?, nil): "line \(line): \(fault)"
    case (nil, let column?): "column \(column.printable()): \(fault)"
    case (nil, nil): fault
    }
  }

  private var fault: String {
    switch reason {
    case .emptyFile:
      "the file is empty; expected a line of column names, such as Date,High, and rows below it"
    case .notUTF8:
      "the text is not UTF-8; save the file as UTF-8 and try again"
    case .utf16:
      "the file is UTF-16; save it as UTF-8 and try again"
    case .otherFormat(let format, let advice):
      "this is \(format), not CSV; \(advice)"
    case .containsNUL:
      "there is a NUL, which no text holds; expected a CSV file saved as UTF-8"
    case .noHeader(found: ""):
      "the line is blank where the column names should stand; expected a line such as Date,High"
    case .noHeader(let found):
      "found \(found.quoted()) where the column names should stand; expected a line such as "
        + "Date,High"
    case .noRows:
      "there are no rows below the column names"
    case .missingColumn(let name, let names):
      "there is no column \(name.quoted()); the file has \(names.listed())"
    case .ambiguousColumn(let name):
      "\(name.quoted()) names more than one column; give each a name of its own"
    case .columnAskedTwice(let name):
      "column \(name.quoted()) was asked for twice"
    case .columnHoldsDates(let name):
      "column \(name.quoted()) holds the dates; expected a column of numbers"
    case .noNumericColumn(let names):
      "there is no column of numbers; the file has \(names.listed())"
    case .notANumber(let text):
      "\(text.quoted()) is not a number; \(expectation(forNumber: text))"
    case .numberTooLarge(let text):
      "\(text.quoted()) is too large for a number"
    case .notADate(let text):
      "\(text.quoted()) is not a date; expected one such as 2006-01-03, or date=none to read "
        + "the file without dates"
    case .dateTwice(let date):
      "\(date) stands twice; expected one row a date"
    case .datesOutOfOrder(let date, let previous, let descending):
      "\(date) stands below \(previous); expected \(descending ? "descending" : "ascending") "
        + "dates throughout"
    case .raggedRow(let fields, let expected):
      "the row has \(fields) \(fields == 1 ? "field" : "fields"); expected \(expected), as in the "
        + "line of column names"
    case .unclosedQuote:
      "the quotation mark that opens here is never closed"
    case .textAfterQuote:
      "text follows a closing quotation mark; expected the next field or the end of the line"
    case .fieldTooLong(let limit):
      "a field is longer than \(limit) bytes; is this a CSV file?"
    case .tooManyColumns(let limit):
      "there are more than \(limit) columns"
    case .tooManyRows(let limit):
      "there are more than \(limit) rows"
    }
  }

  private func expectation(forNumber text: String) -> String {
    guard let plain = Self.plainNumber(in: text) else {
      return "expected one such as 20.5, or an empty field for a missing value"
    }
    return "write \(plain), "
      + (plain.utf8.count == text.utf8.count
        ? "with a decimal point" : "without a sign of money or separators of thousands")
  }

  /// The figure that a text spells with a decimal comma, with separators of thousands or with a
  /// sign of money, in the spelling that is read; `nil` when it spells none.
  static func plainNumber(in text: String) -> String? {
    let pointed = String(text.map { $0 == "," ? "." : $0 })
    let bare = String(text.filter { !", '$€£¥".contains($0) })
    return [pointed, bare].first { spelling in
      let bytes = Array(spelling.utf8)
      return spelling != text && decimalNumber(bytes, 0..<bytes.count) != nil
    }
  }
}
