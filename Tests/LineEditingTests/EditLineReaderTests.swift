import TestSupport
import Testing

struct EditLineReaderTests {
  @Test func aTypedLineComesWithoutItsEnd() throws {
    let terminal = try makeEditor()
    terminal.send("gates lstm t=42\r")
    try terminal.expect("line <gates lstm t=42>")
    try terminal.expectLine("2>")
  }

  @Test func anEmptyLineIsALine() throws {
    let terminal = try makeEditor()
    terminal.send(.enter)
    try terminal.expect("line <>")
  }

  @Test func oneControlCClearsTheLine() throws {
    let terminal = try makeEditor()
    terminal.send("gates")
    try terminal.expectLine("1> gates")
    terminal.send(.control("C"))
    try terminal.expectScreen("interrupted")
    #expect(terminal.screen.rows.first == "1> gates^C")
    try terminal.expectLine("2>")
    terminal.send("calc 1\r")
    try terminal.expect("line <calc 1>")
  }

  @Test func controlCInALongLineGoesBelowIt() throws {
    let terminal = try makeEditor(columns: 20)
    terminal.send(String(repeating: "a", count: 40))
    try terminal.expectLine("aaa")
    terminal.send(.control("A"))
    try terminal.wait(for: "the cursor at the start") {
      $0.screen.cursorRow == 0 && $0.screen.cursorColumn == 3
    }
    terminal.send(.control("C"))
    try terminal.expectLine("2>")
    #expect(
      terminal.screen.rows.prefix(4) == [
        "1> " + String(repeating: "a", count: 17), String(repeating: "a", count: 20), "aaa^C",
        "interrupted",
      ])
  }

  @Test func controlDEndsOnAnEmptyLineOnly() throws {
    let terminal = try makeEditor()
    terminal.send("abc")
    terminal.send(.control("D"))
    terminal.send(.left)
    terminal.send(.control("D"))
    terminal.send(.enter)
    try terminal.expect("line <ab>")
    try terminal.expectLine("2>")
    terminal.send(.control("D"))
    try terminal.expect("end")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCanonical && terminal.echoes)
  }

  @Test(arguments: [SignalNumber.terminate, SignalNumber.hangup, SignalNumber.quit])
  func aRequestToEndGivesTheTerminalBack(_ signal: Int32) throws {
    let terminal = try makeEditor()
    terminal.send("gat")
    try terminal.expectLine("1> gat")
    #expect(!terminal.isCanonical && !terminal.echoes)
    terminal.signal(signal)
    try terminal.expect("terminated \(signal)")
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    #expect(terminal.isCanonical && terminal.echoes)
  }

  @Test func resizingKeepsTheTextAndDrawsItForTheNewWidth() throws {
    let terminal = try makeEditor(columns: 60)
    terminal.send("gates lstm t=42 unit=7 gate=forget")
    try terminal.expectLine("1> gates lstm t=42 unit=7 gate=forget")
    terminal.resize(columns: 20, rows: 24)
    try terminal.wait(for: "the line on two rows") {
      $0.screen.rows.prefix(3) == ["1> gates lstm t=42 u", "nit=7 gate=forget", ""]
    }
    terminal.send("!")
    try terminal.expectLine("nit=7 gate=forget!")
    terminal.resize(columns: 50, rows: 24)
    try terminal.expectLine("1> gates lstm t=42 unit=7 gate=forget!")
    terminal.send(.enter)
    try terminal.expect("line <gates lstm t=42 unit=7 gate=forget!>")
  }

  @Test func resizingLeavesNoOldRowsWhereNothingFlows() throws {
    let terminal = try makeEditor(columns: 30)
    terminal.send("0123456789012345678901234567890123456789")
    try terminal.expectLine("7890123456789")
    terminal.resize(columns: 20, rows: 24)
    try terminal.wait(for: "the line on three rows") {
      $0.screen.rows.prefix(4) == ["1> 01234567890123456", "78901234567890123456", "789", ""]
    }
  }

  @Test func controlZGivesTheTerminalBackAndTheLineReturns() throws {
    let terminal = try makeEditor("shell")
    terminal.send("gates lstm")
    try terminal.expectLine("1> gates lstm")
    terminal.send(.control("Z"))
    try terminal.expect("job stopped, canonical true, echoes true")
    terminal.send("fg\r")
    try terminal.expectLine("1> gates lstm")
    #expect(!terminal.isCanonical && !terminal.echoes)
    terminal.send(" t=3\r")
    try terminal.expect("line <gates lstm t=3>")
  }

  @Test func aStopFromOutsideIsRepaired() throws {
    let terminal = try makeEditor()
    terminal.send("gates")
    try terminal.expectLine("1> gates")
    terminal.signal(SignalNumber.stop)
    terminal.signal(SignalNumber.resume)
    terminal.send(" gru\r")
    try terminal.expect("line <gates gru>")
  }

  @Test func charactersOfSeveralBytesAreKept() throws {
    let terminal = try makeEditor()
    terminal.send("é→日😀x")
    terminal.send(.left)
    terminal.send(.backspace)
    try terminal.expectLine("1> é→日x")
    #expect(terminal.screen.cursorColumn == 7)
    terminal.send(.enter)
    try terminal.expect("line <é→日x>")
  }

  @Test func bytesThatAreNoTextArePassedOver() throws {
    let terminal = try makeEditor()
    terminal.send([0x61, 0xFF, 0xC3, 0x62, 0xE2, 0x82, 0x63, 0x0D])
    try terminal.expect("line <abc>")
  }

  @Test func theCLocaleEditsASCII() throws {
    let terminal = try makeEditor(environment: ["LC_ALL": "C"])
    terminal.send("abX")
    terminal.send(.backspace)
    terminal.send("c\r")
    try terminal.expect("line <abc>")
  }

  @Test func aLocaleThatIsNotInstalledKeepsItsUTF8() throws {
    let terminal = try makeEditor(environment: ["LC_ALL": "xx_YY.UTF-8"])
    terminal.send("é→\r")
    try terminal.expect("line <é→>")
  }

  @Test func aLineOfThreeThousandCharactersComesWhole() throws {
    let terminal = try makeEditor()
    terminal.send(String(repeating: "gates ", count: 500) + "\r")
    try terminal.expect("line <3000 bytes>")
  }

  @Test(arguments: ["dumb", "no-such-terminal", ""])
  func aTerminalThatCannotEditIsRefused(_ name: String) throws {
    let terminal = try PseudoTerminal(
      running: builtProduct("line-editing-probe"), ["edit"],
      environment: testEnvironment(["TERM": name]))
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.rows.first == "not editable")
  }

  @Test func aPipeIsRefused() throws {
    let result = try runProcess(builtProduct("line-editing-probe"), ["edit"], input: "gates\n")
    #expect(result.status == .exited(3))
    #expect(result.output == "not editable\n")
    #expect(result.error == "")
  }

  @Test func editrcCannotTakeTabAway() throws {
    let home = try TemporaryFolder()
    try home.write("bind ^I ed-insert\nbind ^X ed-kill-line\n", to: ".editrc")
    let terminal = try makeEditor(environment: ["HOME": home.path])
    terminal.send("abc")
    terminal.send(.control("A"))
    terminal.send(.control("X"))
    terminal.send("gat\t")
    try terminal.expectLine("1> gates")
    terminal.send(.enter)
    try terminal.expect("line <gates >")
  }

  @Test func editrcMaySwitchEditingOff() throws {
    let home = try TemporaryFolder()
    try home.write("probe:edit off\n", to: ".editrc")
    let terminal = try PseudoTerminal(
      running: builtProduct("line-editing-probe"), ["edit"],
      environment: testEnvironment(["HOME": home.path]))
    #expect(try terminal.waitForExit() == .exited(3))
  }
}
