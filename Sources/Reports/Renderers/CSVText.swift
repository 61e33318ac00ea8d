/// Rows as comma-separated values that a spreadsheet opens without running anything.
public enum CSVText {
  /// The rows under their heads, each on a line.
  public static func text(_ columns: [String], _ rows: [[Value]]) -> String {
    ([columns.map(quoted)] + rows.map { $0.map(cell) })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func cell(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer, .float, .double: NumberFormat.text(value, .shortest)
    case .text(let text): quoted(text)
    case .boolean, .list: quoted(NumberFormat.text(value, .shortest))
    }
  }

  /// A text between quotes, with an apostrophe before what a spreadsheet would take for a formula (some
  /// read the signs in full width and the true minus too), and control characters made visible.
  private static func quoted(_ text: String) -> String {
    let isFormula =
      text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠−".unicodeScalars.contains($0) } ?? false
    var visible = ""
    // Scalar by scalar: a quote and a mark that combines with it are one Character.
    for scalar in printable(text).unicodeScalars {
      switch scalar {
      case "\"": visible += "\"\""
      case "\n": visible += " "
      default: visible.unicodeScalars.append(scalar)
      }
    }
    return "\"" + (isFormula ? "'" : "") + visible + "\""
  }
}
