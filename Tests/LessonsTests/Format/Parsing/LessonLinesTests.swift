import Testing

@testable import Lessons

/// The bytes of a lesson, whatever they are.
struct LessonLinesTests {
  private func faults(_ bytes: [UInt8]) -> [String] {
    LessonParser.parse(bytes, file: "ewma.md").faults.map(\.description)
  }

  private func page(_ bytes: [UInt8]) -> [UInt8] { Array(LessonFixture.head.utf8) + bytes }

  @Test func takesAByteOrderMarkAndCarriageReturns() throws {
    let text = LessonFixture.head + "One\ntwo\n\n```run\ndata\n```\n"
    let other =
      "\u{feff}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    let plain = try #require(LessonParser.parse(Array(text.utf8), file: "ewma.md").lesson)
    let same = try #require(LessonParser.parse(Array(other.utf8), file: "ewma.md").lesson)
    #expect(plain.pages == same.pages)
    #expect(plain.fingerprint != same.fingerprint)
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x62], "the character U+0000 is invisible and cannot stand in a lesson", 2),
      ([0x1b, 0x5b], "the character U+001B is invisible and cannot stand in a lesson", 1),
      ([0x61, 0x0d, 0x62], "the character U+000D is invisible and cannot stand in a lesson", 2),
      ([0xc2, 0x9b], "the character U+009B is invisible and cannot stand in a lesson", 1),
      ([0x7f], "the character U+007F is invisible and cannot stand in a lesson", 1),
      ([0x61, 0x09], "a tab stands here; write blanks", 2),
    ] as [([UInt8], String, Int)])
  func refusesControlCharacters(bytes: [UInt8], message: String, column: Int) {
    #expect(faults(page(bytes)) == ["ewma.md:12:\(column): \(message)"])
  }

  @Test(arguments: ["\u{202e}", "\u{200b}", "\u{feff}", "\u{2028}", "\u{e000}"])
  func refusesCharactersThatHideOrTurnText(character: String) {
    let found = faults(page(Array("β\(character)x".utf8)))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("ewma.md:12:2: the character U+") == true)
  }

  @Test(
    arguments: [[0xff], [0xc3], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]]
      as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    #expect(faults(page(bytes)) == ["ewma.md:12: this line is not UTF-8"])
  }

  @Test func refusesAnEmptyFileAndOneOfNothingButBlanks() {
    #expect(faults([]).first == "ewma.md:1: a lesson begins with a line --- and then title: …")
    #expect(!faults(Array("\n \n".utf8)).isEmpty)
  }

  @Test func refusesAFileThatIsTooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_001)
    #expect(faults(bytes) == ["ewma.md:1: a lesson has at most 1 MB; this file has 1000001 bytes"])
  }

  @Test func refusesAHugeLine() {
    let line = [UInt8](repeating: 0x7b, count: 10_001)
    #expect(
      faults(page(line)) == ["ewma.md:12: this line has 10001 bytes; a line has at most 10000"])
    let longest = [UInt8](repeating: 0x61, count: 10_000)
    #expect(faults(page(longest)) == [])
  }

  @Test(arguments: [
    "```x\n", "```\n", "- a\n", "| a |\n", "> teacher: a\n", "## a {#a}\n", "{= ", "[a](", "**",
    "```vary t=1|1|", "```math\n\\frac{", "```ask number\nwrong: `", "{t}\n", "\u{85}\n",
  ])
  func manyOfAKindAreReadToTheEnd(piece: String) {
    let count = 40_000 / piece.utf8.count
    let text = (0..<count).map { _ in piece }.joined()
    let lines = stride(from: 0, to: text.utf8.count, by: 9_000).map { start in
      String(text.dropFirst(start).prefix(9_000))
    }
    let (lesson, faults) = LessonParser.parse(
      page(Array(lines.joined(separator: "\n").utf8)), file: "ewma.md")
    #expect(lesson == nil || faults.allSatisfy(\.isWarning))
    #expect(faults.count <= 200)
  }
}
