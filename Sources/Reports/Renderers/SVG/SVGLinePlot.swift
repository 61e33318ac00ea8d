/// A line plot as a drawing: axes with round ticks, a legend, marks, and curves that differ in their
/// strokes as well as in their colours.
struct SVGLinePlot {
  private static let plotHeight = 260.0
  /// Curves of more points are thinned to the least and the most of each place across.
  private static let mostPoints = 2_000
  /// Points of a curve that say their number when a mouse rests on them.
  private static let mostTips = 200
  private static let dashes = ["", "7 4", "2 3", "9 3 2 3", "14 4", "4 2"]

  private struct Point {
    var x: Double
    var y: Double
    /// What a mouse is told there.
    var tip: String
  }

  private let plot: LinePlot
  private let typesetter: Typesetter
  private let x: ClosedRange<Double>
  private let y: ClosedRange<Double>
  private let xTicks: [(place: Double, name: String)]
  private let yTicks: [(place: Double, name: String)]
  private let left: Double

  init(_ plot: LinePlot, _ typesetter: Typesetter) {
    self.plot = plot
    self.typesetter = typesetter
    let places = plot.series.flatMap(\.x).filter(\.isFinite)
    let isLogarithmic = plot.axis.scale == .logarithmic
    let heights = plot.series.flatMap(\.y).compactMap { Self.height($0, plot.axis.scale) }
    let xRange = Self.range(places, margin: 0.5)
    let yRange = Self.range(heights, margin: max(abs(heights.first ?? 0) / 10, 1e-3))
    let ticks =
      isLogarithmic
      ? Ticks(decadesCovering: yRange.lowerBound, yRange.upperBound, count: 6)
      : Ticks(covering: yRange.lowerBound, yRange.upperBound, count: 6)
    x = xRange
    y =
      min(
        ticks.values.first ?? 0, yRange.lowerBound)...max(ticks.values.last ?? 1, yRange.upperBound)
    yTicks = ticks.values.map { tick in
      let name =
        isLogarithmic
        ? NumberFormat.text(Double("1e\(Int(tick))") ?? 0, .significant(1)) : ticks.text(tick)
      return (tick, name)
    }
    left = min(max(yTicks.map { SVG.width(of: $0.name) }.max() ?? 0, 24), 140) + 12
    xTicks = Self.ticks(of: plot, over: xRange, isWhole: places.allSatisfy { $0 == $0.rounded() })
  }

  /// Beginnings of years or months on a dated axis, else round numbers, or the labels of such rows.
  private static func ticks(
    of plot: LinePlot, over range: ClosedRange<Double>, isWhole: Bool
  ) -> [(place: Double, name: String)] {
    let columns = Int(SVGFigure.usualWidth / SVG.width(of: "0")) - 20
    if let labels = plot.xLabels,
      let calendar = CalendarTicks(labels, over: range, columns: columns)
    {
      return calendar.ticks.map { ($0.tick, $0.name) }
    }
    let ticks = Ticks(
      covering: range.lowerBound, range.upperBound, count: plot.xLabels == nil ? 9 : 6,
      isWhole: isWhole)
    return ticks.values.filter(range.contains).map { ($0, plot.xLabels?[$0] ?? ticks.text($0)) }
  }

  private var width: Double { SVGFigure.usualWidth - left - 24 }

  // MARK: Places

  /// The height of a value on its axis, before it is brought to pixels; nil for a gap.
  private static func height(_ value: Double?, _ scale: LinePlot.Axis.Scale) -> Double? {
    guard let value else { return nil }
    let height = scale == .logarithmic ? commonLogarithm(value) : value
    return height.isFinite ? height : nil
  }

