import Recurrent
import Reports
import Testing

@testable import Shell

/// What a cell with gates learns and one without does not: the tasks that need memory.
struct MemoryTaskTests {
  private func rmse(_ shell: ShellHarness, of model: String) throws -> Double {
    try #require(try shell.report("evaluate \(model)").values["\(model).rmse"]?.number)
  }

  @Test(arguments: 1...3) func oneLSTMUnitBecomesASwitchOnTheLatch(seed: Int) throws {
    let shell = try ShellHarness()
    _ = try shell.report("data make latch seed=1")
    _ = try shell.report("train lstm units=1 seed=\(seed) as=switch")
    #expect(try rmse(shell, of: "switch") < 0.06)

    let marks = try shell.json("data show t=2500..2999 --json").block("rows").column("mark")
    let table = try shell.report("gates switch t=2500..2999 gate=forget")
    guard case .heatmap(let map) = table.block(named: "forget") else {
      Issue.record("gates over days shows a heat map")
      return
    }
    let forget = map.values[0]
    #expect(marks.count == forget.count)
    var (held, cut): ([Float], [Float]) = ([], [])
    for (mark, value) in zip(marks, forget) {
      if mark.number == 1 { cut.append(value) } else { held.append(value) }
    }
    #expect(mean(held) > 0.85 && mean(cut) < 0.2)
  }

  @Test(arguments: 1...3) func oneUnitWithoutGatesDoesNotLearnTheLatch(seed: Int) throws {
    let shell = try ShellHarness()
    _ = try shell.report("data make latch seed=1")
    _ = try shell.report("train rnn units=1 seed=\(seed) as=plain")
    #expect(try rmse(shell, of: "plain") > 0.25)
  }

  @Test func gatedCellsSolveTheAddingProblemFarBelowATanhNetwork() throws {
    let shell = try ShellHarness()
    _ = try shell.report("data make adding length=20 seed=1")
    var wins = 0
    for seed in 1...3 {
      var errors: [String: Double] = [:]
      for cell in ["rnn", "lstm", "gru"] {
        _ = try shell.report("train \(cell) units=16 epochs=15 rate=0.01 seed=\(seed) as=net")
        let rmse = try rmse(shell, of: "net")
        errors[cell] = rmse * rmse
      }
      let plain = try #require(errors["rnn"])
      let gated = try #require([errors["lstm"], errors["gru"]].compactMap(\.self).max())
      if plain < 1.0 / 6, gated * 5 < plain { wins += 1 }
    }
    #expect(wins >= 2)
  }

  private func mean(_ values: [Float]) -> Float {
    values.reduce(0, +) / Float(max(1, values.count))
  }
}
