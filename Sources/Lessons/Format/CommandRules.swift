import Grammar

/// What the commands of a lesson must never do: write, start something else, leave the lesson.
enum CommandRules {
  /// Verbs that no lesson runs.
  static let forbiddenVerbs: Set<String> = [
    "browse", "doctor", "export", "record", "source", "quit", "exit", "bye", "class", "lesson",
    "lessons", "review", "enrol", "progress", "notes", "votes", "history",
  ]

  /// Keys that name a file to write.
  static let forbiddenKeys: Set<String> = ["table"]

  /// Whether a drawn word could make a harmless command a forbidden one.
  static func isForbidden(_ word: String) -> Bool {
    forbiddenVerbs.contains(word) || word == "save"
  }

  /// Refuses a line of commands that no lesson may run.
  ///
  /// - Parameters:
  ///   - lexer: The tokens of the text.
  ///   - text: The commands, digits in the place of draws.
  ///   - origin: Where the first byte stands in the text around it.
  ///   - drawn: Where the draws stand in the text around it.
  /// - Throws: `Mistake` at the word to blame, or where there is no command.
  static func check(
    _ lexer: Lexer, of text: String, at origin: Int = 0, drawn: [Range<Int>] = []
  ) throws(Mistake) {
    let commands = lexer.tokens.split { $0.kind == .semicolon }
    guard !commands.isEmpty else {
      throw Mistake("a command was expected here", at: origin..<origin + text.utf8.count)
    }
    for tokens in commands { try check(tokens, at: origin, drawn: drawn) }
    try checkCommandsInside(text, at: origin, drawn: drawn)
  }

  private static func check(
    _ tokens: ArraySlice<Token>, at origin: Int, drawn: [Range<Int>]
  ) throws(Mistake) {
    func place(_ token: Token) -> Range<Int> {
      origin + token.range.lowerBound..<origin + token.range.upperBound
    }
    func isDrawn(_ token: Token) -> Bool { drawn.contains { $0.overlaps(place(token)) } }
    guard let verb = tokens.first else { return }
    guard !isDrawn(verb) else {
      throw Mistake("the first word of a command cannot be drawn", at: place(verb))
    }
    guard !verb.text.isEmpty else {
      throw Mistake("a command was expected here", at: place(verb))
    }
    guard !forbiddenVerbs.contains(verb.text) else {
      throw Mistake("a lesson cannot run \(verb.text)", at: place(verb))
    }
    let isModel = verb.text == "model"
    for index in tokens.indices.dropFirst() {
      let token = tokens[index]
      if isModel, token.text == "save" {
        throw Mistake("a lesson cannot run model save: it writes a file", at: place(token))
      }
      guard index + 1 < tokens.endIndex, tokens[index + 1].kind == .equals else { continue }
      if isDrawn(token) { throw Mistake("a key cannot be drawn", at: place(token)) }
      if forbiddenKeys.contains(token.text) {
        throw Mistake("a lesson cannot use \(token.text)=: it writes a file", at: place(token))
      }
    }
  }

  /// The commands between backticks in a command, as `calc` takes them.
  private static func checkCommandsInside(
    _ text: String, at origin: Int, drawn: [Range<Int>]
  ) throws(Mistake) {
    for command in commandsInside(text) {
      try check(
        Lexer(command.text), of: command.text, at: origin + command.start, drawn: drawn)
    }
  }
}

/// The commands between backticks in a text, each with the place of its first byte.
func commandsInside(_ text: String) -> [(text: String, start: Int)] {
  guard text.utf8.contains(UInt8(ascii: "`")) else { return [] }
  var commands: [(text: String, start: Int)] = []
  var start = 0
  let pieces = text.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
  for (index, piece) in pieces.enumerated() {
    if !index.isMultiple(of: 2) { commands.append((String(decoding: piece, as: UTF8.self), start)) }
    start += piece.count + 1
  }
  return commands
}
