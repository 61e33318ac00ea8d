/// The text in lines of at most so many columns, broken at blanks; a word longer than a line is
/// broken behind a `|` or a comma, else cut.
///
/// Each line of the text keeps its indentation; what does not fit continues under the text of a
/// list item (`- `, `1. `).
///
/// - Parameters:
///   - text: The text; a newline in it ends a line.
///   - width: The columns, at least 1.
///   - extraIndent: Further blanks before continued lines.
/// - Returns: The lines, at least one.
func wrapped(_ text: String, to width: Int, extraIndent: Int = 0) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
    wrappedLine($0, to: width, extraIndent: extraIndent)
  }
}

private func wrappedLine(_ text: Substring, to width: Int, extraIndent: Int) -> [String] {
  // A line that fits keeps its inner blanks, by which equations stand under one another.
  if displayWidth(of: String(text)) <= width { return [String(text)] }
  let blanks = String(text.prefix { $0 == " " })
  let body = text.dropFirst(blanks.count)
  // A narrow screen has no columns to give away to indentation.
  let first = blanks.count < width / 2 ? blanks : ""
  let hanging = first.count + markerWidth(body) + extraIndent
  let rest = String(repeating: " ", count: hanging < width / 2 ? hanging : 0)

  var lines: [String] = []
  var line = first
  var isEmpty = true
  var used = displayWidth(of: line)
  func startLine() {
    lines.append(line)
    line = rest
    used = rest.count
    isEmpty = true
  }
  for word in body.split(separator: " ") {
    let wordWidth = displayWidth(of: String(word))
    if !isEmpty, used + 1 + wordWidth > width { startLine() }
    if !isEmpty {
      line += " "
      used += 1
    }
    for piece in pieces(of: word, in: width - rest.count) {
      let pieceWidth = displayWidth(of: String(piece))
      if pieceWidth < wordWidth, used + pieceWidth > width, used > rest.count { startLine() }
      for character in piece {
        let step = displayWidth(of: character)
        if used + step > width, used > rest.count { startLine() }
        line.append(character)
        used += step
        isEmpty = false
      }
    }
  }
  return lines + [line]
}

/// A word longer than a line as the pieces between which it may be broken: `minmax|`, `none`.
private func pieces(of word: Substring, in width: Int) -> [Substring] {
  guard displayWidth(of: String(word)) > width else { return [word] }
  var pieces: [Substring] = []
  var start = word.startIndex
  for index in word.indices where word[index] == "|" || word[index] == "," {
    let next = word.index(after: index)
    pieces.append(word[start..<next])
    start = next
  }
  return pieces + [word[start...]]
}

/// The columns of a list item's marker with its blank; 0 for other text.
private func markerWidth(_ text: Substring) -> Int {
  for marker in ["- ", "* ", "• "] where text.hasPrefix(marker) { return 2 }
  let digits = text.prefix { $0.isASCII && $0.isNumber }.count
  guard digits > 0, text.dropFirst(digits).hasPrefix(". ") else { return 0 }
  return digits + 2
}
