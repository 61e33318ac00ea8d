/// A curve in a strip of a few lines, its window marked below it by a thick axis and beside it by strokes.
struct StripPicture {
  private static let leastLabelWidth = 5

  private let curve: ScreenPage.Curve
  private let typesetter: Typesetter
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  /// Columns left of the vertical axis.
  private let labelWidth: Int
  /// Characters of the canvas across.
  private let columns: Int
  /// Characters of the canvas down.
  private let rows: Int
  private let ticks: Ticks
  private let hasLegend: Bool
  private let hasDates: Bool

  /// The least number of lines that show anything.
  static let leastHeight = 4

  /// Lays out a strip.
  ///
  /// - Parameters:
  ///   - curve: What is drawn.
  ///   - height: The lines it may take, `leastHeight` or more.
  ///   - typesetter: The screen.
  init(_ curve: ScreenPage.Curve, height: Int, _ typesetter: Typesetter) {
    self.curve = curve
    self.typesetter = typesetter
    hasDates = height >= 5
    hasLegend = height >= 6
    rows = max(1, height - 1 - (hasDates ? 1 : 0) - (hasLegend ? 1 : 0))
    let places = curve.plot.series.flatMap(\.x) + curve.points.map(\.x)
    x = Self.range(places)
    y = Self.range(curve.plot.series.flatMap { $0.y.compactMap { $0 } } + curve.points.map(\.y))
    // Few lines have room for one tick, and round places may all lie outside: then finer ones.
    var ticks = Ticks(covering: y.lowerBound, y.upperBound, count: max(1, rows / 2))
    if !ticks.values.contains(where: y.contains) {
      ticks = Ticks(covering: y.lowerBound, y.upperBound, count: 4)
    }
    self.ticks = ticks
    let widest = ticks.values.map { displayWidth(of: ticks.text($0)) }.max() ?? 0
    labelWidth = min(max(widest, Self.leastLabelWidth), typesetter.width / 3)
    columns = max(1, typesetter.width - labelWidth - 2)
  }

