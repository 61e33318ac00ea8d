import Testing

@testable import Reports

/// A table whose rows are made when they are looked at is shown and written as one that keeps them.
struct TableRowsTests {
  private let made = Table(name: "squares", columns: ["n", "square", "note"], rowCount: 30) {
    switch $1 {
    case 0: .integer($0)
    case 1: .double(Double($0 * $0) / 8)
    default: $0 % 7 == 3 ? .null : "a note"
    }
  }

  private var kept: Table {
    Table(
      name: "squares", columns: ["n", "square", "note"],
      rows: (0..<30).map { row in
        [
          .integer(row), .double(Double(row * row) / 8), row % 7 == 3 ? .null : "a note",
        ]
      })
  }

  @Test func bothAreEqual() {
    #expect(made == kept && made.rows.count == 30 && made.rows[2] == [2, 0.5, "a note"])
    var other = kept
    other.rows.append([30])
    #expect(made != other && other.rows.count == 31)
    var longer = made
    longer.rows.append([30])
    #expect(longer == other)
  }

  @Test func bothAreShownAndWrittenAlike() {
    for capabilities in [TerminalCapabilities.plain, TerminalCapabilities(width: 20)] {
      let texts = [made, kept].map { table in
        var report = Report(title: "Squares")
        report.add(table)
        return TextRenderer(capabilities).render(report)
          + JSONRenderer().render(report, command: "squares")
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test func outsideThereIsNothing() {
    for (row, column) in [(-1, 0), (30, 0), (0, -1), (0, 3)] {
      #expect(made.cell(row: row, column: column) == .null)
    }
  }
}
