import Testing

@testable import Shell

/// The published schema, held against answers that are right and that are not; `CommandTableTests` holds
/// it against the answer of each example.
struct JSONSchemaTests {
  private func faults(in text: String) throws -> [String] {
    try JSONSchema.answers.get().faults(in: text)
  }

  @Test(arguments: [
    "gates lstm t=42", "gates lstm t=3019", "gates latch t=99 steps=all gate=forget",
    "gates gru t=42 unit=7", "walk gru t=42 unit=7", "data plot", "ewma beta=0.8 on=ones t=4",
    "cell rnn v=2 x=1e30,0", "calc 0/0", "calc 1 +", "gatse lstm", "gates lstm t=99999",
    "set digits",
    "evaluate pick=persistence.rmse", "power v=1e300 tau=9",
  ])
  func whatIsPrintedIsValid(line: String) throws {
    let shell = try ShellHarness(.json)
    let objects = shell.run(line).answers.split(separator: "\n")
    #expect(objects.count == 1)
    for object in objects { #expect(try faults(in: String(object)) == []) }
  }

  @Test func aMistakeInAScriptHasItsFileAndLine() throws {
    let shell = try ShellHarness(.json)
    let answers = shell.run(script: "data show t=1\ngates lsmt\n", file: "tour.gate").answers
    let objects = answers.split(separator: "\n").map(String.init)
    #expect(objects.count == 2)
    for object in objects { #expect(try faults(in: object) == []) }
    #expect(try JSON(parsing: objects[1])["error"]["line"] == 2)
  }

  @Test(arguments: [
    #"[]"#,
    #"{"command":"data","title":"T","values":{}}"#,
    #"{"command":"data","title":"T","values":{},"blocks":[],"more":1}"#,
    #"{"command":"data","title":"T","values":{"a":{}},"blocks":[]}"#,
    #"{"command":"data","title":"T","values":{},"blocks":[{"kind":"picture"}]}"#,
    #"{"command":"data","title":"T","values":{},"blocks":[{"kind":"paragraph","text":1}]}"#,
    #"{"command":"data","title":"T","values":{},"blocks":[{"kind":"bars","name":"b","labels":["x"],"values":["y"]}]}"#,
    #"{"command":"data","title":"T","values":{},"blocks":[{"kind":"heatmap","name":"b","range":[0],"rows":[],"columns":[],"values":[]}]}"#,
    #"{"command":"x","error":{"message":"","column":null,"hint":null,"file":null,"line":null}}"#,
    #"{"command":"x","error":{"message":"m","column":0,"hint":null,"file":null,"line":null}}"#,
    #"{"command":"x","error":{"message":"m","column":1.5,"hint":null,"file":null,"line":null}}"#,
  ])
  func whatIsNoAnswerIsFound(text: String) throws {
    #expect(try !faults(in: text).isEmpty)
  }
}
