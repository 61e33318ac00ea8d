import Testing

@testable import Lessons

struct FrontMatterTests {
  private static let keys = [
    "title": "Half-lives: an average",
    "format": "1",
    "summary": "The past fades.",
    "minutes": "30",
    "order": "3",
  ]
  private static let order = ["title", "format", "summary", "minutes", "order", "needs"]

  /// A lesson whose head has other values; an empty one leaves the key out.
  private func parse(_ changes: [String: String] = [:], more: [String] = []) -> (
    lesson: Lesson?, faults: [LessonFault]
  ) {
    let values = Self.keys.merging(changes) { $1 }
    let lines = Self.order.compactMap { key in
      values[key].flatMap { $0.isEmpty ? nil : "\(key): \($0)" }
    }
    let text = (["---"] + lines + more + ["---", "", "## First {#first}", "", "Text"])
      .joined(separator: "\n")
    return LessonParser.parse(Array(text.utf8), file: "lessons/own-weights.md")
  }

  private func faults(_ changes: [String: String] = [:], more: [String] = []) -> [String] {
    parse(changes, more: more).faults.map { String($0.description.dropFirst(23)) }
  }

  @Test func holdsWhatALessonIs() throws {
    let (lesson, faults) = parse(["needs": "gru, series ewma"])
    let found = try #require(lesson)
    #expect(faults == [])
    #expect(found.id == "own-weights")
    #expect(found.title == "Half-lives: an average")
    #expect(found.summary == "The past fades.")
    #expect(found.minutes == 30)
    #expect(found.coreMinutes == nil)
    #expect(found.order == 3)
    #expect(found.needs == ["gru", "series", "ewma"])
  }

  @Test func needsMayBeEmptyAndCoreMinutesMayBeNone() throws {
    let (lesson, _) = parse(["minutes": "25 core 0"], more: ["needs:"])
    let found = try #require(lesson)
    #expect(found.needs == [])
    #expect(found.coreMinutes == 0)
  }

  @Test(arguments: order.filter { $0 != "needs" })
  func eachKeyButNeedsIsRequired(key: String) {
    #expect(faults([key: ""]) == ["6: the head of the lesson has no \(key):"])
  }

  @Test(arguments: [
    ("format", "2", "3:9: this lesson is written for format 2; this program reads format 1"),
    ("format", "one", "3:9: format: takes 1"),
    ("minutes", "long", "5:10: minutes: takes minutes as 30 or 30 core 15"),
    ("minutes", "0", "5:10: minutes: takes minutes as 30 or 30 core 15"),
    ("minutes", "30 of 15", "5:10: minutes: takes minutes as 30 or 30 core 15"),
    ("minutes", "30 core 40", "5:10: the minutes behind core are a whole number up to 30"),
    ("order", "third", "6:8: order: takes a whole number such as 3"),
    ("order", "-1", "6:8: order: takes a whole number such as 3"),
    (
      "needs", "ewma, GRU",
      "7:14: \"GRU\" is no id of a lesson; an id has small letters and digits, joined by single "
        + "hyphens, at most 40"
    ),
    ("needs", "gru, gru", "7:13: gru stands twice in needs:"),
  ])
  func refusesAValueThatIsNone(key: String, value: String, fault: String) {
    #expect(faults([key: value]) == [fault])
  }

  @Test(arguments: [
    (
      "sumary: x",
      "7:1: there is no key \"sumary\" here; the keys are title, format, summary, minutes, order and "
        + "needs; did you mean summary?"
    ),
    ("order: 4", "7:1: order: stands twice"),
    ("needs ewma", "7:1: key: value was expected here, as title: Half-lives"),
  ])
  func refusesALineThatIsNoKey(line: String, fault: String) {
    #expect(faults(more: [line]) == [fault])
  }

  @Test func aKeyNeedsItsValue() {
    #expect(faults(["title": " "]) == ["2:1: title: needs a value"])
  }

  @Test func warnsWhereMinutesAndPagesDoNotFit() {
    let (lesson, faults) = parse(["minutes": "30 core 15"])
    #expect(lesson != nil)
    #expect(faults.map(\.isWarning) == [true])
    #expect(faults.map(\.message) == ["no page is optional, so core has no meaning in minutes:"])
  }

  @Test func standsBetweenTwoLines() {
    func faults(_ text: String) -> [String] {
      LessonParser.parse(Array(text.utf8), file: "ewma.md").faults.map(\.description)
    }
    #expect(
      faults("title: x\n").first == "ewma.md:1: a lesson begins with a line --- and then title: …")
    #expect(
      faults("---\ntitle: x\n").first
        == "ewma.md:1: the head of the lesson is never closed by a second line ---")
  }

  @Test(arguments: ["Ewma.md", "ewma", ".md", "own weights.md", "ewma.markdown"])
  func theFilesNameIsTheId(file: String) {
    let faults = LessonParser.parse(Array(LessonFixture.head.utf8), file: file).faults
    #expect(
      faults.first?.message
        == "the file's name is the lesson's id and .md; an id has small letters and digits, joined by "
        + "single hyphens, at most 40, as in own-weights.md")
  }
}
