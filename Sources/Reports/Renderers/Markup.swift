/// Writes XML piece by piece, such as browsers take as HTML too: what is opened is closed, and no text
/// can end what it stands in.
struct Markup {
  /// What has been written.
  private(set) var text = ""

  /// An element with what the closure writes inside.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout Markup) -> Void
  ) {
    open(name, attributes)
    text += ">"
    content(&self)
    text += "</\(name)>"
  }

  /// An element that holds a text and nothing else.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String
  ) {
    element(name, attributes) { $0.write(content) }
  }

  /// An element that holds nothing.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    open(name, attributes)
    text += "/>"
  }

  /// A text, escaped.
  mutating func write(_ content: String) {
    text += Self.escaped(content)
  }

  /// A line break between elements, for people who read the source.
  mutating func breakLine() {
    text += "\n"
  }

  /// What another has written.
  mutating func append(_ other: Markup) {
    text += other.text
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)"
    for (key, value) in attributes {
      text += " \(key)=\"\(Self.escaped(value))\""
    }
  }

  /// The text with control characters made visible, and the characters that mean something to XML as
  /// references; what XML forbids altogether becomes U+FFFD.
  static func escaped(_ content: String) -> String {
    let isPlain = content.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
      default: (0x20...0x7e).contains(byte)
      }
    }
    if isPlain { return content }
    var result = ""
    for scalar in printable(content).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{fffe}", "\u{ffff}": result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
