import Testing

@testable import Lessons

struct OptionsTests {
  private func faults(_ lines: String) -> [String] {
    LessonFixture.faults(
      onPage: "What?\n\n```ask choice\n\(lines)\nhint: a\nsolution: a\n```\n")
  }

  @Test func haveATruthATextAndAReason() throws {
    let body = """
      ```vary t=1..9
      ```
      Which?

      ```ask choice
      [x] row {t} | It is **so**.
      [ ] the row
        before | Count from 0. | Really.
      [X] both | Yes.
      [if `power V=[[1, 2], [3, 4]] pick=norm` > {t}] it grows | Seen.
      hint: a
      solution: row {t} | both
      ```
      """
    guard case .ask(let ask)? = LessonFixture.blocks(onPage: body).last,
      case .choice(let options) = ask.kind
    else {
      Issue.record("no choice")
      return
    }
    #expect(options.map(\.line) == [17, 18, 20, 21])
    #expect(options.map(\.text.source) == ["row {t}", "the row before", "both", "it grows"])
    #expect(options[1].reason.source == "Count from 0. | Really.")
    #expect(options.prefix(3).map(\.truth) == [.right, .wrong, .right])
    guard case .when(let condition) = options[3].truth else {
      Issue.record("no condition")
      return
    }
    #expect(condition.source == "`power V=[[1, 2], [3, 4]] pick=norm` > {t}")
    #expect(ask.solutions.map(\.source) == ["row {t} | both"])
  }

  @Test(arguments: [
    ("[x] a | b", "3:4: ask choice needs two options or more, as [x] text | why"),
    ("explain: a", "3:4: ask choice needs two options or more, as [x] text | why"),
    ("[ ] a | b\n[ ] c | d", "3:4: no option is right; the right one begins with [x]"),
    ("[x] a | b\n[y] c | d", "5:1: an option begins with [x], [ ] or [if CONDITION]"),
    (
      "[x] a | b\n[] c",
      "5:1: an option needs its text and the reason behind a bar, as [x] text | why"
    ),
    (
      "[x] a | b\n[ ]  | d",
      "5:1: an option needs its text and the reason behind a bar, as [x] text | why"
    ),
    ("[x] a | b\n[x c | d", "5:1: this [ is never closed; an option is [x] text | why"),
    ("[x] a | b\n[if 1 <] c | d", "5:8: the expression ends where a number was expected"),
    ("[x] a | b\n[if `quit pick=x`] c | d", "5:6: a lesson cannot run quit"),
    ("[x] a | b\n[ ] `c | d", "5:5: this backtick is never closed"),
    ("[x] a | b\n[ ] c | {t}", "5:9: {t} is not drawn: this page has no vary block"),
  ])
  func refusesAChoiceWithAFault(lines: String, fault: String) {
    #expect(faults(lines) == [fault])
  }

  @Test func aConditionIsEnoughForARightOption() {
    #expect(faults("[if 1 > 2] a | b\n[ ] c | d") == [])
  }
}
