/// How names and texts of a file stand in messages: on one line, short, and without anything that a
/// terminal would obey.
extension StringProtocol {
  /// The text with control characters escaped, and cut after `limit` characters.
  func printable(limit: Int = 40) -> String {
    var text = ""
    for character in self.prefix(limit) {
      for scalar in character.unicodeScalars {
        if scalar.isObeyed {
          text += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          text.unicodeScalars.append(scalar)
        }
        // A single character may carry thousands of combining marks.
        guard text.utf8.count < 8 * limit else { return text + "…" }
      }
    }
    return self.dropFirst(limit).isEmpty ? text : text + "…"
  }

  /// The printable text between quotation marks.
  func quoted() -> String { "\"\(printable())\"" }
}

extension Collection where Element == String {
  /// The first ten names, and how many more there are.
  func listed() -> String {
    let shown = prefix(10).map { $0.isEmpty ? "\"\"" : $0.printable() }.joined(separator: ", ")
    return count > 10 ? "\(shown) and \(count - 10) more" : shown
  }
}

extension Unicode.Scalar {
  /// Whether a terminal might act on the scalar or reorder text by it, instead of showing it.
  fileprivate var isObeyed: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}
