import TestSupport
import Testing

/// What a user of any good shell expects of the language, through the real program.
struct LanguageTests {
  @Test(arguments: [
    ("gatse lstm", 1, "did you mean gates?"), ("gates lstm tt=42", 12, "gates has no key tt="),
    ("gates lstm tt=42", 12, "did you mean t?"), ("gates lstm t=abc", 14, "\"abc\" names no row"),
    ("gates lstm t=99999", 14, "rows run from 0 (2006-01-03) to 3019"),
    ("gates lstm --t 42", 12, "write t=VALUE"), ("gates lstm t=11 t=12", 17, "t= stands twice"),
    ("gates lstm t=5", 14, "the first is t=9 (2006-01-17)"),
    ("gates lstm t=2008-10-11", 14, "the nearest are 2008-10-10 and 2008-10-13"),
    ("gates lstm unit=99", 17, "units 0 to 49"), ("gates lstm 42", 12, "write t=42"),
  ])
  func aMistakeIsOneLineThatPointsAndExplains(
    _ line: String, _ column: Int, _ explanation: String
  ) throws {
    let result = try TestUser().run("-c", line)
    #expect(result.status == .exited(1))
    #expect(result.output == "")
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains(explanation) == true)
    #expect(lines.dropFirst().first == "  \(line)")
    #expect(lines.last?.count == 2 + column)
  }

  @Test func aWordFarFromEveryOtherGetsNoSuggestion() throws {
    let result = try TestUser().run("-c", "zzzz")
    #expect(result.status == .exited(1))
    #expect(!result.error.contains("did you mean"))
  }

  @Test func blanksAroundTheEqualsSignDoNotCount() throws {
    let user = try TestUser()
    let close = try user.run("-c", "gates lstm t=42")
    #expect(try close == user.run("-c", "gates lstm t = 42"))
    #expect(try close == user.run("gates", "lstm", "t", "=", "42"))
  }

  @Test(arguments: [("40..45", 6), ("40,50", 2), ("2008-10-11..2008-10-14", 2)])
  func aRangeAnswersAsManyRowsAsItNames(_ rows: String, _ count: Int) throws {
    let result = try TestUser().run("--json", "gates", "lstm", "t=\(rows)", "gate=forget")
    let blocks = try JSONValue(parsing: result.output)["blocks"]?.elements ?? []
    let map = try #require(blocks.first { $0["kind"] == .string("heatmap") })
    #expect(map["columns"]?.elements?.count == count)
  }

  @Test func minusOneIsTheLastRow() throws {
    let result = try TestUser().run("--json", "gates", "lstm", "t=-1")
    let values = try JSONValue(parsing: result.output)["values"]
    #expect(values?["t"] == .number(3019))
    #expect(values?["date"] == .string("2017-12-29"))
    #expect(values?["actual.dollars"] == .null)
  }

  @Test func aUnitIsShownWithItsNumbersInTheEquations() throws {
    let result = try TestUser().run("--json", "gates", "lstm", "t=42", "unit=7")
    let object = try JSONValue(parsing: result.output)
    #expect(object["values"]?["forget.sum"] != nil)
    let text = try TestUser().run("gates", "lstm", "t=42", "unit=7").output
    #expect(text.contains("forget: f = σ(a)") && text.contains("[bias]"))
    #expect(text.contains("c = f · c' + i · c̃"))
  }
}
