import Grammar

/// Walks over the bytes of a text and cuts it into the parts of a template.
struct TemplateScanner {
  /// The bytes that a command or an expression may have.
  private static let longestCode = 2_000
  /// The bytes that a draw in an equation may have.
  private static let longestDraw = 32

  private let bytes: [UInt8]
  private let line: Int
  private let draws: DrawNames
  private let syntax: Template.Syntax
  /// Where the first byte stands in the text around it.
  private let origin: Int

  private var position = 0
  private var parts: [Template.Part] = []
  private var literal: [UInt8] = []
  private var probe: [UInt8] = []
  private var filledRanges: [Range<Int>] = []
  private var wordRanges: [Range<Int>] = []

  /// Reads a text.
  ///
  /// - Throws: `Mistake` at the first thing that cannot be read.
  static func scan(
    _ text: String, line: Int, draws: DrawNames, syntax: Template.Syntax, at origin: Int = 0
  ) throws(Mistake) -> ScannedTemplate {
    if syntax == .code, text.utf8.count > longestCode {
      throw Mistake("a command or an expression has at most \(longestCode) bytes", at: nil)
    }
    // Most texts stand for themselves.
    guard text.utf8.contains(where: isSpecial) else {
      return ScannedTemplate(
        template: Template(text.isEmpty ? [] : [.text(text)], line: line), probe: text,
        filledRanges: [], wordRanges: [])
    }
    var scanner = TemplateScanner(text, line: line, draws: draws, syntax: syntax, at: origin)
    return try scanner.scan()
  }

  private init(
    _ text: String, line: Int, draws: DrawNames, syntax: Template.Syntax, at origin: Int
  ) {
    bytes = Array(text.utf8)
    literal.reserveCapacity(bytes.count)
    probe.reserveCapacity(bytes.count)
    self.line = line
    self.draws = draws
    self.syntax = syntax
    self.origin = origin
  }

