import Grammar
import Reports
import Testing

@testable import Lessons

/// Lessons damaged at random: the parser takes any bytes and says what is wrong with them.
struct LessonMutationTests {
  private static let pieces = [
    "```", "```run\n", "```ask number\n", "{t}", "{= ", "}", "{{", "`", "**", "| ", " | ", "\n",
    "\n\n",
    "## ", "{#a}", "---\n", "\\frac{", "\\begin{cases}", "\\end{cases}", "\\left(", "&", "\\\\",
    "^", "_",
    "[x] ", "[if ", "..", "by ", "where ", "within ", "answer: ", "wrong: = ", "= ", "export ", ";",
    "> teacher: ", "- ", "\t", "\r\n", "\u{1b}", "é", "∂", "-", "9999999999", "%", "$=",
  ]

  @Test(arguments: 0..<60)
  func noBytesAreTooBadToBeRead(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = Array(LessonParserTests.whole.utf8)
    for _ in 0..<1 + random.index(below: 12) { Self.damage(&bytes, &random) }
    let (lesson, faults) = LessonParser.parse(bytes, file: "ewma.md")
    #expect((lesson == nil) == faults.contains { !$0.isWarning })
    #expect(faults.map(\.line) == faults.map(\.line).sorted())
    let lineCount = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).count
    for fault in faults {
      #expect((1...lineCount).contains(fault.line))
      #expect(fault.column ?? 1 >= 1)
      #expect(printable(fault.message) == fault.message)
      #expect(!fault.message.hasSuffix(".") && !fault.message.contains("\n"), "\(fault)")
    }
    for page in lesson?.pages ?? [] { Self.checkTexts(page) }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = random.index(below: bytes.count + 1)
    let end = min(bytes.count, place + random.index(below: 31))
    switch random.index(below: 5) {
    case 0: bytes.removeSubrange(place..<end)
    case 1:
      bytes.insert(contentsOf: bytes[place..<end], at: random.index(below: place + 1))
    case 2: bytes.insert(UInt8(random.index(below: 256)), at: place)
    case 3 where place < bytes.count: bytes[place] = UInt8(random.index(below: 256))
    default:
      let piece = pieces[random.index(below: pieces.count)]
      bytes.insert(contentsOf: piece.utf8, at: place)
    }
  }

  /// No text of a lesson that was taken can steer a terminal.
  private static func checkTexts(_ page: Page) {
    for block in page.blocks {
      switch block {
      case .prose(let prose), .teacher(let prose):
        #expect(printable(prose.text.source) == prose.text.source)
      case .math(let math):
        #expect(printable(math.plain.source) == math.plain.source)
        #expect(printable(math.latex) == math.latex)
      case .ask(let ask):
        #expect(printable(ask.question.source) == ask.question.source)
      case .run(let run):
        for command in run.commands { #expect(printable(command.source) == command.source) }
      case .guess, .write, .kept, .pause, .check:
        break
      }
    }
  }
}
