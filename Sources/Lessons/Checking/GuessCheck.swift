import Grammar
import Reports

/// Places every bet that an author foresaw, and looks what comes of it.
struct GuessCheck {
  private let guess: Guess
  private let resolved: ResolvedGuess
  private let report: Report?
  private let filling: Filling<PageEvaluator>
  private let log: CheckLog

  init(
    _ guess: Guess, _ resolved: ResolvedGuess, after report: Report?,
    _ filling: Filling<PageEvaluator>, _ log: CheckLog
  ) {
    self.guess = guess
    self.resolved = resolved
    self.report = report
    self.filling = filling
    self.log = log
  }

  /// Proves that every bet has an outcome, and that what is foreseen can happen.
  ///
  /// - Throws: What interrupts.
  func run() throws {
    if resolved.judge(bet: "  ") != .blank {
      log.add("an empty line is taken for a bet", line: guess.line)
    }
    var isSound = true
    for part in guess.parts(filling) + picked where try log.attempt(part.line, part.compute) == nil
    {
      isSound = false
    }
    guard isSound else { return }
    switch guess.kind {
    case .number(_, let wrongs): try check(wrongs)
    case .choice(let options): try check(options)
    }
  }

  /// The number that comes out.
  private var picked: [QuestionPart] {
    guard case .number = guess.kind, let outcome = guess.outcome else { return [] }
    return [QuestionPart(outcome) { _ in _ = try resolved.rightNumber(filling) }]
  }

  private func outcome(of given: String) throws -> GuessOutcome? {
    guard case .bet(let bet) = resolved.judge(bet: given) else {
      log.add("this bet is not taken", line: guess.line, detail: given)
      return nil
    }
    return try resolved.outcome(of: bet, after: report, filling.evaluator)
  }

  private func check(_ wrongs: [NamedWrong]) throws {
    for wrong in wrongs {
      let number = try filling.number(wrong.answer)
      guard let outcome = try outcome(of: "\(number)") else { continue }
      if outcome.isMet {
        log.add(
          "this foreseen bet is close to what comes out, so its reply is not said",
          line: wrong.line,
          detail: "\(NumberFormat.text(number)) beside \(outcome.outcome)", isWarning: true)
      } else if outcome.replies != [try filling.text(wrong.reply)] {
        log.add(
          "this foreseen bet gets the reply of another", line: wrong.line,
          detail: NumberFormat.text(number))
      }
    }
  }

  private func check(_ options: [Option]) throws {
    guard OptionsCheck(options, resolved.options, log).run() else { return }
    let outcomes = try resolved.options.compactMap { try outcome(of: $0.letter) }
    if !outcomes.contains(where: \.isMet) {
      log.add("none of the options comes true", line: guess.line)
    }
  }
}
