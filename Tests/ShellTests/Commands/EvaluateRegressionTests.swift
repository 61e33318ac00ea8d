import Testing

@testable import Shell

/// Sentences of `evaluate` and `predict` that were false in some case.
struct EvaluateRegressionTests {
  private let warning = "The shipped models were trained on KO before 2016"

  @Test func shippedModelsAreNotPraisedForDaysTheyHaveSeen() throws {
    let shell = try ShellHarness()
    #expect(try !shell.text("evaluate").contains(warning))
    try shell.report("data load ko split=2012-01-03")
    #expect(try shell.text("evaluate").contains(warning))
    try shell.report("data load ko validation=2015-01-02")
    #expect(try shell.text("evaluate on=validation").contains(warning))
    #expect(try !shell.text("evaluate on=test").contains(warning))
    try shell.report("data load ko split=2017-01-03")
    #expect(try !shell.text("evaluate").contains(warning))
  }

  @Test func aSingleModelIsNotThem() throws {
    let shell = try ShellHarness()
    let text = try shell.text("evaluate lstm").split(separator: "\n").joined(separator: " ")
    #expect(text.contains("By RMSE, lstm does not beat copying today."))
  }

  @Test func copyingTodayWinsNothingAgainstItself() throws {
    let shell = try ShellHarness(.json)
    let blocks = try shell.json("predict lstm t=2600..2610")["blocks"].items
    let errors = try #require(blocks.first { $0["name"].text == "errors" })
    #expect(errors["rows"].items.last?.items.last == .null)
  }
}

/// Forecasts of a long series, which could not be interrupted.
struct ForecastInterruptionTests {
  @Test(arguments: ["evaluate lstm on=train", "predict lstm t=all"])
  func forecastsStopWhenAskedTo(line: String) throws {
    let shell = try ShellHarness()
    let looks = shell.session.testLooks
    shell.progress = { progress in
      #expect(progress.label == "forecasting" && (0.1..<1).contains(progress.fraction))
      throw Interrupted()
    }
    #expect(shell.run(line).status == 130)
    #expect(shell.session.testLooks == looks)
  }

  @Test func shortWorkTellsNoProgress() throws {
    let shell = try ShellHarness()
    shell.progress = { _ in Issue.record("progress of a few windows") }
    try shell.report("evaluate lstm")
  }
}
