/// Bars as a drawing, each with its label and its number.
struct SVGBars {
  private static let rowHeight = 22.0

  private let bars: Bars
  private let typesetter: Typesetter

  init(_ bars: Bars, _ typesetter: Typesetter) {
    self.bars = bars
    self.typesetter = typesetter
  }

  /// The bars on both sides of zero, each with its number at its end.
  func figure() -> SVGFigure {
    let texts = columnTexts(
      bars.values.map(Value.double), style: bars.digits, digits: typesetter.capabilities.digits)
    let labels = bars.values.indices.map(bars.label)
    let labelWidth = min(labels.map { SVG.width(of: $0) }.max() ?? 0, 240) + 10
    let textWidth = (texts.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let finite = bars.values.filter(\.isFinite)
    // Halves keep the sum of great numbers finite.
    let least = min(finite.min() ?? 0, 0) / 2
    let most = max(finite.max() ?? 0, 0) / 2
    let left = labelWidth + (least < 0 ? textWidth : 0)
    let room = SVGFigure.usualWidth - left - textWidth
    func place(_ value: Double) -> Double {
      let share = (min(max(value / 2, least), most) - least) / (most - least)
      return left + (share.isFinite ? share : 0) * room
    }

    var markup = Markup()
    for (row, value) in bars.values.enumerated() {
      let y = Double(row) * Self.rowHeight
      let zero = place(0)
      let end = value.isNaN ? zero : place(value)
      markup.label(
        SVG.fitted(labels[row], to: labelWidth - 8), x: labelWidth - 8, y: y + 15, anchor: "end")
      markup.rectangle(
        x: min(zero, end), y: y + 3, width: abs(end - zero), height: Self.rowHeight - 6,
        class: SVGStyle.curve(value < 0 ? 1 : 0), tip: "\(labels[row]): \(texts[row])")
      markup.label(
        texts[row], x: value < 0 ? end - 6 : end + 6, y: y + 15,
        anchor: value < 0 ? "end" : "start", class: "label number")
      markup.breakLine()
    }
    let height = Double(bars.values.count) * Self.rowHeight
    markup.line(from: (place(0), 0), to: (place(0), height), class: "axis")
    return SVGFigure(
      height: height + 4, title: bars.name,
      sentence: bars.caption ?? Captions.sentence(for: bars, typesetter), markup: markup)
  }
}
