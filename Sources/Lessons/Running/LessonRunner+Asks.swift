import Grammar
import Reports

extension LessonRunner {
  /// Asks a question, or tells of it where it is settled already.
  ///
  /// - Returns: False where it waits for an answer.
  /// - Throws: What keeps it from being computed.
  mutating func pass(_ ask: Ask, of visit: PageVisit, _ host: some LessonHost) throws -> Bool {
    let resolved = try ResolvedAsk(ask, draws: visit.draws, seed: visit.seed, host)
    pose(resolved)
    switch standing(of: visit.questionNumber, .ask) {
    case .answered(let given):
      say("You answered `\(given)`, and that is right.")
      explain(resolved)
    case .shown:
      say("The answer was shown to you: `\(resolved.answerText)`. `again` asks with new numbers.")
      explain(resolved)
    case .open, .bet, .skipped, .written:
      awaited = .ask(AskDialogue(resolved, way: ask.way(with: visit.draws, of: resolved)))
      return false
    }
    self.visit?.pass()
    return true
  }

  /// Takes an answer to the page's question.
  mutating func answer(_ dialogue: AskDialogue, with line: String, _ host: some LessonHost) {
    guard let visit, let verdict = verdict(on: line, dialogue.ask, host) else { return }
    switch verdict {
    case .blank:
      return
    case .unreadable(let sentence):
      if !suggestWord(insteadOf: line) { say(sentence) }
    case .right:
      keep(line, verdict, of: dialogue.ask, visit)
      say("Right.")
      explain(dialogue.ask)
      passQuestion(host)
    case .wrong(let misconception):
      let isNew = keep(line, verdict, of: dialogue.ask, visit)
      say(reply(to: misconception))
      if isNew, misconception?.isRoundedTooFar != true { help(dialogue, visit) }
    }
  }

  /// What is said to a wrong answer.
  func reply(to misconception: Misconception?) -> String {
    guard let reply = misconception?.reply, !reply.isEmpty else { return "No, that is not it." }
    return reply
  }

  /// After a second serious try the next hint, after the third the ways out.
  private mutating func help(_ dialogue: AskDialogue, _ visit: PageVisit) {
    let tries = record(of: visit.questionNumber)?.seriousTries(in: visit.seed.attempt) ?? 0
    if tries == 2 {
      hint(dialogue, saysWhereNone: false)
    } else if tries > 2 {
      say("`hint` helps on, `skip` leaves the question, `answer` shows the answer.")
    }
  }

  /// Gives the next hint.
  mutating func hint(_ dialogue: AskDialogue, saysWhereNone: Bool = true) {
    var dialogue = dialogue
    if let hint = dialogue.nextHint() {
      say(hint)
      awaited = .ask(dialogue)
      changeQuestion(.ask) { record, _ in record.showHints(dialogue.hintsShown) }
    } else if saysWhereNone {
      say(
        dialogue.ask.hints.isEmpty
          ? "There is no hint to this question; `answer` shows the answer."
          : "There are no more hints; `answer` shows the answer.")
    }
  }

  /// Shows the answer, how to find it, and why; and goes on.
  mutating func showAnswer(_ dialogue: AskDialogue, _ host: some LessonHost) {
    sayAnswer(dialogue.ask, way: dialogue.way)
    guard let visit else { return }
    changeQuestion(.ask) { record, now in record.show(attempt: visit.seed.attempt, at: now) }
    passQuestion(host)
  }

  /// Leaves the question, and goes on.
  mutating func skipQuestion(_ kind: QuestionRecord.Kind, _ host: some LessonHost) {
    guard let visit else { return }
    changeQuestion(kind) { record, now in record.skip(attempt: visit.seed.attempt, at: now) }
    if kind == .ask { say("Left open; `again` asks anew.") }
    passQuestion(host)
  }

  /// Goes on behind the question; its record is safe from now on.
  mutating func passQuestion(_ host: some LessonHost) {
    visit?.pass()
    flush(host)
    // A page's end keeps the progress itself.
    if visit?.current != nil { save(host) }
    if !waitsForNextBlock() { walk(host) }
  }

  /// Keeps a try in the progress.
  ///
  /// - Returns: Whether it is a new one.
  @discardableResult
  private mutating func keep(
    _ line: String, _ verdict: Verdict, of ask: ResolvedAsk, _ visit: PageVisit
  ) -> Bool {
    let given = Try(
      line, verdict, of: ask, attempt: visit.seed.attempt, draws: visit.draws, at: now)
    var isNew = false
    changeQuestion(.ask) { record, _ in isNew = record.add(given) }
    return isNew
  }
}

// MARK: What questions of pages and recalls share

extension LessonRunner {
  /// Shows what is asked.
  mutating func pose(_ ask: ResolvedAsk) {
    say(ask.question)
    if !ask.options.isEmpty {
      text.blocks.append(Markup.options(ask.options))
      if ask.options.count(where: { $0.isRight == true }) > 1 {
        say("Several are right: type all their letters.")
      }
    }
    if let gapped = ask.gapped { text.add(equation: gapped) }
  }

  /// What is said once the answer is known.
  mutating func explain(_ ask: ResolvedAsk) {
    for option in ask.options where option.isRight == true {
      if let reason = option.reason, !reason.isEmpty { say(reason) }
    }
    if let explanation = ask.explanation { say(explanation) }
    showVotes(on: ask.options, right: ask.options.filter { $0.isRight == true }.map(\.text))
  }

  /// The answer, one way to find it, and why.
  mutating func sayAnswer(_ ask: ResolvedAsk, way: String?) {
    say(ask.kind == .choice ? "The answer: \(ask.answerText)" : "The answer: `\(ask.answerText)`")
    if let way, way != ask.answerText {
      say("One way to find it:")
      text.add(equation: way)
    }
    explain(ask)
  }

  /// Judges a line; a command is run first, and its answer shown.
  ///
  /// - Returns: The verdict; nil for a command that was free play, or failed.
  mutating func verdict(
    on line: String, _ ask: ResolvedAsk, _ host: some LessonHost
  ) -> Verdict? {
    guard ask.kind == .command, case .command = host.reading(line) else { return ask.judge(line) }
    // Several commands, or one that asks for help, are no answer.
    guard let invocation = Invocation(only: line), invocation.options.isEmpty else {
      _ = host.runFree(line)
      return nil
    }
    do {
      let report = try host.report(of: line)
      flush(host)
      host.show(report, typed: line)
      return ask.judge(report, of: line)
    } catch is Mistake {
      // It may know what the student has made; if not, the shell says what is wrong.
      _ = host.runFree(line)
    } catch {
      say("This was not answered: \(sentence(of: error)).")
    }
    return nil
  }
}

extension Try {
  /// An answer to a question, with what it was judged to be.
  init(
    _ given: String, _ verdict: Verdict, of ask: ResolvedAsk, attempt: Int, draws: Draws,
    at time: Int
  ) {
    var label: String?
    if case .wrong(let misconception) = verdict { label = misconception?.label }
    self.init(
      attempt: attempt, time: time, draws: draws.text, given: given, label: label,
      isRight: verdict == .right, right: ask.rightNumber)
  }
}

extension QuestionRecord {
  /// How many different wrong answers were given in an attempt, those aside that only lack digits.
  func seriousTries(in attempt: Int) -> Int {
    tries.count {
      $0.attempt == attempt && !$0.isRight && $0.label != Misconception.roundedTooFarLabel
    }
  }
}
