/// The picture of a cell as a drawing: its numbers as strips along one axis, what a gate keeps back pale
/// behind what it lets pass.
struct SVGCell {
  private static let rowHeight = 24.0
  private static let words: [(kind: CellPicture.Segment.Kind, word: String)] = [
    (.kept, "kept"), (.forgotten, "forgotten"), (.added, "added"), (.shown, "shown"),
    (.hidden, "behind the shutter"),
  ]

  private let cell: CellPicture
  private let typesetter: Typesetter
  private let strips: [CellPicture.Strip]
  private let range: ClosedRange<Double>
  private let left: Double
  private let width: Double

  init(_ cell: CellPicture, _ typesetter: Typesetter) {
    self.cell = cell
    self.typesetter = typesetter
    strips = cell.strips
    let ends = strips.flatMap(\.segments).flatMap { [$0.start, $0.end] }.filter(\.isFinite)
    let (low, high) = (min(ends.min() ?? 0, 0), max(ends.max() ?? 0, 0))
    range = low < high ? low...high : 0...1
    left = (strips.map { SVG.width(of: $0.label) }.max() ?? 0) + 10
    let texts = strips.map { Self.text(of: $0, typesetter) }
    width = SVGFigure.usualWidth - left - (texts.map { SVG.width(of: $0) }.max() ?? 0) - 10
  }

  /// The strips under a key to their colours.
  func figure() -> SVGFigure {
    var markup = Markup()
    key(&markup)
    var y = 26.0
    if cell.isMix, let gate = cell.kept?.gate {
      mix(gate, y: y, &markup)
      y += Self.rowHeight
    }
    let top = y
    for strip in strips {
      markup.label(strip.label, x: left - 8, y: y + 16, anchor: "end")
      for segment in strip.segments {
        let ends = [place(segment.start), place(segment.end)].sorted()
        markup.rectangle(
          x: ends[0], y: y + 3, width: ends[1] - ends[0], height: Self.rowHeight - 6,
          class: Self.name(segment.kind), tip: tip(segment, strip))
      }
      markup.label(
        Self.text(of: strip, typesetter), x: left + width + 8, y: y + 16, class: "label number")
      markup.breakLine()
      y += Self.rowHeight
    }
    markup.line(from: (place(0), top), to: (place(0), y), class: "axis")
    return SVGFigure(
      height: y + 2, title: cell.name,
      sentence: cell.caption ?? Captions.sentence(for: cell, typesetter), markup: markup)
  }

  /// The number of a strip, and the gate that it passed.
  private static func text(of strip: CellPicture.Strip, _ typesetter: Typesetter) -> String {
    let gate = strip.gate.map { ", \($0.symbol) = \(typesetter.number($0.value))" } ?? ""
    return typesetter.number(strip.value) + gate
  }

  private static func name(_ kind: CellPicture.Segment.Kind) -> String {
    switch kind {
    case .source: "neutral"
    case .kept: SVGStyle.curve(0)
    case .forgotten: SVGStyle.curve(0) + " pale"
    case .added: SVGStyle.curve(1)
    case .shown: SVGStyle.curve(2)
    case .hidden: SVGStyle.curve(2) + " pale"
    }
  }

  private func tip(_ segment: CellPicture.Segment, _ strip: CellPicture.Strip) -> String {
    let word = Self.words.first { $0.kind == segment.kind }?.word ?? strip.label
    return "\(word): \(typesetter.number(Float(segment.end - segment.start)))"
  }

  private func place(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return left + (share.isFinite ? min(max(share, 0), 1) : 0) * width
  }

  /// What the colours mean, those that the picture has.
  private func key(_ markup: inout Markup) {
    var kinds = strips.flatMap(\.segments).map(\.kind)
    if cell.isMix { kinds.append(.added) }
    var x = left
    for (kind, word) in Self.words where kinds.contains(kind) {
      markup.rectangle(x: x, y: 3, width: 20, height: 12, class: Self.name(kind))
      markup.label(word, x: x + 26, y: 13)
      x += 26 + SVG.width(of: word) + 18
    }
  }

  /// The one gate that keeps and writes, as shares of the whole width.
  private func mix(_ gate: CellPicture.Quantity, y: Double, _ markup: inout Markup) {
    let share = gate.value.isNaN ? 0 : Double(min(max(gate.value, 0), 1))
    let parts = [(0.0, share, CellPicture.Segment.Kind.kept), (share, 1 - share, .added)]
    markup.label("the mix", x: left - 8, y: y + 16, anchor: "end")
    for (start, length, kind) in parts {
      markup.rectangle(
        x: left + start * width, y: y + 3, width: length * width, height: Self.rowHeight - 6,
        class: Self.name(kind), tip: typesetter.number(length))
    }
    markup.label(
      "\(gate.symbol) = \(typesetter.number(gate.value))", x: left + width + 8, y: y + 16,
      class: "label number")
  }
}
