/// Writes JSON text piece by piece; commas come by themselves.
struct JSONWriter {
  /// What has been written.
  private(set) var text = ""
  private var needsComma = false

  /// Writes an object whose fields the closure writes.
  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open("{")
    fields(&self)
    close("}")
  }

  /// Writes an array, each element by the closure.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    open("[")
    for element in elements { write(&self, element) }
    close("]")
  }

  /// Writes the name of a field; its value comes next.
  mutating func key(_ name: String) {
    separate()
    quote(name)
    text += ":"
    needsComma = false
  }

  /// Writes a field.
  mutating func field(_ name: String, _ value: Value) {
    key(name)
    self.value(value)
  }

  /// Writes a value.
  mutating func value(_ value: Value) {
    if case .list(let values) = value {
      array(values) { $0.value($1) }
      return
    }
    separate()
    switch value {
    case .null, .list: text += "null"
    case .integer(let count): text += String(count)
    case .float(let number): text += Self.number(number)
    case .double(let number): text += Self.number(number)
    case .text(let text): quote(text)
    case .boolean(let isTrue): text += isTrue ? "true" : "false"
    }
  }

  /// The shortest digits, which read back as the same number; JSON knows neither NaN nor
  /// infinities.
  private static func number<Number: BinaryFloatingPoint & CustomStringConvertible>(
    _ number: Number
  ) -> String {
    if number.isFinite { return number.description }
    if number.isNaN { return "\"nan\"" }
    return number > 0 ? "\"inf\"" : "\"-inf\""
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = true
  }

  private mutating func open(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  /// Writes a string; control characters are escaped, DEL and C1 too, so that the output can be
  /// shown on any terminal.
  private mutating func quote(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}", "\u{202a}"..."\u{202e}",
        "\u{2066}"..."\u{2069}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
