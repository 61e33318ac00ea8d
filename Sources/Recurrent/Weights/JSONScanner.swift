/// Reads the little JSON that a safetensors header needs: objects, strings and lists of whole
/// numbers.
///
/// The caller asks for what has to come next, so nothing nests deeper than the caller does, and a
/// key that is there twice is seen. Foundation's decoder hides such keys and costs a millisecond of
/// start-up.
struct JSONScanner {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// Begins at the first byte.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The mistake that `problem` describes, at the place reached.
  func error(_ problem: String) -> WeightsError {
    .header(problem: problem, byte: position - bytes.startIndex)
  }

  /// Reads `{"name": value, …}`; `member` reads each value.
  mutating func object(
    _ member: (inout JSONScanner, String) throws(WeightsError) -> Void
  ) throws(WeightsError) {
    try expect("{")
    if skip("}") { return }
    repeat {
      skipBlanks()
      let name = try string()
      try expect(":")
      try member(&self, name)
    } while skip(",")
    try expect("}")
  }

  /// Reads `[1, 2, …]`.
  mutating func numbers(atMost most: Int) throws(WeightsError) -> [Int] {
    try expect("[")
    if skip("]") { return [] }
    var numbers: [Int] = []
    repeat {
      guard numbers.count < most else { throw error("expected at most \(most) numbers") }
      numbers.append(try number())
    } while skip(",")
    try expect("]")
    return numbers
  }

  /// Makes sure that only blanks are left.
  mutating func end() throws(WeightsError) {
    skipBlanks()
    guard position == bytes.endIndex else { throw error("expected only spaces after the last }") }
  }

  /// Reads a whole number from 0.
  private mutating func number() throws(WeightsError) -> Int {
    skipBlanks()
    let start = position
    var number = 0
    while let digit = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) {
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !overflow, !carry else { throw error("the number is too large") }
      number = sum
      position += 1
    }
    guard position > start else { throw error("expected a whole number from 0") }
    guard position == start + 1 || bytes[start] != UInt8(ascii: "0") else {
      throw error("a number begins with 0")
    }
    return number
  }

  // MARK: Strings

  /// Reads a string with its escapes.
  mutating func string() throws(WeightsError) -> String {
    try expect("\"")
    let start = position
    var text: [UInt8] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          position = start
          throw error("the string is not UTF-8")
        }
        return valid
      case UInt8(ascii: "\\"): text += String(try escape()).utf8
      case 0..<0x20: throw error("a control character inside a string")
      default: text.append(byte)
      }
    }
    throw error("the string does not end")
  }

  /// Reads what follows a backslash.
  private mutating func escape() throws(WeightsError) -> Unicode.Scalar {
    switch next() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u"),
        let pair = Unicode.Scalar(lead: unit, trail: try codeUnit())
      else { throw error("half of a surrogate pair") }
      return pair
    default: throw error("an escape that JSON does not know")
    }
  }

  /// Reads four hexadecimal digits.
  private mutating func codeUnit() throws(WeightsError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("expected four hexadecimal digits after \\u")
      }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  // MARK: Bytes

  private func peek() -> UInt8? {
    position < bytes.endIndex ? bytes[position] : nil
  }

  private mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    position += 1
    return byte
  }

  private mutating func skipBlanks() {
    while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// Steps over the mark, and blanks before it, when it comes next.
  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek() == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(WeightsError) {
    guard skip(mark) else { throw error("expected \(mark)") }
  }
}

extension Unicode.Scalar {
  /// The character beyond U+FFFF that a surrogate pair stands for; nil when the two are no pair.
  fileprivate init?(lead: UInt16, trail: UInt16) {
    guard UTF16.isLeadSurrogate(lead), UTF16.isTrailSurrogate(trail) else { return nil }
    self.init(0x10000 + (UInt32(lead) - 0xD800) << 10 + (UInt32(trail) - 0xDC00))
  }
}
