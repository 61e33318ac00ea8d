import TestSupport
import Testing

/// Ctrl-C and Ctrl-Z, at the prompt and while a command runs; `SignalMatrixTests` has every signal at every
/// moment.
struct SignalTests {
  @Test func controlCStopsATrainingAndKeepsTheLastWholeEpoch() throws {
    let terminal = try TestUser().openShell()
    terminal.enter("train lstm epochs=100000 units=200 as=mine")
    try terminal.waitForEpoch(2)
    #expect(terminal.isCanonical && terminal.echoes)
    terminal.send(.control("C"))
    try terminal.expectScreen("interrupted: whole epochs kept")
    try terminal.expectPrompt()
    #expect(!terminal.screen.rows.contains { $0.contains("/100000") })
    try terminal.run("model mine")
    #expect(terminal.screen.contains("200"))
    try terminal.run("set")
    #expect(terminal.screen.contains("Settings"))
  }

  @Test func controlCBeforeOneWholeEpochChangesNothing() throws {
    let terminal = try TestUser().openShell()
    terminal.enter("train lstm epochs=100000 units=1024 batch=1 as=mine")
    try terminal.waitForEpoch(1)
    terminal.send(.control("C"))
    try terminal.expectScreen("interrupted")
    try terminal.expectPrompt()
    try terminal.run("model mine")
    #expect(terminal.screen.contains("there is no model \"mine\""))
  }

  @Test func controlCDropsTheRestOfTheLine() throws {
    let terminal = try TestUser().openShell()
    terminal.enter("train rnn epochs=100000; set t=7")
    try terminal.waitForEpoch(2)
    terminal.send(.control("C"))
    try terminal.expectScreen("interrupted: whole epochs kept")
    try terminal.expectPrompt()
    #expect(!terminal.screen.contains("Settings"))
  }

  @Test func controlZGivesTheTerminalBackAndThePromptReturns() throws {
    let terminal = try TestUser().runShellScript(
      #""$0"; stty -a; echo stopped; read go; fg; echo "left with $?""#)
    try terminal.expectPrompt()
    terminal.send("predict lst")
    try terminal.expectLine("gatehouse> predict lst")
    terminal.send(.control("Z"))
    let settings = try terminal.text(between: "predict lst", and: "stopped")
    let words = settings.split { " ;\r\n".contains($0) }
    #expect(words.contains("icanon") && words.contains("echo"))
    terminal.enter("go")
    try terminal.expectLine("gatehouse> predict lst")
    #expect(!terminal.isCanonical && !terminal.echoes)
    terminal.enter("m t=42")
    try terminal.expectScreen("On this day copying today is closer.")
    try terminal.expectPrompt()
    terminal.send(.control("D"))
    try terminal.expectScreen("left with 0")
  }

  @Test func controlZStopsATrainingThatGoesOnLater() throws {
    let terminal = try TestUser().runShellScript(
      #""$0"; echo stopped; read go; fg; echo "left with $?""#)
    try terminal.expectPrompt()
    terminal.enter("train lstm epochs=100000 units=20")
    try terminal.waitForEpoch(2)
    terminal.send(.control("Z"))
    try terminal.expect("stopped\r\n")
    let epoch = terminal.epoch
    terminal.enter("go")
    try terminal.waitForEpoch(epoch + 1)
    terminal.send(.control("C"))
    try terminal.expectScreen("interrupted: whole epochs kept")
    try terminal.expectPrompt()
    terminal.enter("quit")
    try terminal.expectScreen("left with 0")
  }

  @Test func whatSttyChangesDuringAStopStays() throws {
    let terminal = try TestUser().runShellScript(
      #""$0"; stty kill ^X; echo stopped; read go; fg; stty -a; echo "left with $?""#)
    try terminal.expectPrompt()
    terminal.send(.control("Z"))
    try terminal.expectScreen("stopped")
    terminal.enter("go")
    try terminal.expectPrompt()
    try terminal.run("set t=7")
    terminal.enter("quit")
    try terminal.expectScreen("left with 0")
    #expect(terminal.screen.contains("kill = ^X;"))
  }

  @Test func aStopFromOutsideIsRepaired() throws {
    let terminal = try TestUser().openShell()
    terminal.send("predict")
    try terminal.expectLine("gatehouse> predict")
    terminal.signal(SignalNumber.stop)
    terminal.signal(SignalNumber.resume)
    terminal.enter(" lstm t=42")
    try terminal.expectScreen("On this day copying today is closer.")
  }

  @Test func whatTheParentIgnoresStaysIgnored() throws {
    let user = try TestUser()
    let terminal = try user.runShellScript(
      #"trap '' HUP; "$0" -c 'set; train rnn units=1 epochs=200' > out & echo "job $!"; read go; kill -HUP $!; wait $!; echo "status $?""#
    )
    try terminal.expect("job ")
    terminal.enter("go")
    try terminal.expectScreen("status 0")
  }
}
