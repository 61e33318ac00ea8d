import Grammar
import Lessons
import LineEditing
import Recurrent

/// What Tab offers: verbs, words, keys, values and files, by the declarations of the commands.
///
/// It reads the same tokens as execution does.
struct ShellCompleter {
  let session: Session
  let context: CommandContext
  /// The words of a lesson that is open; they stand alone on a line.
  var dialogueWords: [Completion.Candidate] = []

  /// What could stand at the cursor of a line.
  func completion(for line: String, cursorInBytes cursor: Int) -> Completion? {
    let head = String(decoding: Array(line.utf8).prefix(cursor), as: UTF8.self)
    let spot = Spot(head)
    let start = spot.typed?.range.lowerBound ?? cursor
    let candidates = candidates(at: spot)
    return candidates.isEmpty
      ? nil : Completion(replacement: start..<cursor, candidates: candidates)
  }

  private func candidates(at spot: Spot) -> [Completion.Candidate] {
    let typed = spot.typed?.text ?? ""
    guard let verb = spot.tokens.first else { return verbs(beginning: typed) }
    guard let command = try? CommandTable.command(for: Word(verb.text, at: verb.range)) else {
      return []
    }
    if let key = spot.key { return values(of: key, in: command, spot) }
    let words = spot.words
    let form = command.forms.first { $0.selector != nil && $0.selector == words.first }
    let taken = form ?? command.forms.first { $0.selector == nil }
    var all: [Completion.Candidate] = []
    if words.isEmpty {
      all += command.forms.compactMap { form in
        form.selector.map { Completion.Candidate($0, meaning: form.purpose) }
      }
    }
    guard let taken else { return all.filter { $0.text.hasPrefix(typed) } }
    let index = form == nil ? words.count : words.count - 1
    if let parameter = parameter(at: index, of: taken) {
      if parameter.kind == .file { return files(spot.typed) }
      all += self.words(for: parameter)
    }
    if typed.hasPrefix("-") {
      all += Arguments.options.map { Completion.Candidate($0) }
    }
    all += keys(of: taken, without: spot.keysBefore)
    return all.filter { $0.text.hasPrefix(typed) }
  }

  private func verbs(beginning typed: String) -> [Completion.Candidate] {
    dialogueWords.filter { $0.text.hasPrefix(typed) }
      + CommandTable.all.filter { $0.verb.hasPrefix(typed) }
      .map { Completion.Candidate($0.verb, meaning: $0.purpose) }
  }

  private func parameter(at index: Int, of form: Form) -> WordParameter? {
    if form.words.indices.contains(index) { return form.words[index] }
    return form.words.last?.count == .any ? form.words.last : nil
  }

  private func words(for parameter: WordParameter) -> [Completion.Candidate] {
    let words: [String] =
      switch parameter.kind {
      case .model: session.modelNames
      case .verb: CommandTable.all.map(\.verb)
      case .term: Glossary.entries.map(\.term)
      case .choice(let words): words
      case .lesson: LessonLibrary(context).lessons.map(\.id)
      case .file, .text: []
      }
    return words.map { Completion.Candidate($0) }
  }

  private func keys(of form: Form, without used: Set<String>) -> [Completion.Candidate] {
    form.keys.filter { !used.contains($0.name) }
      .map { Completion.Candidate($0.name + "=", meaning: $0.purpose, isFinal: false) }
  }

  // MARK: Values

