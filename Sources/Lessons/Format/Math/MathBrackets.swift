/// Gathers the parts of a sequence and matches its brackets; what has no partner stays a sign.
struct MathBrackets {
  private struct Frame {
    /// The bracket that opened it; nil for the sequence itself.
    let opening: MathItem?
    let sign: String
    var items: [MathItem] = []
  }

  private var frames = [Frame(opening: nil, sign: "")]

  /// How many brackets are open.
  var depth: Int { frames.count - 1 }

  /// The parts, brackets that are still open among them.
  var items: [MathItem] {
    frames.reduce(into: []) { items, frame in
      if let opening = frame.opening { items.append(opening) }
      items += frame.items
    }
  }

  /// Takes the next part.
  mutating func append(_ item: MathItem) {
    switch item.node {
    case .symbol(let sign, let kind):
      take(item, sign, kind, lower: nil, upper: nil)
    case .scripts(.symbol(let sign, let kind)?, let lower, let upper) where kind != .open:
      take(item, sign, kind, lower: lower, upper: upper)
    default:
      add(item)
    }
  }

  private mutating func take(
    _ item: MathItem, _ sign: String, _ kind: MathClass, lower: [MathItem]?, upper: [MathItem]?
  ) {
    let isBar = kind == .ordinary && (sign == "|" || sign == "‖")
    if kind == .close || isBar, let opener = matchingFrame(of: sign) {
      close(at: opener, with: sign, lower: lower, upper: upper)
    } else if kind == .open || (isBar && lower == nil && upper == nil) {
      frames.append(Frame(opening: item, sign: sign))
    } else {
      add(item)
    }
  }

  private mutating func close(
    at opener: Int, with sign: String, lower: [MathItem]?, upper: [MathItem]?
  ) {
    // What opened inside and found no partner stays a sign.
    while frames.count - 1 > opener {
      let frame = frames.removeLast()
      if let opening = frame.opening { add(opening) }
      frames[frames.count - 1].items += frame.items
    }
    let frame = frames.removeLast()
    let inside = MathNode.bracketed(open: frame.sign, frame.items, close: sign)
    let hasScripts = lower != nil || upper != nil
    add(
      MathItem(
        node: hasScripts ? .scripts(inside, lower: lower, upper: upper) : inside,
        isSpaced: frame.opening?.isSpaced ?? false))
  }

  private mutating func add(_ item: MathItem) {
    frames[frames.count - 1].items.append(item)
  }

  /// The frame that a closing sign ends: an interval may open with `[` and close with `)`.
  private func matchingFrame(of sign: String) -> Int? {
    let openings: [String: [String]] = [
      ")": ["(", "["], "]": ["[", "("], "}": ["{"], "⟩": ["⟨"], "⌋": ["⌊"], "⌉": ["⌈"],
      "|": ["|"], "‖": ["‖"],
    ]
    guard let candidates = openings[sign] else { return nil }
    return frames.indices.dropFirst().last { candidates.contains(frames[$0].sign) }
  }
}
