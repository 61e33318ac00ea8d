import Reports

extension LessonRunner {
  /// Says what a review is.
  mutating func introduceReview() {
    text.title = "Review"
    if recalls.isEmpty {
      say("Nothing is due yet; what you learn today is asked again tomorrow.")
    } else {
      say(
        "\(counted(recalls.count, "question")) from lessons you have done, with new numbers and "
          + "without hints. `skip` leaves one, `answer` shows it.")
    }
  }

  /// Asks the next question that can be computed; after the last one goes on to what follows.
  mutating func goToNextRecall(_ host: some LessonHost) {
    while recallsMet < recalls.count {
      recallsMet += 1
      if ask(recalls[recallsMet - 1], host) { return }
    }
    awaited = .nothing
    if lesson == nil { finishReview(host) } else { openFirstPage(host) }
  }

  /// Asks a question of an earlier lesson.
  ///
  /// - Returns: Whether it could be asked.
  private mutating func ask(_ recall: Recall, _ host: some LessonHost) -> Bool {
    let key = QuestionKey(
      lesson: recall.lesson.id, page: recall.page.id, question: recall.questionIndex)
    let attempt = (progress[key]?.recall ?? RecallState(last: now)).nextAttempt
    let seed = DrawSeed(
      classCode: progress.student.classCode, student: progress.student.id,
      lesson: recall.lesson.id, page: recall.page.id, attempt: attempt)
    do {
      guard let ask = recall.page.question(recall.questionIndex)?.ask else { return false }
      try host.prepare(after: [])
      let draws = try recall.page.variables.draws(for: seed, host)
      let resolved = try ResolvedAsk(ask, draws: draws, seed: seed, host)
      say(opening(of: recall))
      pose(resolved)
      awaited = .recall(
        RecallDialogue(
          ask: resolved, way: ask.way(with: draws, of: resolved), key: key, attempt: attempt,
          draws: draws))
      return true
    } catch {
      say("A question of \(recall.lesson.id) cannot be asked: \(sentence(of: error)).")
      return false
    }
  }

  private func opening(of recall: Recall) -> String {
    lesson == nil
      ? "**\(recallsMet) of \(recalls.count)**, from \(recall.lesson.title):"
      : "**Do you remember?** From \(recall.lesson.title); Enter twice leaves it out."
  }

  /// Takes an answer: the first one tells whether it was remembered, the second wrong one ends it.
  mutating func answer(_ dialogue: RecallDialogue, with line: String, _ host: some LessonHost) {
    guard let verdict = verdict(on: line, dialogue.ask, host) else { return }
    switch verdict {
    case .blank:
      return
    case .unreadable(let sentence):
      if !suggestWord(insteadOf: line) { say(sentence) }
    case .right:
      keep(line, verdict, dialogue)
      say("Right.")
      explain(dialogue.ask)
      finish(dialogue, isRight: true, host)
    case .wrong(let misconception):
      let isNew = keep(line, verdict, dialogue)
      say(reply(to: misconception))
      guard isNew, misconception?.isRoundedTooFar != true else { return }
      if dialogue.isMissed {
        sayAnswer(dialogue.ask, way: dialogue.way)
        finish(dialogue, isRight: false, host)
      } else {
        say("Try once more; `answer` shows it, `skip` leaves it.")
        settle(dialogue, isRight: false)
      }
    }
  }

  /// Shows the answer to a recall, and goes on.
  mutating func showAnswer(_ dialogue: RecallDialogue, _ host: some LessonHost) {
    sayAnswer(dialogue.ask, way: dialogue.way)
    finish(dialogue, isRight: false, host)
  }

  /// Leaves a recall, and goes on.
  mutating func skip(_ dialogue: RecallDialogue, _ host: some LessonHost) {
    finish(dialogue, isRight: false, host)
  }

  /// The first blank line shows the question once more, the second leaves it.
  mutating func passBlank(_ dialogue: RecallDialogue, _ host: some LessonHost) {
    if dialogue.isNearlySkipped { return skip(dialogue, host) }
    var dialogue = dialogue
    dialogue.isNearlySkipped = true
    awaited = .recall(dialogue)
    pose(dialogue.ask)
    say("Enter once more leaves this question.")
  }

  /// A line between two blank ones makes the second the first.
  mutating func forgetBlank() {
    guard case .recall(var dialogue) = awaited else { return }
    dialogue.isNearlySkipped = false
    awaited = .recall(dialogue)
  }

  private mutating func finish(
    _ dialogue: RecallDialogue, isRight: Bool, _ host: some LessonHost
  ) {
    if isRight, !dialogue.isMissed { recallsRight += 1 }
    settle(dialogue, isRight: isRight)
    save(host)
    flush(host)
    goToNextRecall(host)
  }

  /// Moves the question on in the review schedule, once.
  private mutating func settle(_ dialogue: RecallDialogue, isRight: Bool) {
    guard !dialogue.isMissed else { return }
    var dialogue = dialogue
    dialogue.isMissed = !isRight
    awaited = .recall(dialogue)
    progress[dialogue.key]?.finishRecall(isRight: isRight, at: now)
  }

  @discardableResult
  private mutating func keep(
    _ line: String, _ verdict: Verdict, _ dialogue: RecallDialogue
  ) -> Bool {
    progress[dialogue.key]?.addRecall(
      Try(
        line, verdict, of: dialogue.ask, attempt: dialogue.attempt, draws: dialogue.draws, at: now)
    ) ?? true
  }

  /// What a review has shown so far.
  mutating func sayRecallsRight() {
    say("\(recallsRight) of \(counted(recalls.count, "question")) right at once.")
  }

  private mutating func finishReview(_ host: some LessonHost) {
    if !recalls.isEmpty {
      sayRecallsRight()
      if recallsRight < recalls.count { say("What was missed is asked again next time.") }
    }
    end(host)
  }
}
