import Grammar

/// One piece of LaTeX with its place.
struct MathToken {
  enum Kind: Equatable {
    /// A letter, a number or a sign as it is.
    case character(String)
    /// A macro, by its name without the backslash; also one of a single sign, as `\,`.
    case macro(String)
    case openBrace
    case closeBrace
    case superscript
    case `subscript`
    case columnEnd
    case rowEnd
  }

  let kind: Kind
  /// Its place in the equation, in bytes.
  let range: Range<Int>
  /// Whether a blank stands before it.
  let isSpaced: Bool
}

/// Cuts LaTeX into tokens.
struct MathScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var offset = 0
  private var tokens: [MathToken] = []

  init(_ latex: String) {
    scalars = Array(latex.unicodeScalars)
  }

  /// Reads the whole equation.
  ///
  /// - Throws: `Mistake` at a sign that has no meaning in an equation.
  mutating func scan() throws(Mistake) -> [MathToken] {
    var isSpaced = false
    while let scalar = here {
      if scalar == " " || scalar == "\n" || scalar == "~" {
        _ = take()
        isSpaced = true
        continue
      }
      let start = offset
      let kind = try scanKind(scalar)
      tokens.append(MathToken(kind: kind, range: start..<offset, isSpaced: isSpaced))
      isSpaced = false
    }
    return tokens
  }

  private mutating func scanKind(_ scalar: Unicode.Scalar) throws(Mistake) -> MathToken.Kind {
    switch scalar {
    case "\\": return try scanMacro()
    case "{": return single(.openBrace)
    case "}": return single(.closeBrace)
    case "^": return single(.superscript)
    case "_": return single(.subscript)
    case "&": return single(.columnEnd)
    case "%", "$", "#":
      throw Mistake("write \\\(scalar) for this sign", at: offset..<offset + 1)
    case "0"..."9": return .character(takeNumber())
    default:
      var text = take()
      while here == MathDraws.filler { text += take() }
      return .character(text)
    }
  }

  private mutating func scanMacro() throws(Mistake) -> MathToken.Kind {
    let start = offset
    _ = take()
    guard let first = here else {
      throw Mistake("a macro was expected behind the backslash", at: start..<offset)
    }
    guard isLetter(first) else {
      let sign = take()
      return sign == "\\" ? .rowEnd : .macro(sign == "\n" ? " " : sign)
    }
    var name = ""
    while let scalar = here, isLetter(scalar) { name += take() }
    return .macro(name)
  }

  /// Digits with a point in them.
  private mutating func takeNumber() -> String {
    var text = ""
    while let scalar = here {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      guard isDigit(scalar) || (scalar == "." && isDigit(next)) else { break }
      text += take()
    }
    return text
  }

  // MARK: Steps

  private var here: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take() -> String {
    let scalar = scalars[position]
    position += 1
    offset += UTF8.width(scalar)
    return String(Character(scalar))
  }

  private mutating func single(_ kind: MathToken.Kind) -> MathToken.Kind {
    _ = take()
    return kind
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
