import Reports
import Testing

@testable import Shell

struct EvaluateCommandTests {
  // MARK: JSON

  @Test func valuesAndColumnsAreAContract() throws {
    let json = try ShellHarness().json("evaluate --json")
    let perModel = ["rmse", "bias", "sd", "wins", "rmse.least", "rmse.mean", "rmse.most"]
    for model in ["rnn", "lstm", "gru"] {
      for name in perModel {
        #expect(json.value("\(model).\(name)").number != nil, "\(model).\(name)")
      }
    }
    #expect(json.value("persistence.rmse").number != nil)
    // Persistence does not win against itself.
    #expect(!json["values"].names.contains("persistence.wins"))
    let table = json.block("evaluation")
    #expect(table.columns == ["model", "rmse", "bias", "sd", "wins", "least", "mean", "most"])
    #expect(table.column("model") == ["rnn", "lstm", "gru", "persistence"])
    #expect(table.column("wins").last == .null)
    #expect(
      table.column("rmse")
        == ["rnn", "lstm", "gru", "persistence"].map { json.value("\($0).rmse") })
  }

  @Test func theTableSpeaksOfADecompositionThatHolds() throws {
    let json = try ShellHarness().json("evaluate baselines=all beta=0.1,0.9 --json")
    let table = json.block("evaluation")
    #expect(table["rows"].items.count == 8)
    for row in table["rows"].items.map(\.items) {
      let (rmse, bias, sd) = try (
        #require(row[1].number), #require(row[2].number), #require(row[3].number)
      )
      #expect(abs(rmse * rmse - bias * bias - sd * sd) < 1e-12 * max(1, rmse * rmse))
    }
  }

  // MARK: Figures

  @Test(arguments: [
    ("previous", 0.2809, 503), ("max", 0.2943, 503), ("interpolate", 0.2809, 503),
    ("drop", 0.2812, 502),
  ])
  func persistenceDependsOnHowTheGapIsFilled(missing: String, rmse: Double, days: Int) throws {
    let report = try ShellHarness().report("evaluate rnn missing=\(missing)")
    let found = try #require(report.values["persistence.rmse"]?.number)
    #expect(abs(found - rmse) < 0.00005)
    #expect(report.title.contains("\(days) forecasts"))
  }

  @Test(arguments: [(0.1, 0.2857), (0.2, 0.2931), (0.5, 0.3371), (0.8, 0.4632), (0.9, 0.5909)])
  func exponentialMeansHaveTheirKnownErrors(beta: Double, rmse: Double) throws {
    let report = try ShellHarness().report("evaluate rnn beta=\(beta)")
    let found = try #require(report.values["ewma.b\(beta).rmse"]?.number)
    #expect(abs(found - rmse) < 0.00005)
  }

  @Test func aNegativeBetaIsAllowedAndSaidToBeUnusual() throws {
    let report = try ShellHarness().report("evaluate rnn beta=-0.15")
    #expect(abs(try #require(report.values["ewma.b-0.15.rmse"]?.number) - 0.2784) < 0.00005)
    let isSaid = report.blocks.contains { block in
      guard case .paragraph(let paragraph) = block else { return false }
      return paragraph.text.contains("unusual")
    }
    #expect(isSaid)
  }

  @Test func leastSquaresHasItsKnownError() throws {
    let values = try ShellHarness().report("evaluate rnn baselines=all").values
    #expect(abs(try #require(values["least.squares.rmse"]?.number) - 0.2785) < 0.00005)
    #expect(abs(try #require(values["least.squares.sd"]?.number) - 0.2784) < 0.00005)
  }

  @Test(arguments: [
    ("lstm", "previous", 0.690_595), ("lstm", "max", 0.695_097), ("gru", "previous", 0.490_286),
    ("gru", "max", 0.495_720),
  ])
  func ownWeightsScoreAsPyTorchScoredThem(cell: String, missing: String, rmse: Double) throws {
    let shell = try ShellHarness()
    _ = try shell.text("model load \(Checkout.weights("own_\(cell)_u8")) as=mine")
    let values = try shell.report("evaluate mine missing=\(missing)").values
    #expect(abs(try #require(values["mine.rmse"]?.number) - rmse) < 1e-5)
  }

  @Test func theSpreadOverSeedsIsThatOfTheShippedTable() throws {
    let json = try ShellHarness().json("evaluate lstm seeds=yes --json")
    let seeds = json.block("seeds")
    let rmses = zip(seeds.column("model"), seeds.column("rmse")).filter { $0.0 == "lstm" }
      .compactMap(\.1.number)
    #expect(rmses.count == 5)
    #expect(json.value("lstm.rmse.least").number == rmses.min())
    #expect(json.value("lstm.rmse.most").number == rmses.max())
    // The shipped weights are those of seed 1, on whatever machine they are run.
    #expect(abs(rmses[0] - (json.value("lstm.rmse").number ?? .nan)) < 1e-4)
  }

  @Test(arguments: [
    "evaluate lstm missing=max", "evaluate lstm on=train",
    "train lstm units=2 epochs=1; evaluate lstm", "evaluate lstm target=change",
    "evaluate lstm scored-with=rnn", "data load ko look_back=12; evaluate lstm",
  ])
  func theSpreadIsShownOnlyWhereItBelongs(line: String) throws {
    let shell = try ShellHarness()
    #expect(try shell.report(line).values["lstm.rmse.least"] == nil)
  }

  @Test func everyRowIsScoredWithOneModelWhereTheSlipIsRepeated() throws {
    let json = try ShellHarness().json("evaluate scored-with=lstm --json")
    let rows = json.block("evaluation")["rows"].items.map(\.items).dropLast()
    let own = try ShellHarness().json("evaluate lstm --json")
    #expect(rows.count == 3)
    for row in rows { #expect(row[1] == own.value("lstm.rmse")) }
    #expect(try ShellHarness().text("evaluate scored-with=lstm").contains("slip"))
  }

  @Test(arguments: [("train", 2507), ("test", 503)])
  func thePartThatIsScoredIsSaid(part: String, days: Int) throws {
    let shell = try ShellHarness()
    let report = try shell.report("evaluate rnn on=\(part)")
    #expect(report.title == "KO, \(part) days: \(days) forecasts")
    #expect(shell.session.testLooks == (part == "test" ? 1 : 0))
  }

  @Test func looksAtTheTestDaysAreCounted() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("evaluate rnn").contains("looked at the test days once."))
    _ = try shell.text("evaluate rnn on=train")
    #expect(try shell.text("evaluate rnn").contains("looked at the test days twice;"))
    #expect(try shell.text("evaluate rnn").contains("looked at the test days 3 times;"))
  }

  @Test func validationDaysCanBeScored() throws {
    let shell = try ShellHarness()
    #expect(try shell.message("evaluate on=validation").hasPrefix("no validation rows are set"))
    _ = try shell.text("data load ko validation=2015-01-02")
    #expect(
      try shell.report("evaluate rnn on=validation").title == "KO, validation days: 252 forecasts")
    #expect(shell.session.testLooks == 0)
  }

  @Test func theModelsOutputCanBeReadAsAChange() throws {
    let shell = try ShellHarness()
    let level = try shell.report("evaluate rnn").values["rnn.rmse"]?.number ?? 0
    let change = try shell.report("evaluate rnn target=change").values["rnn.rmse"]?.number ?? 0
    #expect(change != level)
  }

  // MARK: What is left out or refused

  @Test func modelsOfOtherFeaturesAreLeftOutWithASentence() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("evaluate").contains("Left out: latch, which"))
    _ = try shell.text("data make latch")
    let text = try shell.text("evaluate")
    #expect(text.replacing("\n", with: " ").contains("Left out: rnn, lstm, gru, which"))
  }

  @Test(arguments: ["evaluate lstm", "gates lstm t=100", "predict lstm t=100"])
  func aNamedModelOfOtherFeaturesIsAMistake(line: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("data make latch")
    #expect(
      try shell.message(line)
        == "lstm reads 1 value a day, the data has 2 columns; data load FILE columns=… takes other "
        + "columns")
  }

  @Test func aModelWithoutAHeadIsNotScored() throws {
    let shell = try ShellHarness()
    try shell.saveWithoutHead("lstm", as: "headless.safetensors")
    _ = try shell.text("model load ~/headless.safetensors as=bare")
    #expect(try shell.message("evaluate bare").hasPrefix("bare has no Dense head"))
    #expect(try shell.message("evaluate scored-with=bare").hasPrefix("bare has no Dense head"))
    #expect(try shell.text("evaluate").contains("bare"))
  }

  @Test(arguments: [
    ("evaluate nobody", "there is no model \"nobody\""),
    ("evaluate beta=1", "beta=1: expected"),
    ("evaluate missing=zero", "missing=zero: expected one of previous, interpolate, drop, max"),
    ("evaluate scored-with=lsmt", "there is no model \"lsmt\""),
  ])
  func mistakesAreSaid(line: String, beginning: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }
}
