/// A table as a drawing: numbers stand right, texts left and broken where they are long.
struct SVGTable {
  private static let rowHeight = 20.0
  private static let gap = 20.0
  /// Columns of letters after which a text goes on in the next line.
  private static let widestText = 60
  /// More rows than a picture can show are left to the other forms.
  private static let mostRows = 100

  private struct Column {
    var title: String
    /// The lines of each cell.
    var cells: [[String]]
    var isNumeric: Bool
    var width: Double
  }

  private let table: Table
  private let columns: [Column]

  init(_ table: Table, _ typesetter: Typesetter) {
    self.table = table
    let rows = table.rows.indices.prefix(Self.mostRows)
    columns = table.columns.indices.map { place in
      let values = rows.map { table.cell(row: $0, column: place) }
      let texts = columnTexts(
        values, style: table.columns[place].digits, digits: typesetter.capabilities.digits)
      let isNumeric = Table.isNumeric(values)
      let cells = texts.map { text in
        isNumeric ? [text] : wrapped(printableLine(text), to: Self.widestText)
      }
      let title = printableLine(table.columns[place].name)
      let widths = cells.joined().map { SVG.width(of: $0, size: SVG.textSize) }
      // Bold letters are wider.
      let titleWidth = SVG.width(of: title, size: SVG.textSize) * 1.08
      return Column(
        title: title, cells: cells, isNumeric: isNumeric,
        width: max(widths.max() ?? 0, titleWidth))
    }
  }

  /// The rows under their heads.
  func figure() -> SVGFigure {
    var markup = Markup()
    let width = columns.reduce(-Self.gap) { $0 + $1.width + Self.gap }
    line(columns.map { [$0.title] }, y: 0, class: "text strong", &markup)
    markup.line(from: (0, Self.rowHeight + 2), to: (width, Self.rowHeight + 2), class: "axis")
    var y = Self.rowHeight + 4
    let shown = min(table.rows.count, Self.mostRows)
    for row in 0..<shown {
      let cells = columns.map { $0.cells[row] }
      line(cells, y: y, class: "text number", &markup)
      y += Double(cells.map(\.count).max() ?? 1) * Self.rowHeight
      markup.line(from: (0, y + 1), to: (width, y + 1), class: "rule")
      markup.breakLine()
    }
    if let note { markup.label(note, x: 0, y: y + 16) }
    return SVGFigure(
      width: width, height: y + (note == nil ? 4 : 24), title: table.name, sentence: "",
      markup: markup)
  }

  private var note: String? {
    if table.rows.isEmpty { return "(no rows)" }
    let rest = table.rows.count - Self.mostRows
    return rest > 0 ? "\(rest) more rows" : nil
  }

  private func line(
    _ cells: [[String]], y: Double, class name: String, _ markup: inout Markup
  ) {
    var x = 0.0
    for (column, lines) in zip(columns, cells) {
      for (number, text) in lines.enumerated() {
        markup.label(
          text.withoutEndingBlanks, x: column.isNumeric ? x + column.width : x,
          y: y + 15 + Double(number) * Self.rowHeight, anchor: column.isNumeric ? "end" : "start",
          class: name)
      }
      x += column.width + Self.gap
    }
  }
}