  private func values(
    of name: String, in command: any Command, _ spot: Spot
  ) -> [Completion.Candidate] {
    let selector = spot.words.first
    let form =
      command.forms.first { $0.selector != nil && $0.selector == selector }
      ?? command.forms.first { $0.selector == nil }
    guard let key = form?.keys.first(where: { $0.name == name }) else { return [] }
    if case .file = key.kind { return files(spot.typed) }
    let words: [String] =
      switch key.kind {
      case .quantity: quantities(spot)
      case .rows: ["all"]
      default: key.kind.choices
      }
    let typed = spot.typed?.text ?? ""
    return words.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0) }
  }

  /// The quantities of the model that the line names, of all cells where it names none.
  private func quantities(_ spot: Spot) -> [String] {
    var copy = session
    let named = spot.words.first.flatMap { try? copy.model(Word($0, at: 0..<0), context) }
    let models =
      named.map { [$0] }
      ?? copy.modelNames.compactMap { try? copy.model(Word($0, at: 0..<0), context) }
    return models.flatMap(\.network.cell.quantities).map(\.name).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  // MARK: Files

  /// Files and folders that what was typed begins, quoted as the line needs it.
  private func files(_ token: Token?) -> [Completion.Candidate] {
    let typed = token?.text ?? ""
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<cut])
    let beginning = typed[cut...]
    guard let names = try? context.files.list(folder.isEmpty ? "." : context.path(folder)) else {
      return []
    }
    return names.filter { name in
      name.hasPrefix(beginning) && (!name.hasPrefix(".") || beginning.hasPrefix("."))
    }.map { name in
      let isFolder = context.files.isFolder(context.path(folder + name))
      let path = folder + name + (isFolder ? "/" : "")
      return Completion.Candidate(
        FileWord.text(path, in: token?.quoting ?? .none, isComplete: !isFolder),
        shown: name + (isFolder ? "/" : ""), isFinal: !isFolder)
    }
  }
}

/// Where the cursor stands in a line, by the tokens before it.
private struct Spot {
  /// The tokens of the command before the word at the cursor.
  let tokens: [Token]
  /// The word that the cursor touches; `nil` when a new one begins.
  let typed: Token?
  /// The key whose value is typed.
  let key: String?

  init(_ head: String) {
    let all = Lexer(head).tokens
    let command = all.split(
      omittingEmptySubsequences: false, whereSeparator: { $0.kind == .semicolon })
    var tokens = Array(command.last ?? [])
    let end = head.utf8.count
    if let last = tokens.last, last.kind == .word, last.range.upperBound == end,
      last.isTouched(at: head)
    {
      typed = last
      tokens.removeLast()
    } else {
      typed = nil
    }
    if tokens.last?.kind == .equals, tokens.count >= 2 {
      key = tokens[tokens.count - 2].text
    } else {
      key = nil
    }
    self.tokens = tokens
  }

  /// The words before the cursor that are neither keys nor values, the verb left out.
  var words: [String] {
    tokens.indices.dropFirst().filter { index in
      tokens[index].kind == .word && tokens[index - 1].kind != .equals
        && !(index + 1 < tokens.count && tokens[index + 1].kind == .equals)
    }.map { tokens[$0].text }
  }

  /// The keys that the line already has.
  var keysBefore: Set<String> {
    Set(
      tokens.indices.filter { $0 + 1 < tokens.count && tokens[$0 + 1].kind == .equals }
        .map { tokens[$0].text })
  }
}

extension Token {
  /// Whether a word that reaches the end of the text still goes on there.
  fileprivate func isTouched(at head: String) -> Bool {
    if case .open = quoting { return true }
    return head.utf8.last.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? false
  }
}

/// A path as a word of the command language.
enum FileWord {
  /// The word for `path`.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - quoting: The quote that is already open, which stays.
  ///   - isComplete: Whether the path ends here, so that the quote is closed.
  /// - Returns: The path as it is, or in quotes where it needs them; in double ones where single ones cannot hold it.
  static func text(_ path: String, in quoting: Token.Quoting, isComplete: Bool) -> String {
    switch quoting {
    case .open(UInt8(ascii: "\"")):
      return "\"" + escaped(path) + (isComplete ? "\"" : "")
    case .open where !path.contains("'"):
      return "'" + path + (isComplete ? "'" : "")
    case .open:
      // Nothing can be escaped in single quotes.
      return "\"" + escaped(path) + (isComplete ? "\"" : "")
    case .none, .closed:
      guard needsQuotes(path) else { return path }
      if path.contains("'") { return "\"" + escaped(path) + (isComplete ? "\"" : "") }
      return "'" + path + (isComplete ? "'" : "")
    }
  }

  private static func escaped(_ path: String) -> String {
    String(path.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
  }

  private static func needsQuotes(_ path: String) -> Bool {
    path.contains { " \t\"'`;#=[],".contains($0) }
  }
}
