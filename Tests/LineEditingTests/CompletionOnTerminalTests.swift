import TestSupport
import Testing

struct CompletionOnTerminalTests {
  @Test func theOnlyCandidateIsInsertedWithASpace() throws {
    let terminal = try makeEditor()
    terminal.send("ga\t")
    try terminal.expectLine("1> gates")
    terminal.send("x\r")
    try terminal.expect("line <gates x>")
  }

  @Test func aKeyGetsNoSpace() throws {
    let terminal = try makeEditor()
    terminal.send("gates un\t7\r")
    try terminal.expect("line <gates unit=7>")
  }

  @Test func theCommonPartIsInsertedAndTheSecondTabListsWithMeanings() throws {
    let terminal = try makeEditor()
    terminal.send("g\t")
    try terminal.wait(for: "the bell") { $0.screen.bells == 1 }
    #expect(terminal.screen.rows.prefix(2) == ["1> g", ""])
    terminal.send(.tab)
    try terminal.wait(for: "the list, and the line again") {
      $0.screen.rows.prefix(5) == [
        "1> g", "gates     the gates of a cell", "gradient  what reaches each step", "1> g", "",
      ]
    }
    terminal.send("r\t\r")
    try terminal.expect("line <gradient >")
  }

  @Test func theListFitsANarrowWindow() throws {
    let terminal = try makeEditor(columns: 24)
    terminal.send("g\t\t")
    try terminal.wait(for: "the list in columns") {
      $0.screen.rows.prefix(4) == ["1> g", "gates     gradient", "1> g", ""]
    }
  }

  @Test func theListStandsBelowALineOfSeveralRows() throws {
    let terminal = try makeEditor(columns: 20)
    terminal.send("gates fo aaaaaaaaaaaaaaaaaaaa")
    for _ in 0..<21 { terminal.send(.left) }
    terminal.send("\t")
    try terminal.expectScreen("1> gates for aaaaaaa")
    terminal.send("\t\t")
    try terminal.wait(for: "the list between the line and itself") {
      $0.screen.rows.prefix(5) == [
        "1> gates for aaaaaaa", "aaaaaaaaaaaaa", "forget   forward", "1> gates for aaaaaaa",
        "aaaaaaaaaaaaa",
      ]
    }
    terminal.send("g\t\r")
    try terminal.expect("line <gates forget aaaaaaaaaaaaaaaaaaaa>")
  }

  @Test func aNameInQuotesComesBackQuoted() throws {
    let terminal = try makeEditor()
    terminal.send("data \"a\t\"ü\t\r")
    try terminal.expect("line <data \"a b.csv\" \"über→日.csv\" >")
  }

  @Test func whereNothingFitsTheLineStays() throws {
    let terminal = try makeEditor()
    terminal.send("zzz\t\t\t")
    try terminal.wait(for: "three bells") { $0.screen.bells == 3 }
    #expect(terminal.screen.rows.prefix(2) == ["1> zzz", ""])
  }

  @Test func pastedTabsAreSpaces() throws {
    let terminal = try makeEditor()
    terminal.send("\u{1B}[200~ga\tb\rga\tc\u{1B}[201~\r")
    try terminal.expect("line <ga b>")
    try terminal.expect("line <ga c>")
    try terminal.expect("3> ")
    terminal.send("ga\t\r")
    try terminal.expect("line <gates >")
  }
}