  private mutating func scan() throws(Mistake) -> ScannedTemplate {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\") where syntax != .math && isBrace(at: position + 1):
        literal.append(bytes[position + 1])
        probe += [UInt8(ascii: " "), bytes[position + 1]]
        position += 2
      case UInt8(ascii: "{") where syntax != .math:
        try scanBrace()
      case UInt8(ascii: "{"):
        try scanMathBrace()
      default:
        let end = bytes[(position + 1)...].firstIndex(where: Self.isSpecial) ?? bytes.count
        literal += bytes[position..<end]
        probe += bytes[position..<end]
        position = end
      }
    }
    endLiteral()
    return ScannedTemplate(
      template: Template(parts, line: line), probe: String(decoding: probe, as: UTF8.self),
      filledRanges: filledRanges, wordRanges: wordRanges)
  }

  /// Whether more than a letter may begin here.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "\\")
  }

  // MARK: Braces

  private mutating func scanBrace() throws(Mistake) {
    let start = position
    let end = try closingBrace()
    let inside = bytes[start + 1..<end]
    if let style = computedStyle(inside) {
      guard syntax == .text else {
        throw mistake(
          "{= stands in running text only; write the expression itself", at: start..<start + 2)
      }
      let mark = style == .number ? 2 : 3
      try addComputed(style, bytes[start + mark..<end])
    } else {
      try addDraw(inside, at: start..<end + 1)
    }
    fill(to: end + 1)
  }

  /// `{{t}}`, where what stands inside can be the name of a draw; else a brace of LaTeX.
  private mutating func scanMathBrace() throws(Mistake) {
    let start = position
    let mark = bytes[start...].prefix(Self.longestDraw)
    if isByte("{", at: start + 1), let end = mark.firstIndex(of: UInt8(ascii: "}")),
      isByte("}", at: end + 1), drawn(bytes[start + 2..<end]) != nil
    {
      try addDraw(bytes[start + 2..<end], at: start..<end + 2)
      fill(to: end + 2)
    } else {
      literal.append(bytes[start])
      probe.append(bytes[start])
      position += 1
    }
  }

  private mutating func addDraw(
    _ inside: ArraySlice<UInt8>, at range: Range<Int>
  ) throws(Mistake) {
    guard let (name, offset) = drawn(inside) else {
      throw mistake(
        syntax == .text
          ? "{ begins a draw as {t}, {t-1} or a computed number as {= 2^3}; write \\{ for a brace"
          : "{ begins a draw as {t} or {t-1}; write \\{ for a brace", at: range)
    }
    guard draws.all.contains(name) else {
      throw mistake(
        draws.all.isEmpty
          ? "{\(name)} is not drawn: this page has no vary block"
          : "{\(name)} is not drawn: the vary block of this page has no \(name)=",
        at: range, hint: nearestWord(to: name, among: draws.all.sorted()))
    }
    guard offset == 0 || draws.wholeNumbers.contains(name) else {
      throw mistake(
        "\(name) is not always a whole number, so nothing can be added to it in braces", at: range)
    }
    endLiteral()
    parts.append(.draw(name: name, offset: offset))
    if !draws.numbers.contains(name) {
      wordRanges.append(origin + range.lowerBound..<origin + range.upperBound)
    }
  }

  private mutating func addComputed(
    _ style: Template.Style, _ source: ArraySlice<UInt8>
  ) throws(Mistake) {
    let text = String(decoding: source, as: UTF8.self)
    let scanned = try Self.scan(
      text, line: line, draws: draws, syntax: .code, at: origin + source.startIndex)
    try scanned.checkExpression(at: origin + source.startIndex)
    endLiteral()
    parts.append(.computed(expression: scanned.template.trimmed, style))
  }

  // MARK: Steps

  /// The brace that closes the one at hand; braces of draws may stand between them.
  private func closingBrace() throws(Mistake) -> Int {
    var depth = 0
    for index in position..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: continue
      }
      if depth == 0 { return index }
    }
    throw mistake("this { is never closed", at: position..<position + 1)
  }

  private func computedStyle(_ inside: ArraySlice<UInt8>) -> Template.Style? {
    if inside.starts(with: "=".utf8) { return .number }
    if inside.starts(with: "$=".utf8) { return .dollars }
    if inside.starts(with: "%=".utf8) { return .percent }
    return nil
  }

  /// A name, and what is added to it.
  private func drawn(_ inside: ArraySlice<UInt8>) -> (name: String, offset: Int)? {
    let text = String(decoding: inside, as: UTF8.self)
    guard let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) else {
      return isDrawName(text) ? (text, 0) : nil
    }
    let name = String(text[..<sign])
    let digits = text[sign...].dropFirst()
    guard isDrawName(name), (1...6).contains(digits.utf8.count), digits.allSatisfy(isDigit),
      let amount = Int(digits)
    else { return nil }
    return (name, text[sign] == "-" ? -amount : amount)
  }

  private mutating func endLiteral() {
    guard !literal.isEmpty else { return }
    parts.append(.text(String(decoding: literal, as: UTF8.self)))
    literal.removeAll(keepingCapacity: true)
  }

  /// Puts digits in the place of what stands up to `end`.
  private mutating func fill(to end: Int) {
    probe += [UInt8](repeating: UInt8(ascii: "0"), count: end - position - 1)
    probe.append(UInt8(ascii: "1"))
    filledRanges.append(origin + position..<origin + end)
    position = end
  }

  private func isByte(_ character: Unicode.Scalar, at index: Int) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  private func isBrace(at index: Int) -> Bool { isByte("{", at: index) || isByte("}", at: index) }

  private func mistake(_ message: String, at range: Range<Int>, hint: String? = nil) -> Mistake {
    Mistake(message, at: origin + range.lowerBound..<origin + range.upperBound, hint: hint)
  }
}

/// Whether a text can name a draw: letters, digits and `_` behind a letter, twenty at most.
func isDrawName(_ name: some StringProtocol) -> Bool {
  let bytes = name.utf8
  guard let first = bytes.first, isLetter(first), bytes.count <= 20 else { return false }
  return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
}

/// Whether a character is one of the digits 0…9.
func isDigit(_ character: Character) -> Bool { character.asciiValue.map(isDigit) ?? false }

/// Whether a character is one of the letters of ASCII.
func isLetter(_ character: Character) -> Bool { character.asciiValue.map(isLetter) ?? false }

/// Whether a byte is one of the digits 0…9.
func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// Whether a byte is one of the letters of ASCII.
func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
