/// One part of an equation.
indirect enum MathNode {
  /// A sign, a letter, a number or a word.
  case symbol(String, MathClass)
  /// Blanks that were asked for.
  case space(Int)
  /// What stands in braces.
  case group([MathItem])
  /// What stands between two brackets; either may be missing.
  case bracketed(open: String, [MathItem], close: String)
  case fraction([MathItem], [MathItem])
  case root(degree: [MathItem]?, [MathItem])
  case accent(mark: Unicode.Scalar, name: String, [MathItem])
  case scripts(MathNode?, lower: [MathItem]?, upper: [MathItem]?)
  /// Rows of cells; the name is that of the environment.
  case rows(String, [[[MathItem]]], place: Range<Int>)
}

/// A part with what the source says of its neighbourhood.
struct MathItem {
  var node: MathNode
  /// Whether a blank stands before it in the source.
  var isSpaced: Bool
}

extension MathNode {
  /// What decides the blanks around it.
  var kind: MathClass {
    switch self {
    case .symbol(_, let kind): kind
    case .scripts(let base?, _, _): base.kind
    default: .ordinary
    }
  }

  /// Whether it begins with a bracket, so that a function needs no blank before it.
  var beginsWithBracket: Bool {
    switch self {
    case .symbol(_, .open): true
    case .bracketed(let open, _, _): !open.isEmpty
    case .scripts(let base?, _, _): base.beginsWithBracket
    default: false
    }
  }

  /// Whether it is a word, here or in ASCII as `beta`, that must not touch another letter.
  var isWord: Bool {
    switch self {
    case .symbol(let text, .ordinary), .symbol(let text, .function):
      text.contains { $0.isLetter && (text.count > 1 || !$0.isASCII) }
    case .scripts(let base?, _, _): base.isWord
    default: false
    }
  }

  /// Whether it is a letter for a function, as σ: with a bracket right behind it, both are one part.
  var isFunctionLetter: Bool {
    switch self {
    case .symbol(let text, _): ["σ", "φ"].contains(text) || (isWord && text.count > 1)
    case .scripts(let base?, _, _): base.isFunctionLetter
    default: false
    }
  }
}

extension [MathItem] {
  /// How many factors stand side by side; a sum or a comparison makes it many.
  var factorCount: Int {
    var count = 0
    var isGlued = false
    for index in indices {
      let node = self[index].node
      switch node.kind {
      case .binary, .tightBinary, .relation, .punctuation, .large, .open, .close:
        return .max
      case .prefix, .operation:
        if !isGlued { count += 1 }
        isGlued = true
      case .function, .ordinary:
        if case .space = node { continue }
        if !isGlued { count += 1 }
        let next = index + 1 < endIndex ? self[index + 1].node : nil
        isGlued =
          node.kind == .function
          || (node.isFunctionLetter && next.map(\.beginsWithBracket) == true)
      }
    }
    return count
  }

  /// Whether a sign such as + stands in it outside of brackets, behind something it is added to.
  var isSum: Bool {
    contains { [.binary, .relation, .punctuation, .large].contains($0.node.kind) }
  }

  /// The only part; nil where there are several.
  var single: MathNode? {
    guard count == 1 else { return nil }
    if case .group(let inside) = self[0].node { return inside.single }
    return self[0].node
  }
}
