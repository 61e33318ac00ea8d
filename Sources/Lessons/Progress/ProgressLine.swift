/// One line of a progress file: words, then values with names, as `try right time=42 given="0,35"`.
///
/// What is more than a plain word stands between double quotes, with `\"`, `\\`, `\n`, `\r`, `\t` and
/// `\u{…}` for what must not stand there itself; so any text survives, on one line that is safe to show.
struct ProgressLine {
  /// The words without a name, from left to right.
  private(set) var words: [String] = []
  private var values: [(name: String, text: String)] = []

  /// A line that is not as it is written.
  struct Malformed: Error {}

  // MARK: Reading

  /// Reads a line, blanks before it included.
  init(reading bytes: ArraySlice<UInt8>) throws(Malformed) {
    var rest = bytes.drop { $0 == UInt8(ascii: " ") }
    while !rest.isEmpty {
      let word = try Self.takeWord(&rest)
      if rest.first == UInt8(ascii: "=") {
        rest.removeFirst()
        let value = try Self.takeWord(&rest)
        // A stranger's line of a million names must not be searched a million times.
        guard values.count < ProgressLimits.values, !values.contains(where: { $0.name == word })
        else { throw Malformed() }
        values.append((word, value))
      } else {
        guard values.isEmpty else { throw Malformed() }
        words.append(word)
      }
      if rest.isEmpty { break }
      guard rest.removeFirst() == UInt8(ascii: " "), !rest.isEmpty else { throw Malformed() }
    }
  }

  /// The word at a place, from 0.
  func word(_ place: Int) throws(Malformed) -> String {
    guard words.indices.contains(place) else { throw Malformed() }
    return words[place]
  }

  /// The word at a place as a yes or a no.
  func truth(_ place: Int, yes: String, no: String) throws(Malformed) -> Bool {
    let word = try word(place)
    guard word == yes || word == no else { throw Malformed() }
    return word == yes
  }

  /// Takes the value of a name out; nil where it has none.
  mutating func take(_ name: String) -> String? {
    guard let place = values.firstIndex(where: { $0.name == name }) else { return nil }
    return values.remove(at: place).text
  }

  /// Takes a number from 0 to the largest out; 0 where the name has none.
  mutating func takeCount(_ name: String) throws(Malformed) -> Int {
    guard let text = take(name) else { return 0 }
    return try Self.count(text)
  }

  /// Takes a finite number out; nil where the name has none.
  mutating func takeNumber(_ name: String) throws(Malformed) -> Double? {
    guard let text = take(name) else { return nil }
    let isDecimal = text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: "e"):
        true
      default: false
      }
    }
    guard isDecimal, let number = Double(text), number.isFinite else { throw Malformed() }
    return number
  }

  /// Sees that the line has so many words, and no value that nobody has taken.
  func close(words count: Int) throws(Malformed) {
    guard words.count == count, values.isEmpty else { throw Malformed() }
  }

  /// A text as a number from 0 to the largest.
  static func count(_ text: some StringProtocol) throws(Malformed) -> Int {
    let isDecimal = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDecimal, let count = Int(text), count <= ProgressLimits.number else {
      throw Malformed()
    }
    return count
  }

  // MARK: Writing

  /// Starts a line of plain words.
  init(_ words: String...) {
    self.words = words
  }

  /// Appends a value; nil appends nothing.
  mutating func add(_ name: String, _ value: String?) {
    if let value { values.append((name, value)) }
  }

  /// Appends a number from 0 to the largest; nil and 0 append nothing.
  mutating func add(_ name: String, _ value: Int?) {
    if let value, value > 0 { values.append((name, String(ProgressLimits.kept(value)))) }
  }

  /// The line as it is written.
  var text: String {
    var text = ""
    for word in words { text += (text.isEmpty ? "" : " ") + Self.quoted(word) }
    for (name, value) in values { text += " " + name + "=" + Self.quoted(value) }
    return text
  }

  /// A plain word as it is, anything else between quotes.
  static func quoted(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case " "..."~": quoted.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
          quoted += "\\u{" + String(scalar.value, radix: 16) + "}"
        default: quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  // MARK: Words

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ","):
      true
    default: false
    }
  }

  private static func takeWord(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> String {
    if rest.first == UInt8(ascii: "\"") { return try takeQuoted(&rest) }
    let word = rest.prefix(while: isPlain)
    guard !word.isEmpty else { throw Malformed() }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }

  private static func takeQuoted(_ rest: inout ArraySlice<UInt8>) throws(Malformed) -> String {
    rest.removeFirst()
    var text: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else { throw Malformed() }
        return valid
      case UInt8(ascii: "\\"): text += String(try takeEscape(&rest)).utf8
      case 0..<0x20, 0x7f: throw Malformed()
      default: text.append(byte)
      }
    }
    throw Malformed()
  }

  /// The scalar of an escape whose backslash has been taken.
  private static func takeEscape(
    _ rest: inout ArraySlice<UInt8>
  ) throws(Malformed) -> Unicode.Scalar {
    switch rest.popFirst() {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard rest.popFirst() == UInt8(ascii: "{"),
        let end = rest.prefix(7).firstIndex(of: UInt8(ascii: "}")),
        let code = UInt32(String(decoding: rest[..<end], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw Malformed() }
      rest = rest[(end + 1)...]
      return scalar
    default: throw Malformed()
    }
  }
}
