import Reports
import Testing

@testable import Shell

struct MakeFormTests {
  @Test func theLatchHasItsSequences() throws {
    let values = try ShellHarness().report("data make latch seed=1").values
    #expect(values["rows"] == 3000 && values["look_back"] == 30 && values["features"] == 2)
    #expect(values["train.windows"] == 2471 && values["test.windows"] == 500)
    #expect(values["line"]?.number.map { $0 > 0 } == true)
  }

  @Test func addingHasItsSequencesAndTheLineToBeat() throws {
    let values = try ShellHarness().report("data make adding length=50 seed=1").values
    #expect(values["train.windows"] == 2507 && values["test.windows"] == 503)
    #expect(values["look_back"] == 50)
    #expect(abs((values["line"]?.number ?? .nan) - 1.0 / 6) < 1e-12)
  }

  @Test func aSeedMakesTheSameTaskAndAnotherSeedAnother() throws {
    let shell = try ShellHarness()
    let rows = try [1, 1, 2].map { seed in
      _ = try shell.text("data make latch seed=\(seed)")
      return try shell.json("data show t=0..5 --json").block("rows")
    }
    #expect(rows[0] == rows[1] && rows[0] != rows[2])
  }

  @Test func theShippedLatchBeatsTheLine() throws {
    let shell = try ShellHarness()
    let line = try #require(try shell.report("data make latch seed=1").values["line"]?.number)
    let rmse = try #require(try shell.report("evaluate latch").values["latch.rmse"]?.number)
    #expect(rmse * rmse < line / 10)
    #expect(try shell.json("model latch --json").value("parameters") == 18)
  }

  @Test(arguments: ["data make latch", "data make adding length=10"])
  func everyVerbWorksOnAMadeTask(make: String) throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    _ = try shell.text(make)
    let end = try #require(
      shell.session.lastReport?.values["look_back"]?.number.map { Int($0) - 1 })
    for line in [
      "train rnn units=2 epochs=1 batch=512 as=small", "gates small t=\(end)",
      "gates small t=\(end) unit=1",
      "gates small t=\(end) steps=all", "gates small t=\(end) step=2", "gates small mode=carry t=0",
      "gates small t=all gate=hidden top=3", "predict small t=\(end)", "evaluate small",
      "evaluate baselines=all",
      "evaluate small on=train", "data show t=\(end)", "data window t=\(end)", "data plot t=0..60",
      "predict small t=all",
    ] {
      let outcome = shell.run(line)
      #expect(outcome.status == 0, "\(line): \(outcome.complaints)")
      #expect(!outcome.answers.contains("$"), "\(line)")
    }
  }

  @Test func aTaskTrainsByItsOwnDefaults() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make latch")
    shell.progress = { if $0.detail.hasPrefix("epoch 2/") { throw Interrupted() } }
    #expect(shell.run("train lstm units=1 batch=512 as=a").status == 130)
    shell.progress = { _ in }
    _ = try shell.text("train lstm units=1 batch=512 epochs=1 rate=0.01 dropout=0 as=b")
    let (a, b) = try (shell.json("model a --json"), shell.json("model b --json"))
    #expect(a.value("dense.bias") == b.value("dense.bias"))
  }

  @Test func rowsInsideASequenceOfAddingAreNoEnds() throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make adding length=10; train rnn units=1 epochs=1 batch=512 as=small")
    #expect(
      try shell.message("gates small t=10").hasPrefix(
        "t=10 lies inside a sequence; sequences end at t=9, 19"))
    #expect(try shell.text("gates small t=19").contains("t=19"))
  }
}
