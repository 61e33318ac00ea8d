/// Writes a report as one JSON object (RFC 8259) on one line, for scripts.
///
/// Keys stand in a fixed order: `command`, `title`, `values`, `blocks`, and in a block `kind`,
/// `name` and the rest. Numbers have the fewest digits that read back as the same `Float` or
/// `Double`; NaN and the infinities are the strings `"nan"`, `"inf"`, `"-inf"`; what is absent is
/// null. Tables that no screen shows are there; captions, titles of pictures and pauses, which are
/// for people, are not.
public struct JSONRenderer: ReportRenderer {
  /// Makes the renderer.
  public init() {}

  /// The report as one object and a newline.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed.
  /// - Returns: `{"command":…,"title":…,"values":{…},"blocks":[…]}`.
  public func render(_ report: Report, command: String) -> String {
    var json = JSONWriter()
    json.object {
      $0.field("command", .text(command))
      $0.field("title", .text(report.title))
      $0.key("values")
      $0.object { for (name, value) in report.values { $0.field(name, value) } }
      $0.key("blocks")
      $0.array(report.blocks) { $0.block($1) }
    }
    return json.text + "\n"
  }

  /// The mistake as one object and a newline: `{"command":…,"error":{…}}`.
  public func render(_ error: ReportError) -> String {
    var json = JSONWriter()
    json.object {
      $0.field("command", .text(error.command))
      $0.key("error")
      $0.object {
        $0.field("message", .text(error.message))
        $0.field("column", Value(error.column))
        $0.field("hint", Value(error.hint))
        $0.field("file", Value(error.file))
        $0.field("line", Value(error.line))
      }
    }
    return json.text + "\n"
  }
}

extension JSONWriter {
  fileprivate mutating func block(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      object(kind: "paragraph") { $0.field("text", .text(paragraph.text)) }
    case .equation(let equation):
      object(kind: "equation") { $0.field("text", .text(equation.text)) }
    case .table(let table):
      object(kind: "table") { $0.fields(of: table) }
    case .line(let plot):
      object(kind: "line") { $0.fields(of: plot) }
    case .heatmap(let map):
      object(kind: "heatmap") { $0.fields(of: map) }
    case .bars(let bars):
      object(kind: "bars") {
        $0.field("name", .text(bars.name))
        $0.field("labels", bars.labels)
        $0.key("values")
        $0.array(bars.values) { $0.value(.double($1)) }
      }
    case .cell(let cell):
      object(kind: "cell") { $0.fields(of: cell) }
    case .pause:
      break
    }
  }

  private mutating func object(kind: String, _ fields: (inout JSONWriter) -> Void) {
    object {
      $0.field("kind", .text(kind))
      fields(&$0)
    }
  }

  private mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.value(.text($1)) }
  }

  private mutating func fields(of table: Table) {
    field("name", .text(table.name))
    field("columns", table.columns.map(\.name))
    key("rows")
    array(table.rows.indices) { json, row in
      json.array(table.columns.indices) { $0.value(table.cell(row: row, column: $1)) }
    }
  }

  private mutating func fields(of map: HeatMap) {
    field("name", .text(map.name))
    key("range")
    array([map.range.lowerBound, map.range.upperBound]) { $0.value(.float($1)) }
    field("rows", map.rowLabels)
    field("columns", map.columnLabels)
    key("values")
    array(map.values) { $0.array($1) { $0.value(.float($1)) } }
  }

  private mutating func fields(of cell: CellPicture) {
    field("name", .text(cell.name))
    field("labels", cell.strips.map(\.label))
    key("values")
    array(cell.strips) { $0.value(.float($1.value)) }
    field("kept", cell.kept)
    field("added", cell.added)
    field("mix", .boolean(cell.isMix))
    key("now")
    quantity(cell.now)
    field("shutter", cell.shutter)
  }

  private mutating func field(_ name: String, _ passage: CellPicture.Passage?) {
    key(name)
    guard let passage else { return value(.null) }
    object {
      $0.key("gate")
      $0.quantity(passage.gate)
      $0.key("source")
      $0.quantity(passage.source)
      $0.key("passed")
      $0.quantity(passage.passed)
    }
  }

  private mutating func quantity(_ quantity: CellPicture.Quantity?) {
    guard let quantity else { return value(.null) }
    object {
      $0.field("symbol", .text(quantity.symbol))
      $0.field("value", .float(quantity.value))
    }
  }

  private mutating func fields(of plot: LinePlot) {
    field("name", .text(plot.name))
    key("axis")
    object {
      $0.field("x", .text(plot.axis.x))
      $0.field("y", .text(plot.axis.y))
      $0.field("scale", .text(plot.axis.scale.rawValue))
    }
    key("marks")
    array(plot.marks) { json, mark in
      json.object {
        $0.field("x", .double(mark.x))
        $0.field("text", .text(mark.text))
      }
    }
    key("series")
    array(plot.series) { json, series in
      json.object {
        $0.field("name", .text(series.name))
        $0.key("x")
        $0.array(series.x) { $0.value(.double($1)) }
        $0.key("y")
        $0.array(series.y) { $0.value(Value($1)) }
      }
    }
  }
}
