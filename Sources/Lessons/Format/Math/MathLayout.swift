import Grammar
import Reports

/// Lays out the parts of an equation: on one line wherever that can be, with brackets where a fraction's
/// bar or the height of an exponent would otherwise tell what belongs together.
struct MathLayout {
  /// Lays out parts side by side.
  ///
  /// - Parameters:
  ///   - items: The parts.
  ///   - isTight: Whether no blanks stand around signs, as in an index.
  /// - Returns: The box.
  /// - Throws: `Mistake` where rows and columns stand in a fraction, a root or a script.
  func box(_ items: [MathItem], isTight: Bool = false) throws(Mistake) -> MathBox {
    var box = MathBox()
    var previous: MathNode?
    for (index, item) in items.enumerated() {
      let next = index + 1 < items.count ? items[index + 1].node : nil
      let part = try self.part(item.node, before: previous, after: next, isTight: isTight)
      if case .space = item.node {
        if !box.isEmpty { box.append(part) }
        previous = nil
        continue
      }
      if let last = previous,
        needsBlank(between: last, and: item, isUnary: isUnary(items, index - 1), isTight: isTight)
      {
        box.append(MathBox(" "))
      }
      box.append(part)
      previous = item.node
    }
    return box
  }

  // MARK: Blanks

  private func needsBlank(
    between left: MathNode, and item: MathItem, isUnary: Bool, isTight: Bool
  ) -> Bool {
    let right = item.node
    let touch =
      left.isWord && right.isWord || (left.isWord && right.beginsWithLetter)
      || (left.endsWithLetter && right.isWord)
    if left.endsWithBlank || right.beginsWithBlank { return false }
    switch (left.kind, right.kind) {
    case (.open, _), (_, .close), (.prefix, _), (_, .punctuation), (.tightBinary, _),
      (_, .tightBinary):
      return false
    case (.function, .ordinary), (.function, .prefix), (.function, .operation):
      return right.isBracketed ? left.hasIndex && item.isSpaced : !isTight || touch
    case (.operation, _):
      return !right.isBracketed
    case (.large, _), (_, .large):
      return true
    case (.relation, _), (_, .relation), (_, .binary):
      return !isTight
    case (.binary, _):
      return !isTight && !isUnary
    case (_, .function):
      return left.kind != .punctuation || item.isSpaced
    default:
      let isCall = right.isBracketed && left.isFunctionLetter
      return touch || (item.isSpaced && !isTight && !isCall)
    }
  }

  /// Whether the sign at that place has nothing before it that it could be added to.
  private func isUnary(_ items: [MathItem], _ index: Int) -> Bool {
    guard items.indices.contains(index), items[index].node.kind == .binary else { return false }
    guard index > 0 else { return true }
    switch items[index - 1].node.kind {
    case .binary, .tightBinary, .relation, .punctuation, .open, .large, .function: return true
    case .ordinary, .prefix, .operation, .close: return false
    }
  }

  // MARK: Parts

  private func part(
    _ node: MathNode, before: MathNode?, after: MathNode?, isTight: Bool
  ) throws(Mistake) -> MathBox {
    switch node {
    case .symbol(let text, _): return MathBox(text)
    case .space(let width): return MathBox(String(repeating: " ", count: isTight ? 0 : width))
    case .group(let items): return try box(items, isTight: isTight)
    case .bracketed(let open, let items, let close):
      return try box(items, isTight: isTight).bracketed(open, close)
    case .fraction(let above, let below):
      let fraction = try self.fraction(above, below)
      let isAlone = !isFactorBefore(before) && !isFactorBehind(after)
      return isAlone ? fraction : fraction.bracketed("(", ")")
    case .root(let degree, let items):
      return try root(degree, items)
    case .accent(let mark, let name, let items):
      return try accent(mark, name, items)
    case .scripts(let base, let lower, let upper):
      return try scripts(base, lower, upper, isTight: isTight)
    case .rows(let name, let rows, let place):
      return try MathRows(name: name, place: place).box(rows)
    }
  }

  /// Whether a fraction behind it would be misread without brackets; a·b/c would not.
  private func isFactorBefore(_ node: MathNode?) -> Bool {
    switch node {
    case .space?, .symbol("·", _)?, nil: return false
    case let node?:
      return [.ordinary, .function, .tightBinary, .prefix, .operation].contains(node.kind)
    }
  }

  /// Whether a fraction before it would be misread without brackets.
  private func isFactorBehind(_ node: MathNode?) -> Bool {
    switch node {
    case .space?, nil: return false
    case let node?:
      return [.ordinary, .function, .tightBinary, .prefix, .operation, .large].contains(node.kind)
    }
  }

  private func fraction(_ above: [MathItem], _ below: [MathItem]) throws(Mistake) -> MathBox {
    var box = try line(above)
    if above.isSum || above.isFraction { box = box.bracketed("(", ")") }
    let divisor = try line(below)
    box.append(MathBox("/"))
    box.append(below.factorCount > 1 || below.isFraction ? divisor.bracketed("(", ")") : divisor)
    return box
  }

