import Reports
import Testing

@testable import Shell

struct PredictCommandTests {
  @Test func oneDayHasTheValuesThatAreAContract() throws {
    let shell = try ShellHarness()
    let json = try shell.json("predict lstm t=42 --json")
    #expect(
      json["values"].names == ["t", "date", "prediction", "prediction.dollars", "actual.dollars"])
    let gates = try shell.json("gates lstm t=42 --json")
    for name in json["values"].names { #expect(json.value(name) == gates.value(name), "\(name)") }
    #expect(json.block("forecast").columns == ["what", "value", "error"])
    #expect(
      json.block("forecast").column("what") == ["forecast", "copying today", "real"])
  }

  @Test func theLastDayHasNoRealValueYet() throws {
    let shell = try ShellHarness()
    let json = try shell.json("predict gru t=-1 --json")
    #expect(json.value("actual.dollars") == nil)
    #expect(json.block("forecast").column("error") == [nil, nil, nil])
    #expect(try shell.text("predict gru t=-1").contains("The real value lies after the data."))
    // A range that ends there draws it and scores the days before.
    let range = try shell.json("predict gru t=3010..3019 --json")
    let real = try #require(range.block("forecasts")["series"].items.first)
    #expect(real["y"].items.count == 10 && real["y"].items.last == .null)
    #expect(range.value("rmse").number != nil)
  }

  @Test func aRangeIsAPlotAndErrors() throws {
    let json = try ShellHarness().json("predict lstm t=2600..2660 shift=0..5 --json")
    let plot = json.block("forecasts")
    #expect(plot["kind"] == "line")
    #expect(
      plot["series"].items.compactMap { $0["name"].text } == ["real", "lstm", "copying today"])
    for curve in plot["series"].items {
      #expect(curve["x"].items == (2601...2661).map { .number(Double($0)) })
    }
    #expect(json.block("errors").column("forecast") == ["lstm", "persistence"])
    #expect(json.block("shifts").column("shift") == (0...5).map { .number(Double($0)) })
    let rmses = json.block("shifts").column("rmse").compactMap(\.number)
    let best = try #require(json.value("shift.best").number)
    #expect(rmses.min() == rmses[Int(best)])
  }

  @Test func theErrorsOfAllTestDaysAreThoseOfEvaluate() throws {
    let shell = try ShellHarness()
    let all = try shell.report("predict lstm t=2516..3018").values
    let evaluated = try shell.report("evaluate lstm").values
    #expect(all["rmse"] == evaluated["lstm.rmse"])
    #expect(all["persistence.rmse"] == evaluated["persistence.rmse"])
  }

  @Test func copyingTodayIsShiftedByOneDay() throws {
    // A model that copies fits best one day late: so do most that are trained on levels.
    let shell = try ShellHarness()
    _ = try shell.text("train rnn units=1 epochs=1 rate=1e-9 target=change as=copy")
    let values = try shell.report("predict copy t=2600..2900 shift=0..3").values
    #expect(values["shift.best"] == 1)
  }

  @Test(arguments: [
    ("0", "the value on the day itself"), ("1", "the value 1 day before the one"),
    ("2", "the value 2 days before the one"), ("-1", "the value 1 day after the one"),
  ])
  func theShiftIsSaidInWords(shift: String, words: String) throws {
    let shell = try ShellHarness(.text, .init(width: 1000))
    #expect(try shell.text("predict lstm t=2600..2660 shift=\(shift)").contains(words))
  }

  @Test func aListOfShiftsMeansAllBetweenItsEnds() throws {
    let shell = try ShellHarness()
    let listed = try shell.json("predict lstm t=2600..2660 shift=3,0 --json")
    let ranged = try shell.json("predict lstm t=2600..2660 shift=0..3 --json")
    #expect(listed.block("shifts") == ranged.block("shifts"))
  }

  @Test func aLayerWithoutAHeadPredictsNothing() throws {
    let shell = try ShellHarness()
    _ = try shell.text("model new lstm units=2 head=no as=bare")
    #expect(
      try shell.message("predict bare") == "bare has no Dense head, so it makes no prediction")
  }

  @Test(arguments: [
    ("predict lstm t=42 shift=0..2", "shift= does not go with this: it compares several days"),
    ("predict lstm t=42,43 shift=0..5", "2 days are too few to move the forecasts by 5"),
    (
      "predict lstm t=40..44,50 shift=0..1",
      "shift= moves the forecasts along the days, so it needs a range"
    ),
    ("predict lstm t=8", "t=8 has no whole window"),
    ("predict nobody", "there is no model \"nobody\""),
    ("predict", "predict needs MODEL"),
    ("predict lstm gru", "\"gru\" is one word too many"),
  ])
  func mistakesAreSaid(line: String, beginning: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }

  @Test func daysInAnyOrderAreDrawnInTheirs() throws {
    let json = try ShellHarness().json("predict rnn t=50,44,47 --json")
    #expect(json.value("t") == 47)
    let x = json.block("forecasts")["series"].items.first?["x"].items.compactMap(\.number)
    #expect(x == [45, 48, 51])
  }
}
