import Reports

extension LessonRunner {
  /// Asks for a bet; once it is placed, runs the command and tells both.
  ///
  /// - Returns: False where it waits, or the command has failed.
  /// - Throws: What keeps it from being computed.
  mutating func pass(_ guess: Guess, of visit: PageVisit, _ host: some LessonHost) throws -> Bool {
    let resolved = try ResolvedGuess(guess, draws: visit.draws, seed: visit.seed, host)
    guard var placed = visit.bet ?? earlierBet(on: resolved, visit) else {
      pose(resolved)
      say("A bet, before the shell tells: no answer is wrong here.")
      awaited = .bet(resolved)
      return false
    }
    if visit.bet == nil { pose(resolved) }
    self.visit?.bet = placed
    if placed.report == nil, let command = resolved.command {
      guard let report = run(command, isShown: true, host) else { return false }
      placed.report = report
      self.visit?.bet = placed
    }
    try tell(placed, of: resolved, visit, host)
    flush(host)
    self.visit?.pass()
    if !placed.isKept, self.visit?.current != nil { save(host) }
    return true
  }

  /// Takes a bet.
  mutating func bet(_ line: String, on guess: ResolvedGuess, _ host: some LessonHost) {
    switch guess.judge(bet: line) {
    case .blank: return
    case .unreadable(let sentence):
      if !suggestWord(insteadOf: line) { say(sentence) }
    case .bet(let bet):
      visit?.bet = PageVisit.PlacedBet(bet: (bet, line), isKept: false)
      walk(host)
    }
  }

  /// Goes on without a bet: the command runs all the same.
  mutating func skipBet(_ host: some LessonHost) {
    guard let visit else { return }
    changeQuestion(.guess) { record, now in record.skip(attempt: visit.seed.attempt, at: now) }
    self.visit?.bet = PageVisit.PlacedBet(bet: nil, isKept: true)
    walk(host)
  }

  /// Goes past a bet that cannot be asked for, or whose outcome cannot be told; a bet placed stays.
  mutating func skipFailedBet(of visit: PageVisit, _ host: some LessonHost) {
    if visit.bet?.report == nil {
      replay.leaveOut(Replay.Place(page: visit.page.id, block: visit.block, command: 0))
    }
    if visit.bet == nil { return skipQuestion(.guess, host) }
    if let (_, given) = visit.bet?.bet, visit.bet?.isKept == false {
      let kept = Try(
        attempt: visit.seed.attempt, time: now, draws: visit.draws.text, given: given,
        isRight: false)
      changeQuestion(.guess) { record, _ in record.add(kept) }
    }
    passQuestion(host)
  }

  /// Shows what is bet on.
  mutating func pose(_ guess: ResolvedGuess) {
    say(guess.question)
    if !guess.options.isEmpty { text.blocks.append(Markup.options(guess.options)) }
  }

  /// The bet of an earlier visit in the same attempt; nil where none was placed.
  private func earlierBet(on guess: ResolvedGuess, _ visit: PageVisit) -> PageVisit.PlacedBet? {
    switch standing(of: visit.questionNumber, .guess) {
    case .bet(let given):
      guard case .bet(let bet) = guess.judge(bet: given) else {
        return PageVisit.PlacedBet(bet: nil, isKept: true)
      }
      return PageVisit.PlacedBet(bet: (bet, given), isKept: true)
    case .skipped:
      return PageVisit.PlacedBet(bet: nil, isKept: true)
    case .open, .answered, .shown, .written:
      return nil
    }
  }

  /// Says bet and outcome side by side, and keeps them.
  private mutating func tell(
    _ placed: PageVisit.PlacedBet, of guess: ResolvedGuess, _ visit: PageVisit,
    _ host: some LessonHost
  ) throws {
    guard let (bet, given) = placed.bet else {
      return try tellWithoutBet(placed.report, of: guess, host)
    }
    let outcome = try guess.outcome(of: bet, after: placed.report, host)
    say(outcome.sentence)
    showVotes(on: guess.options, right: outcome.options)
    for reply in outcome.replies { say(reply) }
    if let explanation = outcome.explanation { say(explanation) }
    guard !placed.isKept else { return }
    // Letters are shuffled, so that an option is kept by its words.
    let kept = Try(
      attempt: visit.seed.attempt, time: now, draws: visit.draws.text,
      given: guess.options.isEmpty ? given : bet.text, isRight: outcome.isMet,
      right: guess.options.isEmpty ? Double(outcome.outcome) : nil)
    changeQuestion(.guess) { record, _ in record.add(kept) }
  }

  /// Says what came out to who has not bet.
  private mutating func tellWithoutBet(
    _ report: Report?, of guess: ResolvedGuess, _ host: some LessonHost
  ) throws {
    var told: GuessOutcome?
    // The option that is met brings its own reason and no other.
    for given in guess.options.isEmpty ? ["0"] : guess.options.map(\.letter) {
      guard told?.isMet != true, case .bet(let bet) = guess.judge(bet: given) else { continue }
      told = try guess.outcome(of: bet, after: report, host)
    }
    guard let told else { return }
    if guess.options.isEmpty {
      say("It came out as \(told.outcome).")
    } else if told.isMet {
      say("It is so: \(told.outcome)")
      showVotes(on: guess.options, right: told.options)
      for reply in told.replies { say(reply) }
    }
    if let explanation = told.explanation { say(explanation) }
  }
}

extension GuessOutcome {
  /// The texts of the options that are so.
  fileprivate var options: [String] { outcome.split(separator: " | ").map(String.init) }
}
