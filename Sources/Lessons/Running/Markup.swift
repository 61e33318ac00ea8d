import Reports

/// Turns the filled text of a lesson into blocks of a report: the one place that knows how running
/// text, lists and tables look.
enum Markup {
  /// Running text, with `**bold**` and `` `code` `` marked.
  static func paragraph(_ text: String) -> Block {
    .paragraph(Paragraph(text, isMarked: true))
  }

  /// Items of one list, each with its mark.
  static func list(_ items: [(mark: String, text: String)]) -> Block {
    paragraph(items.map { "\($0.mark) \($0.text)" }.joined(separator: "\n"))
  }

  /// The options of a question, each behind its letter.
  static func options(_ options: [ResolvedOption]) -> Block {
    paragraph(options.map { "  \($0.letter)) \($0.text)" }.joined(separator: "\n"))
  }

  /// A table whose first row is its head; cells know no marks.
  static func table(_ rows: [[String]]) -> Block {
    let cells = rows.map { $0.map { $0.replacing("**", with: "") } }
    return .table(
      Table(
        name: "table", columns: (cells.first ?? []).map { Table.Column($0) },
        rows: cells.dropFirst().map { $0.map(Value.text) }))
  }
}
