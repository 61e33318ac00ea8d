import Grammar
public import Reports

/// A bet with a student's draws in it; what comes out is computed only after the student has bet.
public struct ResolvedGuess: Sendable, Equatable {
  /// What is asked.
  public let question: String
  /// The options in the order shown; empty for a bet on a number.
  public let options: [ResolvedOption]
  /// The command that runs after the bet; nil for none.
  public let command: String?

  private let guess: Guess
  private let draws: Draws
  /// The place in the file of each option shown.
  private let order: [Int]

  /// Puts a student's draws into a bet.
  ///
  /// - Parameters:
  ///   - guess: The bet.
  ///   - draws: What was drawn for its page.
  ///   - seed: Whose draws they are; it shuffles the options.
  ///   - evaluator: Computes what stands in the question and the options.
  /// - Throws: `Mistake` at what cannot be computed; what interrupts.
  public init(
    _ guess: Guess, draws: Draws, seed: DrawSeed, _ evaluator: some Evaluator
  ) throws {
    let filling = Filling(draws: draws, evaluator: evaluator)
    let question = try filling.text(guess.question)
    self.question = question
    command = try guess.command.map(filling.text)
    self.guess = guess
    self.draws = draws
    guard case .choice(let choice) = guess.kind else {
      order = []
      options = []
      return
    }
    let order = seed.order(of: choice.count, for: question)
    options = try order.enumerated().map { place, number in
      ResolvedOption(
        letter: ResolvedOption.letter(at: place), text: try filling.text(choice[number].text),
        label: choice[number].label(at: number))
    }
    self.order = order
  }

  /// Reads what a student bets: a number as in any answer, or one option.
  public func judge(bet given: String) -> BetReading {
    switch guess.kind {
    case .number:
      switch GivenNumber(given) {
      case .number(let number, _):
        return .bet(Bet(text: Self.trimmed(given), content: .number(number), label: "bet"))
      case .unreadable(let sentence): return .unreadable(sentence)
      case .blank: return .blank
      }
    case .choice:
      switch OptionReader(options).reading(of: given) {
      case .chosen(let places):
        guard let place = places.first, places.count == 1 else {
          return .unreadable("Bet on one option.")
        }
        return .bet(
          Bet(text: options[place].text, content: .option(place), label: options[place].label))
      case .unreadable(let sentence): return .unreadable(sentence)
      case .blank: return .blank
      }
    }
  }

  /// Holds a bet beside what came out.
  ///
  /// - Parameters:
  ///   - bet: What was bet.
  ///   - report: What the bet's command answered; `last` in expressions is a value of it. Where it is nil,
  ///     the evaluator knows what `last` is.
  ///   - evaluator: Computes expressions and commands.
  /// - Returns: Both, and what is said to them.
  /// - Throws: `Mistake` at what cannot be computed; what interrupts.
  public func outcome(
    of bet: Bet, after report: Report?, _ evaluator: some Evaluator
  ) throws -> GuessOutcome {
    let filling = Filling(draws: draws, evaluator: LastAnswer(report: report, evaluator: evaluator))
    let explanation = try guess.explanation.map(filling.text)
    switch (guess.kind, bet.content) {
    case (.number(let close, let wrongs), .number(let number)):
      return try outcome(
        of: bet, number, close: close, wrongs, filling, explanation: explanation)
    case (.choice(let choice), .option(let place)) where order.indices.contains(place):
      return try outcome(of: bet, place, choice, filling, explanation: explanation)
    default:
      throw Mistake("this bet belongs to another question", at: nil)
    }
  }

  private func outcome(
    of bet: Bet, _ number: Double, close: Double, _ wrongs: [NamedWrong],
    _ filling: Filling<some Evaluator>, explanation: String?
  ) throws -> GuessOutcome {
    let right = try rightNumber(filling)
    let closeness = BetCloseness(share: close)
    let isMet = closeness.holds(number, near: right)
    var nearest: (apart: Double, reply: Template)?
    for wrong in wrongs where !isMet {
      let foreseen = try filling.number(wrong.answer)
      let apart = (foreseen - number).magnitude
      if closeness.holds(number, near: foreseen), apart < nearest?.apart ?? .infinity {
        nearest = (apart, wrong.reply)
      }
    }
    return GuessOutcome(
      bet: bet.text, outcome: NumberFormat.text(right), isMet: isMet,
      replies: try nearest.map { [try filling.text($0.reply)] } ?? [], explanation: explanation,
      isNumber: true)
  }

  private func outcome(
    of bet: Bet, _ place: Int, _ choice: [Option], _ filling: Filling<some Evaluator>,
    explanation: String?
  ) throws -> GuessOutcome {
    var right: [Int] = []
    for (shown, number) in order.enumerated() where try filling.isRight(choice[number]) {
      right.append(shown)
    }
    // What was bet on is spoken of first, then what is so.
    let spoken = [place] + right.filter { $0 != place }
    return GuessOutcome(
      bet: bet.text, outcome: right.map { options[$0].text }.joined(separator: " | "),
      isMet: right.contains(place),
      replies: try spoken.map { try filling.text(choice[order[$0]].reason) }
        .filter { !$0.isEmpty },
      explanation: explanation, isNumber: false)
  }

  /// The number that came out: a value of the command's answer by its bare name, or an expression.
  ///
  /// - Throws: `Mistake` where nothing comes out that is a number; what interrupts.
  func rightNumber(_ filling: Filling<some Evaluator>) throws -> Double {
    guard let template = guess.outcome else {
      throw Mistake("the bet of line \(guess.line) has no pick:", at: nil)
    }
    let name = Self.trimmed(try filling.text(template))
    guard isValueName(name) else { return try filling.number(template) }
    let value = try filling.evaluator.value(of: "last pick=\(name)")
    guard let number = value.number, number.isFinite else {
      throw Mistake("\(name) is no number that can be bet on", at: nil)
    }
    return number
  }

  private static func trimmed(_ text: String) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
