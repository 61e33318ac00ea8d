import Testing

@testable import Lessons

struct ProseTests {
  @Test func linesOfAParagraphAreJoined() {
    let blocks = LessonFixture.blocks(onPage: "One\ntwo **three**.\n\nFour.\n")
    #expect(
      blocks == [
        .prose(Prose(.paragraph, Template("One two **three**.", line: 12))),
        .prose(Prose(.paragraph, Template("Four.", line: 15))),
      ])
  }

  @Test func anItemGoesOnBehindBlanks() {
    let blocks = LessonFixture.blocks(onPage: "Two things:\n- one\n  and more\n10. ten\n")
    #expect(
      blocks == [
        .prose(Prose(.paragraph, Template("Two things:", line: 12))),
        .prose(Prose(.item(mark: "-"), Template("one and more", line: 13))),
        .prose(Prose(.item(mark: "10."), Template("ten", line: 15))),
      ])
  }

  @Test func aTableHasATemplateForEachCell() throws {
    let blocks = LessonFixture.blocks(
      onPage: "```vary b=0.5|0.8\n```\n| β | value |\n|---|:-:|\n| {b} | `calc 1` |\n")
    let row = [
      Template([.draw(name: "b", offset: 0)], line: 16), Template("`calc 1`", line: 16),
    ]
    let head = [Template("β", line: 14), Template("value", line: 14)]
    #expect(blocks == [.prose(Prose(.table(rows: [head, row]), Template([], line: 14)))])
  }

  @Test func aTeachersNoteIsNoProse() {
    let blocks = LessonFixture.blocks(onPage: "> teacher: Ten minutes.\n> Vote first.\n\nText\n")
    #expect(
      blocks == [
        .teacher(Prose(.paragraph, Template("Ten minutes. Vote first.", line: 12))),
        .prose(Prose(.paragraph, Template("Text", line: 15))),
      ])
  }

  @Test func linksAreShownWithTheirAddress() {
    let blocks = LessonFixture.blocks(
      onPage: "See [a page](https://x.org/y), `[c](d)`, h[t](x, [e] (f) and [g](h).\n")
    let text = "See a page (https://x.org/y), `[c](d)`, h[t](x, [e] (f) and g (h)."
    #expect(blocks == [.prose(Prose(.paragraph, Template(text, line: 12)))])
  }

  @Test(arguments: [
    ("# Title", "1:1: there are no headings but page titles; ## Title {#id} starts a page"),
    ("### Title", "1:1: there are no headings but page titles; ## Title {#id} starts a page"),
    ("Text\n* item", "2:1: an item of a list begins with - or 1."),
    ("+ item", "1:1: an item of a list begins with - or 1."),
    ("1) item", "1:1: an item of a list begins with - or 1."),
    (
      "- item\ntext",
      "2:1: a blank line parts a list from the text behind it; an item goes on behind two blanks"
    ),
    (
      "- item\n\n  text",
      "3:1: a paragraph stands at the margin; only a list's item goes on behind blanks"
    ),
    ("- a\n  - b", "2:3: a list begins at the margin, and none stands in another"),
    (" | a |", "1:2: tables and notes begin at the margin"),
    ("> A quote", "1:1: a quote is a note for the teacher and begins with > teacher:"),
    (
      "> teacher: A vote.\nand text",
      "2:1: a blank line parts a note for the teacher from the text behind it"
    ),
    ("---", "1:1: a terminal shows no rules"),
    ("~~~", "1:1: a block stands between lines of three backticks"),
    ("An ![image](a.png)", "1:4: a terminal shows no images"),
    ("Some <b>bold</b> text", "1:6: a terminal shows no HTML"),
    ("A <!-- comment", "1:3: a terminal shows no HTML"),
    ("This **is open\nto its end", "1:6: this ** is never closed"),
    ("This is **** nothing", "1:9: there is nothing between these stars"),
    ("One\nβ `is open", "2:3: this backtick is never closed"),
    ("An `` empty", "1:4: there is nothing between these backticks"),
    ("| a | b |\n|---|---|\n| 1 |", "3:1: the head has 2 cells; this line has 1"),
    ("| a | b |\n|---|---|\n| 1 | 2", "3:1: a line of a table begins and ends with a bar"),
    (
      "| a | b |\n| 1 | 2 |",
      "1:1: a table has a head, a line as |---|---| and at least one row"
    ),
    (
      "| a |\n|---|", "1:1: a table has a head, a line as |---|---| and at least one row"
    ),
    ("| a |\n|---|\n| `b |", "3:3: this backtick is never closed"),
  ])
  func refusesWhatATerminalCannotShow(body: String, fault: String) {
    #expect(LessonFixture.faults(onPage: body) == [fault])
  }

  @Test(arguments: ["a < b > c", "2 * 3 * 4", "`a ** b`", "`<b>`", "h_t[1]", "5 > 3"])
  func takesSignsThatAreNoMarks(text: String) {
    #expect(LessonFixture.faults(onPage: text) == [])
  }
}
