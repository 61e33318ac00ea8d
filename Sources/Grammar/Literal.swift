/// A calendar day as typed, `2008-10-10`; it is a day of the Gregorian calendar.
public struct DateLiteral: Sendable, Hashable {
  /// The year, four digits.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day, 1…31.
  public let day: Int
}

/// What the value of a key can be.
public indirect enum Literal: Sendable, Equatable {
  /// A whole number.
  case integer(Int)
  /// Any other finite number.
  case number(Double)
  /// A day.
  case date(DateLiteral)
  /// `a..b`; both ends are in it.
  case range(Located, Located)
  /// `a,b,c`.
  case list([Located])
  /// `[[a, b], [c, d]]`, rows of equal length.
  case matrix([[Double]])
  /// Anything else, and everything in quotes.
  case text(String)
}

/// A literal with its place in the line.
public struct Located: Sendable, Equatable {
  /// What was typed.
  public let literal: Literal
  /// The text it was read from.
  public let text: String
  /// Its place in the line, in UTF-8 bytes.
  public let range: Range<Int>
}

extension Located {
  /// Creates a literal that was not typed at this place, such as a default.
  public init(_ literal: Literal, text: String) {
    self.init(literal: literal, text: text, range: 0..<0)
  }

  /// Reads a word as a literal.
  ///
  /// - Throws: `Mistake` for what begins as a range, a list, a date or a matrix and is none.
  public init(parsing word: Word) throws(Mistake) {
    if word.isQuoted {
      self.init(literal: .text(word.text), text: word.text, range: word.range)
    } else {
      try self.init(parsing: Array(word.text.utf8)[...], from: word.range.lowerBound)
    }
  }

  /// Reads `bytes`, whose first byte stands at `origin` of the line.
  private init(parsing bytes: ArraySlice<UInt8>, from origin: Int) throws(Mistake) {
    let text = String(decoding: bytes, as: UTF8.self)
    let range = origin..<origin + bytes.count
    let literal: Literal
    if bytes.first == UInt8(ascii: "[") {
      var reader = MatrixReader(bytes: bytes, origin: origin)
      literal = .matrix(try reader.read())
    } else if bytes.contains(UInt8(ascii: ",")) {
      literal = .list(try Self.parseList(bytes, from: origin))
    } else if let dots = firstDots(in: bytes), !bytes.contains(UInt8(ascii: "/")) {
      literal = try Self.parseRange(bytes, dots: dots, from: origin)
    } else {
      literal = try parseScalar(text, at: range)
    }
    self.init(literal: literal, text: text, range: range)
  }

  private static func parseList(
    _ bytes: ArraySlice<UInt8>, from origin: Int
  ) throws(Mistake) -> [Located] {
    var items: [Located] = []
    for piece in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let trimmed = trim(piece)
      let offset = origin + (trimmed.startIndex - bytes.startIndex)
      guard !trimmed.isEmpty else {
        throw Mistake("the list has an empty place; write it as 0.5,0.8", at: offset..<offset + 1)
      }
      items.append(try Located(parsing: trimmed, from: offset))
    }
    return items
  }

  private static func parseRange(
    _ bytes: ArraySlice<UInt8>, dots: Int, from origin: Int
  ) throws(Mistake) -> Literal {
    let low = bytes[..<dots]
    let high = bytes[(dots + 2)...]
    let place = origin..<origin + bytes.count
    guard !low.isEmpty, !high.isEmpty else {
      throw Mistake("a range needs both ends, as 33..42", at: place)
    }
    guard firstDots(in: high) == nil else {
      throw Mistake("a range has two ends, as 33..42", at: place)
    }
    let first = try Located(parsing: low, from: origin)
    let last = try Located(parsing: high, from: origin + (high.startIndex - bytes.startIndex))
    switch (first.literal, last.literal) {
    case (.text, _), (_, .text):
      return .text(String(decoding: bytes, as: UTF8.self))
    default:
      return .range(first, last)
    }
  }
}

/// The number that `text` spells in decimal, with sign, point and exponent; `nil` for anything else.
///
/// `nan`, `inf` and hexadecimal, which Swift's own initialiser takes, are no numbers here.
public func decimalNumber(_ text: some StringProtocol) -> Double? {
  let isDecimal = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
  guard isDecimal, let number = Double(text), number.isFinite else { return nil }
  return number
}

private func parseScalar(_ text: String, at range: Range<Int>) throws(Mistake) -> Literal {
  if let integer = Int(text) { return .integer(integer) }
  if let number = decimalNumber(text) { return .number(number) }
  if let date = try parseDate(text, at: range) { return .date(date) }
  return .text(text)
}

private func parseDate(_ text: String, at range: Range<Int>) throws(Mistake) -> DateLiteral? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
    parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
    let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
  else { return nil }
  let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
    throw Mistake("the calendar has no day \(text); dates are year-month-day", at: range)
  }
  return DateLiteral(year: year, month: month, day: day)
}

private func isLeap(_ year: Int) -> Bool {
  year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
}

/// Reads `[[a, b], [c, d]]`.
private struct MatrixReader {
  let bytes: ArraySlice<UInt8>
  let origin: Int
  var position: Int

  init(bytes: ArraySlice<UInt8>, origin: Int) {
    self.bytes = bytes
    self.origin = origin
    position = bytes.startIndex
  }

  /// What ends a number: a comma, a bracket, a blank.
  private let ends = Array(",[] ".utf8)

  mutating func read() throws(Mistake) -> [[Double]] {
    try expect("[")
    var rows: [[Double]] = []
    repeat {
      let start = skipBlanks()
      try expect("[")
      var row: [Double] = []
      repeat { row.append(try readNumber()) } while take(",")
      try expect("]")
      if let first = rows.first, first.count != row.count {
        throw mistake(
          "every row needs \(first.count) numbers as the first has; this one has \(row.count)",
          at: start)
      }
      rows.append(row)
    } while take(",")
    try expect("]")
    skipBlanks()
    guard position == bytes.endIndex else {
      throw mistake("nothing may follow the matrix", at: position)
    }
    return rows
  }

  private mutating func readNumber() throws(Mistake) -> Double {
    let start = skipBlanks()
    let end = bytes[start...].firstIndex { ends.contains($0) } ?? bytes.endIndex
    guard let number = decimalNumber(String(decoding: bytes[start..<end], as: UTF8.self)) else {
      throw mistake("a number was expected here, as in [[0.5, 0.2], [0, 0.9]]", at: start)
    }
    position = end
    return number
  }

  @discardableResult
  private mutating func skipBlanks() -> Int {
    while position < bytes.endIndex, bytes[position] == 0x20 { position += 1 }
    return position
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard position < bytes.endIndex, bytes[position] == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(Mistake) {
    guard take(mark) else {
      throw mistake("\(mark) was expected here; write [[0.5, 0.2], [0, 0.9]]", at: position)
    }
  }

  private func mistake(_ message: String, at position: Int) -> Mistake {
    let offset = origin + (min(position, bytes.endIndex - 1) - bytes.startIndex)
    return Mistake(message, at: offset..<offset + 1)
  }
}

private func firstDots(in bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.count >= 2 else { return nil }
  let dot = UInt8(ascii: ".")
  return (bytes.startIndex..<bytes.endIndex - 1).first { bytes[$0] == dot && bytes[$0 + 1] == dot }
}

private func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var bytes = bytes
  while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
  while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
  return bytes
}
