import TestSupport
import Testing

struct HistoryOnTerminalTests {
  @Test func upAndDownWalkThroughTheHistory() throws {
    let terminal = try makeEditor()
    terminal.send(.up)
    try terminal.expectLine("1> gates gru t=2")
    terminal.send(.control("P"))
    try terminal.expectLine("1> calc 2^10")
    terminal.send(.up)
    try terminal.expectLine("1> gates lstm t=1")
    terminal.send(.down)
    try terminal.expectLine("1> calc 2^10")
    terminal.send(.control("N"))
    try terminal.expectLine("1> gates gru t=2")
    terminal.send(.down)
    try terminal.expectLine("1>")
  }

  @Test func aNewLineIsTheLatestAndEqualNeighboursAreOne() throws {
    let terminal = try makeEditor()
    for _ in 0..<2 {
      terminal.send("power é\r")
      try terminal.expect("line <power é>")
    }
    try terminal.expectLine("3>")
    terminal.send(.up)
    try terminal.expectLine("3> power é")
    terminal.send(.up)
    try terminal.expectLine("3> gates gru t=2")
  }

  @Test func controlRFindsBackwards() throws {
    let terminal = try makeEditor()
    terminal.send(.control("R"))
    terminal.send("lstm")
    try terminal.expectScreen("gates lstm t=1")
    terminal.send(.enter)
    try terminal.expect("line <gates lstm t=1>")
  }

  @Test func controlCLeavesTheSearch() throws {
    let terminal = try makeEditor()
    terminal.send(.control("R"))
    terminal.send("lstm")
    try terminal.expectScreen("gates lstm t=1")
    terminal.send(.control("C"))
    try terminal.expect("interrupted")
    try terminal.expectLine("2>")
  }

  @Test func pageUpFindsWhatBeginsAlike() throws {
    let terminal = try makeEditor()
    terminal.send("calc")
    terminal.send(.pageUp)
    try terminal.expectLine("1> calc 2^10")
  }

  @Test func theCLocaleWalksPastOtherCharacters() throws {
    let terminal = try makeEditor(environment: ["LC_ALL": "C"])
    terminal.send(.up)
    terminal.send(.up)
    terminal.send(.enter)
    try terminal.expect("line <calc 2^10>")
  }
}
