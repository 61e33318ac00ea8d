import TestSupport
import Testing

@testable import LineEditing

struct SignalsTests {
  @Test func aRunningCommandSeesControlC() throws {
    let terminal = try PseudoTerminal(running: builtProduct("line-editing-probe"), ["busy"])
    try terminal.expect("busy")
    terminal.send(.control("C"))
    try terminal.expect("interrupted true false")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aRequestToEndStopsARunningCommandAndStays() throws {
    let terminal = try PseudoTerminal(running: builtProduct("line-editing-probe"), ["busy"])
    try terminal.expect("busy")
    terminal.signal(SignalNumber.user)
    terminal.signal(SignalNumber.terminate)
    try terminal.expect("interrupted false true")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aRequestToEndEndsTheWaitForALine() throws {
    let terminal = try makeEditor("prompting")
    terminal.signal(SignalNumber.hangup)
    #expect(try terminal.waitForExit() == .exited(128 + SignalNumber.hangup))
  }

  @Test func aClosedPipeEndsTheProcessQuietly() throws {
    let result = try runProcess(
      "/bin/sh",
      ["-c", "{ \"$0\" flood; echo $? >&2; } | head -n 1", builtProduct("line-editing-probe")])
    #expect(result.error == "\(128 + SignalNumber.pipe)\n")
    #expect(result.output.count == 1_001)
  }

  @Test func whatTheParentIgnoresStaysIgnored() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh",
      ["-c", "trap '' INT; exec \"$0\" busy", builtProduct("line-editing-probe")])
    try terminal.expect("busy")
    terminal.signal(SignalNumber.interrupt)
    terminal.signal(SignalNumber.terminate)
    try terminal.expect("interrupted false true")
  }

  @Test func aSetIsTheSignalsByTheirNumbers() {
    let set: SignalSet = [.terminate, .interrupt]
    #expect(set.first == SignalNumber.interrupt)
    #expect(set.intersection(.ending).first == SignalNumber.terminate)
    #expect(SignalSet().first == nil)
  }
}
