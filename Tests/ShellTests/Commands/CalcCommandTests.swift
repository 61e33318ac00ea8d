import Grammar
import Reports
import Testing

@testable import Shell

struct CalcCommandTests {
  private func value(_ line: String, in shell: ShellHarness) throws -> Double? {
    try shell.report(line).values["value"]?.number
  }

  @Test func theHalfLifeIsShownUnderItsExpression() throws {
    let shell = try ShellHarness()
    #expect(
      try shell.text("calc ln(0.5)/ln(0.8)") == "ln(0.5)/ln(0.8)\n  = 3.10628372\n")
    #expect(try shell.text("calc ln(0.5)/ln(0.8) pick=value") == "3.1062837195053903\n")
  }

  @Test(arguments: [
    ("calc 1 - 0.65", 0.35), ("calc -0.5 * 2", -1), ("calc 7/20", 0.35), ("calc 0,35", 0.35),
    ("calc (1 + 2) * 3 # a comment", 9), ("calc \"1 + 2\"", 3), ("calc 'min(3, 2)'", 2),
    ("calc 5 --2", 7), ("calc max(1, 2) + 1", 3), ("calc 2 × 3", 6),
  ])
  func anExpressionIsAllThatStandsBehindTheVerb(line: String, expected: Double) throws {
    let value = try #require(try value(line, in: ShellHarness()))
    #expect(abs(value - expected) < 1e-12)
  }

  // MARK: Named values

  @Test func aCommandBetweenBackticksIsItsValue() throws {
    let shell = try ShellHarness()
    let single = try #require(
      try shell.json("evaluate pick=persistence.rmse --json").value("persistence.rmse").number)
    let double = try #require(try value("calc 2*`evaluate pick=persistence.rmse`", in: shell))
    #expect(abs(double - 2 * single) < 1e-14)
    let json = try shell.json(
      "calc `gates lstm t=42 pick=forget.mean` - `gates lstm t=42 pick=forget.mean` --json")
    #expect(json.value("value") == 0)
    #expect(json.block("named").columns == ["command", "value"])
    #expect(
      json.block("named").column("command")
        == ["gates lstm t=42 pick=forget.mean", "gates lstm t=42 pick=forget.mean"])
  }

  @Test func whatIsShownHasTheNumbersInThePlaceOfTheCommands() throws {
    let text = try ShellHarness().text("calc (`calc 1/4` + 1) * `calc 0-2`")
    #expect(text == "(`calc 1/4` + 1) * `calc 0-2`\n  = (0.25 + 1) * −2\n  = −2.5\n")
  }

  @Test func theSessionStaysAsItWas() throws {
    let shell = try ShellHarness()
    let names = shell.session.modelNames
    _ = try shell.text("calc `set t=100 pick=t` + `model new rnn units=2 as=small pick=parameters`")
    _ = try shell.text("calc `evaluate pick=lstm.rmse`")
    #expect(shell.session.modelNames == names)
    #expect(shell.session.settings == Settings())
    #expect(shell.session.testLooks == 0)
  }

  @Test func lastIsTheAnswerBefore() throws {
    let shell = try ShellHarness()
    _ = try shell.text("cell rnn w=1 v=0.5 x=1,0")
    #expect(abs(try #require(try value("calc `last pick=h.last`", in: shell)) - 0.3634) < 5e-5)
    #expect(try ShellHarness().message("calc `last`").hasPrefix("there is no last answer yet"))
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("calc", "calc needs an expression, as ln(0.5)/ln(0.8)", 5),
    ("calc 2*(3+", "the expression ends where a number was expected", 11),
    ("calc  1/0", "this divides by 0", 7),
    ("calc 1 + `evalute`", "there is no command \"evalute\"; help lists the commands", 11),
    ("calc × `gates lstm t=x`", "a number, a bracket or a function was expected here", 6),
    ("calc 1 × `gates lstm t=1`", "t=1 has no whole window of 10 values; the first is t=9", 24),
    ("calc `data`", "this answer has several values; choose one with pick=, of rows", 7),
    ("calc `data show t=1 pick=date`", "this is 2006-01-04, which is no number", 7),
    ("calc `data show t=1 pick=daet`", "there is no value \"daet\" in this answer", 26),
    ("calc `quit`", "quit does more than answer, so it cannot stand here", 7),
    ("calc `source tour.gate`", "source does more than answer", 7),
    ("calc `model save lstm w.safetensors pick=bytes`", "model save does more than answer", 7),
    ("calc `train rnn seeds=1..2 table=t.csv pick=rmse.least`", "table= writes a file", 28),
    ("calc `data; data`", "one command was expected here", 7),
    ("calc `data --json`", "--json has no place here", 12),
    ("calc `help`", "this answer has no named values", 7),
    ("calc 1 pick=value + 2", "keys and options stand behind the expression", 8),
    ("calc 10,400*2", "10,400 can be read in two ways; write 10400 or 10.400", 6),
  ])
  func mistakesPointIntoTheLine(line: String, message: String, column: Int) throws {
    let shell = try ShellHarness(.json)
    let error = try #require(try shell.jsonObjects(line).first)["error"]
    #expect(error["message"].text?.hasPrefix(message) == true, "\(error)")
    #expect(error["column"].number == Double(column), "\(error)")
    #expect(shell.session.lastReport == nil)
  }
}
