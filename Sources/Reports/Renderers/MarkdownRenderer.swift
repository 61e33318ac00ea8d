/// Writes a report as Markdown (CommonMark with GitHub's tables), as notes are kept.
///
/// Pictures are what a screen without colour shows, each in a fenced block with its sentence. No text of
/// a stranger can become a link, an image, HTML or the end of a block.
public struct MarkdownRenderer: ReportRenderer {
  private let text: TextRenderer

  /// Makes the renderer.
  ///
  /// - Parameter digits: Significant digits of numbers whose column or bars do not say.
  public init(digits: Int = 4) {
    text = TextRenderer(TerminalCapabilities(digits: digits))
  }

  /// The report under a heading.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed; empty for none.
  /// - Returns: The lines.
  public func render(_ report: Report, command: String) -> String {
    let blocks = report.shownBlocks ?? report.blocks
    var parts: [String] = []
    if !report.title.isEmpty { parts.append("# " + MarkdownText.line(report.title)) }
    if !command.isEmpty { parts.append(MarkdownText.fenced("gatehouse> " + command)) }
    parts += blocks.compactMap(part)
    if blocks.isEmpty {
      parts += report.values.map {
        "- " + MarkdownText.line("\($0.name) = \(NumberFormat.text($0.value, .shortest))")
      }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func part(_ block: Block) -> String? {
    switch block {
    case .paragraph(let paragraph):
      paragraph.isMarked
        ? MarkdownText.marked(paragraph.text) : MarkdownText.lines(paragraph.text)
    case .equation(let equation): MarkdownText.fenced(equation.text)
    case .table(let table): table.isShown ? self.table(table) : nil
    case .line, .heatmap, .bars, .cell: MarkdownText.fenced(text.render(Report(blocks: [block])))
    case .pause: nil
    }
  }

  private func table(_ table: Table) -> String {
    let columns = table.columns.indices.map { place in
      table.rows.indices.map { table.cell(row: $0, column: place) }
    }
    let texts = zip(columns, table.columns).map { values, column in
      columnTexts(values, style: column.digits, digits: text.capabilities.digits).map {
        MarkdownText.line($0.withoutEndingBlanks)
      }
    }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = [
      row(table.columns.map { MarkdownText.line($0.name) }),
      row(columns.map { Table.isNumeric($0) ? "---:" : "---" }),
    ]
    return (head + table.rows.indices.map { place in row(texts.map { $0[place] }) })
      .joined(separator: "\n")
  }
}

/// Text as Markdown that shows it as it is.
public enum MarkdownText {
  /// A text in a fenced block, as it is; the fence is longer than any in the text.
  public static func fenced(_ content: String) -> String {
    var content = printable(content)
    while content.unicodeScalars.last == "\n" { content.unicodeScalars.removeLast() }
    var longest = 0
    var run = 0
    for scalar in content.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(content)\n\(fence)"
  }

  /// A text on one line, escaped.
  static func line(_ content: String) -> String { escaped(printableLine(content)) }

  /// A text of several lines, each of which stays a line; list items stay list items.
  static func lines(_ content: String) -> String {
    broken(printable(content).split(separator: "\n").map { escaped(String($0)) })
  }

  /// A text in which strong words and code are marked, which stay so.
  static func marked(_ content: String) -> String {
    broken(
      printable(content).split(separator: "\n").map { line in
        MarkedText(parsing: String(line)).runs.map { run in
          switch run.emphasis {
          case .plain: escaped(run.text)
          case .strong: "**" + escaped(run.text) + "**"
          case .code: "`" + run.text + "`"
          }
        }.joined()
      })
  }

  /// The lines joined so that each stays on its own.
  private static func broken(_ lines: [String]) -> String {
    lines.joined(separator: "  \n")
  }

  private static func escaped(_ content: String) -> String {
    var result = ""
    for scalar in content.unicodeScalars {
      if "\\`*<[]&|#~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
