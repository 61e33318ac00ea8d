import Grammar
import Reports
import Testing

@testable import Lessons

struct ResolvedGuessTests {
  private let draws = Draws([("t", "7")])
  private let book = AnswerBook(["evaluate": ["lstm.rmse": 0.5, "persistence.rmse": 0.2809]])
  private let answer = Report(values: [
    "lstm.rmse": 0.5, "persistence.rmse": 0.2809, "date": "2006-03-06",
  ])

  private func numberGuess(
    pick: String = "persistence.rmse", wrongs: [(String, String)] = []
  ) throws -> Guess {
    Guess(
      line: 9,
      kind: .number(
        close: 0.2,
        wrongs: try wrongs.map {
          NamedWrong(line: 10, answer: try draft($0.0), reply: try draft($0.1))
        }),
      question: try draft("By how much on row {t}?"), command: try draft("evaluate"),
      outcome: try draft(pick), explanation: try draft("So says row {t}."))
  }

  private func choiceGuess(_ options: [(Option.Truth, String)]) throws -> Guess {
    Guess(
      line: 9,
      kind: .choice(
        try options.map {
          Option(line: 10, truth: $0.0, text: try draft($0.1), reason: try draft("why \($0.1)"))
        }),
      question: try draft("Which?"), command: nil, outcome: nil, explanation: nil)
  }

  private func outcome(
    _ guess: Guess, bet given: String, student: String = "s001"
  ) throws -> GuessOutcome {
    let resolved = try ResolvedGuess(guess, draws: draws, seed: seed(student), book)
    guard case .bet(let bet) = resolved.judge(bet: given) else {
      throw Mistake("\(resolved.judge(bet: given))", at: nil)
    }
    return try resolved.outcome(of: bet, after: answer, book)
  }

  @Test func isFilledWithTheDraws() throws {
    let guess = try ResolvedGuess(try numberGuess(), draws: draws, seed: seed(), book)
    #expect(guess.question == "By how much on row 7?")
    #expect(guess.command == "evaluate")
    #expect(guess.options.isEmpty)
  }

  @Test func aBetThatIsNearIsClose() throws {
    let outcome = try outcome(try numberGuess(), bet: "$0.3")
    #expect(outcome.isMet)
    #expect(outcome.sentence == "You bet $0.3, and 0.2809 came out: that is close.")
    #expect(outcome.explanation == "So says row 7.")
    #expect(outcome.replies.isEmpty)
  }

  @Test(arguments: [("0.225", true), ("0.337", true), ("0.22", false), ("0.34", false)])
  func closeIsAShareOfWhatCame(bet: String, isMet: Bool) throws {
    #expect(try outcome(try numberGuess(), bet: bet).isMet == isMet)
  }

  @Test func aForeseenBetIsSpokenOf() throws {
    let guess = try numberGuess(wrongs: [
      ("1", "A day moves less."), ("1.3", "More than a dollar?"), ("0.28", "never said"),
      ("`last pick=lstm.rmse`", "That is the LSTM's."),
    ])
    #expect(try outcome(guess, bet: "1.1").replies == ["A day moves less."])
    #expect(try outcome(guess, bet: "1.2").replies == ["More than a dollar?"])
    #expect(try outcome(guess, bet: "0.5").replies == ["That is the LSTM's."])
    #expect(try outcome(guess, bet: "0.29").replies.isEmpty)
    let far = try outcome(guess, bet: " 20 ")
    #expect(far.replies.isEmpty)
    #expect(far.sentence == "You bet 20, and 0.2809 came out.")
  }

  @Test(arguments: [
    ("persistence.rmse", "0.2809"), ("`last pick=lstm.rmse` / 2", "0.25"),
    ("`evaluate pick=lstm.rmse`", "0.5"), ("2^{t}", "128"), ("lstm.rmse", "0.5"),
  ])
  func picksAValueOrComputes(pick: String, text: String) throws {
    #expect(try outcome(try numberGuess(pick: pick), bet: "1").outcome == text)
  }

