import TestSupport
import Testing

/// The bar of a training.
struct ProgressTests {
  @Test func itShowsEpochLossAndTheTimeLeftAndGoesAway() throws {
    let terminal = try TestUser().openShell()
    terminal.enter("train lstm epochs=60 units=100")
    try terminal.expect("training lstm ")
    try terminal.expect(" loss 0.")
    try terminal.expect(" s left")
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains(" s left"))
    #expect(terminal.screen.everything.allSatisfy { !$0.hasPrefix("training lstm") })
  }

  @Test func controlCBehindABarOfTheWholeWidthLeavesNothing() throws {
    let terminal = try TestUser().openShell(columns: 30, rows: 60)
    terminal.enter("train lstm epochs=100000 units=1024")
    try terminal.wait(for: "a bar that is cut off") {
      $0.screen.rowOfCursor.hasPrefix("training lstm") && $0.screen.rowOfCursor.count > 26
    }
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("training") && !terminal.screen.contains("^"))
  }

  @Test func itIsOnStandardErrorSoThatAnswersCanGoElsewhere() throws {
    let user = try TestUser()
    let terminal = try user.runShellScript(
      #""$0" -c 'train lstm epochs=100000 units=100 --json' > out; echo "status $?""#)
    try terminal.waitForEpoch(2)
    terminal.send(.control("C"))
    try terminal.expectScreen("status 130")
    let answer = try #require(user.home.text(of: "out"))
    #expect(try JSONValue(parsing: answer)["values"]?["seed"] == .number(1))
  }

  @Test func offATerminalThereIsNone() throws {
    let user = try TestUser()
    let program = try user.start("-c", "set; train lstm units=200 batch=8 epochs=1")
    let result = try program.finish()
    #expect(result.status == .exited(0))
    #expect(result.error == "")
    #expect(!result.output.contains("training lstm"))
  }

  @Test func itFitsANarrowWindow() throws {
    let terminal = try TestUser().openShell(columns: 30, rows: 60)
    terminal.enter("train lstm epochs=100000 units=100")
    try terminal.expect("training lstm ")
    try terminal.wait(for: "a few drawings") {
      String(decoding: $0.output, as: UTF8.self).ranges(of: "training lstm ").count > 3
    }
    #expect(terminal.screen.rows.count { $0.hasPrefix("training lstm") } == 1)
    #expect(terminal.screen.rowOfCursor.hasPrefix("training lstm"))
    terminal.send(.control("C"))
    try terminal.expectPrompt()
  }
}
