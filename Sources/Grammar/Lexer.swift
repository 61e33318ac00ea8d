/// Cuts a command line into tokens.
///
/// The line is read as UTF-8 bytes, since Swift's `Character` takes `"\r\n"` for one. Blanks separate words, except in
/// quotes, in brackets (`[[0.5, 0.2], [0, 0.9]]` is one word) and after a comma (`0.5, 0.8` is one list). `#` at a word's
/// start begins a comment. Escapes are read in double quotes only.
public struct Lexer: Sendable {
  /// The tokens in order, without comments.
  public let tokens: [Token]
  /// The first mistake: a quote or a bracket that nothing closes, an escape that is none.
  public let mistake: Mistake?

  /// Cuts `line` into tokens; what follows a mistake is still cut, for completion's sake.
  public init(_ line: String) {
    var scanner = Scanner(bytes: Array(line.utf8))
    scanner.scan()
    tokens = scanner.tokens
    mistake = scanner.mistake
  }
}

private struct Scanner {
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var mistake: Mistake?

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func scan() {
    while let byte = peek() {
      switch byte {
      case _ where isBlank(byte):
        position += 1
      case Byte.hash:
        return
      case Byte.semicolon:
        addMark(.semicolon, ";")
      case Byte.equals where !isKeyBefore():
        blame("there is no key before this =; write key=value", at: position..<position + 1)
        addMark(.equals, "=")
      case Byte.equals:
        addMark(.equals, "=")
        skipBlanks()
        // The value begins here whatever it looks like, so that `file==x` keeps its second sign.
        if let next = peek(), next != Byte.semicolon, next != Byte.hash { scanWord(isValue: true) }
      default:
        scanWord(isValue: false)
      }
    }
  }

  private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func addMark(_ kind: Token.Kind, _ text: String) {
    tokens.append(Token(kind: kind, text: text, range: position..<position + 1, quoting: .none))
    position += 1
  }

  private mutating func skipBlanks() {
    while let byte = peek(), isBlank(byte) { position += 1 }
  }

  /// Whether the last token can be the key of the `=` at hand: an unquoted word that is no value itself.
  private func isKeyBefore() -> Bool {
    guard let last = tokens.last, last.kind == .word, !last.isQuoted else { return false }
    return tokens.dropLast().last?.kind != .equals
  }

  private mutating func scanWord(isValue: Bool) {
    let start = position
    var text: [UInt8] = []
    text.reserveCapacity(32)
    var quoting = Token.Quoting.none
    var openBrackets: [Int] = []
    scanning: while let byte = peek() {
      switch byte {
      case Byte.quote, Byte.apostrophe, Byte.backtick:
        quoting = scanQuoted(byte, into: &text) ? .closed : .open(byte)
        continue scanning
      case Byte.openBracket:
        openBrackets.append(position)
      case Byte.closeBracket:
        if openBrackets.popLast() == nil {
          blame("nothing opened this ]", at: position..<position + 1)
        }
      case _ where isBlank(byte):
        if openBrackets.isEmpty && !isListGoingOn(after: text) { break scanning }
      case Byte.semicolon where openBrackets.isEmpty:
        break scanning
      case Byte.equals where openBrackets.isEmpty && !isValue && quoting == .none:
        break scanning
      default:
        break
      }
      text.append(byte)
      position += 1
    }
    if let open = openBrackets.first {
      blame(
        "this [ is never closed; a matrix is written [[0.5, 0.2], [0, 0.9]]", at: open..<open + 1)
    }
    let word = String(decoding: text, as: UTF8.self)
    tokens.append(Token(kind: .word, text: word, range: start..<position, quoting: quoting))
  }

  /// Whether a blank lies inside a list: a comma before it and something other than an end after it.
  private func isListGoingOn(after text: [UInt8]) -> Bool {
    guard text.last(where: { !isBlank($0) }) == Byte.comma else { return false }
    let rest = bytes[position...].first { !isBlank($0) }
    return rest != nil && rest != Byte.semicolon && rest != Byte.hash
  }

  /// Reads a quoted part from its opening quote; returns whether it was closed.
  private mutating func scanQuoted(_ quote: UInt8, into text: inout [UInt8]) -> Bool {
    let start = position
    position += 1
    while let byte = peek() {
      position += 1
      if byte == quote { return true }
      if byte == Byte.backslash && quote == Byte.quote {
        scanEscape(into: &text)
      } else {
        text.append(byte)
      }
    }
    blame("this quote is never closed", at: start..<start + 1)
    return false
  }

  private mutating func scanEscape(into text: inout [UInt8]) {
    guard let byte = peek() else { return }
    position += 1
    switch byte {
    case Byte.quote, Byte.backslash: text.append(byte)
    case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
    default:
      blame(
        "there is no such escape; known are \\\" \\\\ \\n \\t (single quotes take everything as it is)",
        at: position - 2..<position)
      text.append(byte)
    }
  }

  private mutating func blame(_ message: String, at range: Range<Int>) {
    if mistake == nil { mistake = Mistake(message, at: range) }
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    || byte == UInt8(ascii: "\n")
}

private enum Byte {
  static let hash = UInt8(ascii: "#")
  static let semicolon = UInt8(ascii: ";")
  static let equals = UInt8(ascii: "=")
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backtick = UInt8(ascii: "`")
  static let backslash = UInt8(ascii: "\\")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
}
