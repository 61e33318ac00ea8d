/// Draws a report as one picture (SVG 2): title, then every block from top to bottom.
///
/// It holds no script and loads nothing. Its colours follow the reader's light or dark ground; a screen
/// reader gets the title, and the sentences of the pictures and the text as its description.
public struct SVGRenderer: ReportRenderer {
  private static let margin = 20.0
  private static let gap = 16.0

  private let typesetter: Typesetter

  /// Makes the renderer.
  ///
  /// - Parameter digits: Significant digits of numbers whose column or bars do not say.
  public init(digits: Int = 4) {
    typesetter = Typesetter(capabilities: TerminalCapabilities(color: .trueColor, digits: digits))
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed, the title where the report has none.
  /// - Returns: One `svg` element.
  public func render(_ report: Report, command: String) -> String {
    let title = report.title.isEmpty ? command : report.title
    let blocks = report.shownBlocks ?? report.blocks
    var figures = [SVGText(title: title).figure()]
    for block in blocks {
      guard let figure = figure(of: block) else { continue }
      figures.append(figure)
      if !figure.sentence.isEmpty { figures.append(SVGText(caption: figure.sentence).figure()) }
    }
    if blocks.isEmpty {
      let lines = report.values.map { "\($0.name) = \(NumberFormat.text($0.value, .shortest))" }
      figures.append(SVGText(Equation(lines.joined(separator: "\n"))).figure())
    }
    var body = Markup()
    var y = Self.margin
    for (number, figure) in figures.enumerated() {
      body.group(x: Self.margin, y: y) { $0.append(figure.markup) }
      body.breakLine()
      // A sentence belongs to the picture above it.
      let isFollowed = number + 1 < figures.count && !figure.sentence.isEmpty
      y += figure.height + (isFollowed ? 4 : Self.gap)
    }
    let width = (figures.map(\.width).max() ?? 0) + 2 * Self.margin
    return picture(
      title: title, description: description(blocks, figures), width: width,
      height: y - Self.gap + Self.margin, scales: Self.scales(blocks), body)
  }

  /// The drawing of a block; nil for what leaves no trace on a screen.
  func figure(of block: Block) -> SVGFigure? {
    switch block {
    case .paragraph(let paragraph): SVGText(paragraph).figure()
    case .equation(let equation): SVGText(equation).figure()
    case .table(let table): table.isShown ? SVGTable(table, typesetter).figure() : nil
    case .line(let plot): SVGLinePlot(plot, typesetter).figure()
    case .heatmap(let map): SVGHeatMap(map, typesetter).figure()
    case .bars(let bars): SVGBars(bars, typesetter).figure()
    case .cell(let cell): SVGCell(cell, typesetter).figure()
    case .pause: nil
    }
  }

  /// The colour scales that blocks use.
  static func scales(_ blocks: [Block]) -> [HeatMap.Scale] {
    let used = blocks.compactMap { if case .heatmap(let map) = $0 { map.scale } else { nil } }
    return [.sequential, .diverging].filter(used.contains)
  }

  private func description(_ blocks: [Block], _ figures: [SVGFigure]) -> String {
    let texts = blocks.compactMap { block -> String? in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .equation(let equation): equation.text
      default: nil
      }
    }
    return (figures.map(\.sentence) + texts).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func picture(
    title: String, description: String, width: Double, height: Double, scales: [HeatMap.Scale],
    _ body: Markup
  ) -> String {
    var markup = Markup()
    markup.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": SVG.length(width),
        "height": SVG.length(height), "viewBox": "0 0 \(SVG.length(width)) \(SVG.length(height))",
        "role": "img", "aria-labelledby": "title description", "lang": "en",
      ]
    ) { svg in
      svg.element("title", ["id": "title"], text: title)
      svg.element("desc", ["id": "description"], text: description)
      svg.breakLine()
      svg.element("style", text: SVGStyle.rules(scales))
      svg.element("rect", ["class": "paper", "width": "100%", "height": "100%"])
      svg.breakLine()
      svg.append(body)
    }
    return markup.text + "\n"
  }
}
