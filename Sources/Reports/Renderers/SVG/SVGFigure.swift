/// One drawing of a report, its upper left corner at (0, 0); lengths are in pixels.
struct SVGFigure {
  /// The width that drawings fill where their content does not ask for more.
  static let usualWidth = 760.0

  /// How far it reaches to the right.
  var width = usualWidth
  /// How far it reaches down.
  var height: Double
  /// What it is, in a few words.
  var title: String
  /// The sentence computed from its values, which a screen reader gets in its place.
  var sentence: String
  /// The elements.
  var markup: Markup
}

/// What drawings have in common: lengths as text, the widths of letters, and the elements that most of
/// them are made of.
enum SVG {
  /// The size of letters in labels.
  static let labelSize = 12.0
  /// The size of letters in running text.
  static let textSize = 14.0
  /// The distance of lines of running text.
  static let lineHeight = 20.0

  /// A length to a hundredth, short.
  static func length(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    guard rounded.isFinite else { return "0" }
    let text = (rounded == 0 ? 0 : rounded).description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// About the width of a label; fonts differ, so it is a little too much for most.
  static func width(of label: String, size: Double = labelSize) -> Double {
    Double(displayWidth(of: printableLine(label))) * size * 0.58
  }

  /// The beginning of a label that fits.
  static func fitted(_ label: String, to width: Double, size: Double = labelSize) -> String {
    clipped(printableLine(label), to: max(1, Int(width / (size * 0.58))))
  }
}

extension Markup {
  /// A label: `end` stands left of its place, `middle` around it.
  mutating func label(
    _ text: String, x: Double, y: Double, anchor: String = "start", class name: String = "label"
  ) {
    element(
      "text",
      [
        "class": name, "x": SVG.length(x), "y": SVG.length(y), "text-anchor": anchor,
      ], text: text)
  }

  /// A straight line.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), class name: String
  ) {
    element(
      "line",
      [
        "class": name, "x1": SVG.length(start.x), "y1": SVG.length(start.y),
        "x2": SVG.length(end.x), "y2": SVG.length(end.y),
      ])
  }

  /// A rectangle, with what is said when a mouse rests on it.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, class name: String, tip: String? = nil
  ) {
    element(
      "rect",
      [
        "class": name, "x": SVG.length(x), "y": SVG.length(y), "width": SVG.length(width),
        "height": SVG.length(height),
      ]
    ) { rect in
      if let tip { rect.element("title", text: tip) }
    }
  }

  /// Elements moved to a place.
  mutating func group(
    x: Double = 0, y: Double = 0, class name: String = "", _ content: (inout Markup) -> Void
  ) {
    let place = "translate(\(SVG.length(x)) \(SVG.length(y)))"
    element(
      "g", name.isEmpty ? ["transform": place] : ["class": name, "transform": place], content)
  }
}
