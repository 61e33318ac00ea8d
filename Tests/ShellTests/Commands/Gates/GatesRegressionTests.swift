import Testing

@testable import Shell

/// Requests of `gates` that once took all memory.
struct GatesRegressionTests {
  @Test func moreStepsThanFitIntoMemoryAreRefused() throws {
    let shell = try ShellHarness()
    let days = (0..<20_000).map { "\($0 % 50)\n" }.joined()
    _ = try shell.home.make("long.csv", "High\n" + days)
    try shell.report("data load ~/long.csv look_back=100")
    let message = try shell.complaint("gates lstm t=all gate=forget top=3")
    #expect(
      message.hasPrefix(
        "these are 1990100 steps of lstm, and at most 1789569 fit into memory;"))
    #expect(try shell.complaint("gates lstm t=all").contains("             ^"))
    try shell.report("gates lstm t=99..120 gate=forget top=3")
  }
}
