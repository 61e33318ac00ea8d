/// The picture of a cell as a drawing: of each value that a gate lets pass, the whole pale and what comes
/// through full; then the new state, what is added set on what is kept.
struct SVGCell {
  private static let rowHeight = 46.0

  private let cell: CellPicture
  private let typesetter: Typesetter
  private let range: ClosedRange<Double>

  init(_ cell: CellPicture, _ typesetter: Typesetter) {
    self.cell = cell
    self.typesetter = typesetter
    let values = cell.rows.map { Double($0.value) }.filter(\.isFinite)
    let low = min(values.min() ?? 0, 0)
    let high = max(values.max() ?? 0, 0)
    range = low < high ? low...high : low...(low + 1)
  }

  /// The rows with the numbers that they show.
  func figure() -> SVGFigure {
    var markup = Markup()
    var sentences: [String] = []
    func row(
      _ label: String, _ sentence: String, _ draw: (inout Markup, Double) -> Void
    ) {
      let y = Double(sentences.count) * Self.rowHeight
      markup.label(label, x: 0, y: y + 13, class: "label number")
      draw(&markup, y + 20)
      markup.breakLine()
      sentences.append(sentence)
    }
    if let kept = cell.kept {
      row(label(kept), told(kept, "keeps")) { bar(kept, y: $1, color: 0, &$0) }
    }
    if let added = cell.added {
      row(label(added), told(added, "adds")) { bar(added, y: $1, color: 1, &$0) }
    }
    if let now = cell.now {
      row(now.symbol + " now", "\(now.symbol) = \(number(now)) now") { sum(now, y: $1, &$0) }
    }
    if let shutter = cell.shutter {
      row(label(shutter), told(shutter, "shows")) { bar(shutter, y: $1, color: 2, &$0) }
    }
    let height = Double(sentences.count) * Self.rowHeight
    markup.line(from: (place(0), 16), to: (place(0), height), class: "axis")
    return SVGFigure(
      height: height, title: cell.name,
      sentence: cell.caption ?? sentences.map { $0 + "." }.joined(separator: " "), markup: markup)
  }

  private func number(_ quantity: CellPicture.Quantity) -> String {
    typesetter.number(quantity.value)
  }

  private func label(_ passage: CellPicture.Passage) -> String {
    "\(passage.source.symbol) through \(passage.gate.symbol)"
  }

  private func told(_ passage: CellPicture.Passage, _ verb: String) -> String {
    "\(passage.source.symbol) = \(number(passage.source)), of which \(passage.gate.symbol) = "
      + "\(number(passage.gate)) \(verb) \(passage.passed.symbol) = \(number(passage.passed))"
  }

  private func place(_ value: Double) -> Double {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return (share.isFinite ? min(max(share, 0), 1) : 0) * SVGFigure.usualWidth
  }

  private func strip(
    from start: Double, to end: Double, y: Double, class name: String, _ tip: String,
    _ markup: inout Markup
  ) {
    let (first, last) = (place(min(start, end)), place(max(start, end)))
    markup.rectangle(x: first, y: y, width: last - first, height: 18, class: name, tip: tip)
  }

  private func bar(
    _ passage: CellPicture.Passage, y: Double, color: Int, _ markup: inout Markup
  ) {
    let color = SVGStyle.curve(color)
    strip(
      from: 0, to: Double(passage.source.value), y: y, class: color + " pale",
      "\(passage.source.symbol) = \(number(passage.source))", &markup)
    strip(
      from: 0, to: Double(passage.passed.value), y: y, class: color,
      "\(passage.passed.symbol) = \(number(passage.passed))", &markup)
  }

  /// What is kept, what is added from its end on, and a stroke at the sum.
  private func sum(_ now: CellPicture.Quantity, y: Double, _ markup: inout Markup) {
    let kept = Double(cell.kept?.passed.value ?? 0)
    if let passage = cell.kept {
      strip(
        from: 0, to: kept, y: y, class: SVGStyle.curve(0),
        "\(passage.passed.symbol) = \(number(passage.passed))", &markup)
    }
    if let passage = cell.added {
      // Lower than what is kept, since an addition of the other sign lies over it.
      let (start, end) = (place(kept), place(kept + Double(passage.passed.value)))
      markup.rectangle(
        x: min(start, end), y: y + 9, width: abs(end - start), height: 9, class: SVGStyle.curve(1),
        tip: "\(passage.passed.symbol) = \(number(passage.passed))")
    }
    let sum = place(Double(now.value))
    markup.line(from: (sum, y - 4), to: (sum, y + 22), class: "sum")
  }
}
