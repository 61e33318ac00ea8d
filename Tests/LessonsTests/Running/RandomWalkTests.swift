import Lessons
import Testing

@Suite("A student who types anything")
struct RandomWalkTests {
  private static let lines = [
    "", "", "", "next", "back", "hint", "answer", "skip", "again", "goto 1", "goto 7", "goto own",
    "goto", "goto x", "reset", "menu", "progress", "notes", "notes a.md", "help", "?", "3", "0.1",
    "a", "b", "a b", "state", "show x=3", "double x=1", "fail", "stop", "flaky", "keep z",
    "shwo x=3", "all", "1 2", "none", "Some words of my own.", "show some words of mine",
    "\u{1b}[2J", "\"", "`show", "'; fail", "1/0", "9e999", "ß → 𝕏", "==", "a=b", "answer 3",
    String(repeating: "9", count: 5_000),
  ]

  @Test(arguments: 0..<12) func getsNowhereStuckAndCanAlwaysLeaveAndFinish(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var talk = try Conversation(LineMeaningTests.pages, core: seed.isMultiple(of: 2))
    talk.begin()
    for _ in 0..<300 where !talk.runner.isOver {
      let line = Self.lines[Int.random(in: Self.lines.indices, using: &generator)]
      talk.host.failures = Int.random(in: 0...1, using: &generator)
      _ = talk.runner.isCommand(line, host: talk.host)
      talk.type(line, after: Int.random(in: -5...900, using: &generator))
    }
    var leaver = talk
    leaver.leave()
    #expect(leaver.runner.isOver)
    for _ in 0..<60 where !talk.runner.isOver { talk.type("skip") }
    #expect(talk.runner.isOver)
    #expect(talk.host.saved.last == talk.runner.progress)
  }

  @Test func leadsTheSameLinesToTheSame() throws {
    var one = try Conversation(LineMeaningTests.pages)
    var other = try Conversation(LineMeaningTests.pages)
    #expect(one.begin() == other.begin())
    for line in Self.lines { #expect(one.type(line) == other.type(line)) }
    #expect(one.runner.progress == other.runner.progress)
  }
}

/// SplitMix64: a walk can be walked again.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
