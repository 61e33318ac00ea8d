import Recurrent
import Reports
import Testing

@testable import Shell

struct NotationTests {
  private static let lines = [
    "gates gru t=42", "gates gru t=42 unit=7", "gates gru t=33..42 gate=update",
    "gates lstm t=42 steps=all gate=candidate", "saturation gru", "compare gru lstm t=42",
    "walk gru t=42 unit=3", "cell gru update=0.5 reset=1 x=1,0",
  ]

  @Test(arguments: lines) func numbersInJSONNeverChange(line: String) throws {
    let shell = try ShellHarness()
    let keras = try shell.report(line)
    for notation in Notation.allCases {
      _ = try shell.text("set notation=\(notation.rawValue)")
      let report = try shell.report(line)
      #expect(report.values == keras.values && report.blocks == keras.blocks)
    }
  }

  @Test(arguments: lines.filter { $0.contains("gru") })
  func anotherSenseOfZChangesWhatIsShown(line: String) throws {
    let shell = try ShellHarness()
    let keras = try shell.text(line)
    _ = try shell.text("set notation=chung")
    #expect(try shell.text(line) != keras)
  }

  private func shownTable(_ name: String, _ report: Report) throws -> [[Value]] {
    for case .table(let table) in try #require(report.shownBlocks) where table.name == name {
      return Array(table.rows)
    }
    return []
  }

  @Test func whatIsKeptByOneIsNewToTheOther() throws {
    let shell = try ShellHarness()
    _ = try shell.text("set notation=chung")
    let gates = try shell.report("gates gru t=42")
    let kept = try #require(gates.values["update.mean"]?.number)
    let new = try #require(try shownTable("statistics", gates)[0][1].number)
    #expect(abs(kept + new - 1) < 1e-6)

    let saturation = try shell.report("saturation gru")
    let row = try shownTable("saturation", saturation)[0]
    #expect(row[0] == "update")
    #expect(row[3].number == saturation.values["update.left"]?.number)
    #expect(row[1].number == saturation.values["update.right"]?.number)

    let comparison = try shell.report("compare gru lstm t=42")
    let means = try shownTable("comparison", comparison)
    let mean = try #require(means.first { $0[0] == "update, mean" })
    let value = try #require(comparison.values["gru.update.mean"]?.number)
    #expect(abs(try #require(mean[1].number) + value - 1) < 1e-6)
  }

  @Test(arguments: [
    (Notation.keras, ["update", "reset"]), (.pytorch, ["reset", "update"]),
    (.notebook, ["update", "reset"]), (.chung, ["update", "reset"]),
  ])
  func gatesStandInTheOrderOfTheNotation(notation: Notation, gates: [String]) {
    let gru = GRUCell(units: 1, features: 1).quantities
    let ordered = notation.ordered(gru)
    #expect(ordered.map(\.name) == gates + ["candidate", "hidden"])
    let lstm = notation.ordered(LSTMCell(units: 1, features: 1).quantities).map(\.name)
    #expect(lstm.count == 6 && Set(lstm).count == 6)
    #expect(lstm.first == (notation == .notebook ? "forget" : "input"))
  }
}
