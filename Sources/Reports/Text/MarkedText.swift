/// Running text with `**strong**` words and `` `code` `` in it.
///
/// Where there is colour, code has one and loses its backticks; elsewhere they stay and tell what is
/// to be typed. A mark that nothing closes is text.
struct MarkedText {
  enum Emphasis {
    case plain, strong, code
  }

  private(set) var runs: [(text: String, emphasis: Emphasis)] = []

  init(parsing text: String) {
    var rest = text[...]
    var plain = ""
    func flush(into runs: inout [(text: String, emphasis: Emphasis)]) {
      if !plain.isEmpty { runs.append((plain, .plain)) }
      plain = ""
    }
    while let first = rest.first {
      let mark = first == "`" ? "`" : rest.hasPrefix("**") ? "**" : nil
      if let mark, let inside = Self.inside(mark, of: rest) {
        flush(into: &runs)
        runs.append((String(inside), mark == "`" ? .code : .strong))
        rest = rest[inside.endIndex...].dropFirst(mark.count)
      } else {
        plain.append(first)
        rest.removeFirst()
      }
    }
    flush(into: &runs)
  }

  /// What stands between a mark at the text's beginning and the next one; nil where there is none.
  private static func inside(_ mark: String, of text: Substring) -> Substring? {
    let body = text.dropFirst(mark.count)
    var index = body.startIndex
    while index < body.endIndex {
      if body[index...].hasPrefix(mark) {
        return index == body.startIndex ? nil : body[..<index]
      }
      index = body.index(after: index)
    }
    return nil
  }

  /// The text broken to the screen's width, each word in its style.
  func lines(_ typesetter: Typesetter) -> [StyledLine] {
    let isColored = typesetter.isColored
    let code = TextStyle(
      foreground: .basic(typesetter.capabilities.darkBackground ? 6 : 4))
    let shown = runs.map { run in
      let text = typesetter.text(run.text)
      return (
        text: run.emphasis == .code && !isColored ? "`\(text)`" : text,
        style: run.emphasis == .strong ? .bold : run.emphasis == .code ? code : TextStyle.plain
      )
    }
    // Breaking a line moves only blanks, so the other characters keep their order and their styles.
    var styles = shown.flatMap { run in
      run.text.filter { $0 != " " && $0 != "\n" }.map { _ in run.style }
    }[...]
    return wrapped(shown.map(\.text).joined(), to: typesetter.width).map { line in
      var styled = StyledLine()
      var style = TextStyle.plain
      for character in line {
        // A blank between two words of one style belongs to both.
        if character != " " { style = styles.popFirst() ?? .plain }
        let isInside = character != " " || styles.first == style
        styled.append(String(character), isInside ? style : .plain)
      }
      return styled
    }
  }
}
