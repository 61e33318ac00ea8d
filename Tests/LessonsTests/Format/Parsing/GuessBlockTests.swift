import Testing

@testable import Lessons

struct GuessBlockTests {
  private func bet(_ kind: String, _ lines: String) -> Guess? {
    let body = "How many?\n\n```guess \(kind)\n\(lines)\n```\n"
    if case .guess(let guess)? = LessonFixture.blocks(onPage: body).last { return guess }
    return nil
  }

  private func faults(_ kind: String, _ lines: String) -> [String] {
    LessonFixture.faults(onPage: "How many?\n\n```guess \(kind)\n\(lines)\n```\n")
  }

  @Test func aNumberHasARunAndAnOutcome() throws {
    let guess = try #require(
      bet(
        "number",
        "run: evaluate\npick: persistence.rmse\nclose: 15%\nwrong: 1 | Too much.\nexplain: So."))
    #expect(guess.question.source == "How many?")
    #expect(guess.command?.source == "evaluate")
    #expect(guess.outcome?.source == "persistence.rmse")
    #expect(guess.explanation?.source == "So.")
    guard case .number(let close, let wrongs) = guess.kind else {
      Issue.record("no number")
      return
    }
    #expect(close == 0.15)
    #expect(wrongs.map(\.answer.source) == ["1"])
  }

  @Test func aBetIsCloseWithinAFifthWhereNothingIsSaid() throws {
    let guess = try #require(bet("number", "pick: = 2 * `data pick=rows`"))
    #expect(guess.kind == .number(close: 0.2, wrongs: []))
    #expect(guess.command == nil)
    #expect(guess.outcome?.source == "2 * `data pick=rows`")
  }

  @Test func aChoiceMayRunACommand() throws {
    let guess = try #require(bet("choice", "[x] a | b\n[ ] c | d\nrun: data"))
    #expect(guess.command?.source == "data")
    #expect(guess.outcome == nil)
    guard case .choice(let options) = guess.kind else {
      Issue.record("no choice")
      return
    }
    #expect(options.count == 2)
  }

  @Test(arguments: [
    ("number", "run: data", "3:4: guess number needs pick:"),
    ("number", "run: data\npick: rows\nclose: 20", "6:8: close: takes a share such as 20%"),
    ("number", "run: data\npick: rows\nclose: much", "6:8: close: takes a share such as 20%"),
    ("number", "run: data\npick: rows\nclose: 0%", "6:8: close: takes a share such as 20%"),
    ("number", "run: data\npick: rows\nclose: -5%", "6:8: close: takes a share such as 20%"),
    (
      "number", "pick: rows",
      "4:7: a value's name needs run: beside it, the command whose value it is"
    ),
    (
      "number", "run: data\npick: 2 * `last pick=x` +",
      "5:26: the expression ends where a number was expected"
    ),
    ("number", "run: quit\npick: rows", "4:6: a lesson cannot run quit"),
    (
      "number", "run: data\npick: rows\nhint: a",
      "6:1: guess number has no key \"hint\"; its keys are run, pick, explain, close and wrong"
    ),
    ("choice", "[ ] a | b\n[ ] c | d", "3:4: no option is right; the right one begins with [x]"),
    (
      "choice", "[x] a | b\n[ ] c | d\nclose: 20%",
      "6:1: guess choice has no key \"close\"; its keys are run, pick and explain"
    ),
    ("text", "run: data", "3:10: there is no guess \"text\"; the kinds are number and choice"),
    ("", "run: data", "3:4: guess needs a kind behind it: number or choice"),
  ])
  func refusesABetWithAFault(kind: String, lines: String, fault: String) {
    #expect(faults(kind, lines) == [fault])
  }

  @Test func aBetNeedsItsQuestion() {
    #expect(
      LessonFixture.faults(onPage: "```guess number\nrun: data\npick: rows\n```\n") == [
        "1:4: the question is missing: a paragraph right before this block"
      ])
  }
}