  /// The smallest range of all values, widened where they are all equal.
  private static func range(_ values: [Double], margin: Double) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    let bound = Double.greatestFiniteMagnitude
    return low < high ? low...high : max(low - margin, -bound)...min(high + margin, bound)
  }

  /// How far a value lies between the ends of a range; quarters keep great ranges finite.
  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let share =
      (value / 4 - range.lowerBound / 4) / (range.upperBound / 4 - range.lowerBound / 4)
    return share.isFinite ? min(max(share, 0), 1) : 0.5
  }

  private func across(_ value: Double) -> Double { left + Self.share(value, x) * width }

  private func down(_ height: Double) -> Double { (1 - Self.share(height, y)) * Self.plotHeight }

  // MARK: The drawing

  /// The plot with its legend above and its marks below.
  func figure() -> SVGFigure {
    var markup = Markup()
    var top = 0.0
    markup.label(plot.axis.y, x: 0, y: 12)
    top += 20
    if plot.series.count > 1 { top += legend(&markup, y: top) }
    top += 8
    markup.group(y: top) { area(&$0) }
    top += Self.plotHeight + 40
    top += marks(&markup, y: top)
    return SVGFigure(
      height: top, title: plot.name,
      sentence: plot.caption ?? Captions.sentence(for: plot, typesetter), markup: markup)
  }

  /// A stroke and a name a curve, in as few lines as there is room.
  private func legend(_ markup: inout Markup, y: Double) -> Double {
    var place = (x: 0.0, y: y)
    for (number, series) in plot.series.enumerated() {
      let name = SVG.fitted(series.name, to: SVGFigure.usualWidth - 50)
      let needed = 34 + SVG.width(of: name) + 18
      if place.x > 0, place.x + needed > SVGFigure.usualWidth {
        place = (0, place.y + 18)
      }
      stroke("M\(SVG.length(place.x)) \(SVG.length(place.y + 8))h28", number, &markup)
      markup.label(name, x: place.x + 34, y: place.y + 12)
      place.x += needed
    }
    return place.y + 20 - y
  }

  private func stroke(_ path: String, _ number: Int, _ markup: inout Markup) {
    markup.element(
      "path",
      [
        "class": "curve " + SVGStyle.curve(number),
        "stroke-dasharray": Self.dashes[number % Self.dashes.count].isEmpty
          ? "none" : Self.dashes[number % Self.dashes.count], "d": path,
      ])
  }

  private func area(_ markup: inout Markup) {
    let bottom = Self.plotHeight
    for tick in yTicks {
      let y = down(tick.place)
      markup.line(from: (left, y), to: (left + width, y), class: "grid")
      markup.label(tick.name, x: left - 6, y: y + 4, anchor: "end", class: "label number")
    }
    markup.line(from: (left, 0), to: (left, bottom), class: "axis")
    markup.line(from: (left, bottom), to: (left + width, bottom), class: "axis")
    for tick in xTicks {
      let x = across(tick.place)
      markup.line(from: (x, bottom), to: (x, bottom + 4), class: "axis")
      let half = SVG.width(of: tick.name) / 2
      let middle = min(x, SVGFigure.usualWidth + 8 - half)
      markup.label(tick.name, x: middle, y: bottom + 18, anchor: "middle", class: "label number")
    }
    markup.label(plot.axis.x, x: left + width, y: bottom + 34, anchor: "end")
    for mark in visibleMarks {
      markup.line(from: (across(mark.x), 0), to: (across(mark.x), bottom), class: "mark")
    }
    markup.breakLine()
    let curves = plot.series.map(points)
    for (number, curve) in curves.enumerated() {
      stroke(path(curve), number, &markup)
      markup.breakLine()
    }
    for curve in curves { tips(curve, &markup) }
  }

  private func points(_ series: LinePlot.Series) -> [Point?] {
    let name = series.name.isEmpty ? "" : series.name + ", "
    let points = zip(series.x, series.y).map { x, y -> Point? in
      guard let y, let height = Self.height(y, plot.axis.scale), x.isFinite else { return nil }
      let place = plot.xLabels?[x] ?? "\(plot.axis.x) \(typesetter.number(x))"
      return Point(
        x: across(x), y: down(height), tip: "\(name)\(place): \(typesetter.number(y))")
    }
    return points.count > Self.mostPoints ? thinned(points) : points
  }

  /// Of the points at one place across, the first, the lowest, the highest and the last.
  private func thinned(_ points: [Point?]) -> [Point?] {
    var thinned: [Point?] = []
    var rest = points[...]
    while let first = rest.first {
      guard let first else {
        thinned.append(nil)
        rest = rest.drop { $0 == nil }
        continue
      }
      let column = rest.prefix { point in point.map { abs($0.x - first.x) < 0.75 } ?? false }
      rest = rest.dropFirst(column.count)
      let ends = column.indices.sorted { (column[$0]?.y ?? 0) < (column[$1]?.y ?? 0) }
      let kept = Set(
        [column.startIndex, ends.first, ends.last, column.indices.last].compactMap(\.self))
      thinned += kept.sorted().map { column[$0] }
    }
    return thinned
  }

  private func path(_ curve: [Point?]) -> String {
    var path = ""
    var isDrawing = false
    for (index, point) in curve.enumerated() {
      guard let point else {
        isDrawing = false
        continue
      }
      path += (isDrawing ? "L" : "M") + "\(SVG.length(point.x)) \(SVG.length(point.y))"
      // A point between two gaps would leave no trace.
      let isAlone = !isDrawing && (index + 1 >= curve.count || curve[index + 1] == nil)
      if isAlone { path += "h0.1" }
      isDrawing = true
    }
    return path
  }

  private func tips(_ curve: [Point?], _ markup: inout Markup) {
    let points = curve.compactMap(\.self)
    let step = max(1, (points.count + Self.mostTips - 1) / Self.mostTips)
    for index in stride(from: 0, to: points.count, by: step) {
      markup.element(
        "circle",
        [
          "class": "catch", "cx": SVG.length(points[index].x), "cy": SVG.length(points[index].y),
          "r": "6",
        ]
      ) { $0.element("title", text: points[index].tip) }
    }
    markup.breakLine()
  }

  // MARK: Marks

  private var visibleMarks: [LinePlot.Mark] {
    plot.marks.filter { x.contains($0.x) }.sorted { $0.x < $1.x }
  }

  /// What the marks say, each under its stroke, in as few lines as there is room.
  private func marks(_ markup: inout Markup, y: Double) -> Double {
    var ends: [Double] = []
    for mark in visibleMarks {
      let text = SVG.fitted("▲ " + mark.text, to: SVGFigure.usualWidth)
      let needed = SVG.width(of: text)
      let start = max(0, min(across(mark.x) - 5, SVGFigure.usualWidth - needed))
      let line = ends.firstIndex { $0 + 10 <= start } ?? ends.count
      if line == ends.count { ends.append(0) }
      ends[line] = start + needed
      markup.label(text, x: start, y: y + Double(line) * 18 + 12)
    }
    return Double(ends.count) * 18
  }
}
