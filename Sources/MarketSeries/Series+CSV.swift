extension Series {
  /// The series that a CSV file holds.
  ///
  /// A line of column names comes first; commas, semicolons or tabs separate the fields (told from
  /// that line), quotation marks may stand around them; a byte order mark, CRLF and empty lines are
  /// taken. An empty field is a missing value. Rows in descending order of dates are turned round,
  /// with a note.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, as UTF-8.
  ///   - name: What the series is to be called.
  ///   - options: Which columns are read; by default the first numeric one, with dates where there
  ///     are any.
  /// - Throws: `CSVError`, which names the line and the column of the first fault.
  public init(csv bytes: [UInt8], name: String, options: CSVOptions = CSVOptions())
    throws(CSVError)
  {
    try self.init(csv: bytes, name: name, options: options, limits: CSVLimits())
  }

  init(csv bytes: [UInt8], name: String, options: CSVOptions, limits: CSVLimits) throws(CSVError) {
    let start = try CSVEncoding.textStart(of: bytes)
    let delimiter = CSVEncoding.delimiter(of: bytes, from: start)
    var cursor = CSVCursor(bytes, delimiter: delimiter, from: start, limits: limits)
    let columns = try CSVColumns(&cursor, options: options)
    var rows = CSVRows(columns)
    try rows.read(&cursor)
    self.init(
      unchecked: name, dates: columns.hasDates ? rows.dates : nil,
      columnNames: columns.numberNames, columns: rows.values, notes: rows.notes)
  }
}

/// The rows of a CSV file while they are read.
private struct CSVRows {
  let columns: CSVColumns
  var dates: [CalendarDate] = []
  var values: [ContiguousArray<Double>]
  var notes: [String] = []
  private var isDescending = false

  init(_ columns: CSVColumns) {
    self.columns = columns
    values = Array(repeating: [], count: columns.numberNames.count)
  }

  mutating func read(_ cursor: inout CSVCursor) throws(CSVError) {
    var count = 0
    while cursor.moveToNextRow() {
      guard count < cursor.limits.rows else {
        throw CSVError(.tooManyRows(limit: cursor.limits.rows), line: cursor.line)
      }
      let start = cursor.position
      try readRow(&cursor)
      count += 1
      if count == 1 { reserve(cursor.bytes.count - start, rowBytes: cursor.position - start) }
    }
    guard count > 0 else { throw CSVError(.noRows) }
    if isDescending { turnRound() }
  }

  private mutating func readRow(_ cursor: inout CSVCursor) throws(CSVError) {
    let line = cursor.line
    var index = 0
    var endsRow = false
    while !endsRow {
      switch index < columns.roles.count ? columns.roles[index] : .skipped {
      case .skipped: endsRow = try cursor.nextField().endsRow
      case .date: endsRow = try readDate(&cursor, index)
      case .number(let place): endsRow = try readNumber(&cursor, index, to: place)
      }
      index += 1
    }
    guard index == columns.roles.count else {
      throw CSVError(.raggedRow(fields: index, expected: columns.roles.count), line: line)
    }
  }

  /// Reads a field of a number column; `true` when the row ends with it.
  private mutating func readNumber(
    _ cursor: inout CSVCursor, _ index: Int, to place: Int
  ) throws(CSVError) -> Bool {
    if let (number, endsRow) = cursor.nextPlainNumber() {
      values[place].append(number)
      return endsRow
    }
    let line = cursor.line
    let field = try cursor.nextField()
    if field.isEmpty {
      values[place].append(.nan)
      return field.endsRow
    }
    guard let number = decimalNumber(cursor.bytes, field.range) else {
      let text = cursor.text(of: field)
      throw CSVError(.notANumber(text), line: line, column: columns.fileNames[index])
    }
    guard number.isFinite else {
      let text = cursor.text(of: field)
      throw CSVError(.numberTooLarge(text), line: line, column: columns.fileNames[index])
    }
    values[place].append(number)
    return field.endsRow
  }

  /// Reads a field of the date column; `true` when the row ends with it.
  private mutating func readDate(
    _ cursor: inout CSVCursor, _ index: Int
  ) throws(CSVError) -> Bool {
    let line = cursor.line
    if let (date, endsRow) = cursor.nextPlainDate() {
      try append(date, line: line, index: index)
      return endsRow
    }
    let field = try cursor.nextField()
    guard let date = CSVDate(cursor.bytes, field.range)?.date else {
      let text = cursor.text(of: field)
      throw CSVError(.notADate(text), line: line, column: columns.fileNames[index])
    }
    try append(date, line: line, index: index)
    return field.endsRow
  }

  private mutating func append(
    _ date: CalendarDate, line: Int, index: Int
  ) throws(CSVError) {
    if let previous = dates.last {
      // The first two rows tell which way the file runs.
      if dates.count == 1 { isDescending = date < previous }
      guard date != previous else {
        throw CSVError(.dateTwice(date), line: line, column: columns.fileNames[index])
      }
      guard (date < previous) == isDescending else {
        throw CSVError(
          .datesOutOfOrder(date, after: previous, descending: isDescending), line: line,
          column: columns.fileNames[index])
      }
    }
    dates.append(date)
  }

  /// Makes room for all rows at once, guessing from the first one; a wrong guess costs a copy or
  /// some unused addresses.
  private mutating func reserve(_ bytes: Int, rowBytes: Int) {
    let rows = min(bytes / max(rowBytes, 1) + 16, 2_000_000)
    for place in values.indices { values[place].reserveCapacity(rows) }
    if columns.hasDates { dates.reserveCapacity(rows) }
  }

  private mutating func turnRound() {
    dates.reverse()
    for place in values.indices { values[place].reverse() }
    notes.append("The rows were in descending order of dates and were turned round.")
  }
}
