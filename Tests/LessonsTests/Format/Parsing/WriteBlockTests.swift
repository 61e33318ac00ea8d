import Testing

@testable import Lessons

struct WriteBlockTests {
  private func faults(_ lines: String) -> [String] {
    LessonFixture.faults(onPage: "Why?\n\n```write\n\(lines)\n```\n")
  }

  @Test func hasAModelAnswerAndCriteria() throws {
    let body = "Why?\n\n```write\nmodel: Because\n  of f.\ncriterion: f\ncriterion: c\n```\n"
    let write = WriteBlock(
      line: 14, question: Template("Why?", line: 12), model: Template("Because of f.", line: 15),
      criteria: [Template("f", line: 17), Template("c", line: 18)])
    #expect(LessonFixture.blocks(onPage: body) == [.write(write)])
  }

  @Test(arguments: [
    ("criterion: a\ncriterion: b", "3:4: write needs model:"),
    ("model: a\ncriterion: b", "3:4: write needs two to four lines criterion:"),
    (
      "model: a\ncriterion: b\ncriterion: c\ncriterion: d\ncriterion: e\ncriterion: f",
      "3:4: write needs two to four lines criterion:"
    ),
    (
      "model: a\ncriterion: b\ncriterion: c\nhint: d",
      "7:1: write has no key \"hint\"; its keys are model and criterion"
    ),
    ("model: a\nmodel: b\ncriterion: b\ncriterion: c", "5:1: model: stands twice"),
  ])
  func refusesABlockWithAFault(lines: String, fault: String) {
    #expect(faults(lines) == [fault])
  }

  @Test func needsItsQuestion() {
    #expect(
      LessonFixture.faults(onPage: "```write\nmodel: a\ncriterion: b\ncriterion: c\n```\n") == [
        "1:4: the question is missing: a paragraph right before this block"
      ])
  }
}
