import TestSupport
import Testing

/// Lines that come from `-c`, a file or a pipe.
struct ScriptTests {
  /// The ways in which lines come to the program.
  enum Source: CaseIterable {
    case line, script, input

    func run(_ lines: String, as user: TestUser, _ options: String...) throws -> ProcessResult {
      switch self {
      case .line:
        return try user.run(options + ["-c", lines.split(separator: "\n").joined(separator: ";")])
      case .script:
        try user.home.write(lines, to: "tour.gate")
        return try user.run(options + ["tour.gate"])
      case .input: return try user.run(options, input: lines)
      }
    }
  }

  @Test(arguments: Source.allCases)
  func everySourceGivesTheSameAnswers(_ source: Source) throws {
    let user = try TestUser()
    let result = try source.run("set t=7\npredict lstm t=42", as: user)
    #expect(result.status == .exited(0))
    let apart = try user.run("set", "t=7").output + user.run("predict", "lstm", "t=42").output
    #expect(result.output == apart)
    #expect(result.error == "")
  }

  @Test(arguments: Source.allCases)
  func offTheTerminalThereIsNoPromptGreetingColorOrHistory(_ source: Source) throws {
    let user = try TestUser()
    let result = try source.run("gates lstm t=42\n", as: user)
    #expect(!result.output.contains("gatehouse>"))
    #expect(result.output.hasPrefix("LSTM at"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(user.home.names.allSatisfy { !$0.hasPrefix(".") })
  }

  @Test(arguments: [Source.script, .input])
  func theFirstFailingLineStopsWithItsPlace(_ source: Source) throws {
    let result = try source.run("set t=7\n\ngates lsmt\nset t=8\n", as: TestUser())
    #expect(result.status == .exited(1))
    #expect(result.output.hasPrefix("Settings") && !result.output.hasRow("t", "8"))
    let file = source == .script ? "tour.gate" : "standard input"
    #expect(result.error.hasPrefix("\(file):3:7: there is no model \"lsmt\""))
    #expect(result.error.hasSuffix("did you mean lstm?\n  gates lsmt\n        ^\n"))
  }

  @Test func aLineNamesNoPlace() throws {
    let result = try TestUser().run("-c", "set t=7; gates lsmt; set t=8")
    #expect(result.status == .exited(1))
    #expect(!result.output.hasRow("t", "8"))
    #expect(result.error.hasPrefix("there is no model \"lsmt\""))
  }

  @Test(arguments: [Source.script, .input])
  func keepGoingRunsTheRestAndEndsWithTheFirstFailure(_ source: Source) throws {
    let result = try source.run(
      "gates lsmt\nset t=7\nzzz\nset t=8\n", as: TestUser(), "--keep-going")
    #expect(result.status == .exited(1))
    #expect(result.output.hasRow("t", "7") && result.output.hasRow("t", "8"))
    #expect(result.error.contains(":1:7: ") && result.error.contains(":3:1: "))
  }

  @Test(arguments: Source.allCases)
  func aMistakeOnTheLastLineIsTheStatus(_ source: Source) throws {
    for end in ["", "\n"] {
      let result = try source.run("set t=7\ngates lsmt" + end, as: TestUser())
      #expect(result.status == .exited(1))
    }
  }

  @Test(arguments: [Source.script, .input])
  func linesOfOtherSystemsAreRead(_ source: Source) throws {
    let user = try TestUser()
    let plain = try source.run("set t=7\n# a remark\n\nset digits=6\n", as: user)
    let other = try source.run("\u{FEFF}set t=7\r\n# a remark\r\n\r\nset digits=6", as: user)
    #expect(plain.status == .exited(0))
    #expect(plain == other)
  }

  @Test(arguments: Source.allCases)
  func nothingIsNoMistake(_ source: Source) throws {
    let result = try source.run("\n   \n# only a remark", as: TestUser())
    #expect(result.status == .exited(0))
    #expect(result.output + result.error == "")
  }

  @Test func bytesThatAreNoTextAreAMistakeWithTheirPlace() throws {
    let user = try TestUser()
    try user.home.write(Array("set t=7\nset ".utf8) + [0xFF, 0x0A], to: "tour.gate")
    let result = try user.run("tour.gate")
    #expect(result.status == .exited(1))
    #expect(result.error.hasPrefix("tour.gate:2"))
  }

  @Test func quitEndsAScriptWell() throws {
    let result = try TestUser().run("-c", "set t=7; quit; set t=8")
    #expect(result.status == .exited(0))
    #expect(!result.output.hasRow("t", "8"))
  }

  @Test func mistakesInsideAScriptOfAScriptNameTheInnerOne() throws {
    let user = try TestUser()
    try user.home.write("set t=7\nzzz\n", to: "inner.gate")
    try user.home.write("source inner.gate\nset t=8\n", to: "outer.gate")
    let result = try user.run("outer.gate")
    #expect(result.status == .exited(1))
    #expect(result.error.hasPrefix("inner.gate:2:1: "))
    #expect(!result.output.hasRow("t", "8"))
  }

  @Test func anAnswerComesBeforeTheNextLineIsSent() throws {
    let program = try TestUser().start()
    program.send("set t=7\n")
    try program.expect("Settings")
    program.send("calm\n")
    program.closeInput()
    #expect(try program.finish().status == .exited(1))
  }
}
