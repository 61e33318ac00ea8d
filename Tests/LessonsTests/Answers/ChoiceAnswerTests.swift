import Testing

@testable import Lessons

struct ChoiceAnswerTests {
  /// Options in the order shown; right are those that begin with a star.
  private func make(_ texts: [String]) -> ChoiceAnswer {
    ChoiceAnswer(
      options: texts.enumerated().map { place, text in
        let isRight = text.hasPrefix("*")
        let words = isRight ? String(text.dropFirst()) : text
        return ResolvedOption(
          letter: ResolvedOption.letter(at: place), text: words, label: "option \(words)",
          isRight: isRight, reason: "why \(words)")
      })
  }

  @Test(arguments: [
    ("b", "right"), ("B", "right"), (" b. ", "right"), ("(b)", "right"), ("b)", "right"),
    ("the day before row 0", "option the day before row 0"), ("2017-12-29", "right"),
    ("2017", "right"), ("an error", "option an error"), ("err", "option an error"),
    ("a", "option the day before row 0"), ("c b", "option an error"),
    ("b c", "option an error"), ("bc", "option an error"),
    ("b) 2017-12-29", "right"), (" (B) 2017", "right"), ("b 2017-12-29", "right"),
    ("a error", "option an error"), ("b) banana", "unreadable"), ("b)!", "unreadable"),
    ("d", "unreadable"), ("x y", "unreadable"), ("banana", "unreadable"), ("-", "unreadable"),
    ("|", "unreadable"), (" | ", "unreadable"), ("b |", "right"),
    ("", "blank"), ("  ", "blank"),
  ])
  func oneOptionIsRight(given: String, label: String) {
    let answer = make(["the day before row 0", "*2017-12-29", "an error"])
    #expect(answer.verdict(on: given).label == label)
  }

  @Test(arguments: [
    ("a c", "right"), ("c a", "right"), ("a,c", "right"), ("ac", "right"), ("CA", "right"),
    ("a and c", "right"), ("a, c", "right"), ("a c a", "right"), ("a & c", "right"),
    ("forget gate | reset gate", "right"), ("forget | c", "right"),
    ("a", "incomplete"), ("reset gate", "incomplete"),
    ("a b c", "option cell"), ("a d b c", "option sum"), ("aa", "unreadable"),
    ("forget | nothing", "unreadable"),
  ])
  func severalOptionsAreRight(given: String, label: String) {
    let answer = make(["*forget gate", "cell", "*reset gate", "sum"])
    #expect(answer.verdict(on: given).label == label)
  }

  @Test func theReasonOfTheWrongOptionChosenFirstIsGiven() {
    let answer = make(["*p", "q", "r"])
    #expect(
      answer.verdict(on: "a c b")
        == .wrong(Misconception(label: "option r", reply: "why r")))
  }

  @Test(arguments: [
    ("a", "That is right, and 2 more are right too."),
    ("a b", "That is right, and one more is right too."),
  ])
  func saysHowManyAreMissing(given: String, reply: String) {
    #expect(
      make(["*p", "*q", "*r", "s"]).verdict(on: given)
        == .wrong(Misconception(label: "incomplete", reply: reply)))
  }

  @Test func aLetterIsTheLetterShownEvenWhereAnOptionIsThatWord() {
    #expect(make(["c", "h", "*x"]).verdict(on: "c") == .right)
    #expect(make(["h", "*x"]).verdict(on: "x") == .right)
  }

  @Test func lettersThatAreAlsoABeginningAreNotGuessedAt() {
    let answer = make(["*p", "q", "r", "s", "best"])
    #expect(
      answer.verdict(on: "be")
        == .unreadable("That may be letters or the beginning of an option; write letters apart."))
    #expect(answer.verdict(on: "best").label == "option best")
  }

  @Test func aBeginningThatSeveralShareIsNotGuessedAt() {
    #expect(
      make(["*grows for ever", "grows then vanishes"]).verdict(on: "grows")
        == .unreadable("2 options begin so; type a letter, or more of it."))
  }

  @Test func saysWhatIsAccepted() {
    #expect(
      make(["*p", "q", "r"]).verdict(on: "zzz")
        == .unreadable("Type the letter of an option, a to c, or its first words."))
  }

  @Test func marksOfEmphasisNeedNotBeTyped() {
    #expect(make(["*the **forget** gate `f`", "q"]).verdict(on: "forget gate f") == .right)
  }

  @Test func theWordsOfTheRightOptionsAreRight() {
    for texts in [["*p", "q"], ["*the mean", "q", "*a sum, squared"]] {
      #expect(make(texts).verdict(on: make(texts).text) == .right)
    }
  }
}
