import Testing

@testable import Grammar

struct CommandLineTests {
  private func mistake(_ line: String) -> Mistake? { CommandLine(parsing: line).mistake }

  @Test func aCommandHasVerbWordsKeysAndOptions() throws {
    let line = CommandLine(parsing: "gates lstm t = 42 --json")
    let invocation = try #require(line.invocations.first)
    #expect(line.mistake == nil)
    #expect(invocation.verb.text == "gates")
    #expect(invocation.words.map(\.text) == ["lstm"])
    #expect(invocation.pairs.map(\.key.text) == ["t"])
    #expect(invocation.pairs.map(\.value.text) == ["42"])
    #expect(invocation.options.map(\.text) == ["--json"])
  }

  @Test func eachCommandOfALineKeepsItsOwnText() {
    let line = CommandLine(parsing: " data ;  gates lstm t=1 # why ")
    #expect(line.invocations.map(\.source) == ["data", "gates lstm t=1"])
  }

  @Test func blankLinesAndCommentsHoldNoCommand() {
    for text in ["", "  ", "# x", ";", " ; ; "] {
      #expect(CommandLine(parsing: text) == CommandLine(parsing: ""))
    }
  }

  @Test func aMistakeDropsTheRestOfTheLineOnly() {
    let line = CommandLine(parsing: "data; gates t=1 t=2; quit")
    #expect(line.invocations.map(\.source) == ["data"])
    #expect(line.mistake == Mistake("t= stands twice; keep one", at: 16..<17))
    let quote = CommandLine(parsing: "data; gates 'lstm")
    #expect(quote.invocations.map(\.source) == ["data"])
    #expect(quote.mistake?.range == 12..<13)
  }

  @Test func keysNeedANameAndAValue() {
    #expect(mistake("gates t=")?.message == "t= needs a value right behind the sign")
    #expect(mistake("t=42")?.message == "a command begins with a verb, not with key=value")
    #expect(mistake("gates = 42")?.range == 6..<7)
    #expect(mistake("= 42")?.message == "there is no key before this =; write key=value")
    #expect(
      mistake("gates --t=42")
        == Mistake("keys have no dashes here: write t=42", at: 6..<9, hint: "t"))
  }

  @Test func columnsCountCharactersFromOne() {
    let line = "é😀 t=1 t=2"
    #expect(mistake(line)?.column(in: line) == 8)
    #expect(Mistake("", at: 900..<901).column(in: "ab") == 3)
  }

  @Test func theRestOfACommandIsAsTyped() {
    let line = CommandLine(parsing: "calc  ln(0.5) / ln(0.8)")
    #expect(line.invocations.first?.rest == "ln(0.5) / ln(0.8)")
  }

  @Test func onlyLettersBehindTwoDashesMakeAnOption() {
    let call = CommandLine(parsing: "calc 5 --2 --json").invocations.first
    #expect(call?.options.map(\.text) == ["--json"])
    #expect(call?.words.map(\.text) == ["5", "--2"])
  }
}
