/// A word of a command with its place in the line.
public struct Word: Sendable, Equatable {
  /// The word without its quotes.
  public let text: String
  /// Its place in the line, in UTF-8 bytes.
  public let range: Range<Int>
  /// Whether any part stood in quotes.
  public let isQuoted: Bool

  /// Creates a word.
  public init(_ text: String, at range: Range<Int>, isQuoted: Bool = false) {
    self.text = text
    self.range = range
    self.isQuoted = isQuoted
  }

  init(_ token: Token) {
    self.init(token.text, at: token.range, isQuoted: token.isQuoted)
  }
}

/// A key and its value, `t=42`.
public struct Pair: Sendable, Equatable {
  /// The key.
  public let key: Word
  /// The value.
  public let value: Word
}

/// One command as typed: a verb, words, keys with values, and `--options`.
public struct Invocation: Sendable, Equatable {
  /// The first word.
  public let verb: Word
  /// The words after the verb that are neither keys nor options.
  public let words: [Word]
  /// The keys with their values, in the order typed; no key stands twice.
  public let pairs: [Pair]
  /// Words that begin with two dashes, such as `--help`.
  public let options: [Word]
  /// The whole command, trimmed.
  public let source: String
  /// The place of the command in its line, in UTF-8 bytes.
  public let range: Range<Int>

  /// The text behind the verb as typed, for commands that read a language of their own.
  public var rest: String {
    let bytes = Array(source.utf8)
    let start = min(verb.range.count, bytes.count)
    let text = String(decoding: bytes[start...], as: UTF8.self)
    return String(text.drop { $0 == " " || $0 == "\t" })
  }
}

/// A line of commands, separated by `;`.
public struct CommandLine: Sendable, Equatable {
  /// The commands in order; empty for a blank line or a comment.
  public let invocations: [Invocation]
  /// The mistake that ends the line, where there is one: the commands before it stand, the rest is dropped.
  public let mistake: Mistake?

  /// Parses `line`.
  public init(parsing line: String) {
    self.init(Lexer(line), of: line)
  }

  /// Parses the tokens of `line`.
  public init(_ lexer: Lexer, of line: String) {
    let bytes = Array(line.utf8)
    var invocations: [Invocation] = []
    var mistake: Mistake?
    for tokens in lexer.tokens.split(whereSeparator: { $0.kind == .semicolon }) {
      do throws(Mistake) {
        if let blame = lexer.mistake, let place = blame.range,
          let last = tokens.last, place.lowerBound < last.range.upperBound
        {
          throw blame
        }
        invocations.append(try Invocation(Array(tokens), of: bytes))
      } catch {
        mistake = error
        break
      }
    }
    self.invocations = invocations
    self.mistake = mistake ?? lexer.mistake
  }
}

extension Invocation {
  init(_ tokens: [Token], of line: [UInt8]) throws(Mistake) {
    guard let first = tokens.first, let last = tokens.last else {
      preconditionFailure("a command has at least one token")
    }
    var words: [Word] = []
    var pairs: [Pair] = []
    var options: [Word] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let isKey = index + 1 < tokens.count && tokens[index + 1].kind == .equals
      if token.kind == .equals || (isKey && index == 0) {
        let place = token.kind == .equals ? token : tokens[index + 1]
        throw Mistake("a command begins with a verb, not with key=value", at: place.range)
      }
      if isKey {
        guard index + 2 < tokens.count else {
          throw Mistake(
            "\(token.text)= needs a value right behind the sign", at: tokens[index + 1].range)
        }
        pairs.append(
          try Pair(key: Word(token), value: Word(tokens[index + 2])).checked(against: pairs))
        index += 3
      } else {
        if token.isOption {
          options.append(Word(token))
        } else if index > 0 {
          words.append(Word(token))
        }
        index += 1
      }
    }
    let range = first.range.lowerBound..<last.range.upperBound
    self.init(
      verb: Word(first), words: words, pairs: pairs, options: options,
      source: String(decoding: line[range], as: UTF8.self), range: range)
  }
}

extension Token {
  /// Whether the word is an option, `--json`; `--2` is a number behind two signs.
  fileprivate var isOption: Bool {
    !isQuoted && text.hasPrefix("--") && text.dropFirst(2).first?.isLetter == true
  }
}

extension Pair {
  /// Refuses a key that is no name or that stands twice.
  fileprivate func checked(against earlier: [Pair]) throws(Mistake) -> Pair {
    if key.text.hasPrefix("--") {
      let name = key.text.drop { $0 == "-" }
      throw Mistake(
        "keys have no dashes here: write \(name)=\(value.text)", at: key.range, hint: String(name))
    }
    if earlier.contains(where: { $0.key.text == key.text }) {
      throw Mistake("\(key.text)= stands twice; keep one", at: key.range)
    }
    return self
  }
}
