/// One part of a report.
public enum Block: Sendable, Equatable {
  /// Running text.
  case paragraph(Paragraph)
  /// An equation.
  case equation(Equation)
  /// Rows and columns.
  case table(Table)
  /// Curves over one axis.
  case line(LinePlot)
  /// A matrix of numbers as shades.
  case heatmap(HeatMap)
  /// One bar a label.
  case bars(Bars)
  /// The state of one unit of a gated cell over one step.
  case cell(CellPicture)
  /// A place where a terminal waits for Enter.
  case pause(Pause)

  /// The name by which a check or a script finds the block; nil for text and pauses.
  public var name: String? {
    switch self {
    case .table(let table): table.name
    case .line(let plot): plot.name
    case .heatmap(let map): map.name
    case .bars(let bars): bars.name
    case .cell(let cell): cell.name
    case .paragraph, .equation, .pause: nil
    }
  }
}
