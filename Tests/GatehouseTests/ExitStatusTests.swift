import TestSupport
import Testing

/// What the caller is told at the end.
struct ExitStatusTests {
  /// A command that nobody waits for to its end.
  private let endless = "train lstm epochs=100000 units=200"

  @Test func successIsZero() throws {
    #expect(try TestUser().run("-c", "set").status == .exited(0))
  }

  @Test func aMistakeIsOneAndAWrongCallTwo() throws {
    let user = try TestUser()
    #expect(try user.run("-c", "zzz").status == .exited(1))
    #expect(try user.run("--zzz").status == .exited(2))
    #expect(try user.run("zzz.gate").status == .exited(2))
  }

  @Test(arguments: [
    (SignalNumber.interrupt, 130), (SignalNumber.terminate, 143), (SignalNumber.hangup, 129),
    (SignalNumber.quit, 131),
  ])
  func aSignalEndsARunningCommand(_ signal: Int32, _ status: Int) throws {
    for arguments in [["-c", "set; \(endless); set"], ["tour.gate"], ["--keep-going"]] {
      let user = try TestUser()
      try user.home.write("set\n\(endless)\nset\n", to: "tour.gate")
      let program = try user.start(arguments)
      program.send("set\n\(endless)\nset\n")
      try program.expect("pager ")
      program.signal(signal)
      let result = try program.finish()
      #expect(result.status == .exited(Int32(status)))
      #expect(result.output.ranges(of: "Settings").count == 1)
    }
  }

  @Test func anInterruptedTrainingShowsItsWholeEpochs() throws {
    let user = try TestUser()
    let terminal = try user.runShellScript(
      #"exec "$0" -c 'train lstm epochs=100000 units=4' > out"#)
    try terminal.waitForEpoch(3)
    terminal.send(.control("C"))
    #expect(try terminal.waitForExit() == .exited(130))
    let answer = try #require(user.home.text(of: "out"))
    #expect(answer.hasPrefix("lstm: LSTM with 4 units, "))
    #expect(answer.contains("interrupted: whole epochs kept"))
  }

  @Test func aReaderThatHasEnoughEndsItQuietly() throws {
    let user = try TestUser()
    let program = try user.start("--keep-going")
    for _ in 0..<400 { program.send("help train\n") }
    try program.expect("train: trains")
    program.closeOutput()
    let result = try program.finish()
    #expect(result.status == .signalled(SignalNumber.pipe))
    #expect(result.error == "")
  }

  @Test func headIsServedAndTheShellCounts141() throws {
    let user = try TestUser()
    let script = #"{ "$0" -c 'gates lstm t=all gate=forget'; echo $? > status; } | head -1"#
    let terminal = try user.runShellScript(script)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.rows[0].hasPrefix("LSTM from t="))
    #expect(terminal.screen.rows[1] == "")
    #expect(["141\n", "0\n"].contains(user.home.text(of: "status") ?? ""))
  }

  #if os(Linux)  // which has a device that is always full
  @Test(arguments: ["set t=7", "--json -c set", "completions bash", "--help", "--version"])
  func anAnswerThatCannotBeWrittenIsAFailure(arguments: String) throws {
    let user = try TestUser()
    let terminal = try user.runShellScript(#""$0" \#(arguments) > /dev/full; echo "status $?""#)
    #expect(try terminal.waitForExit() == .exited(0))
    try terminal.expectScreen("gatehouse: the answer is not written: No space left on device")
    #expect(terminal.screen.contains("status 1"))
  }
  #endif

  @Test func closedStreamsAreAnEmptyInputAndAFailingOutput() throws {
    let user = try TestUser()
    let script = #"""
      "$0" <&-; echo "input $?"; "$0" -c set <&- >&- 2>&-; echo "all $?"
      "$0" -c 'model save lstm saved.safetensors' <&- 2>&- | head -1; "$0" -c zzz 2>&-; echo "error $?"
      """#
    let terminal = try user.runShellScript(script)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.hasRow("input", "0"))
    #expect(terminal.screen.hasRow("all", "1"))
    #expect(terminal.screen.hasRow("error", "1"))
    #expect(user.home.names.contains("saved.safetensors"))
  }

  @Test func theInteractiveShellEndsWithSuccessAfterMistakes() throws {
    let terminal = try TestUser().openShell()
    try terminal.run("zzz")
    terminal.enter("quit")
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
