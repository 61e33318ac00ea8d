import Reports

extension HandoutWriter {
  /// Asks for own words.
  mutating func write(_ write: WriteBlock) throws {
    ask(try text(write.question))
    paper.room(lines: 4)
    guard options.hasAnswers else { return }
    var lines = ["For example: \(try text(write.model))"]
    for criterion in write.criteria { lines.append("Look for: \(try text(criterion))") }
    paper.quote(lines)
  }

  /// Asks for a bet.
  mutating func write(_ guess: Guess) throws {
    let question = try text(guess.question)
    ask("\(question) (A bet: no answer is wrong.)")
    if case .choice(let choice) = guess.kind { try list(choice, of: question) }
    paper.room(lines: 1, label: "Your bet:")
    if let command = guess.command {
      let command = try text(command)
      paper.fence([Self.typed(command)])
      enqueue(command)
    }
    if options.hasAnswers { paper.quote(try outcome(of: guess)) }
  }

  /// Asks a question.
  mutating func write(_ ask: Ask) throws {
    let question = try text(ask.question)
    self.ask(question)
    switch ask.kind {
    case .choice(let choice): try list(choice, of: question)
    case .command(let command):
      if let gapped = command.gapped { paper.fence([try text(gapped)]) }
    case .number, .text: break
    }
    paper.room(lines: 1, label: "Answer:")
    if options.hasAnswers { paper.quote(try answers(to: ask)) }
  }

  /// The options in the order in which the student sees them.
  private mutating func list(_ choice: [Option], of question: String) throws {
    for (place, number) in seed.order(of: choice.count, for: question).enumerated() {
      paper.item("-", "\(ResolvedOption.letter(at: place))) \(try text(choice[number].text))")
    }
  }

  // MARK: Answers

  private mutating func outcome(of guess: Guess) throws -> [String] {
    try catchUp()
    let (draws, seed, host) = (draws, seed, host)
    return try unlessMistaken {
      let resolved = try ResolvedGuess(guess, draws: draws, seed: seed, host)
      // The option that is met brings its own reason and no other.
      var outcome: GuessOutcome?
      for given in resolved.options.isEmpty ? ["0"] : resolved.options.map(\.letter) {
        guard outcome?.isMet != true, case .bet(let bet) = resolved.judge(bet: given) else {
          continue
        }
        outcome = try resolved.outcome(of: bet, after: nil, host)
      }
      guard let outcome else { return [] }
      let replies = resolved.options.isEmpty ? [] : outcome.replies
      return ["It comes out as: \(outcome.outcome)"] + replies
        + [outcome.explanation].compactMap { $0 }
    } ?? []
  }

  private mutating func answers(to ask: Ask) throws -> [String] {
    if ask.asksTheShell { try catchUp() }
    let resolved = try unlessMistaken {
      try ResolvedAsk(ask, draws: draws, seed: seed, host)
    }
    guard let resolved else { return ["Answer: ____"] }
    var lines = ["Answer: \(resolved.answerText)"]
    for solution in resolved.solutions where solution != resolved.answerText {
      lines.append("Found by: `\(solution)`")
    }
    for option in resolved.options where option.isRight == true {
      if let reason = option.reason, !reason.isEmpty { lines.append(reason) }
    }
    if let explanation = resolved.explanation { lines.append(explanation) }
    lines += resolved.hints.map { "Hint: \($0)" }
    for (given, reply) in resolved.replies { lines.append("If wrong, \(given): \(reply)") }
    return lines
  }
}

extension ResolvedAsk {
  /// The wrong answers that are foreseen, and what is said to them.
  fileprivate var replies: [(given: String, reply: String)] {
    switch answer {
    case .number(let number):
      number.foreseen.map { (NumberFormat.text($0.number), $0.reply) }
    case .choice(let choice):
      choice.options.filter { $0.isRight == false }.map { ($0.text, $0.reason ?? "") }
    case .text(let text):
      text.foreseen.map { ($0.answers.joined(separator: ", "), $0.reply) }
    case .command(let command):
      command.foreseen.map { ("`\($0.model.command)`", $0.reply) }
    }
  }
}
