import Testing

@testable import Lessons

struct AskBlockTests {
  private func question(_ kind: String, _ lines: String, before: String = "What?") -> Ask? {
    let body = "```vary t=1..9 b=0.5|0.8\n```\n\(before)\n\n```ask \(kind)\n\(lines)\n```\n"
    if case .ask(let ask)? = LessonFixture.blocks(onPage: body).last { return ask }
    return nil
  }

  private func faults(_ kind: String, _ lines: String) -> [String] {
    LessonFixture.faults(onPage: "What?\n\n```ask \(kind)\n\(lines)\n```\n")
  }

  @Test func theParagraphBeforeIsTheQuestionAndNoProse() throws {
    let body = """
      Some prose.

      - What is {= 1 + 2}?

      > teacher: Ask the class.

      ```ask number
      answer: 3
      hint: Count.
      solution: 2 + 1
      ```
      """
    let blocks = LessonFixture.blocks(onPage: body)
    #expect(blocks.count == 3)
    guard case .ask(let ask)? = blocks.last else {
      Issue.record("no question")
      return
    }
    #expect(ask.line == 18)
    #expect(ask.question.source == "What is {= 1 + 2}?")
    #expect(ask.question.line == 14)
  }

  @Test func aNumberHasWrongAnswersHintsAndSolutions() throws {
    let ask = try #require(
      question(
        "number",
        """
        answer: = 1 - {b}^10
          within 0.001
        wrong: = {b}^10 | That is the part | that is missing.
        wrong: 36 | No.
        hint: One.
        hint: **Two** of {b}.
        solution: = 1-{b}^(9+1)
        solution: 1 - `ewma beta={b} pick=mean`
        explain: So it is.
        recall: no
        """))
    guard case .number(let number) = ask.kind else {
      Issue.record("no number")
      return
    }
    #expect(number.answer.source == "1 - {b}^10")
    #expect(number.tolerance == .absolute(0.001))
    #expect(number.wrongs.map(\.line) == [19, 20])
    #expect(number.wrongs.map(\.answer.source) == ["{b}^10", "36"])
    #expect(number.wrongs.first?.reply.source == "That is the part | that is missing.")
    #expect(ask.hints.map(\.source) == ["One.", "**Two** of {b}."])
    #expect(ask.solutions.map(\.source) == ["1-{b}^(9+1)", "1 - `ewma beta={b} pick=mean`"])
    #expect(ask.explanation?.source == "So it is.")
    #expect(!ask.isRecallable)
  }

  @Test(arguments: [
    ("0.276", Tolerance.standard), ("0.276 within 0.001", .absolute(0.001)),
    ("0.276 within 1%", .relative(0.01)), ("= 2^3 within 0.5 %", .relative(0.005)),
    ("3 within 0", .absolute(0)),
  ])
  func aNumberMayBeNear(answer: String, tolerance: Tolerance) throws {
    let ask = try #require(question("number", "answer: \(answer)\nhint: a\nsolution: 1"))
    guard case .number(let number) = ask.kind else {
      Issue.record("no number")
      return
    }
    #expect(number.tolerance == tolerance)
    #expect(ask.isRecallable)
  }

  @Test func aWordHasAlternatives() throws {
    let ask = try #require(
      question(
        "text",
        "answer: cell | cell state | c\nwrong: hidden | h | That is its output.\nwrong: f | A valve.\n"
          + "hint: a\nsolution: c"))
    guard case .text(let text) = ask.kind else {
      Issue.record("no word")
      return
    }
    #expect(text.answers.map(\.source) == ["cell", "cell state", "c"])
    #expect(text.wrongs.map { $0.answers.map(\.source) } == [["hidden", "h"], ["f"]])
    #expect(text.wrongs.map(\.reply.source) == ["That is its output.", "A valve."])
    #expect(text.wrongs.map(\.line) == [18, 19])
  }

  @Test func wordsAreTheSameQuestionWhenAllThatIsForeseenIsTheSame() throws {
    let text = "answer: cell\nwrong: hidden | That is its output.\nhint: a\nsolution: cell"
    let ask = try #require(question("text", text))
    #expect(ask == question("text", text))
    #expect(ask != question("text", text.replacing("its output", with: "no cell")))
  }

  @Test func aCommandIsJudgedByAModel() throws {
    let ask = try #require(
      question(
        "command",
        "same-result-as: data show t={t}\nmust-use: data\ntemplate: data ____ t={t}\n"
          + "wrong: = data window t={t} | Ten values.\nhint: a\nsolution: data show t={t}"))
    guard case .command(let command) = ask.kind else {
      Issue.record("no command")
      return
    }
    #expect(command.model?.source == "data show t={t}")
    #expect(command.verb == "data")
    #expect(command.gapped?.source == "data ____ t={t}")
    #expect(command.wrongs.map(\.answer.source) == ["data window t={t}"])
  }

  @Test(arguments: [
    ("", "1:4: the question is missing: a paragraph right before this block"),
    (
      "| a |\n|---|\n| b |\n\n", "5:4: the question is missing: a paragraph right before this block"
    ),
    (
      "Text\n\n```pause\n```\n\n",
      "6:4: the question is missing: a paragraph right before this block"
    ),
  ])
  func aQuestionStandsRightBeforeTheBlock(before: String, fault: String) {
    let body = "\(before)```ask number\nanswer: 1\nhint: a\nsolution: 1\n```\n"
    #expect(LessonFixture.faults(onPage: body) == [fault])
  }

  @Test func oneParagraphIsTheQuestionOfOneBlock() {
    let block = "```ask number\nanswer: 1\nhint: a\nsolution: 1\n```\n"
    #expect(
      LessonFixture.faults(onPage: "What?\n\n\(block)\n\(block)") == [
        "9:4: the question is missing: a paragraph right before this block"
      ])
  }

  @Test(arguments: [
    ("", "3:4: ask needs a kind behind it: number, choice, text or command"),
    (
      "numbr",
      "3:8: there is no ask \"numbr\"; the kinds are number, choice, text and command; did you mean "
        + "number?"
    ),
  ])
  func refusesAKindThatIsNone(kind: String, fault: String) {
    #expect(faults(kind, "answer: 1\nhint: a\nsolution: 1") == [fault])
  }

  @Test(arguments: [
    (
      "number", "",
      [
        "3:4: ask number needs hint:", "3:4: ask number needs solution:",
        "3:4: ask number needs answer:",
      ]
    ),
    ("text", "hint: a\nsolution: b", ["3:4: ask text needs answer:"]),
    (
      "command", "hint: a\nsolution: data",
      ["3:4: ask command needs same-result-as: or must-use:"]
    ),
    ("text", "answer: a\nsolution: a", ["3:4: ask text needs hint:"]),
    ("text", "answer: a\nhint: a", ["3:4: ask text needs solution:"]),
    ("choice", "[x] a | b\n[ ] c | d\nhint: a", ["3:4: ask choice needs solution:"]),
  ])
  func refusesABlockWithoutItsKeys(kind: String, lines: String, expected: [String]) {
    #expect(Set(faults(kind, lines)) == Set(expected))
  }

  @Test(arguments: [
    ("answer: = 1 +", "4:14: the expression ends where a number was expected"),
    ("answer: 0.2 whithin 1", "4:13: a sign such as + or * was expected here"),
    ("answer: 1 within x", "4:18: a distance was expected behind within, as 0.001 or 1%"),
    ("answer: 1 within -1", "4:18: a distance was expected behind within, as 0.001 or 1%"),
    ("answer: 1 within nan", "4:18: a distance was expected behind within, as 0.001 or 1%"),
    (
      "answer: = `gates lstm t=42`",
      "4:12: one command that ends in pick=NAME was expected between the backticks"
    ),
    ("answer: = `gates lstm t= pick=x` + `a", "4:36: this backtick is never closed"),
    ("answer: = `export x pick=y`", "4:12: a lesson cannot run export"),
    ("answer:", "4:1: answer: needs a value"),
    (
      "answr: 1\nanswer: 1",
      "4:1: ask number has no key \"answr\"; its keys are answer, explain, recall, wrong, hint and "
        + "solution; did you mean answer?"
    ),
    ("answer: 1\nanswer: 2", "5:1: answer: stands twice"),
    ("answer: 1\n2", "5:1: a line key: value was expected in ask number"),
    ("answer: 1\n[x] a | b", "5:1: ask number takes no options"),
    (
      "answer: 1\nwrong: 3",
      "5:8: a reply was expected behind the wrong answer, as wrong: 0.7 | That is f"
    ),
    (
      "answer: 1\nwrong: 3 |",
      "5:8: a reply was expected behind the wrong answer, as wrong: 0.7 | That is f"
    ),
    (
      "answer: 1\nwrong: x | No.",
      "5:8: there is no \"x\" here; the functions are ln, exp, sqrt, tanh, sigmoid, abs, min, max"
    ),
    ("answer: 1\nwrong: 3 | **No.", "5:12: this ** is never closed"),
    ("answer: 1\nhint: {t}", "5:7: {t} is not drawn: this page has no vary block"),
    ("answer: 1\nhint: a\n  b {= 2 *}", "6:11: the expression ends where a number was expected"),
    (
      "answer: 1\nsolution: 1 - {= 2}",
      "5:15: {= stands in running text only; write the expression itself"
    ),
    ("answer: 1\nexplain: `a", "5:10: this backtick is never closed"),
    ("answer: 1\nrecall: maybe", "5:9: recall: takes no or yes"),
  ])
  func refusesALineOfANumberWithAFault(lines: String, fault: String) {
    #expect(faults("number", "\(lines)\nhint: a\nsolution: 1") == [fault])
  }

  @Test(arguments: [
    ("answer: a | | b", "4:13: words are parted by | with one blank on both sides"),
    (
      "answer: a\nwrong: c",
      "5:8: a reply was expected behind the wrong answer, as wrong: hidden | h | That is its output"
    ),
    ("answer: {t}", "4:9: {t} is not drawn: this page has no vary block"),
  ])
  func refusesALineOfAWordWithAFault(lines: String, fault: String) {
    #expect(faults("text", "\(lines)\nhint: a\nsolution: a") == [fault])
  }

  @Test(arguments: [
    ("same-result-as: export x", "4:17: a lesson cannot run export"),
    ("same-result-as: ewma beta=", "4:26: beta= needs a value right behind the sign"),
    ("must-use: ewma beta", "4:11: must-use: takes the first word of a command, as ewma"),
    ("must-use: export", "4:11: a lesson cannot run export"),
    ("must-use: data\ntemplate: data t=42", "5:11: a gap was expected here, as data ____ t=42"),
    (
      "must-use: data\nwrong: data | No.",
      "5:8: a wrong command begins with =, as wrong: = ewma beta=0 | That forgets"
    ),
    ("must-use: data\nwrong: = quit | No.", "5:10: a lesson cannot run quit"),
    ("must-use: data\nsolution: data show \"x", "5:21: this quote is never closed"),
  ])
  func refusesALineOfACommandWithAFault(lines: String, fault: String) {
    #expect(faults("command", "\(lines)\nhint: a\nsolution: data") == [fault])
  }
}
