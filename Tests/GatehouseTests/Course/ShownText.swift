/// What a terminal has shown, without regard to blanks, line breaks and marks of emphasis: so a
/// sentence is found whatever the width of the window.
struct ShownText: CustomStringConvertible {
  /// The text as shown.
  var description: String { rows.joined(separator: "\n") }
  /// Its rows, without spaces at their ends.
  let rows: [String]
  private let squeezed: [UInt8]

  /// The text of rows that were shown.
  init(_ rows: [String] = []) {
    self.rows = rows
    squeezed = Self.squeezed(rows.joined())
  }

  /// The first of the texts that is not found behind those before it; nil where all are found.
  func missing(of texts: [String]) -> String? {
    var rest = squeezed[...]
    for text in texts {
      let wanted = Self.squeezed(text)
      if wanted.isEmpty { continue }
      guard let place = rest.firstRange(of: wanted) else { return text }
      rest = rest[place.upperBound...]
    }
    return nil
  }

  /// Whether a text is found.
  func holds(_ text: String) -> Bool { missing(of: [text]) == nil }

  private static func squeezed(_ text: String) -> [UInt8] {
    // Where there is colour the backticks around code are not shown.
    Array(text.filter { !$0.isWhitespace && $0 != "`" && $0 != "*" }.utf8)
  }
}
