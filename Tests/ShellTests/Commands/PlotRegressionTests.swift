import Reports
import Testing

@testable import Shell

/// Days that are asked for out of order or with gaps.
struct PlotRegressionTests {
  @Test func aPlotRunsWithTime() throws {
    let shell = try ShellHarness(.json)
    let series = try shell.json("data plot t=5,3,9,3")["blocks"].items.first?["series"].items
    #expect(series?.first?["x"].items.map(\.number) == [3, 5, 9])
    let forecasts = try shell.json("predict lstm t=42,2000,50")
    #expect(forecasts["title"].text?.hasPrefix("lstm: forecasts after t=42, ") == true)
    #expect(forecasts["title"].text?.contains("to t=2000, ") == true)
    #expect(forecasts["values"]["t"].number == 50)
    let real = forecasts["blocks"].items.first?["series"].items.first
    #expect(real?["x"].items.map(\.number) == [43, 51, 2001])
  }

  @Test func shiftsMayBeAListInAnyOrder() throws {
    let shell = try ShellHarness()
    let text = try shell.text("predict lstm t=2600..2660 shift=5,0")
    #expect(shell.session.lastReport?.values["shift.best"] == .integer(2))
    #expect(text.contains("56 days that every shift has"))
  }

  @Test func shiftsNeedDaysWithoutGaps() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.message("predict lstm t=2600,2650,2660,2700 shift=0..1")
        .hasPrefix("shift= moves the forecasts along the days, so it needs a range"))
  }
}
