/// Lays out what fits at the cursor, as the second Tab shows it.
///
/// One candidate a row with its meaning, cut where it is too long, where the rows and a good part of the
/// meanings fit the window; columns, read downwards, otherwise. What does not fit the rows is counted in the last one.
struct CandidateList {
  private let candidates: [Completion.Candidate]
  private let columns: Int
  private let rows: Int
  private let isUnicode: Bool

  /// A list for a window.
  ///
  /// - Parameters:
  ///   - candidates: What to show.
  ///   - columns: The width of the window.
  ///   - rows: The height of the window; one row stays for the line being typed.
  ///   - isUnicode: Whether the terminal shows more than ASCII.
  init(_ candidates: [Completion.Candidate], columns: Int, rows: Int, isUnicode: Bool) {
    self.candidates = candidates.map { candidate in
      Completion.Candidate(
        candidate.text, shown: Self.printable(candidate.shown, isUnicode: isUnicode),
        meaning: candidate.meaning.map { Self.printable($0, isUnicode: isUnicode) })
    }
    self.columns = max(columns, 1)
    self.rows = max(rows - 1, 1)
    self.isUnicode = isUnicode
  }

  /// The rows, none wider than the window.
  var lines: [String] {
    let widest = candidates.map { displayWidth(of: $0.shown) }.max() ?? 0
    let isExplained = candidates.contains { $0.meaning != nil }
    let widestMeaning = candidates.map { displayWidth(of: $0.meaning ?? "") }.max() ?? 0
    let leastRoom = min(widestMeaning, 30)
    if isExplained, candidates.count <= rows, widest + 2 + leastRoom < columns {
      return candidates.map { candidate in
        guard let meaning = candidate.meaning else { return candidate.shown }
        return shortened(padded(candidate.shown, to: widest + 2) + meaning)
      }
    }
    return inColumns(ofWidth: widest + 2)
  }

  private func inColumns(ofWidth width: Int) -> [String] {
    // No cell reaches the last column, where terminals differ about the wrap.
    let perRow = max((columns - 1) / width, 1)
    let neededRows = (candidates.count + perRow - 1) / perRow
    let isCut = neededRows > rows
    let shownRows = isCut ? max(rows - 1, 1) : neededRows
    let shown = candidates.prefix(shownRows * perRow)
    var lines = (0..<shownRows).map { row in
      let cells = stride(from: row, to: shown.count, by: shownRows).map { shown[$0].shown }
      let line = cells.dropLast().map { padded($0, to: width) }.joined() + (cells.last ?? "")
      return clipped(line)
    }
    if isCut { lines.append(clipped("and \(candidates.count - shown.count) more")) }
    return lines
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(width - displayWidth(of: text), 0))
  }

  /// The text, with a mark at the end where a part of it is left out.
  private func shortened(_ text: String) -> String {
    guard displayWidth(of: text) >= columns else { return text }
    let mark = isUnicode ? "…" : "..."
    return String(clipped(text).dropLast(mark.count)) + mark
  }

  private func clipped(_ text: String) -> String {
    var width = 0
    return String(
      text.prefix { character in
        width += displayWidth(of: String(character))
        return width < columns
      })
  }

  /// File names may hold anything; what could steer the terminal, or not be shown by it, is a
  /// question mark.
  private static func printable(_ text: String, isUnicode: Bool) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "?"
          default: isUnicode || scalar.isASCII ? scalar : "?"
          }
        }))
  }
}
