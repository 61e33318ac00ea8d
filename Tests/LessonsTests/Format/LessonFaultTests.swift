import Testing

@testable import Lessons

struct LessonFaultTests {
  @Test func namesFileLineColumnAndNearestWord() {
    let fault = LessonFault("there is no block", file: "ewma.md", line: 12, column: 4, hint: "run")
    #expect(fault.description == "ewma.md:12:4: there is no block; did you mean run?")
    let other = LessonFault("it is empty", file: "a.md", line: 1, isWarning: true)
    #expect(other.description == "a.md:1: warning: it is empty")
  }

  @Test func bringsNoControlCharacterToTheTerminal() {
    let fault = LessonFault("a\u{1b}[2J", file: "\u{9b}x\r.md", line: 1, hint: "\u{202e}")
    #expect(fault.description == "\\x9bx\\r.md:1: a\\e[2J; did you mean \\u{202e}?")
  }

  @Test func quotesWhatStandsInTheFileShortly() {
    #expect(quoted("rnu") == "\"rnu\"")
    #expect(
      quoted(String(repeating: "a", count: 41)) == "\"\(String(repeating: "a", count: 40))…\"")
  }

  @Test func listsTheFirstTwoHundredFromTheFirstLineToTheLast() {
    let body = String(repeating: "```rnu\n```\n", count: 300)
    let faults = LessonFixture.parse(page: body).faults
    #expect(faults.count == 200)
    #expect(faults.map(\.line) == faults.map(\.line).sorted())
    #expect(LessonFixture.parse(page: body).lesson == nil)
  }
}
