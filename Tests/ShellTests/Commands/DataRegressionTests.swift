import Reports
import Testing

@testable import Shell

/// Answers about data of other kinds than prices in dollars: rates, constants, one row, no dates.
struct DataRegressionTests {
  private func rows(_ count: Int, _ value: (Int) -> String) -> String {
    "Rate\n" + (0..<count).map { value($0) + "\n" }.joined()
  }

  @Test func smallNumbersKeepTheirDigits() throws {
    let shell = try ShellHarness()
    let text = rows(60) { "0.0\(1000 + $0 % 7)" }
    _ = try shell.home.make("rates.csv", text)
    try shell.report("data load ~/rates.csv")
    #expect(try shell.text("data window t=20").contains("  0.01006000  "))
    #expect(try shell.text("data show t=20").contains("  0.01006000  "))
    #expect(try shell.text("gates lstm t=20").contains("real $0.01000000"))
    #expect(try shell.text("evaluate lstm").contains("persistence  0.00002"))
  }

  @Test func dollarsKeepTwoDecimals() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("data window t=42").contains("Asked for: $21.02 at"))
  }

  @Test func aConstantColumnIsNotSaidToBeScaledByItsRange() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("constant.csv", rows(40) { _ in "5" })
    let text = try shell.text("data load ~/constant.csv")
    #expect(text.contains("scaled 0              5  a constant column is scaled by 1"))
    #expect(text.contains("scaled 1              6  a constant column is scaled by 1"))
  }

  @Test func oneRowIsNotSeveral() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("one.csv", rows(1) { _ in "5" })
    #expect(try shell.text("data load ~/one.csv").contains("1 row is too few for one window of 10"))
  }

  @Test func theLastDayIsFollowedByADay() throws {
    let shell = try ShellHarness()
    #expect(try shell.text("gates gru t=-1 unit=3").contains("Predicted for the next day: "))
  }

  @Test func answersNameDaysOnlyWhereThereAreDays() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("undated.csv", rows(60) { "\($0 % 9)" })
    try shell.report("data load ~/undated.csv")
    #expect(try shell.report("gates lstm t=20").title.contains("(training row)"))
    #expect(try shell.report("evaluate lstm").title == "undated.csv, test rows: 12 forecasts")
    try shell.report("data make latch")
    #expect(try shell.report("gates latch t=29").title.contains("(training sequence)"))
    #expect(try shell.report("evaluate").title == "latch (seed 1), test sequences: 500 forecasts")
  }
}
