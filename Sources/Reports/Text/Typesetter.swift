/// Prepares what comes from outside for one screen: printable, and in ASCII where nothing else
/// arrives.
struct Typesetter {
  let capabilities: TerminalCapabilities

  var width: Int { capabilities.width }
  var isColored: Bool { capabilities.color != .none }
  var ellipsis: String { capabilities.unicode ? "…" : "..." }

  /// A text that may have several lines.
  func text(_ text: String) -> String {
    encoded(printable(text))
  }

  /// A text on one line.
  func line(_ text: String) -> String {
    encoded(printableLine(text))
  }

  /// Own text, already printable.
  func encoded(_ text: String) -> String {
    capabilities.unicode ? text : ascii(text)
  }

  /// A number in the wanted digits, or in those that the user has set.
  func number(_ value: Double, _ style: DigitStyle? = nil) -> String {
    NumberFormat.text(value, style ?? .significant(capabilities.digits))
  }

  /// A number of the networks in the digits that the user has set.
  func number(_ value: Float) -> String {
    NumberFormat.text(value, .significant(capabilities.digits))
  }

  /// Text broken at words to the screen's width.
  func lines(_ text: String, _ style: TextStyle = .plain) -> [StyledLine] {
    wrapped(text, to: width).map { StyledLine($0, style) }
  }

  /// The text cut to so many columns.
  func clipped(_ text: String, to width: Int) -> String {
    Reports.clipped(text, to: width, ellipsis: ellipsis)
  }
}
