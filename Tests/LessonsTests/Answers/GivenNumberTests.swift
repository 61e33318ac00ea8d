import Testing

@testable import Lessons

struct GivenNumberTests {
  @Test(arguments: [
    "0.35", ".35", "0,35", "3.5e-1", "35%", "35 %", "$0.35", "+0.35", "  0.35  ", "= 0.35", "=.35",
    "0.350000", "\t0.35",
  ])
  func writtenNumbers(given: String) {
    #expect(GivenNumber(given) == .number(0.35, isLiteral: true))
  }

  @Test(arguments: [
    "7/20", "= 7 / 20", "0.5*0.7", "0.5 × 0.7", "(0.35)", "max(0.1, 0.35)", "0.1+.25",
  ])
  func computedNumbers(given: String) throws {
    guard case .number(let number, isLiteral: false) = GivenNumber(given) else {
      Issue.record("\(GivenNumber(given))")
      return
    }
    #expect((number - 0.35).magnitude < 1e-12)
  }

  @Test(arguments: [
    ("-0.35", -0.35), ("−0,35", -0.35), ("- 0.35", -0.35), ("-$0.35", -0.35), ("$-0.35", -0.35),
    ("$−0.35", -0.35), ("-3.5e−1", -0.35),
    ("2E3", 2000),
  ])
  func signs(given: String, number: Double) {
    #expect(GivenNumber(given) == .number(number, isLiteral: true))
  }

  @Test(arguments: ["", " ", "\t \n", "\u{a0}"])
  func blanksAreNothing(given: String) {
    #expect(GivenNumber(given) == .blank)
  }

  static let unreadable: [(String, String)] = [
    ("banana", "A number is awaited here, as 0.35, 35%, 7/20 or 1 - 0.65."),
    ("=", "A number is awaited here, as 0.35, 35%, 7/20 or 1 - 0.65."),
    ("?", "A number is awaited here, as 0.35, 35%, 7/20 or 1 - 0.65."),
    (
      "0.35 dollars",
      "This cannot be read as a number at column 6: a sign such as + or * was expected here."
    ),
    (
      "= 0.35 days",
      "This cannot be read as a number at column 8: a sign such as + or * was expected here."
    ),
    (
      "10,400",
      "This cannot be read as a number at column 1: "
        + "10,400 can be read in two ways; write 10400 or 10.400."
    ),
    ("1/0", "This cannot be read as a number at column 1: this divides by 0."),
    (
      "sigmod(1)",
      "This cannot be read as a number at column 1: there is no \"sigmod\" here; the functions are "
        + "ln, exp, sqrt, tanh, sigmoid, abs, min, max; did you mean sigmoid?"
    ),
    (
      "`power v=0.9 pick=norm`",
      "A command cannot stand in an answer; run it first, then type the number that it answers."
    ),
    (
      "1 - `power v=0.9 pick=norm`",
      "A command cannot stand in an answer; run it first, then type the number that it answers."
    ),
  ]

  @Test(arguments: unreadable)
  func whatCannotBeReadSaysWhatIsAccepted(given: String, sentence: String) {
    #expect(GivenNumber(given) == .unreadable(sentence))
  }
}
