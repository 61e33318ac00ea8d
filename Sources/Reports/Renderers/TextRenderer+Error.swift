extension TextRenderer {
  /// The mistake: what is wrong, where, the nearest right word, and the line with a caret under its
  /// column.
  ///
  /// Of a longer line one screen width around the column is shown.
  public func render(_ error: ReportError) -> String {
    var message = ""
    if let file = error.file {
      let place = [error.line, error.column].compactMap { $0 }.map(String.init)
      message = ([file] + place).joined(separator: ":") + ": "
    }
    message += error.message
    if let hint = error.hint {
      let isSentence = message.last.map { ".!?".contains($0) } ?? false
      message += isSentence ? " Did you mean \(hint)?" : "; did you mean \(hint)?"
    }
    let style = TextStyle(isBold: true)
    let line = typesetter.line(message)
    // Off a terminal a message is one line, however long, so that programs can search for it.
    let shown =
      capabilities.isTerminal
      ? text(typesetter.lines(line, style))
      : StyledLine(line, style).text(capabilities.color) + "\n"
    return shown + text(excerpt(error))
  }

  /// The line in which the mistake is, and a caret under its column.
  private func excerpt(_ error: ReportError) -> [StyledLine] {
    let source = error.source ?? error.command
    guard let column = error.column, column >= 1, !source.isEmpty else { return [] }
    let place = min(column - 1, source.count)
    let before = typesetter.line(String(source.prefix(place)))
    let after = typesetter.line(String(source.dropFirst(place)))
    let indent = capabilities.width > 20 ? "  " : ""
    let room = max(1, capabilities.width - indent.count)

    // The column stands in the middle of the window where the line is too long for the screen.
    let needed = max(1, displayWidth(of: after))
    let fits = displayWidth(of: before) + needed <= room
    let left = fits ? before : tail(of: before, width: max(room / 2, room - needed))
    let right = typesetter.clipped(after, to: max(0, room - displayWidth(of: left)))
    let caret = String(repeating: " ", count: displayWidth(of: left)) + "^"
    return [
      StyledLine(indent + left + right), StyledLine(indent + caret, TextStyle(isBold: true)),
    ]
  }

  /// The end of a text, of at most so many columns.
  private func tail(of text: String, width: Int) -> String {
    guard displayWidth(of: text) > width else { return text }
    let ellipsis = typesetter.ellipsis
    guard displayWidth(of: ellipsis) < width else { return "" }
    var room = width - displayWidth(of: ellipsis)
    var end: [Character] = []
    for character in text.reversed() {
      room -= displayWidth(of: character)
      guard room >= 0 else { break }
      end.append(character)
    }
    return ellipsis + String(end.reversed())
  }
}
