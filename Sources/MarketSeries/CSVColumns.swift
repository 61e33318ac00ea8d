/// The columns of a CSV file that are read: their names, and what each column of the file is for.
struct CSVColumns {
  /// What a column of the file is for.
  enum Role: Equatable {
    case skipped
    case date
    /// A number, kept as the series' column of this index.
    case number(Int)
  }

  /// One a column of the file.
  private(set) var roles: [Role]
  /// The names of all columns of the file.
  let fileNames: [String]
  /// The names of the number columns, in the order asked for.
  let numberNames: [String]
  var hasDates: Bool { roles.contains(.date) }

  /// Reads the line of names at the cursor, and looks into the rows below where the options leave
  /// the choice open.
  init(_ cursor: inout CSVCursor, options: CSVOptions) throws(CSVError) {
    let names = try Self.names(&cursor)
    // The rows are only looked at: the caller's cursor stays below the names.
    var ahead = cursor
    let kinds = try Self.kinds(&ahead, count: names.count)

    fileNames = names
    roles = Array(repeating: .skipped, count: names.count)
    let dateColumn = try Self.dateColumn(options.date, names: names, kinds: kinds)
    if let dateColumn { roles[dateColumn] = .date }

    var chosen: [Int] = []
    for name in options.column {
      let index = try Self.index(of: name, in: names)
      guard !chosen.contains(index) else { throw CSVError(.columnAskedTwice(name)) }
      guard index != dateColumn else { throw CSVError(.columnHoldsDates(name)) }
      chosen.append(index)
    }
    if chosen.isEmpty {
      guard let first = kinds.indices.first(where: { $0 != dateColumn && kinds[$0] == .number })
      else { throw Self.noNumbers(in: cursor, names: names) }
      chosen = [first]
    }
    for (place, index) in chosen.enumerated() { roles[index] = .number(place) }
    numberNames = chosen.map { names[$0] }
  }

  private static func names(_ cursor: inout CSVCursor) throws(CSVError) -> [String] {
    guard cursor.moveToNextRow() else { throw CSVError(.emptyFile) }
    let line = cursor.line
    var names: [String] = []
    var dataFields = 0
    while true {
      let field = try cursor.nextField()
      names.append(cursor.text(of: field))
      guard names.count <= cursor.limits.columns else {
        throw CSVError(.tooManyColumns(limit: cursor.limits.columns), line: line)
      }
      switch Kind(field, in: cursor.bytes) {
      case .date: throw CSVError(.noHeader(found: cursor.text(of: field)), line: line)
      case .number, .empty: dataFields += 1
      case .text: break
      }
      if field.endsRow { break }
    }
    // A year may be a name, but not every name is a number.
    guard dataFields < names.count else {
      throw CSVError(.noHeader(found: names.first { !$0.isEmpty } ?? ""), line: line)
    }
    return names
  }

  /// What a field holds.
  private enum Kind {
    case empty
    case date
    case number
    case text

    init(_ field: CSVField, in bytes: [UInt8]) {
      if field.isEmpty {
        self = .empty
      } else if CSVDate(bytes, field.range) != nil {
        self = .date
      } else {
        self = decimalNumber(bytes, field.range) == nil ? .text : .number
      }
    }
  }

  /// What the first field that is not empty holds, for each column; a hundred rows are looked at.
  private static func kinds(_ cursor: inout CSVCursor, count: Int) throws(CSVError) -> [Kind] {
    var kinds = Array(repeating: Kind.empty, count: count)
    var undecided = count
    for _ in 0..<100 where undecided > 0 && cursor.moveToNextRow() {
      var index = 0
      while true {
        let field = try cursor.nextField()
        if index < count, kinds[index] == .empty, !field.isEmpty {
          kinds[index] = Kind(field, in: cursor.bytes)
          undecided -= 1
        }
        index += 1
        if field.endsRow { break }
      }
    }
    return kinds
  }

  /// Why no column holds numbers: the first figure in a spelling that is not read, where there is
  /// one, as `20,5` or `$20.50`.
  private static func noNumbers(in cursor: CSVCursor, names: [String]) -> CSVError {
    var cursor = cursor
    guard cursor.moveToNextRow() else { return CSVError(.noRows) }
    let line = cursor.line
    for name in names {
      guard let field = try? cursor.nextField() else { break }
      let text = cursor.text(of: field)
      if CSVError.plainNumber(in: text) != nil {
        return CSVError(.notANumber(text), line: line, column: name)
      }
      if field.endsRow { break }
    }
    return CSVError(.noNumericColumn(names: names))
  }

  private static func dateColumn(
    _ wanted: CSVOptions.DateColumn, names: [String], kinds: [Kind]
  ) throws(CSVError) -> Int? {
    switch wanted {
    case .none: return nil
    case .named(let name): return try index(of: name, in: names)
    case .automatic:
      // A column called Date is taken even when its dates cannot be read, so that they are not lost
      // in silence.
      return names.firstIndex { $0.lowercased() == "date" } ?? kinds.firstIndex(of: .date)
    }
  }

  private static func index(of name: String, in names: [String]) throws(CSVError) -> Int {
    var matches = names.indices.filter { names[$0] == name }
    if matches.isEmpty {
      matches = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    }
    guard let index = matches.first else {
      throw CSVError(
        .missingColumn(name, names: names), nearest: nearestName(to: name, among: names))
    }
    guard matches.count == 1 else { throw CSVError(.ambiguousColumn(name)) }
    return index
  }
}
