import Testing

@testable import Shell

/// Requests of `gates` that once took all memory.
struct GatesRegressionTests {
  @Test func moreStepsThanFitIntoMemoryAreRefused() throws {
    let shell = try shellWithLongSeries()
    let message = try shell.complaint("gates lstm t=all step=1 gate=forget top=3")
    #expect(
      message.hasPrefix(
        "these are 1990100 steps of lstm, and at most 1789569 fit into memory;"))
    #expect(try shell.complaint("gates lstm t=all step=1").contains("             ^"))
    try shell.report("gates lstm t=99..120 step=1 gate=forget top=3")
    try shell.report("gates lstm t=all gate=forget top=3")
  }

  @Test func aPictureOfTooManyDaysIsRefusedBeforeItIsComputed() throws {
    let shell = try shellWithLongSeries()
    try shell.report("model new lstm units=150 init=torch as=wide")
    let message = try shell.complaint("gates wide mode=carry t=all")
    #expect(message.hasPrefix("a picture of 20000 days shows nothing; ask for 18641 at most"))
    #expect(message.contains("gate=input top=10"))
    #expect(message.contains("                        ^"))
  }

  /// 20,000 days, of which a window takes 100.
  private func shellWithLongSeries() throws -> ShellHarness {
    let shell = try ShellHarness()
    let days = (0..<20_000).map { "\($0 % 50)\n" }.joined()
    _ = try shell.home.make("long.csv", "High\n" + days)
    try shell.report("data load ~/long.csv look_back=100")
    return shell
  }
}
