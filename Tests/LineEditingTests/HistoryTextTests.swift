import Testing

@testable import LineEditing

struct HistoryTextTests {
  private func make(_ lines: String...) -> HistoryText {
    HistoryText(bytes: lines.map { $0 + "\n" }.joined().utf8)
  }

  @Test func theTextReadsBackAsTheSameHistory() {
    var history = make("gates lstm t=42", "calc 1+1")
    history.append("data \"a b.csv\" é→日")
    #expect(history.text == "gates lstm t=42\ncalc 1+1\ndata \"a b.csv\" é→日\n")
    #expect(HistoryText(bytes: history.text.utf8).lines == history.lines)
  }

  @Test(arguments: [
    ("", []), ("\n\n", []), ("a", ["a"]), ("a\r\nb\r\n", ["a", "b"]), ("a\nb", ["a", "b"]),
    ("a\na\nb\na\n", ["a", "b", "a"]), ("_HiStOrY_V2_\na\\040b\n", ["_HiStOrY_V2_", "a\\040b"]),
    ("a\u{1B}[31mb\u{0}c\n", ["a [31mb c"]),
  ])
  func anyFileIsAHistory(_ text: String, _ lines: [String]) {
    let history = HistoryText(bytes: text.utf8)
    #expect(history.lines == lines)
    #expect(history.added.isEmpty)
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    #expect(HistoryText(bytes: [0x61, 0xFF, 0x62, 0x0A]).lines == ["a\u{FFFD}b"])
  }

  @Test func nothingThatSteersATerminalIsKept() {
    #expect(HistoryText(bytes: "a\u{202A}b\u{2068}c\u{2028}d\u{9B}e".utf8).lines == ["a b c d e"])
    #expect(make("sh\u{AD}y \u{200D}").lines == ["sh\u{AD}y \u{200D}"])
  }

  @Test func whatIsNotToBeKeptIsNot() {
    var history = make("a")
    let tooLong = String(repeating: "x", count: HistoryText.longestInBytes + 1)
    for line in ["a", "", " secret", tooLong] {
      let isStored = history.append(line)
      #expect(!isStored)
    }
    #expect(history.lines == ["a"])
    for line in ["b", "a"] {
      let isStored = history.append(line)
      #expect(isStored)
    }
    #expect(history.lines == ["a", "b", "a"])
  }

  @Test func aLineEndInsideACommandMakesNoSecondCommand() {
    var history = HistoryText()
    history.append("a\nb\r\n")
    #expect(history.lines == ["a b"])
  }

  @Test func theOldestGoWhenTheLimitIsReached() {
    var history = HistoryText()
    for number in 0..<(HistoryText.limit + 5) { history.append("calc \(number)") }
    #expect(history.lines.count == HistoryText.limit)
    #expect(history.lines.first == "calc 5")
    #expect(history.lines.last == "calc \(HistoryText.limit + 4)")
    #expect(history.added.count == HistoryText.limit)
    history.markAddedAsKept()
    #expect(history.addedText == "" && history.lines.count == HistoryText.limit)
  }

  @Test func ofALongFileTheLatestAreKept() {
    let text = (1...(HistoryText.limit + 1)).map { "calc \($0)\n" }.joined()
    let history = HistoryText(bytes: text.utf8)
    #expect(history.lines.count == HistoryText.limit)
    #expect(history.lines.first == "calc 2")
    #expect(history.merged(into: HistoryText(bytes: "x".utf8)).lines == ["x"])
  }

  @Test func twoShellsLoseNothing() {
    let start = make("old")
    var mine = start
    var other = start
    mine.append("mine 1")
    other.append("other 1")
    mine.append("mine 2")
    let afterOther = other.merged(into: start)
    let afterBoth = mine.merged(into: afterOther)
    #expect(afterBoth.lines == ["old", "other 1", "mine 1", "mine 2"])
    #expect(afterBoth.added.isEmpty)
    #expect(mine.addedText == "mine 1\nmine 2\n")
  }
}
