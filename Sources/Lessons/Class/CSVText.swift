import Reports

/// Rows as comma-separated values that a spreadsheet opens without running anything.
enum CSVText {
  /// The rows under their heads, each on a line.
  static func text(_ columns: [String], _ rows: [[Value]]) -> String {
    ([columns.map(quoted)] + rows.map { $0.map(cell) })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer, .float, .double: NumberFormat.text(value, .shortest)
    case .text(let text): quoted(text)
    case .boolean, .list: quoted(NumberFormat.text(value))
    }
  }

  /// A text between quotes, with an apostrophe before what a spreadsheet would take for a formula, and
  /// control characters made visible.
  private static func quoted(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let visible = printable(text).map { $0 == "\"" ? "\"\"" : $0 == "\n" ? " " : String($0) }
    return "\"" + (isFormula ? "'" : "") + visible.joined() + "\""
  }
}
