import Testing

@testable import Shell

struct GatehouseWordsTests {
  @Test func noWordsOpenTheShell() throws {
    #expect(try Gatehouse.Task(words: [], files: Files()) == .shell)
  }

  @Test(arguments: [
    (["gates", "lstm", "t=42"], "gates lstm t=42"),
    (["gates", "lstm", "t", "=", "42", "--json"], "gates lstm t = 42 --json"),
    (["gates", "lstm", "t=", "42"], "gates lstm t= 42"),
    (["gates", "lstm", "t", "=42"], "gates lstm t =42"),
    (["explain", "forget gate"], "explain \"forget gate\""),
    (
      ["data", "load", "my prices.csv", "column=Day High"],
      "data load \"my prices.csv\" column=\"Day High\""
    ),
    (["explain", "it's"], "explain \"it's\""),
    (["explain", "say \"hi\""], "explain \"say \\\"hi\\\"\""),
    (["data", "load", "a;b.csv"], "data load \"a;b.csv\""),
    (["data", "load", "#1.csv"], "data load \"#1.csv\""),
    (["gates", "lstm", "x=[[0.5, 0.2]]"], "gates lstm x=[[0.5, 0.2]]"), (["exit"], "exit"),
    (["gatse"], "gatse"),
    (["gates lstm t=42; data"], "gates lstm t=42; data"),
    (["explain", ""], "explain \"\""),
  ])
  func wordsAreOneCommand(words: [String], line: String) throws {
    #expect(try Gatehouse.Task(words: words, files: Files()) == .words(line))
  }

  @Test func aWordThatNamesAFileIsAScript() throws {
    let folder = try TemporaryFolder()
    let script = try folder.make("tour.gate", "data\n")
    #expect(try Gatehouse.Task(words: [script], files: Files()) == .script(script))
    #expect(
      try Gatehouse.Task(words: [folder("none.gate")], files: Files())
        == .script(folder("none.gate")))
    #expect(throws: WordsError.self) {
      try Gatehouse.Task(words: [script, "--json"], files: Files())
    }
  }

  /// What a caller's shell took out of quotes comes to the command as it was.
  @Test(arguments: [
    "a b", "it's", "say \"hi\"", "back\\slash", "a;b", "#x", "tab\there", "a=b c", "", "'",
    "`", "[", "é 日",
  ])
  func anyWordComesThroughAsItIs(word: String) throws {
    let shell = try ShellHarness(.json)
    guard case .words(let line) = try Gatehouse.Task(words: ["explain", word], files: Files())
    else {
      Issue.record("no line")
      return
    }
    let message = try shell.json(line)["error"]["message"].text ?? ""
    // A key with a blank in its value stays a key.
    #expect(word.contains("=") || message.contains("\"\(word)\""), "\(line): \(message)")
  }
}
