import Grammar

/// Reads the tokens of an equation into parts, by recursive descent of bounded depth.
struct MathParser {
  /// How deep braces, brackets and environments may stand in each other.
  private static let greatestDepth = 30

  private let tokens: [MathToken]
  private var position = 0
  private var depth = 0

  /// - Throws: `Mistake` at a sign that has no meaning in an equation.
  init(_ latex: String) throws(Mistake) {
    var scanner = MathScanner(latex)
    tokens = try scanner.scan()
  }

  /// Reads the whole equation.
  ///
  /// - Throws: `Mistake` at the first thing that cannot be read.
  mutating func parse() throws(Mistake) -> [MathItem] {
    let items = try readItems { _ in false }
    guard let rest = peek() else { return items }
    switch rest.kind {
    case .closeBrace: throw mistake("nothing opened this }", at: rest)
    case .macro(let name): throw mistake("nothing began what \\\(name) ends", at: rest)
    default:
      throw mistake("this belongs between \\begin{aligned} and \\end{aligned}", at: rest)
    }
  }

  // MARK: Sequences

  /// Reads parts up to what ends them; brackets are matched.
  private mutating func readItems(
    until isEnd: (MathToken.Kind) -> Bool
  ) throws(Mistake) -> [MathItem] {
    try deeper()
    var brackets = MathBrackets()
    while let token = peek(), !isEnd(token.kind), !Self.isStop(token.kind) {
      position += 1
      guard let node = try readNode(token) else { continue }
      let item = MathItem(node: try readScripts(of: node), isSpaced: token.isSpaced)
      brackets.append(item)
      guard depth + brackets.depth <= Self.greatestDepth else { throw tooDeep(token) }
    }
    depth -= 1
    return brackets.items
  }

  /// What ends a sequence wherever it stands.
  private static func isStop(_ kind: MathToken.Kind) -> Bool {
    switch kind {
    case .closeBrace, .columnEnd, .rowEnd, .macro("right"), .macro("end"): true
    default: false
    }
  }

  /// One part without its scripts; nil for what shows nothing.
  private mutating func readNode(_ token: MathToken) throws(Mistake) -> MathNode? {
    switch token.kind {
    case .openBrace:
      position -= 1
      return .group(try readArgument(of: token))
    case .superscript, .subscript:
      position -= 1
      return .group([])
    case .macro(let name):
      return try readMacro(name, token)
    case .character(let text):
      return Self.node(text)
    case .closeBrace, .columnEnd, .rowEnd:
      return nil
    }
  }

  private static func node(_ text: String) -> MathNode {
    switch text {
    case "+": .symbol("+", .binary)
    case "-", "−": .symbol("−", .binary)
    case "*": .symbol("*", .binary)
    case "⊙", "×", "∘", "±": .symbol(text, .binary)
    case "/", "·", "∈": .symbol(text, .tightBinary)
    case "=", "<", ">", "≤", "≥", "≠", "≈", "→", ":": .symbol(text, .relation)
    case ",", ";": .symbol(text, .punctuation)
    case "(", "[": .symbol(text, .open)
    case ")", "]": .symbol(text, .close)
    case "∂": .symbol(text, .prefix)
    case "∇", "Δ": .symbol(text, .operation)
    case "'": .symbol("′", .ordinary)
    default: .symbol(text, .ordinary)
    }
  }

  private mutating func readScripts(of node: MathNode) throws(Mistake) -> MathNode {
    var primes: [MathItem] = []
    while peek()?.kind == .character("'") {
      position += 1
      primes.append(MathItem(node: .symbol("′", .ordinary), isSpaced: false))
    }
    var base = node
    if !primes.isEmpty { base = .scripts(node, lower: nil, upper: primes) }
    var lower: [MathItem]?
    var upper: [MathItem]?
    while let token = peek(), token.kind == .subscript || token.kind == .superscript {
      position += 1
      let isLower = token.kind == .subscript
      guard (isLower ? lower : upper) == nil else {
        throw mistake("a second \(isLower ? "_" : "^") needs braces around the first", at: token)
      }
      let argument = try readArgument(of: token)
      if isLower { lower = argument } else { upper = argument }
    }
    return lower == nil && upper == nil ? base : .scripts(base, lower: lower, upper: upper)
  }

  // MARK: Macros

  private mutating func readMacro(_ name: String, _ token: MathToken) throws(Mistake) -> MathNode? {
    if MathSymbols.ignored.contains(name) { return nil }
    if let width = MathSymbols.spaces[name] { return .space(width) }
    if let (text, kind) = MathSymbols.symbol(name) { return .symbol(text, kind) }
    if MathSymbols.words.contains(name) {
      let word = try readWords(of: token)
      return .symbol(word, name == "operatorname" ? .function : .ordinary)
    }
    if MathSymbols.fonts.contains(name) { return .group(try readArgument(of: token)) }
    if let accent = MathSymbols.accents[name] {
      return .accent(mark: accent.mark, name: accent.name, try readArgument(of: token))
    }
    switch name {
    case "frac", "dfrac", "tfrac":
      let above = try readArgument(of: token)
      return .fraction(above, try readArgument(of: token))
    case "sqrt": return .root(degree: try readDegree(), try readArgument(of: token))
    case "left": return try readLeftRight(token)
    case "begin": return try readEnvironment(token)
    case "{": return .symbol("{", .open)
    case "}": return .symbol("}", .close)
    case "|": return .symbol("‖", .ordinary)
    default:
      if let sign = name.unicodeScalars.first, let text = MathSymbols.escaped[sign] {
        return .symbol(text, .ordinary)
      }
      throw Mistake(
        "there is no macro \\\(name) here; a plain block right behind the equation can say what a "
          + "terminal shows", at: token.range,
        hint: nearestWord(to: name, among: MathSymbols.allNames).map { "\\" + $0 })
    }
  }

