/// Writes one block of a report as comma-separated values (RFC 4180), with every digit.
///
/// That block is the first table, else the first picture in long form (one number a row), else the
/// named values. Texts stand between quotes, and none of them can be a formula.
public struct CSVRenderer: ReportRenderer {
  /// Makes the renderer.
  public init() {}

  /// The table with a line of heads.
  ///
  /// - Parameters:
  ///   - report: What a command answered.
  ///   - command: The command as typed, which is not repeated.
  /// - Returns: The lines.
  public func render(_ report: Report, command: String) -> String {
    guard let table = Self.block(of: report).flatMap(Table.init(longFormOf:)) else {
      return CSVText.text(["name", "value"], report.values.map { [.text($0.name), $0.value] })
    }
    return CSVText.text(
      table.columns.map(\.name),
      table.rows.indices.map { row in
        table.columns.indices.map { table.cell(row: row, column: $0) }
      })
  }

  /// The block that is written; nil for the named values.
  public static func block(of report: Report) -> Block? {
    let tables = report.blocks.filter { if case .table = $0 { true } else { false } }
    return tables.first ?? report.blocks.first { Table(longFormOf: $0) != nil }
  }
}
