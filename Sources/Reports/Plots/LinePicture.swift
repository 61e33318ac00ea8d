/// A line plot on one screen: axes, curves, legend, marks, and the sentence.
struct LinePicture {
  private static let greatestWidth = 120

  private struct Point {
    var x: Double
    var y: Double
  }

  private let typesetter: Typesetter
  private let plot: LinePlot
  /// The curves' points, logarithms taken; nil is a gap.
  private let curves: [[Point?]]
  private let isWhole: Bool
  private let x: ClosedRange<Double>
  private let yTicks: Ticks
  private let y: ClosedRange<Double>
  private let labelWidth: Int
  private let columns: Int
  private let rows: Int

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
    let ticks =
      isLogarithmic
      ? Ticks(decadesCovering: heights.lowerBound, heights.upperBound, count: 5)
      : Ticks(covering: heights.lowerBound, heights.upperBound, count: 5)
    let low = min(ticks.values.first ?? 0, heights.lowerBound)
    y = low...max(ticks.values.last ?? 1, heights.upperBound)
    let labels = ticks.values.map { Self.label($0, ticks, isLogarithmic: isLogarithmic) }
    // The horizontal axis is named in the corner, where there is room for its name.
    let name = displayWidth(of: typesetter.line(plot.axis.x) + typesetter.encoded(" →"))
    let widest = max(labels.map(displayWidth(of:)).max() ?? 1, name <= 8 ? name : 0)
    labelWidth = min(widest, max(1, typesetter.width / 3))
    yTicks = ticks
    columns = max(1, min(typesetter.width, Self.greatestWidth) - labelWidth - 2)
    let wanted = typesetter.capabilities.height.map { min(max($0, 17), 26) - 11 } ?? 13
    // The same number of lines from tick to tick, so that equal steps look equal.
    let steps = max(1, ticks.values.count - 1)
    rows = max(1, (wanted - 1 + steps / 2) / steps) * steps + 1
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

  private static func label(_ tick: Double, _ ticks: Ticks, isLogarithmic: Bool) -> String {
    guard isLogarithmic else { return ticks.text(tick) }
    return NumberFormat.text(Double("1e\(Int(tick))") ?? 0, .significant(1))
  }

  // MARK: Places

  /// How far a value lies between the ends of a range, from 0 to 1; quarters keep great ranges finite.
  private static func share(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    let share =
      (value / 4 - range.lowerBound / 4) / (range.upperBound / 4 - range.lowerBound / 4)
    return share.isFinite ? min(max(share, 0), 1) : 0.5
  }

  private func place(_ value: Double, _ range: ClosedRange<Double>, of count: Int) -> Int {
    Int((Self.share(value, range) * Double(count - 1)).rounded())
  }