  /// What a macro or a script takes: a group in braces, or one part.
  private mutating func readArgument(of token: MathToken) throws(Mistake) -> [MathItem] {
    guard let next = peek(), !Self.isStop(next.kind), next.kind != .superscript,
      next.kind != .subscript
    else { throw mistake("something in braces was expected behind this", at: token) }
    position += 1
    guard next.kind == .openBrace else {
      try deeper()
      let node = try readNode(next)
      depth -= 1
      return node.map { [MathItem(node: $0, isSpaced: false)] } ?? []
    }
    let items = try readItems { _ in false }
    guard peek()?.kind == .closeBrace else { throw mistake("this { is never closed", at: next) }
    position += 1
    return items
  }

  /// The words in the braces behind `\text`.
  private mutating func readWords(of token: MathToken) throws(Mistake) -> String {
    guard let open = peek(), open.kind == .openBrace else {
      throw mistake("words in braces were expected behind this", at: token)
    }
    position += 1
    var words = ""
    while let next = peek(), next.kind != .closeBrace {
      position += 1
      if next.isSpaced { words += " " }
      switch next.kind {
      case .character(let text): words += text
      case .macro(let name) where MathSymbols.spaces[name] != nil: words += " "
      case .macro(let name):
        guard let sign = name.unicodeScalars.first, let text = MathSymbols.escaped[sign] else {
          throw mistake("only words can stand here", at: next)
        }
        words += text
      default: throw mistake("only words can stand here", at: next)
      }
    }
    guard let close = peek() else { throw mistake("this { is never closed", at: open) }
    position += 1
    return words + (close.isSpaced ? " " : "")
  }

  /// The `[3]` of a cube root.
  private mutating func readDegree() throws(Mistake) -> [MathItem]? {
    guard let open = peek(), open.kind == .character("[") else { return nil }
    position += 1
    let degree = try readItems { $0 == .character("]") }
    guard peek()?.kind == .character("]") else {
      throw mistake("this [ is never closed", at: open)
    }
    position += 1
    return degree
  }

  // MARK: Brackets and rows

  private mutating func readLeftRight(_ token: MathToken) throws(Mistake) -> MathNode {
    let open = try readBracket(of: token)
    let items = try readItems { _ in false }
    guard let right = peek(), right.kind == .macro("right") else {
      throw mistake("this \\left has no \\right", at: token)
    }
    position += 1
    return .bracketed(open: open, items, close: try readBracket(of: right))
  }

  private mutating func readBracket(of token: MathToken) throws(Mistake) -> String {
    guard let next = peek() else { throw mistake("a bracket was expected behind this", at: token) }
    position += 1
    switch next.kind {
    case .character("."): return ""
    case .character(let text) where ["(", ")", "[", "]", "|", "/"].contains(text): return text
    case .macro("{"): return "{"
    case .macro("}"): return "}"
    case .macro("|"): return "‖"
    case .macro(let name):
      if let (text, kind) = MathSymbols.symbol(name), kind == .open || kind == .close {
        return text
      }
      fallthrough
    default: throw mistake("a bracket was expected here", at: next)
    }
  }

  private mutating func readEnvironment(_ token: MathToken) throws(Mistake) -> MathNode {
    let name = try readWords(of: token)
    guard MathSymbols.environments.contains(name) else {
      throw Mistake(
        "there is no \\begin{\(name)} here, only \(listed(MathSymbols.environments))",
        at: token.range, hint: nearestWord(to: name, among: MathSymbols.environments))
    }
    var rows: [[[MathItem]]] = [[]]
    while true {
      rows[rows.count - 1].append(try readItems { _ in false })
      guard let end = peek() else { break }
      position += 1
      switch end.kind {
      case .columnEnd: continue
      case .rowEnd: rows.append([])
      case .macro("end"):
        guard try readWords(of: end) == name else {
          throw mistake("\\end{\(name)} was expected here", at: end)
        }
        // A row end behind the last row begins no other.
        if let last = rows.last, last.allSatisfy(\.isEmpty) { rows.removeLast() }
        return .rows(name, rows, place: token.range)
      default: throw mistake("this stands wrong between \\begin and \\end", at: end)
      }
    }
    throw mistake("this \\begin has no \\end{\(name)}", at: token)
  }

  // MARK: Steps

  private func peek() -> MathToken? { position < tokens.count ? tokens[position] : nil }

  private func mistake(_ message: String, at token: MathToken) -> Mistake {
    Mistake(message, at: token.range)
  }

  private func tooDeep(_ token: MathToken?) -> Mistake {
    Mistake("the equation is nested more than \(Self.greatestDepth) deep", at: token?.range)
  }

  private mutating func deeper() throws(Mistake) {
    depth += 1
    guard depth <= Self.greatestDepth else { throw tooDeep(peek()) }
  }
}
