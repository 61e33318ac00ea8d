import Testing

@testable import Lessons

struct VariablesReaderTests {
  private func variables(_ block: String) -> Variables? {
    LessonFixture.parse(page: "Text\n\n\(block)\n").lesson?.pages.first?.variables
  }

  private func values(_ declaration: String) -> [String]? {
    variables("```vary \(declaration)\n```")?.all.first?.values
  }

  @Test(arguments: [
    ("t=3..6", ["3", "4", "5", "6"]),
    ("t=-1..1", ["-1", "0", "1"]),
    ("t=10..30 by 10", ["10", "20", "30"]),
    ("t=10..35 by 10", ["10", "20", "30"]),
    ("t=7..7", ["7"]),
    ("v=0.80..0.83 by 0.01", ["0.80", "0.81", "0.82", "0.83"]),
    ("v=0.8..1 by 0.10", ["0.80", "0.90", "1.00"]),
    ("v=-0.05..0.05 by 0.05", ["-0.05", "0.00", "0.05"]),
    ("b=0.6|0.70|0.9", ["0.6", "0.70", "0.9"]),
    ("cell=rnn|lstm", ["rnn", "lstm"]),
    ("d=2008-10-10|2008-10-13", ["2008-10-10", "2008-10-13"]),
    ("b=0.5", ["0.5"]),
  ])
  func valuesKeepTheDigitsOfTheirStep(declaration: String, values: [String]) {
    #expect(self.values(declaration) == values)
  }

  @Test func aBlockMayStandOnItsFenceInItsLinesOrBoth() throws {
    let found = try #require(
      variables("```vary t=1..3 b=0.6|0.7\n  v=0.1..0.2\nby 0.1 where\n{t} != 2 and\n{b} < 1\n```"))
    #expect(found.all.map(\.name) == ["t", "b", "v"])
    #expect(found.line == 14)
    #expect(found.condition?.source == "{t} != 2 and {b} < 1")
  }

  @Test func aConditionMayAskTheShell() {
    let condition = "`data show t={t} pick=high` != `data show t={t-1} pick=high`"
    #expect(variables("```vary t=1..3 where \(condition)\n```")?.condition?.source == condition)
  }

  @Test func drawsHoldWhereverTheBlockStands() {
    #expect(LessonFixture.faults(onPage: "On row {t}.\n\n```vary t=1..3\n```\n") == [])
  }

  @Test func onlyToWholeNumbersSomethingCanBeAddedInBraces() {
    let block = "```vary t=1..3 b=0.5|2\n```\n"
    #expect(LessonFixture.faults(onPage: "{t+1}\n\n" + block) == [])
    #expect(
      LessonFixture.faults(onPage: "{b+1}\n\n" + block) == [
        "1:1: b is not always a whole number, so nothing can be added to it in braces"
      ])
  }

  @Test(arguments: [
    ("```vary\n```", "1:4: a vary block names what is drawn, as t=10..60"),
    (
      "```vary t=1..3\n```\n```vary u=1..3\n```",
      "3:4: a page has one vary block, and another stands in line 12"
    ),
    ("```vary t=5..1\n```", "1:11: a range rises from its first number to its last"),
    (
      "```vary t=0.1..0.5\n```",
      "1:11: a range of decimals needs a step, as 0.80..0.95 by 0.01"
    ),
    ("```vary t=0.15..0.5 by 0.1\n```", "1:11: the ends have more digits than the step"),
    ("```vary t=0..5 by 0\n```", "1:11: a step above 0 was expected behind by, as by 0.01"),
    ("```vary t=0..5 by x\n```", "1:11: a step above 0 was expected behind by, as by 0.01"),
    ("```vary t=1..5 by\n```", "1:16: a step was expected behind by, as by 0.01"),
    ("```vary t=1|2 by 1\n```", "1:18: by belongs to a range as 0.80..0.95"),
    ("```vary t=0..10000\n```", "1:11: a range has at most 10000 values"),
    ("```vary t=0..999999999999\n```", "1:11: the ends of a range have at most 10 characters"),
    ("```vary t=1..x\n```", "1:11: a range was expected here, as 10..60"),
    ("```vary t=--1..3\n```", "1:11: a range was expected here, as 10..60"),
    (
      "```vary\nβ=1..2\n```",
      "2:1: \"β\" cannot be drawn; a name has letters, digits and _ behind a letter"
    ),
    ("```vary t=1|2|2\n```", "1:15: 2 stands twice"),
    (
      "```vary t=1|{x}\n```",
      "1:13: a number or a word was expected here; values are parted by | without blanks"
    ),
    (
      "```vary t=1|`x`\n```",
      "1:13: a number or a word was expected here; values are parted by | without blanks"
    ),
    (
      "```vary t=1|\n```",
      "1:13: a number or a word was expected here; values are parted by | without blanks"
    ),
    ("```vary w=gates|export\n```", "1:17: export cannot be drawn: no lesson may run it"),
    ("```vary w=load|save\n```", "1:16: save cannot be drawn: no lesson may run it"),
    ("```vary t=1..2 t=3\n```", "1:16: t= stands twice"),
    (
      "```vary t\n```",
      "1:9: a name and its values were expected here, as t=10..60 or b=0.6|0.7"
    ),
    (
      "```vary a=0..999 b=0..999 c=0..9999\n```",
      "1:27: more than 10000000 combinations can be drawn"
    ),
    (
      "```vary a=1\nb=1 c=1 d=1 e=1 f=1 g=1 h=1 i=1 j=1 k=1 l=1 m=1 n=1 o=1 p=1 q=1 r=1 s=1 t=1\nu=1\n```",
      "3:1: a page draws at most 20 names"
    ),
    ("```vary t=1..5 where {t} >> 3\n```", "1:26: conditions compare with < <= > >= = !="),
    (
      "```vary t=1..5 where {t} == 3\n```",
      "1:26: conditions compare with < <= > >= = !=; did you mean =?"
    ),
    (
      "```vary t=1..5 where 1 < {t} < 3\n```",
      "1:30: each part of a condition compares once; join parts with and"
    ),
    (
      "```vary t=1..5\nwhere {u} > 3\n```",
      "2:7: {u} is not drawn: the vary block of this page has no u="
    ),
    ("```vary t=1..5 where\n```", "1:21: the expression ends where a number was expected"),
    ("```vary t=1..5 where `quit pick=x`\n```", "1:23: a lesson cannot run quit"),
    (
      "```vary t=1..5 where `data`\n```",
      "1:23: one command that ends in pick=NAME was expected between the backticks"
    ),
    (
      "```vary w=a|b where {w} > 3\n```",
      "1:21: this draw is a word, which cannot be reckoned with"
    ),
  ])
  func refusesWhatCannotBeDrawn(block: String, fault: String) {
    #expect(LessonFixture.faults(onPage: "\(block)\n\nText\n") == [fault])
  }
}