  private func root(_ degree: [MathItem]?, _ items: [MathItem]) throws(Mistake) -> MathBox {
    let inside = try line(items).bracketed("(", ")")
    guard let degree else { return MathBox("√" + inside.text) }
    return MathBox(inside.text + "^(1/" + (try line(degree)).text + ")")
  }

  private func accent(
    _ mark: Unicode.Scalar, _ name: String, _ items: [MathItem]
  ) throws(Mistake) -> MathBox {
    if case .scripts(let base?, let lower, let upper)? = items.single {
      let marked = MathNode.accent(mark: mark, name: name, [MathItem(node: base, isSpaced: false)])
      return try scripts(marked, lower, upper, isTight: true)
    }
    let text = try line(items).text
    guard text.count == 1 else { return MathBox("\(name)(\(text))") }
    let marked = text + String(Character(mark))
    return MathBox(MathSymbols.composed[marked] ?? marked)
  }

  // MARK: Scripts

  private func scripts(
    _ base: MathNode?, _ lower: [MathItem]?, _ upper: [MathItem]?, isTight: Bool
  ) throws(Mistake) -> MathBox {
    var box = MathBox()
    if let base { box = try self.base(base, isTight: isTight) }
    if base?.kind == .large, let lower, let upper, lower.contains(where: \.isEquals) {
      // The bounds of a sum read as a range: ∑_{k=1…n}.
      let range = try line(lower, isTight: true).text + "…" + line(upper, isTight: true).text
      box.append(MathBox("_{\(range)}"))
      return box
    }
    var text = ""
    if let lower { text += "_" + Self.index(try line(lower, isTight: true).text) }
    if let upper { text += try exponent(upper) }
    box.appendAtTop(MathBox(text))
    return box
  }

  private func base(_ node: MathNode, isTight: Bool) throws(Mistake) -> MathBox {
    let box = try part(node, before: nil, after: nil, isTight: isTight)
    switch node {
    case .fraction: return box.bracketed("(", ")")
    case .group(let items) where items.factorCount > 1: return box.bracketed("(", ")")
    default: return box
    }
  }

  /// An index needs braces unless it is one word: W_xh, h_{t−1}.
  private static func index(_ text: String) -> String {
    isSimple(text) ? text : "{\(text)}"
  }

  /// x², V^(τ−1), 0.8^9: raised characters only where every font has them.
  private func exponent(_ items: [MathItem]) throws(Mistake) -> String {
    let text = try line(items, isTight: true).text
    if let raised = Self.raised[text] { return raised }
    if text.hasPrefix("′") { return text }
    if case .bracketed("(", _, ")")? = items.single { return "^" + text }
    let isSignedNumber = text.hasPrefix("−") && text.dropFirst().allSatisfy(isDigit)
    return "^" + (isSignedNumber || Self.isSimple(text) ? text : "(\(text))")
  }

  private static let raised = ["2": "²", "3": "³", "n": "ⁿ", "T": "ᵀ"]

  private static func isSimple(_ text: String) -> Bool {
    text.count == 1
      || text.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "."
          || scalar.properties.generalCategory == .privateUse
          || scalar.properties.generalCategory == .nonspacingMark
      }
  }

  /// Parts that must stand on one line.
  private func line(_ items: [MathItem], isTight: Bool = false) throws(Mistake) -> MathBox {
    let box = try self.box(items, isTight: isTight)
    guard !box.isTall else {
      throw Mistake("rows and columns cannot stand in a fraction or a script", at: box.rowsPlace)
    }
    return box
  }
}

extension MathItem {
  fileprivate var isEquals: Bool {
    if case .symbol("=", _) = node { true } else { false }
  }
}

extension [MathItem] {
  fileprivate var isFraction: Bool {
    if case .fraction? = single { true } else { false }
  }
}

extension MathNode {
  /// Whether a bracket stands at its beginning, a fraction behind a function included.
  fileprivate var isBracketed: Bool {
    if case .fraction = self { true } else { beginsWithBracket }
  }

  /// Whether it has an index, as max_i.
  fileprivate var hasIndex: Bool {
    if case .scripts(_, lower: _?, upper: _) = self { true } else { false }
  }

  fileprivate var beginsWithBlank: Bool {
    if case .symbol(let text, _) = self { text.hasPrefix(" ") } else { false }
  }

  fileprivate var endsWithBlank: Bool {
    if case .symbol(let text, _) = self { text.hasSuffix(" ") } else { false }
  }

  fileprivate var beginsWithLetter: Bool {
    switch self {
    case .symbol(let text, _): text.first?.isLetter ?? false
    case .accent: true
    case .scripts(let base?, _, _): base.beginsWithLetter
    default: false
    }
  }

  fileprivate var endsWithLetter: Bool {
    switch self {
    case .symbol(let text, _): text.last?.isLetter ?? false
    case .accent, .scripts: true
    default: false
    }
  }
}
