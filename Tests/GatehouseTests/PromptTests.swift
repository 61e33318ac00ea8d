import TestSupport
import Testing

/// The shell from its prompt to its end.
struct PromptTests {
  @Test func itGreetsAndPrompts() throws {
    let terminal = try TestUser().openShell()
    #expect(terminal.screen.rows[0].hasPrefix("Gatehouse "))
    #expect(terminal.screen.cursorColumn == "gatehouse> ".count)
    #expect(!terminal.isCanonical && !terminal.echoes)
  }

  @Test func anAnswerStandsBetweenTwoPrompts() throws {
    let terminal = try TestUser().openShell()
    try terminal.run("predict lstm t=42")
    #expect(terminal.screen.contains("gatehouse> predict lstm t=42"))
    #expect(terminal.screen.contains("forecast"))
  }

  @Test func aMistakeIsToldAndTheSessionGoesOn() throws {
    let terminal = try TestUser().openShell()
    try terminal.run("set t=7; gates lsmt; set t=8")
    #expect(terminal.screen.contains("did you mean lstm?"))
    #expect(terminal.screen.contains("                ^"))
    try terminal.run("set")
    #expect(terminal.screen.hasRow("t", "7"))
  }

  @Test func anEmptyLineAndARemarkAnswerNothing() throws {
    let terminal = try TestUser().openShell()
    try terminal.run("")
    try terminal.run("   # only a remark")
    #expect(terminal.screen.rows.count { $0.hasPrefix("gatehouse>") } == 3)
    #expect(terminal.screen.rows.count { !$0.isEmpty } == 5)
  }

  @Test func theWholeHelpHasThreeNames() throws {
    let user = try TestUser()
    let help = try user.run("-c", "help gates").output
    for line in ["help gates", "gates --help", "? gates"] {
      let terminal = try user.openShell(columns: 80, rows: 100)
      try terminal.run("set color=never")
      terminal.enter(line)
      let text = try terminal.text(between: "\(line)\r\n", and: TestUser.prompt)
      #expect(text.split(separator: "\r\n") == help.split(separator: "\n"))
    }
  }

  @Test(arguments: ["quit", "exit", "bye", "set; quit"])
  func wordsLeave(_ line: String) throws {
    let terminal = try TestUser().openShell()
    terminal.enter(line)
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCanonical && terminal.echoes)
    #expect(terminal.screen.cursorColumn == 0)
  }

  @Test func controlDLeavesAnEmptyLineOnly() throws {
    let terminal = try TestUser().openShell()
    terminal.send("setX")
    terminal.send(.control("D"))
    terminal.send(.left)
    terminal.send(.control("D"))
    try terminal.expectLine("gatehouse> set")
    try terminal.run("")
    #expect(terminal.screen.contains("Settings"))
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCanonical && terminal.echoes)
    #expect(terminal.screen.cursorColumn == 0)
  }

  @Test func oneControlCClearsTheLine() throws {
    let terminal = try TestUser().openShell()
    terminal.send("gates lstm")
    try terminal.expectLine("gatehouse> gates lstm")
    terminal.send(.control("C"))
    try terminal.expectPrompt()
    #expect(terminal.screen.contains("gatehouse> gates lstm^C"))
    try terminal.run("set")
    #expect(terminal.screen.contains("Settings"))
  }

  @Test func whatIsTypedAheadIsRun() throws {
    let terminal = try TestUser().openShell()
    terminal.send("predict lstm t=42\rset t=7\rset digits=6\r")
    try terminal.wait(for: "three answers") {
      $0.screen.promptsSeen >= 4 && $0.screen.rowOfCursor == TestUser.prompt
    }
    #expect(terminal.screen.everything.joined(separator: "\n").hasRow("digits", "6"))
  }

  @Test func whatIsTypedBehindQuitIsForTheNextProgram() throws {
    let terminal = try TestUser().runShellScript(#""$0"; read next; echo "next is $next""#)
    try terminal.expectPrompt()
    terminal.send("quit\rcalc\r")
    try terminal.expectScreen("next is calc")
  }

  @Test func bytesThatAreNoTextDoNotEndTheShell() throws {
    let terminal = try TestUser().openShell()
    terminal.send(Array("set".utf8) + [0xFF, 0xC3, 0x00, 0x0D])
    try terminal.wait(for: "an answer") {
      $0.screen.promptsSeen == 2 && $0.screen.rowOfCursor == TestUser.prompt
    }
    try terminal.run("predict lstm t=42")
    #expect(terminal.screen.contains("On this day copying today is closer."))
  }

  @Test func linesTypedIntoAPipeOfAnswersGoOnAfterAMistake() throws {
    let user = try TestUser()
    let terminal = try user.runShellScript(#""$0" | cat > out; echo "status $?""#)
    terminal.enter("zzz")
    try terminal.expect("there is no command")
    terminal.enter("set t=7")
    terminal.send(.control("D"))
    try terminal.expectScreen("status 0")
    let answer = try #require(user.home.text(of: "out"))
    #expect(answer.hasPrefix("Settings"))
    #expect(!answer.contains(TestUser.prompt))
    #expect(user.home.names == ["out"])
  }
}
