import Reports
import Testing

struct TableLayoutTests {
  @Test func numbersStandRightAndTextsLeft() {
    let table = Table(
      name: "t", columns: ["gate", "mean", "n"],
      rows: [["forget", .float(0.5), 3], ["input", .float(12.25), nil]])
    #expect(
      text(table) == """
        gate     mean  n
        ──────  ─────  ─
        forget   0.50  3
        input   12.25  -

        """)
  }

  @Test func dollarsHaveTwoDecimalsWhateverTheirSize() {
    let table = Table(
      name: "t", columns: [.init("high", digits: .decimals(2))],
      rows: [[20.5], [1_234.567], [-0.001]])
    #expect(text(table) == "   high\n───────\n  20.50\n1234.57\n   0.00\n")
  }

  @Test func atTwentyColumnsPartsRepeatTheFirstColumn() {
    let table = Table(
      name: "t", columns: ["unit", "input", "forget", "output"],
      rows: [[0, .float(0.25), .float(0.5), .float(0.75)]])
    #expect(
      text(table, width: 20) == """
        unit  input  forget
        ────  ─────  ──────
           0   0.25     0.5

        unit  output
        ────  ──────
           0    0.75

        """)
  }

  @Test func aLongTextGoesOnInItsOwnColumn() {
    let table = Table(
      name: "t", columns: ["verb", "purpose"],
      rows: [["gates", "every gate of every unit of a cell"], ["data", "the series"]])
    #expect(
      text(table, width: 30) == """
        verb   purpose
        ─────  ───────────────────────
        gates  every gate of every
               unit of a cell
        data   the series

        """)
  }

  @Test func missingCellsAreAbsentAndSurplusOnesAreLeftOut() {
    let table = Table(name: "t", columns: ["a", "b"], rows: [[1], [1, 2, 3]])
    #expect(text(table) == "a  b\n─  ─\n1  -\n1  2\n")
  }

  @Test func aTableWithoutColumnsIsNothing() {
    #expect(text(Table(name: "t", columns: [], rows: [[1]])).isEmpty)
  }

  private func text(_ table: Table, width: Int = 80) -> String {
    TextRenderer(TerminalCapabilities(width: width)).render(Report(blocks: [.table(table)]))
  }
}
