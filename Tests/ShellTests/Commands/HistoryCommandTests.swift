import Testing

@testable import Shell

struct HistoryCommandTests {
  @Test func linesHaveTheirNumbers() throws {
    let shell = try ShellHarness()
    shell.history = (1...30).map { "gates lstm t=\($0)" }
    let table = try shell.json("history --json").block("history")
    #expect(table.columns == ["number", "line"])
    #expect(table.column("number") == (11...30).map { .number(Double($0)) })
    #expect(table.column("line").last == "gates lstm t=30")
    #expect(try shell.json("history last=3 --json").block("history")["rows"].items.count == 3)
  }

  @Test func aWordChoosesTheLinesThatHoldIt() throws {
    let shell = try ShellHarness()
    shell.history = ["data", "gates lstm", "data show t=42", "evaluate"]
    let json = try shell.json("history data --json")
    #expect(json.block("history").column("number") == [1, 3] && json.value("lines") == 2)
    #expect(try shell.text("history nothing").contains("No line of the history holds \"nothing\"."))
  }

  @Test func runAnswersALineAgainAndShowsIt() throws {
    let shell = try ShellHarness()
    shell.history = ["data", "set t=7; set digits=3", "history run 1"]
    let text = try shell.text("history run 2")
    #expect(text.hasPrefix("\ngatehouse> set t=7; set digits=3\n"))
    #expect(shell.session.settings.t == 7 && shell.session.settings.digits == 3)
    #expect(try shell.message("history run 4") == "the history has the lines 1 to 3")
    #expect(try shell.message("history run 3").contains("itself"))
    #expect(try shell.message("history run data").contains("lines 1 to 3"))
  }

  @Test func anEmptyHistoryIsSaidToBeEmpty() throws {
    #expect(try ShellHarness().text("history").contains("The history is empty"))
    #expect(try ShellHarness().json("history --json").value("lines") == 0)
  }

  @Test(arguments: ["history last=0", "history last=many", "history a b"])
  func mistakesAreRefused(line: String) throws {
    _ = try ShellHarness().complaint(line)
  }
}
