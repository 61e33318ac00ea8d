/// What a command answers: a title, named values and blocks, without any form.
///
/// Renderers turn one report into terminal text, JSON and whatever else; so what a lesson checks,
/// what a script reads and what a student sees is one thing.
public struct Report: Sendable, Equatable {
  /// One line that says what is shown; empty for none.
  public var title: String
  /// The numbers that scripts pick and lessons ask for.
  public var values: NamedValues
  /// What is shown, from top to bottom.
  public var blocks: [Block]
  /// What a reader sees in the place of `blocks`; `nil` shows `blocks`.
  ///
  /// Letters and order may follow another convention than the data's; JSON has `blocks` always.
  public var shownBlocks: [Block]?

  /// Makes a report.
  public init(title: String = "", values: NamedValues = NamedValues(), blocks: [Block] = []) {
    self.title = title
    self.values = values
    self.blocks = blocks
  }

  /// The first block of that name.
  public func block(named name: String) -> Block? {
    blocks.first { $0.name == name }
  }
}

extension Report {
  /// Appends a table.
  public mutating func add(_ table: Table) {
    blocks.append(.table(table))
  }

  /// Appends a heat map.
  public mutating func add(_ heatMap: HeatMap) {
    blocks.append(.heatmap(heatMap))
  }

  /// Appends a line plot.
  public mutating func add(_ plot: LinePlot) {
    blocks.append(.line(plot))
  }

  /// Appends bars.
  public mutating func add(_ bars: Bars) {
    blocks.append(.bars(bars))
  }

  /// Appends the picture of a cell.
  public mutating func add(_ cell: CellPicture) {
    blocks.append(.cell(cell))
  }

  /// Appends a paragraph of running text.
  public mutating func add(paragraph text: String) {
    blocks.append(.paragraph(Paragraph(text)))
  }

  /// Appends running text in which `**strong**` words and `` `code` `` are marked.
  public mutating func add(marked text: String) {
    blocks.append(.paragraph(Paragraph(text, isMarked: true)))
  }

  /// Appends an equation, of one line or several.
  public mutating func add(equation text: String) {
    blocks.append(.equation(Equation(text)))
  }

  /// Appends a place where a terminal waits for Enter.
  public mutating func addPause() {
    blocks.append(.pause(Pause()))
  }

  /// Appends the blocks of another report and sets its values here; its title is not taken.
  public mutating func add(contentsOf other: Report) {
    blocks += other.blocks
    values.merge(other.values)
  }
}
