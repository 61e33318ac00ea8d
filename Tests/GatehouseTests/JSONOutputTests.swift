import TestSupport
import Testing

/// `--json`: one document a command, each on one line, and nothing else on either stream.
struct JSONOutputTests {
  @Test func everyCommandIsOneLineAndErrorsAreToo() throws {
    let result = try TestUser().run(
      ["--json", "--keep-going"],
      input: "set t=7; gates lstm\ngates lsmt t=42\n\n# nothing\npredict gru t=-1\n\u{1}\n")
    #expect(result.error == "")
    #expect(result.status == .exited(1))
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    let objects = try lines.dropLast().map { try JSONValue(parsing: $0) }
    #expect(
      objects.prefix(4).map { $0["command"]?.text } == [
        "set t=7", "gates lstm", "gates lsmt t=42", "predict gru t=-1",
      ])
    #expect(objects.count == 5)
    let error = try #require(objects[2]["error"])
    #expect(error["column"] == .number(7))
    #expect(error["hint"] == .string("lstm"))
    #expect(error["file"] == .string("standard input"))
    #expect(error["line"] == .number(2))
    #expect(objects[3]["values"]?["actual.dollars"] == .null)
  }

  @Test func oneCommandMayAskForItAlone() throws {
    let result = try TestUser().run("-c", "set t=7 --json; set t=8; gates lsmt --json")
    let lines = result.output.split(separator: "\n")
    #expect(try JSONValue(parsing: lines[0])["values"]?["t"] == .number(7))
    #expect(lines[1] == "Settings")
    let last = try #require(lines.last)
    #expect(try JSONValue(parsing: last)["error"]?["hint"] == .string("lstm"))
    #expect(result.error == "")
    #expect(result.status == .exited(1))
  }

  @Test func pickLeavesTheOneValue() throws {
    let result = try TestUser().run("--json", "gates", "lstm", "t=42", "pick=forget.mean")
    let object = try JSONValue(parsing: result.output)
    guard case .object(let values) = object["values"] else {
      Issue.record("no values")
      return
    }
    #expect(Array(values.keys) == ["forget.mean"])
    #expect(object["blocks"] == .array([]))
  }

  @Test func aSourcedScriptGivesItsChildrenOnly() throws {
    let user = try TestUser()
    try user.home.write("set t=7\nset t=8\n", to: "tour.gate")
    let result = try user.run("--json", "source", "tour.gate")
    let commands = try result.output.split(separator: "\n").map {
      try JSONValue(parsing: $0)["command"]?.text
    }
    #expect(commands == ["set t=7", "set t=8"])
  }

  @Test func numbersAreThoseOfTheTableAtFullLength() throws {
    let user = try TestUser()
    let object = try JSONValue(parsing: user.run("--json", "predict", "lstm", "t=42").output)
    guard case .number(let dollars) = object["values"]?["prediction.dollars"] else {
      Issue.record("no prediction")
      return
    }
    let text = try user.run("-c", "set digits=9; predict lstm t=42").output
    let shown = text.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
    #expect(shown.contains { abs($0 - dollars) < 0.005 && $0 != dollars })
  }

  @Test func atATerminalThereIsNothingButTheAnswers() throws {
    let user = try TestUser()
    let terminal = try user.startAtTerminal("--json")
    terminal.enter("set t=7")
    try terminal.expect("}\r\n")
    terminal.enter("gates lsmt")
    try terminal.expect("\"hint\":\"lstm\"")
    terminal.enter("set t=8")
    try terminal.expect("\"t\":8")
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("gatehouse>"))
    #expect(!terminal.output.contains(0x1B))
  }
}