  private func tickRow(_ tick: Double) -> Int {
    rows - 1 - place(tick, y, of: rows)
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
    var canvas = Canvas(kind, columns: columns, rows: rows)
    for (number, curve) in curves.enumerated() { draw(curve, number, on: &canvas) }
    let markers = markers(width: canvas.width)
    let marked = Set(visibleMarks.map { markColumn($0) })
    var ticks: [Int: String] = [:]
    for tick in yTicks.values {
      let isLogarithmic = plot.axis.scale == .logarithmic
      ticks[tickRow(tick)] = Self.label(tick, yTicks, isLogarithmic: isLogarithmic)
    }
    let letters = plot.series.indices.map(letter)
    let stroke = typesetter.capabilities.unicode ? "┊" : ":"
    return (0..<rows).map { row in
      let label = padded(
        typesetter.clipped(ticks[row] ?? "", to: labelWidth), to: labelWidth, alignedRight: true)
      var line = StyledLine(label + " " + typesetter.encoded(ticks[row] == nil ? "│" : "┤"), .dim)
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
        y: canvas.height - 1 - place(point.y, y, of: canvas.height)
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
        let row = (rows * pointsDown - 1 - place(point.y, y, of: rows * pointsDown)) / pointsDown
        markers[row * columns + column] = number
        while next <= column { next += period }
      }
    }
    return markers
  }

  private var pointsDown: Int { kind == .braille ? 4 : 2 }

  /// The horizontal axis: its line, and what its ticks say.
  private func foot() -> [StyledLine] {
    let start = labelWidth + 2
    let width = start + columns
    let axis = typesetter.line(plot.axis.x)
    let corner = axis.isEmpty ? "" : axis + typesetter.encoded(" →")
    let fitsCorner = displayWidth(of: corner) <= labelWidth
    var strokes = Array(repeating: typesetter.encoded("─"), count: columns)
    var names = fitsCorner ? padded(corner, to: labelWidth, alignedRight: true) : ""
    for (tick, name) in xTicks() {
      let column = place(tick, x, of: columns)
      // Under its tick if possible in the middle, else shifted, but never beside it.
      let wanted = start + column - displayWidth(of: name) / 2
      let free = names.isEmpty ? 0 : displayWidth(of: names) + 1
      let place = min(max(wanted, free), typesetter.width - displayWidth(of: name))
      guard place >= free, place <= start + column else { continue }
      names = padded(names, to: place) + name
      strokes[column] = typesetter.encoded("┬")
    }
    var lines = [
      StyledLine(
        String(repeating: " ", count: labelWidth + 1) + typesetter.encoded("└") + strokes.joined(),
        .dim), StyledLine(names, .dim),
    ]
    if !fitsCorner {
      let axis = typesetter.clipped(corner, to: typesetter.width)
      lines.append(
        StyledLine(padded(axis, to: min(width, typesetter.width), alignedRight: true), .dim))
    }
    return lines
  }

  private func xTicks() -> [(tick: Double, name: String)] {
    let widest =
      plot.xLabels.map { labels in
        [x.lowerBound, x.upperBound].compactMap { labels[$0.rounded()] }.map(displayWidth(of:))
          .max() ?? 6
      } ?? 6
    let count = min(max(columns / (widest + 6), 1), 8)
    let ticks = Ticks(covering: x.lowerBound, x.upperBound, count: count, isWhole: isWhole)
    return ticks.values.filter(x.contains).map { tick in
      (tick, plot.xLabels?[tick].map(typesetter.line) ?? ticks.text(tick))
    }
  }

  // MARK: Marks

  private var visibleMarks: [LinePlot.Mark] {
    plot.marks.filter { x.contains($0.x) }
  }

  private func markColumn(_ mark: LinePlot.Mark) -> Int {
    place(mark.x, x, of: columns)
  }

  /// What the marks say, each under its stroke, in as few lines as there is room.
  private func marks() -> [StyledLine] {
    var lines: [String] = []
    for mark in visibleMarks.sorted(by: { $0.x < $1.x }) {
      let text = typesetter.encoded("▲ ") + typesetter.line(mark.text)
      let name = typesetter.clipped(text, to: typesetter.width)
      let wanted = labelWidth + 2 + markColumn(mark)
      let place = max(0, min(wanted, typesetter.width - displayWidth(of: name)))
      if let line = lines.firstIndex(where: { displayWidth(of: $0) + 2 <= place || $0.isEmpty }) {
        lines[line] = padded(lines[line], to: place) + name
      } else {
        lines.append(padded("", to: place) + name)
      }
    }
    return lines.map { StyledLine($0) }
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

  /// Colours that the common kinds of colour blindness keep apart (Okabe & Ito 2008), or those of the theme.
  private func style(_ number: Int) -> TextStyle {
    switch typesetter.capabilities.color {
    case .none: return .plain
    case .sixteen:
      let colors: [UInt8] = [6, 3, 5, 2, 4, 1]
      return TextStyle(foreground: .basic(colors[number % colors.count]))
    case .twoFiftySix:
      let colors: [UInt8] = isOnDark ? [74, 214, 35, 175, 227, 166] : [25, 166, 29, 133, 94, 160]
      return TextStyle(foreground: .indexed(colors[number % colors.count]))
    case .trueColor:
      let colors: [UInt32] =
        isOnDark
        ? [0x56b4e9, 0xe69f00, 0x009e73, 0xcc79a7, 0xf0e442, 0xd55e00]
        : [0x0072b2, 0xd55e00, 0x00805d, 0xa8457c, 0x7a6a00, 0x9c3a00]
      return TextStyle(foreground: .rgb(RGB(colors[number % colors.count])))
    }
  }

  private var isOnDark: Bool { typesetter.capabilities.darkBackground }
}
