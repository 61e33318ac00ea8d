import Testing

@testable import Lessons

struct PageTitleTests {
  @Test func pagesHaveTitlesAndIds() throws {
    let body = "One\n\n## Eigenvalues by hand {#eigen-2 optional}\n\nTwo\n"
    let (lesson, faults) = LessonFixture.parse(page: body)
    let pages = try #require(lesson?.pages)
    #expect(pages.map(\.id) == ["first", "eigen-2"])
    #expect(pages.map(\.title) == ["First", "Eigenvalues by hand"])
    #expect(pages.map(\.isOptional) == [false, true])
    #expect(pages.map(\.line) == [10, 14])
    #expect(
      faults.map(\.description) == [
        "ewma.md:5: warning: pages are optional, so minutes: should say how long the others take, as "
          + "30 core 15"
      ])
  }

  @Test(arguments: [
    (
      "## Second",
      "3:1: the page has no id; a page begins with ## Title {#id} or ## Title {#id optional}"
    ),
    (
      "## Second {#second} x",
      "3:1: the page has no id; a page begins with ## Title {#id} or ## Title {#id optional}"
    ),
    (
      "## {#second}",
      "3:1: the page has no title; a page begins with ## Title {#id} or ## Title {#id optional}"
    ),
    (
      "## Second {#Second}",
      "3:11: an id of a page was expected behind {#; it has small letters and digits, joined by "
        + "single hyphens, at most 40"
    ),
    (
      "## Second {#}",
      "3:11: an id of a page was expected behind {#; it has small letters and digits, joined by "
        + "single hyphens, at most 40"
    ),
    (
      "## Second {#second opt}",
      "3:20: only optional can follow the id of a page; did you mean optional?"
    ),
    ("## Of {t} {#second}", "3:7: a title is plain text, without braces and backticks"),
    ("## Of `t` {#second}", "3:7: a title is plain text, without braces and backticks"),
    ("## Again {#first}", "3:1: the page id first stands already in line 10"),
  ])
  func refusesATitleWithAFault(title: String, fault: String) {
    #expect(LessonFixture.faults(onPage: "One\n\n\(title)\n\nTwo\n") == [fault])
  }

  @Test func refusesAnEmptyPage() {
    #expect(LessonFixture.faults(onPage: "") == ["-1:1: the page is empty"])
    #expect(LessonFixture.faults(onPage: "```vary t=1..3\n```\n") == ["-1:1: the page is empty"])
  }

  @Test func aLessonHasAnEndOfPages() {
    let body = (1...150).map { "Text\n\n## Page {#p\($0)}\n\n" }.joined() + "Text\n"
    #expect(LessonFixture.faults(onPage: body) == ["399:1: a lesson has at most 100 pages"])
  }

  @Test(arguments: [
    ("a", true), ("own-weights-2", true), (String(repeating: "a", count: 40), true), ("", false),
    ("-a", false), ("a--b", false), ("a-", false), ("A", false), ("a_b", false), ("é", false),
    ("b\u{301}", false), (String(repeating: "a", count: 41), false),
  ])
  func anIdHasSmallLettersDigitsAndHyphens(word: String, isID: Bool) {
    #expect(LessonParser.isID(word) == isID)
  }
}
