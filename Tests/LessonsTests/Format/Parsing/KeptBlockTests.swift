import Testing

@testable import Lessons

struct KeptBlockTests {
  @Test func namesALessonAndItsPage() {
    let blocks = LessonFixture.blocks(onPage: "```kept welcome/the-bet\n```\n")
    #expect(blocks == [.kept(KeptBlock(line: 12, lesson: "welcome", page: "the-bet"))])
  }

  @Test(arguments: [
    ("kept", "1:4: a lesson and its page were expected, as in kept welcome/bet"),
    ("kept welcome", "1:4: a lesson and its page were expected, as in kept welcome/bet"),
    ("kept welcome/", "1:4: a lesson and its page were expected, as in kept welcome/bet"),
    ("kept welcome/bet/1", "1:4: a lesson and its page were expected, as in kept welcome/bet"),
    ("kept welcome/Bet", "1:4: a lesson and its page were expected, as in kept welcome/bet"),
    ("kept welcome/bet\nx", "2:1: a kept block is empty"),
  ])
  func refusesABlockWithAFault(head: String, fault: String) {
    #expect(LessonFixture.faults(onPage: "```\(head)\n```\n") == [fault])
  }
}
