import Grammar

/// Why the words of the process are neither a command nor a script.
public struct WordsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence.
  public let description: String
}

extension Gatehouse.Task {
  /// Whether a person may be asked for lines.
  var mayConverse: Bool {
    switch self {
    case .shell, .words: true
    case .line, .script: false
    }
  }

  /// What the words behind the program's name ask for: a command, else one script.
  ///
  /// - Throws: `WordsError` when options stand behind a script, or one word names no file and looks like one.
  public init(words: [String], files: Files) throws(WordsError) {
    guard let first = words.first else {
      self = .shell
      return
    }
    let isVerb = (try? CommandTable.command(for: Word(first, at: 0..<0))) != nil
    if !isVerb, files.isRegularFile(first) {
      guard words.count == 1 else {
        throw WordsError(
          description: "\(first) is a script, and nothing may follow it; options stand before it")
      }
      self = .script(first)
    } else if !isVerb, words.count == 1, first.contains("/") || first.hasSuffix(".gate") {
      self = .script(first)
    } else if !isVerb, words.count == 1, first.contains(" ") {
      // A whole command between quotes: there is none whose name has a blank.
      self = .words(first)
    } else {
      self = .words(words.map(Self.asTyped).joined(separator: " "))
    }
  }

  /// A word as it must be typed in the shell to be read as this one word.
  private static func asTyped(_ word: String) -> String {
    let lexer = Lexer(word)
    // `t = 42` comes as three words, and the sign alone has no key before it.
    let isRead = lexer.mistake == nil || lexer.tokens.first?.kind == .equals
    if isRead, !word.isEmpty, lexer.tokens.map(\.text).joined() == word,
      lexer.tokens.allSatisfy({ $0.kind != .semicolon })
    {
      return word
    }
    // The words of the caller's shell: what it took out of quotes goes back into some.
    if let sign = word.firstIndex(of: "="), !word[..<sign].contains(where: { " '\"".contains($0) })
    {
      let value = word[word.index(after: sign)...]
      return word[...sign] + quoted(String(value))
    }
    return quoted(word)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + String(text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }) + "\""
  }
}
