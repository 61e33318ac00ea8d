/// A colour as a terminal names it.
enum Color: Equatable {
  /// One of the sixteen of the terminal's theme.
  case basic(UInt8)
  /// One of xterm's 256.
  case indexed(UInt8)
  /// Red, green and blue.
  case rgb(RGB)
}

/// How a stretch of text looks.
struct TextStyle: Equatable {
  var isBold = false
  var isUnderlined = false
  var isDim = false
  var foreground: Color?
  var background: Color?

  static let plain = TextStyle()
  static let bold = TextStyle(isBold: true)
  static let dim = TextStyle(isDim: true)

  /// The sequence "select graphic rendition" (ECMA-48 §8.3.117) that switches this style on.
  var escapeSequence: String {
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isUnderlined { codes.append("4") }
    if let foreground { codes.append(Self.code(foreground, base: 30)) }
    if let background { codes.append(Self.code(background, base: 40)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(_ color: Color, base: Int) -> String {
    switch color {
    case .basic(let number):
      // The eight bright colours stand 60 above the plain ones.
      return String(base + (number < 8 ? Int(number) : Int(number) + 52))
    case .indexed(let number): return "\(base + 8);5;\(number)"
    case .rgb(let rgb): return "\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
    }
  }
}

/// One line of the screen: stretches of text, each in its style.
struct StyledLine: Equatable {
  struct Span: Equatable {
    var text: String
    var style: TextStyle
  }

  private(set) var spans: [Span] = []

  init(_ text: String = "", _ style: TextStyle = .plain) {
    append(text, style)
  }

  /// The columns that the line takes.
  var width: Int { spans.reduce(0) { $0 + displayWidth(of: $1.text) } }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  /// The beginning of the line that fits into so many columns.
  func clipped(to width: Int) -> StyledLine {
    guard self.width > width else { return self }
    var result = StyledLine()
    var room = width
    for span in spans where room > 0 {
      let text = Reports.clipped(span.text, to: room, ellipsis: "")
      result.append(text, span.style)
      room -= displayWidth(of: text)
    }
    return result
  }

  /// The line as it is written, without blanks at its end; without colour there is not one escape
  /// byte.
  func text(_ color: TerminalCapabilities.ColorDepth) -> String {
    var result = ""
    for span in spans {
      if color == .none || span.style == .plain {
        result += span.text
      } else {
        result += span.style.escapeSequence + span.text + "\u{1b}[0m"
      }
    }
    while result.utf8.last == UInt8(ascii: " ") { result.removeLast() }
    return result
  }
}
