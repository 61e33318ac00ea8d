/// What one Tab does to the line.
enum CompletionStep: Equatable {
  /// Nothing fits, or nothing more is certain: a beep.
  case nothing

  /// Deletes so many characters before the cursor, then inserts.
  case insert(deleting: Int, text: String)

  /// Shows what fits.
  case list([Completion.Candidate])

  /// Decides as bash does: what is certain is inserted; where nothing is, the second Tab shows the
  /// choice.
  ///
  /// - Parameters:
  ///   - line: The line as typed.
  ///   - cursor: Where the cursor is, in bytes.
  ///   - completion: What could stand there.
  ///   - isRepeated: Whether the last key was a Tab that changed nothing.
  init(line: String, cursor: Int, completion: Completion, isRepeated: Bool) {
    let end = min(max(completion.replacement.upperBound, 0), cursor)
    let start = min(max(completion.replacement.lowerBound, 0), end)
    let typed = Self.text(of: line, in: start..<cursor)
    // Several ways to the same text are one candidate.
    var texts: Set<String> = []
    let candidates = completion.candidates.filter { texts.insert($0.text).inserted }
    guard let first = candidates.first else {
      self = .nothing
      return
    }
    if candidates.count == 1 {
      let isFollowedBySpace = Self.text(of: line, in: cursor..<line.utf8.count).first == " "
      let text = first.text + (first.isFinal && !isFollowedBySpace ? " " : "")
      self = text == typed ? .nothing : Self.replacing(typed, by: text)
      return
    }
    let common = Self.commonStart(of: candidates.map(\.text))
    if common.count > typed.count, common.hasPrefix(typed) {
      self = Self.replacing(typed, by: common)
    } else {
      self = isRepeated ? .list(candidates) : .nothing
    }
  }

  /// Deletes only what differs, so that nothing flickers and the cursor's part of a character
  /// stays.
  private static func replacing(_ typed: String, by text: String) -> CompletionStep {
    let common = zip(typed.unicodeScalars, text.unicodeScalars).prefix { $0 == $1 }.count
    return .insert(
      deleting: typed.unicodeScalars.count - common,
      text: String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(common))))
  }

  private static func text(of line: String, in range: Range<Int>) -> String {
    String(decoding: line.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }

  private static func commonStart(of texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    return texts.dropFirst().reduce(first) { common, text in
      String(zip(common, text).prefix { $0 == $1 }.map(\.0))
    }
  }
}
