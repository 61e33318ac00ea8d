/// Writes a report as the text that a terminal shows.
///
/// The title comes first, then the blocks from top to bottom; a report without blocks shows its
/// named values instead. No line is wider than the screen, no escape byte comes out without colour,
/// no byte above 0x7f without Unicode.
public struct TextRenderer: ReportRenderer {
  /// What the screen can show.
  public let capabilities: TerminalCapabilities

  /// Makes the renderer for a screen.
  public init(_ capabilities: TerminalCapabilities) {
    self.capabilities = capabilities
  }

  /// The report as lines with a newline after each; pauses leave no trace.
  public func render(_ report: Report) -> String {
    pages(of: report).joined()
  }

  /// The same as `render(_:)`: a screen does not repeat the command.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed.
  /// - Returns: The text.
  public func render(_ report: Report, command: String) -> String {
    render(report)
  }

  /// The text from pause to pause; joined it is what `render(_:)` gives.
  public func pages(of report: Report) -> [String] {
    styledPages(of: report).map(text)
  }

  /// The lines from pause to pause.
  func styledPages(of report: Report) -> [[StyledLine]] {
    var pages: [[StyledLine]] = [title(report)]
    if (report.shownBlocks ?? report.blocks).isEmpty { pages[0] = values(report) }
    var previous: Section?
    for section in sections((report.shownBlocks ?? report.blocks)) {
      if case .pause = section {
        pages.append([])
        continue
      }
      if let previous, needsGap(previous, section) { pages[pages.count - 1].append(StyledLine()) }
      pages[pages.count - 1] += lines(section)
      previous = section
    }
    return pages
  }

  // MARK: Sections

  /// One block, or several that are laid out together.
  private enum Section {
    case text([StyledLine])
    case equation([StyledLine])
    case picture([StyledLine])
    case pause
  }

  private func sections(_ blocks: [Block]) -> [Section] {
    var rest = blocks.filter(isShown)[...]
    var sections: [Section] = []
    while let block = rest.popFirst() {
      switch block {
      case .paragraph(let paragraph):
        sections.append(.text(lines(paragraph)))
      case .equation(let equation):
        sections.append(.equation(lines(equation)))
      case .table(let table):
        sections.append(.picture(TableLayout(table, typesetter).lines()))
      case .line(let plot):
        sections.append(.picture(LinePicture(plot, typesetter).lines()))
      case .bars(let bars):
        sections.append(.picture(BarsPicture(bars, typesetter).lines()))
      case .cell(let cell):
        sections.append(.picture(CellDrawing(cell, typesetter).lines()))
      case .heatmap(let map):
        var maps = [map]
        while case .heatmap(let next)? = rest.first, HeatMapPicture.share(map, next) {
          maps.append(next)
          rest.removeFirst()
        }
        sections.append(.picture(HeatMapPicture(maps, typesetter).lines()))
      case .pause:
        sections.append(.pause)
      }
    }
    return sections
  }

  private func isShown(_ block: Block) -> Bool {
    if case .table(let table) = block { table.isShown } else { true }
  }

  private func lines(_ section: Section) -> [StyledLine] {
    switch section {
    case .text(let lines), .equation(let lines), .picture(let lines): lines
    case .pause: []
    }
  }

  /// A blank line parts what is of different kinds, and longer texts; sentences of one line stand
  /// together, as equations do.
  private func needsGap(_ first: Section, _ second: Section) -> Bool {
    switch (first, second) {
    case (.text(let above), .text(let below)): above.count > 1 || below.count > 1
    case (.equation, .equation): false
    default: true
    }
  }

  // MARK: Lines

  private func title(_ report: Report) -> [StyledLine] {
    report.title.isEmpty ? [] : typesetter.lines(typesetter.line(report.title), .bold)
  }

  private func lines(_ paragraph: Paragraph) -> [StyledLine] {
    paragraph.isMarked
      ? MarkedText(parsing: paragraph.text).lines(typesetter)
      : typesetter.lines(typesetter.text(paragraph.text))
  }

  private func lines(_ equation: Equation) -> [StyledLine] {
    let indent = capabilities.width > 20 ? "  " : ""
    return wrapped(
      typesetter.text(equation.text), to: max(1, capabilities.width - indent.count), extraIndent: 4
    ).map { StyledLine(indent + $0) }
  }

  /// A single value alone, as `pick=` asks for it; several as `name = value`.
  private func values(_ report: Report) -> [StyledLine] {
    // Scripts get every digit, people as many as they have asked for.
    let style = capabilities.isTerminal ? DigitStyle.significant(capabilities.digits) : .shortest
    let texts = report.values.map { (name: $0.name, text: NumberFormat.text($0.value, style)) }
    if texts.count == 1 { return typesetter.lines(typesetter.line(texts[0].text)) }
    return title(report)
      + texts.flatMap { typesetter.lines(typesetter.line("\($0.name) = \($0.text)")) }
  }

  // MARK: The screen

  var typesetter: Typesetter { Typesetter(capabilities: capabilities) }

  /// The lines as they are written; none is wider than the screen.
  func text(_ lines: [StyledLine]) -> String {
    lines.map { $0.clipped(to: capabilities.width).text(capabilities.color) + "\n" }.joined()
  }
}
