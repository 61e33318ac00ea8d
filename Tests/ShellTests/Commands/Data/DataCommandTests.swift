import Reports
import Testing

@testable import Shell

struct DataCommandTests {
  @Test func theSummaryHasTheValuesThatAreAContract() throws {
    let json = try ShellHarness().json("data --json")
    let expected: [String: JSON] = [
      "rows": 3020, "train.rows": 2517, "test.rows": 503, "look_back": 10, "train.windows": 2507,
      "test.windows": 503, "test.inputs": 513, "scale.min": 19.6, "scale.max": 45, "missing": 1,
      "missing.policy": "previous", "features": 1,
    ]
    for (name, value) in expected { #expect(json.value(name) == value, "\(name)") }
    #expect(json["values"].names == Set(expected.keys).union(["test.above"]))
    #expect(abs((json.value("test.above").number ?? .nan) - 214.0 / 503) < 1e-12)
    #expect(json.block("summary").columns == ["what", "value", "which is"])
  }

  @Test(arguments: [("drop", 3019, 502), ("max", 3020, 503), ("interpolate", 3020, 503)])
  func rowsDependOnWhatIsDoneAboutTheGap(missing: String, rows: Int, windows: Int) throws {
    let values = try ShellHarness().report("data load ko missing=\(missing)").values
    #expect(values["rows"] == .integer(rows) && values["test.windows"] == .integer(windows))
    #expect(values["missing.policy"] == .text(missing))
  }

  @Test func aDayShowsItsHighAndWhatANetworkReads() throws {
    let json = try ShellHarness().json("data show t=42 --json")
    #expect(json["values"].names == ["t", "date", "high", "scaled", "filled", "part"])
    #expect(json.value("high") == 21.1 && json.value("filled") == false)
    #expect(json.value("scaled").float == Float((21.1 - 19.6) / (45 - 19.6)))
    #expect(json.block("rows").columns == ["t", "date", "High", "High scaled", "part", "filled"])
  }

  @Test func theFilledDayIsMarkedWhereverItShows() throws {
    let shell = try ShellHarness()
    let json = try shell.json("data show t=2017-07-31 --json")
    #expect(json.value("filled") == true && json.value("t") == 2913 && json.value("high") == 46.12)
    #expect(try shell.text("data show t=2913").contains("missing in the file"))
    let window = try shell.json("data window t=2915 --json").block("window")
    #expect(window.column("filled").filter { $0 == "filled" }.count == 1)
    #expect(try shell.text("data window t=2912").contains("a filled value"))
    #expect(try shell.text("data plot t=2900..2920").contains("Filled: t=2913, 2017-07-31"))
    #expect(
      try shell.json("data plot t=2900..2920 --json").block("series")["marks"].items.count == 1)
  }

  @Test func aWindowHoldsTenDaysAndTheNextOneIsAskedFor() throws {
    let json = try ShellHarness().json("data window t=42 --json")
    #expect(json["values"].names == ["t", "date", "first", "target", "high", "part"])
    #expect(json.value("first") == 33 && json.value("target") == 21.02)
    let table = json.block("window")
    #expect(table.column("step") == (1...10).map { .number(Double($0)) })
    #expect(table.column("t") == (33...42).map { .number(Double($0)) })
  }

  @Test func theLastWindowAsksForADayAfterTheData() throws {
    let shell = try ShellHarness()
    #expect(try shell.json("data window t=-1 --json").value("target") == nil)
    #expect(try shell.text("data window t=-1").contains("after the data"))
  }

  @Test func aPlotHasTrainingAndTestRowsInOrder() throws {
    let json = try ShellHarness().json("data plot t=2520,2510,2515..2518 --json")
    let series = json.block("series")["series"].items
    #expect(series.compactMap { $0["name"].text } == ["training rows", "test rows"])
    #expect(
      series[0]["x"].items == [2510, 2515, 2516] && series[1]["x"].items == [2517, 2518, 2520])
  }

  @Test(arguments: [
    ("data window t=33..42", "a window ends on one day; give one t"),
    ("data window t=5", "t=5 has no whole window"),
    ("data show t=3020", "there is no row 3020"),
    ("data show t=x", "\"x\" names no row"),
    ("data plot units=euro", "units=euro: expected one of dollars, scaled"),
    ("data make", "data make needs TASK"),
    ("data make parity", "data does not know \"parity\"; it takes latch, adding"),
    (
      "data make latch length=5",
      "length= does not go with this: the latch has sequences of 30 rows"
    ),
    ("data load", "data load needs FILE"),
  ])
  func mistakesAreSaid(line: String, beginning: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }
}
