import Testing

@testable import Lessons

struct CheckBlockTests {
  private func page(_ lines: String) -> String { "```run\ndata\n```\n```check\n\(lines)\n```\n" }

  private static let forms =
    "a line of check is NAME = EXPRESSION within d, NAME in a..b, NAME is \"text\" or has block NAME"

  @Test func demandsValuesRangesTextsAndBlocks() throws {
    let blocks = LessonFixture.blocks(
      onPage: page(
        "rows = 3000 + 20 within 1%\n\nscale.min in 19.6..20\nmissing.policy is \"previous day\"\n"
          + "has block gates"))
    guard case .check(let check)? = blocks.last else {
      Issue.record("no check")
      return
    }
    #expect(
      check
        == CheckBlock([
          (16, .near(name: "rows", Template("3000 + 20", line: 16), .relative(0.01))),
          (18, .inside(name: "scale.min", 19.6...20)),
          (19, .text(name: "missing.policy", "previous day")),
          (20, .block(name: "gates")),
        ]))
  }

  @Test(arguments: [
    ("rows", "5:1: \(forms)"),
    ("has block", "5:1: \(forms)"),
    ("rows near 3", "5:6: \(forms)"),
    ("has block a b", "5:5: \(forms)"),
    ("rows in 3", "5:9: a range was expected here, as 0.2..0.9"),
    ("rows in 5..3", "5:9: a range was expected here, as 0.2..0.9"),
    ("rows in 1..inf", "5:9: a range was expected here, as 0.2..0.9"),
    ("rows is text", "5:9: a text between double quotes was expected here"),
    ("rows is \"te\"xt\"", "5:9: a text between double quotes was expected here"),
    ("rows is \"", "5:9: a text between double quotes was expected here"),
    ("{t} = 3", "5:1: \"{t}\" cannot be the name of a value"),
    ("rows = 3 +", "5:11: the expression ends where a number was expected"),
    ("rows = 3 within x", "5:17: a distance was expected behind within, as 0.001 or 1%"),
    ("", "4:4: \(forms)"),
  ])
  func refusesADemandWithAFault(line: String, fault: String) {
    #expect(LessonFixture.faults(onPage: page(line)) == [fault])
  }

  @Test(arguments: ["", "```run expect-error\ngatse\n```\n", "```math\na\n```\n"])
  func needsAnAnswerOnItsPage(before: String) {
    let faults = LessonFixture.faults(onPage: "Text\n\n\(before)```check\nrows = 3\n```\n")
    #expect(faults.count == 1)
    #expect(
      faults.first?.hasSuffix(
        ":4: no command runs before this block on its page, so it has no answer to check") == true)
  }

  @Test func theRunOfABetIsAnAnswer() {
    let bet = "How many?\n\n```guess number\nrun: data\npick: rows\n```\n"
    #expect(LessonFixture.faults(onPage: bet + "```check\nrows = 3\n```\n") == [])
  }
}