  /// The range of all finite values; widened where they are all equal, 0…1 where there is none.
  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    let values = values.filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    let margin = max(abs(low) / 100, 0.5)
    return low < high ? low...high : low - margin...high + margin
  }

  /// The place of a value among so many, from 0; quarters keep great ranges finite.
  private func place(_ value: Double, _ range: ClosedRange<Double>, of count: Int) -> Int {
    let share = (value / 4 - range.lowerBound / 4) / (range.upperBound / 4 - range.lowerBound / 4)
    return share.isFinite ? Int((min(max(share, 0), 1) * Double(count - 1)).rounded()) : 0
  }

  // MARK: Lines

  /// All lines of the strip.
  func lines() -> [StyledLine] {
    (hasLegend ? [legend()] : []) + body() + [axis()] + (hasDates ? [dates()] : [])
  }

  private func legend() -> StyledLine {
    var line = StyledLine(typesetter.line(curve.plot.axis.y), .dim)
    line.append("  ")
    line.append(thick, style(ofCurve: 1))
    line.append(" window")
    for (number, point) in curve.points.enumerated() {
      line.append("  ")
      line.append(sign(ofPoint: number), style(ofCurve: number + 2))
      line.append(" " + typesetter.line(point.name))
    }
    return line
  }

  private func body() -> [StyledLine] {
    let canvas = drawn()
    var points: [Int: Int] = [:]
    for (number, point) in curve.points.enumerated().reversed() where point.y.isFinite {
      let row = rows - 1 - place(point.y, y, of: rows)
      points[row * columns + place(point.x, x, of: columns)] = number
    }
    var labels: [Int: String] = [:]
    for tick in ticks.values where y.contains(tick) {
      labels[rows - 1 - place(tick, y, of: rows)] = ticks.text(tick)
    }
    let strokes = Set(
      [curve.window.lowerBound, curve.window.upperBound].map { place($0, x, of: columns) })
    return (0..<rows).map { row in
      let label = padded(
        typesetter.clipped(labels[row] ?? "", to: labelWidth), to: labelWidth, alignedRight: true)
      var line = StyledLine(
        label + " " + typesetter.encoded(labels[row] == nil ? "│" : "┤"), .dim)
      for column in 0..<columns {
        if let number = points[row * columns + column] {
          line.append(sign(ofPoint: number), style(ofCurve: number + 2))
        } else if let glyph = canvas.glyph(row: row, column: column, letters: [".", "#"]) {
          line.append(glyph, style(ofCurve: canvas.curve(row: row, column: column) ?? 0))
        } else if strokes.contains(column) {
          line.append(typesetter.capabilities.unicode ? "┊" : ":", .dim)
        } else {
          line.append(" ")
        }
      }
      return line
    }
  }

  /// The curve outside the window as curve 0, what lies inside as curve 1.
  private func drawn() -> Canvas {
    let kind = typesetter.capabilities.unicode ? typesetter.capabilities.canvas : .ascii
    var canvas = Canvas(
      kind, columns: columns, rows: rows, mixesCurves: !typesetter.isColored)
    var points: [(x: Double, y: Double)] = []
    for series in curve.plot.series {
      for (x, y) in zip(series.x, series.y) {
        if let y, y.isFinite, x.isFinite { points.append((x, y)) }
      }
    }
    for isInside in [false, true] {
      var previous: (x: Int, y: Int)?
      for point in points {
        let place = (
          x: place(point.x, x, of: canvas.width),
          y: canvas.height - 1 - place(point.y, y, of: canvas.height)
        )
        if curve.window.contains(point.x) == isInside {
          canvas.line(from: previous ?? place, to: place, curve: isInside ? 1 : 0)
        }
        previous = place
      }
    }
    return canvas
  }

  /// The horizontal axis, thick below the window.
  private func axis() -> StyledLine {
    var line = StyledLine(
      String(repeating: " ", count: labelWidth + 1) + typesetter.encoded("└"), .dim)
    let first = place(curve.window.lowerBound, x, of: columns)
    let last = place(curve.window.upperBound, x, of: columns)
    let thin = typesetter.encoded("─")
    line.append(String(repeating: thin, count: first), .dim)
    line.append(String(repeating: thick, count: last - first + 1), style(ofCurve: 1))
    line.append(String(repeating: thin, count: columns - last - 1), .dim)
    return line
  }

  /// What the ends of the axis and of the window are.
  private func dates() -> StyledLine {
    let start = labelWidth + 2
    let end = start + place(curve.window.upperBound, x, of: columns)
    let arrow = typesetter.encoded("▲")
    let (first, now, last) = (name(x.lowerBound), name(curve.window.upperBound), name(x.upperBound))
    var line = padded("", to: start)
    let before = end + 1 - displayWidth(of: now) - 2
    if before > start + displayWidth(of: first) {
      line = padded(padded(line + first, to: before) + now, to: end) + arrow
    } else {
      line = padded(line, to: end) + arrow + " " + now
    }
    let rest = typesetter.width - displayWidth(of: last)
    if rest > displayWidth(of: line) + 1 { line = padded(line, to: rest) + last }
    return StyledLine(line, .dim)
  }

  private func name(_ place: Double) -> String {
    curve.plot.xLabels?[place].map(typesetter.line)
      ?? (curve.plot.xLabels == nil
        ? "\(typesetter.line(curve.plot.axis.x)) \(NumberFormat.text(place, .decimals(0)))" : "")
  }

  // MARK: Signs

  /// What the axis is made of below the window.
  private var thick: String { typesetter.capabilities.unicode ? "━" : "=" }

  private func sign(ofPoint number: Int) -> String {
    let signs = typesetter.capabilities.unicode ? ["◆", "○"] : ["x", "o"]
    return signs[number % signs.count]
  }

  private func style(ofCurve number: Int) -> TextStyle {
    TextStyle(foreground: CurvePalette.color(number, typesetter.capabilities))
  }
}