  @Test(arguments: ["date", "`last pick=date`", "`last pick=lstm.rsme`", "no.such.name"])
  func whatIsNoNumberIsThrown(pick: String) throws {
    let guess = try numberGuess(pick: pick)
    #expect(throws: Mistake.self) { try outcome(guess, bet: "1") }
  }

  @Test func anUnknownNameIsToldWithTheNearest() throws {
    let guess = try numberGuess(pick: "persistence.rsme")
    #expect(
      throws: Mistake(
        "the last answer has no value persistence.rsme", at: nil, hint: "persistence.rmse")
    ) { try outcome(guess, bet: "1") }
  }

  @Test(arguments: ["banana", "1,000", "`x`"])
  func whatIsNoNumberIsNoBet(given: String) throws {
    let guess = try ResolvedGuess(try numberGuess(), draws: draws, seed: seed(), book)
    guard case .unreadable = guess.judge(bet: given) else {
      Issue.record("\(given) was taken for a bet")
      return
    }
    #expect(guess.judge(bet: " ") == .blank)
  }

  @Test func aBetOnAnOptionStandsBesideWhatIsSo() throws {
    let guess = try choiceGuess([(.wrong, "the LSTM"), (.right, "copying today")])
    let missed = try outcome(guess, bet: "the LSTM")
    #expect(!missed.isMet)
    #expect(missed.sentence == "You bet on \"the LSTM\"; \"copying today\" is so.")
    #expect(missed.replies == ["why the LSTM", "why copying today"])
    let met = try outcome(guess, bet: "copying")
    #expect(met.isMet)
    #expect(met.sentence == "You bet on \"copying today\", and so it is.")
    #expect(met.replies == ["why copying today"])
  }

  @Test func conditionsAreAskedAfterTheRun() throws {
    let guess = try choiceGuess([
      (.when(try draft("`last pick=lstm.rmse` < `last pick=persistence.rmse`")), "the LSTM"),
      (.when(try draft("`last pick=lstm.rmse` >= `last pick=persistence.rmse`")), "copying"),
    ])
    let resolved = try ResolvedGuess(guess, draws: draws, seed: seed(), book)
    #expect(resolved.options.allSatisfy { $0.isRight == nil && $0.reason == nil })
    #expect(try outcome(guess, bet: "the LSTM").outcome == "copying")
  }

  @Test func nothingMayComeOut() throws {
    let outcome = try outcome(try choiceGuess([(.wrong, "up"), (.wrong, "down")]), bet: "up")
    #expect(outcome.sentence == "You bet on \"up\"; none of the options came out.")
  }

  @Test func lettersFollowTheOrderShown() throws {
    let guess = try choiceGuess([(.right, "p"), (.wrong, "q"), (.wrong, "r")])
    for student in 0..<20 {
      let student = "s\(student)"
      let resolved = try ResolvedGuess(guess, draws: draws, seed: seed(student), book)
      let right = try #require(resolved.options.first { $0.text == "p" })
      #expect(right.label == "option 1: p")
      #expect(try outcome(guess, bet: right.letter, student: student).isMet)
    }
  }

  @Test func oneOptionIsBetOn() throws {
    let guess = try choiceGuess([(.right, "p"), (.wrong, "q"), (.wrong, "r")])
    let resolved = try ResolvedGuess(guess, draws: draws, seed: seed(), book)
    #expect(resolved.judge(bet: "a b") == .unreadable("Bet on one option."))
  }

  @Test func aBetOnAnotherQuestionIsAMistake() throws {
    let number = try ResolvedGuess(try numberGuess(), draws: draws, seed: seed(), book)
    let choice = try ResolvedGuess(
      try choiceGuess([(.right, "p"), (.wrong, "q")]), draws: draws, seed: seed(), book)
    guard case .bet(let bet) = number.judge(bet: "1") else { return }
    #expect(throws: Mistake("this bet belongs to another question", at: nil)) {
      try choice.outcome(of: bet, after: nil, book)
    }
  }
}
