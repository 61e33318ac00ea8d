import Testing

@testable import Lessons

struct NumberAnswerTests {
  private func make(
    _ right: Double, _ tolerance: Tolerance = .standard, wrongs: [Double] = []
  ) -> NumberAnswer {
    NumberAnswer(
      right: right, tolerance: tolerance,
      foreseen: wrongs.map { .init(number: $0, reply: "that is \($0)") })
  }

  @Test(arguments: ["0.892626", "0.893", "1 - 0.8^10", "89.3%", "0,8926", "= 0.893"])
  func acceptsTheRightNumberInAnyWriting(given: String) {
    #expect(make(0.8926258176).verdict(on: given) == .right)
  }

  static let wrongAnswers: [(Double, [Double], String, String)] = [
    // What the author foresaw comes before what happens with every number.
    (0.892626, [0.107374, 0.865782], "0.107", "wrong 1"),
    (0.892626, [0.107374, 0.865782], "0.866", "wrong 2"),
    (0.892626, [0.107374, 0.865782], "0.8^10", "wrong 1"),
    (0.35, [-0.35, 35], "35", "wrong 2"),
    // The nearest of those that fit, of equals the first.
    (5, [12500.5, 12520.5], "12515", "wrong 2"),
    (5, [7, 7], "7", "wrong 1"),
    // The standard tolerance refuses the neighbours of a whole number, so that they can be told apart.
    (2507, [2517, 2508], "2508", "wrong 2"),
    (2507, [2517, 2508], "2517", "wrong 1"),
    (0, [0.5], "0.5", "wrong 1"),
    // Slips that need no author.
    (0.892626, [], "0.89", "rounded too far"),
    (0.892626, [], "0.9", "rounded too far"),
    (0.892626, [], "0.892", "rounded too far"),
    (0.892626, [], "89%", "rounded too far"),
    (-0.892626, [], "-0.89", "rounded too far"),
    (2507, [], "2510", "rounded too far"),
    (2507, [], "2500", "rounded too far"),
    (3.106, [], "3", "rounded too far"),
    (3.106, [], "-3.11", "lost sign"),
    (-3.106, [], "3.106", "lost sign"),
    (0.4254, [], "42.5", "percent"),
    (35, [], "0.35", "percent"),
    (35, [], "35%", "percent"),
    (0.4254, [], "0.5746", "one minus"),
    (0.4254, [], "1 - 0.4254", "one minus"),
    // Plainly wrong.
    (0.892626, [0.107374], "0.5", "wrong"),
    (0.892626, [], "1 - 0.1", "wrong"),
    (79, [], "80", "wrong"),
    (12, [], "10", "wrong"),
    (7, [], "-6", "wrong"),
    (0, [], "1", "wrong"),
    (0, [], "0.01", "wrong"),
    // No tries.
    (0.35, [], "", "blank"),
    (0.35, [], "b", "unreadable"),
  ]

  @Test(arguments: wrongAnswers)
  func tellsWrongAnswersApart(right: Double, wrongs: [Double], given: String, label: String) {
    #expect(make(right, wrongs: wrongs).verdict(on: given).label == label)
  }

  @Test func theRightNumberIsRightWhateverIsForeseen() {
    #expect(make(5, wrongs: [5, 5.001]).verdict(on: "5") == .right)
  }

  @Test func aForeseenWrongHasItsOwnReply() {
    #expect(
      make(0.35, wrongs: [0.7]).verdict(on: "0.7")
        == .wrong(Misconception(label: "wrong 1", reply: "that is 0.7")))
  }

  static let roundings: [(Double, Tolerance, String, String)] = [
    (0.892626, Tolerance.standard, "0.89", "You have the right digits; give one more."),
    (
      0.892626, .standard, "0.9",
      "That is near, but one digit is too few to tell; give 2 more."
    ),
    (0.892626, .absolute(0.00001), "0.893", "You have the right digits; give 2 more."),
    (
      0.892626, .standard, "0.892",
      "You have the right digits, but cut off: round the last one, or give one more."
    ),
    (2507, .standard, "2510", "You have the first digits; give them all."),
  ]

  @Test(arguments: roundings)
  func saysHowManyDigitsAreWanted(
    right: Double, tolerance: Tolerance, given: String, reply: String
  ) {
    let verdict = make(right, tolerance).verdict(on: given)
    #expect(verdict == .wrong(Misconception(label: "rounded too far", reply: reply)))
    if case .wrong(let misconception?) = verdict { #expect(misconception.isRoundedTooFar) }
  }

  @Test(arguments: [
    ("-0.4254", "The size is right; look at the sign once more."),
    ("42.54", "That is a hundred times too much: give the share itself, or write % behind it."),
    ("0.004254", "That is a hundredth of it: no share is asked for here."),
    ("0.5746", "That is one minus the number asked for: the other part."),
  ])
  func repliesToSlipsAreShort(given: String, reply: String) {
    guard case .wrong(let misconception?) = make(0.4254).verdict(on: given) else {
      Issue.record("\(given) was not told apart")
      return
    }
    #expect(misconception.reply == reply)
    #expect(!misconception.isRoundedTooFar)
  }

  static let shownNumbers: [(Double, Tolerance, String)] = [
    (0.892626, Tolerance.standard, "0.8926"), (2507, .standard, "2507"),
    (10451, .standard, "10451"),
    (1.71e-6, .standard, "1.71e-6"), (-3.1063, .standard, "-3.106"), (0, .standard, "0"),
    (1.0 / 3, .absolute(1e-9), "0.333333333"), (0.000996812, .relative(1e-6), "0.000996812"),
  ]

  @Test(arguments: shownNumbers)
  func isShownInEnoughDigits(right: Double, tolerance: Tolerance, text: String) {
    #expect(make(right, tolerance).text == text)
  }
}
