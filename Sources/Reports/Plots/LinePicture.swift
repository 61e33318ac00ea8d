/// A line plot on one screen: axes, curves, legend, marks, and the sentence.
struct LinePicture {
  private static let greatestWidth = 160

  private struct Point {
    var x: Double
    var y: Double
  }

  let typesetter: Typesetter
  let plot: LinePlot
  /// The curves' points, logarithms taken; nil is a gap.
  private let curves: [[Point?]]
  /// Whether all places on the horizontal axis are whole numbers.
  let isWhole: Bool
  let x: ClosedRange<Double>
  private let y: VerticalAxis
  /// Columns of the screen left of the vertical axis.
  let labelWidth: Int
  /// Characters of the canvas across.
  let columns: Int
  /// Characters of the canvas down.
  private var rows: Int { y.rows }

  init(_ plot: LinePlot, _ typesetter: Typesetter) {
    self.plot = plot
    self.typesetter = typesetter
    let isLogarithmic = plot.axis.scale == .logarithmic
    curves = plot.series.map { series in
      zip(series.x, series.y).map { x, y in
        guard let y, x.isFinite else { return nil }
        let height = isLogarithmic ? commonLogarithm(y) : y
        return height.isFinite ? Point(x: x, y: height) : nil
      }
    }
    // Places whose value is absent belong to the axis too.
    let places = plot.series.flatMap(\.x).filter(\.isFinite)
    isWhole = places.allSatisfy { $0 == $0.rounded() }
    x = Self.range(places) { ($0 - 0.5, $0 + 0.5) }
    let heights = Self.range(curves.joined().compactMap { $0?.y }) { value in
      let margin = value == 0 ? 1 : abs(value) / 10
      return (value - margin, value + margin)
    }
    // A screen of 24 lines keeps room for a legend, marks, and what stands below.
    let wanted = typesetter.capabilities.height.map { min(max($0, 17), 36) - 11 } ?? 13
    y = VerticalAxis(heights, rows: wanted, isLogarithmic: isLogarithmic)
    // The horizontal axis is named in the corner, where there is room for its name.
    let name = displayWidth(of: typesetter.line(plot.axis.x) + typesetter.encoded(" →"))
    let widest = max(y.labels.values.map(displayWidth(of:)).max() ?? 1, name <= 8 ? name : 0)
    labelWidth = min(widest, max(1, typesetter.width / 3))
    columns = max(1, min(typesetter.width, Self.greatestWidth) - labelWidth - 2)
  }

  /// The smallest range of all values; widened where they are all equal, 0…1 where there is none.
  private static func range(
    _ values: [Double], widened: (Double) -> (Double, Double)
  ) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if low < high { return low...high }
    let (below, above) = widened(low)
    let bound = Double.greatestFiniteMagnitude
    return below < above ? max(below, -bound)...min(above, bound) : low...high
  }

  // MARK: Places

  /// How far a value lies between the ends of a range, from 0 to 1; quarters keep great ranges
  /// finite.
  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let share =
      (value / 4 - range.lowerBound / 4) / (range.upperBound / 4 - range.lowerBound / 4)
    return share.isFinite ? min(max(share, 0), 1) : 0.5
  }

  /// The place of a value among so many, from 0.
  func place(_ value: Double, _ range: ClosedRange<Double>, of count: Int) -> Int {
    Int((Self.share(value, range) * Double(count - 1)).rounded())
  }

  // MARK: Lines

  /// The picture with its sentence.
  func lines() -> [StyledLine] {
    let caption = plot.caption ?? Captions.sentence(for: plot, typesetter)
    let sentence = typesetter.lines(typesetter.line(caption))
    guard curves.joined().contains(where: { $0 != nil }) else { return sentence }
    return head() + body() + foot() + marks() + sentence
  }

  /// What the vertical axis is, and the legend where there are several curves.
  private func head() -> [StyledLine] {
    let axis = typesetter.line(plot.axis.y)
    var line = StyledLine(axis, .dim)
    guard plot.series.count > 1 else { return axis.isEmpty ? [] : [line] }
    var lines: [StyledLine] = []
    for (number, series) in plot.series.enumerated() {
      let name = typesetter.clipped(typesetter.line(series.name), to: max(1, typesetter.width - 2))
      if line.width > 0, line.width + 4 + displayWidth(of: name) > typesetter.width {
        lines.append(line)
        line = StyledLine()
      }
      if line.width > 0 { line.append("  ") }
      line.append(letter(number), style(number))
      line.append(" " + name)
    }
    return lines + [line]
  }

  private func body() -> [StyledLine] {
    var canvas = Canvas(
      kind, columns: columns, rows: rows, mixesCurves: !typesetter.isColored)
    for (number, curve) in curves.enumerated() { draw(curve, number, on: &canvas) }
    let markers = markers(width: canvas.width)
    let marked = Set(visibleMarks.map { markColumn($0) })
    let letters = plot.series.indices.map(letter)
    let stroke = typesetter.capabilities.unicode ? "┊" : ":"
    return (0..<rows).map { row in
      let label = padded(
        typesetter.clipped(y.labels[row] ?? "", to: labelWidth), to: labelWidth, alignedRight: true)
      var line = StyledLine(
        label + " " + typesetter.encoded(y.labels[row] == nil ? "│" : "┤"), .dim)
      for column in 0..<columns {
        if let number = markers[row * columns + column] {
          line.append(letter(number), style(number))
        } else if let glyph = canvas.glyph(row: row, column: column, letters: letters) {
          line.append(glyph, style(canvas.curve(row: row, column: column) ?? 0))
        } else if marked.contains(column) {
          line.append(stroke, .dim)
        } else {
          line.append(" ")
        }
      }
      return line
    }
  }

  private func draw(_ curve: [Point?], _ number: Int, on canvas: inout Canvas) {
    var previous: (x: Int, y: Int)?
    for point in curve {
      guard let point else {
        previous = nil
        continue
      }
      let place = (
        x: place(point.x, x, of: canvas.width),
        y: y.point(of: point.y, of: canvas.height)
      )
      canvas.line(from: previous ?? place, to: place, curve: number)
      previous = place
    }
  }

  /// Letters set on the curves here and there, so that several can be told apart without colour.
  private func markers(width: Int) -> [Int: Int] {
    guard curves.count > 1, kind != .ascii else { return [:] }
    var markers: [Int: Int] = [:]
    let period = max(curves.count * 2, columns / 5)
    for (number, curve) in curves.enumerated() {
      var next = period * number / curves.count + period / (2 * curves.count)
      for case let point? in curve {
        let column = place(point.x, x, of: width) * columns / width
        guard column >= next else { continue }
        markers[y.point(of: point.y, of: rows) * columns + column] = number
        while next <= column { next += period }
      }
    }
    return markers
  }

  // MARK: Curves apart

  private var kind: TerminalCapabilities.Canvas {
    typesetter.capabilities.unicode ? typesetter.capabilities.canvas : .ascii
  }

  private func letter(_ number: Int) -> String {
    let letters =
      kind == .ascii
      ? ["*", "o", "+", "x", "#", "@", "%", "&"] : ["●", "○", "▲", "△", "■", "□", "◆", "◇"]
    return letters[number % letters.count]
  }

  private func style(_ number: Int) -> TextStyle {
    TextStyle(foreground: CurvePalette.color(number, typesetter.capabilities))
  }
}
