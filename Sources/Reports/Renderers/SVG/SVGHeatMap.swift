/// A heat map as a drawing: a rectangle a number, which says its number when a mouse rests on it.
///
/// As on a screen a stroke marks negative numbers, since hue alone must not carry a meaning.
struct SVGHeatMap {
  private static let leastCell = 4.0
  private static let greatestCell = 26.0
  private static let headHeight = 36.0

  private let map: HeatMap
  private let typesetter: Typesetter
  /// Columns of the map in one cell.
  private let binSize: Int
  private let labelWidth: Double
  private let cellWidth: Double
  private let cellHeight: Double
  private let columnCount: Int

  init(_ map: HeatMap, _ typesetter: Typesetter) {
    self.map = map
    self.typesetter = typesetter
    let labels = map.values.indices.map { SVG.width(of: map.rowLabel($0)) }
    // Maps that follow one another stand under one another, unless their labels are long.
    labelWidth = min(max(labels.max() ?? 0, SVG.width(of: map.rowAxis + " ↓"), 66), 200) + 10
    columnCount = map.values.map(\.count).max() ?? 0
    let room = SVGFigure.usualWidth - labelWidth - 10
    let most = Int(room / Self.leastCell)
    binSize = max(1, (columnCount + most - 1) / most)
    let cells = max(1, (columnCount + binSize - 1) / binSize)
    cellWidth = min(room / Double(cells), Self.greatestCell)
    let rows = map.values.count
    cellHeight = rows <= 12 ? 20 : rows <= 60 ? 12 : max(Self.leastCell, 720 / Double(rows))
  }

  /// The map with its title, its scale and the numbers at the scale's ends.
  func figure() -> SVGFigure {
    var markup = Markup()
    var y = 0.0
    if let title = map.title {
      markup.label(title, x: 0, y: 14, class: "text")
      y += 22
    }
    markup.group(y: y) { head(&$0) }
    y += Self.headHeight
    markup.group(x: labelWidth, y: y, class: "cells") { cells(&$0) }
    y += Double(map.values.count) * cellHeight + 10
    markup.group(x: labelWidth, y: y, class: "cells") { scale(&$0) }
    return SVGFigure(
      height: y + 18, title: map.title ?? map.name, sentence: sentence, markup: markup)
  }

  private var sentence: String {
    let sentence = map.caption ?? Captions.sentences(for: map, typesetter).first ?? ""
    guard binSize > 1 else { return sentence }
    return sentence + " Each place is the mean of \(binSize) columns."
  }

  /// The names of both axes, and of as many columns as there is room for.
  private func head(_ markup: inout Markup) {
    if !map.columnAxis.isEmpty { markup.label(map.columnAxis + " →", x: labelWidth, y: 12) }
    if !map.rowAxis.isEmpty {
      markup.label(map.rowAxis + " ↓", x: labelWidth - 8, y: 12, anchor: "end")
    }
    let labels = stride(from: 0, to: columnCount, by: binSize).map(map.columnLabel)
    let widest = (labels.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let step =
      [1, 2, 5, 10, 20, 50, 100, 200, 500].first { Double($0) * cellWidth >= widest } ?? 500
    for cell in stride(from: 0, to: labels.count, by: step) {
      let middle = labelWidth + (Double(cell) + 0.5) * cellWidth
      // The last label must not leave the drawing.
      let half = SVG.width(of: labels[cell]) / 2
      guard middle + half <= SVGFigure.usualWidth + 10 else { continue }
      markup.label(labels[cell], x: middle, y: 30, anchor: "middle")
    }
  }

  private func cells(_ markup: inout Markup) {
    let shading = Shading(scale: map.scale, range: map.range, capabilities: typesetter.capabilities)
    let labelled = max(1, Int((SVG.labelSize / cellHeight).rounded(.up)))
    var strokes = ""
    for (row, values) in map.values.enumerated() {
      let y = Double(row) * cellHeight
      if row.isMultiple(of: labelled) {
        let label = SVG.fitted(map.rowLabel(row), to: labelWidth - 8)
        markup.label(label, x: -8, y: y + cellHeight / 2 + 4, anchor: "end")
      }
      for (cell, value) in binned(values).enumerated() {
        let x = Double(cell) * cellWidth
        markup.rectangle(
          x: x, y: y, width: cellWidth, height: cellHeight, class: name(of: value, shading),
          tip: tip(row, cell, value))
        guard map.scale == .diverging, value < 0, cellWidth >= 6 else { continue }
        strokes +=
          "M\(SVG.length(x + cellWidth * 0.3)) \(SVG.length(y + cellHeight / 2))"
          + "h\(SVG.length(cellWidth * 0.4))"
      }
      markup.breakLine()
    }
    if !strokes.isEmpty { markup.element("path", ["class": "minus", "d": strokes]) }
  }

  private func name(of value: Float, _ shading: Shading) -> String {
    guard !value.isNaN else { return "missing" }
    let step = (shading.place(of: value) * Double(SVGStyle.steps - 1)).rounded()
    return SVGStyle.name(map.scale, step: Int(step))
  }

  private func tip(_ row: Int, _ cell: Int, _ value: Float) -> String {
    func named(_ axis: String, _ label: String) -> String {
      axis.isEmpty ? label : axis + " " + label
    }
    let first = cell * binSize
    let last = min(first + binSize, columnCount) - 1
    let column = map.columnLabel(first) + (last > first ? "–" + map.columnLabel(last) : "")
    return named(map.rowAxis, map.rowLabel(row)) + ", " + named(map.columnAxis, column) + ": "
      + typesetter.number(value)
  }

  /// The means of the columns that share a cell; NaN where one of them is, so that no fault hides.
  private func binned(_ values: [Float]) -> [Float] {
    guard binSize > 1 else { return values }
    return stride(from: 0, to: values.count, by: binSize).map { start in
      let bin = values[start..<min(start + binSize, values.count)]
      return Float(bin.reduce(0.0) { $0 + Double($1) } / Double(bin.count))
    }
  }

  /// The colours from end to end with the numbers that they stand for.
  private func scale(_ markup: inout Markup) {
    let low = typesetter.number(map.range.lowerBound)
    markup.label(low, x: 0, y: 12)
    let start = SVG.width(of: low) + 6
    for step in 0..<SVGStyle.steps {
      markup.rectangle(
        x: start + Double(step) * 5, y: 3, width: 5, height: 10,
        class: SVGStyle.name(map.scale, step: step))
    }
    let end = start + Double(SVGStyle.steps) * 5 + 6
    let middle = map.scale == .diverging ? " (0 in the middle)" : ""
    markup.label(typesetter.number(map.range.upperBound) + middle, x: end, y: 12)
  }
}
