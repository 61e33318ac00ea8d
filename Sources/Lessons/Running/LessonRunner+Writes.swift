import Reports

extension LessonRunner {
  /// Asks for own words, or shows those of an earlier visit.
  ///
  /// - Returns: False where it waits.
  /// - Throws: What keeps it from being computed.
  mutating func pass(
    _ write: WriteBlock, of visit: PageVisit, _ host: some LessonHost
  ) throws -> Bool {
    let dialogue = WriteDialogue(
      question: try write.question.filled(with: visit.draws, host),
      model: try write.model.filled(with: visit.draws, host),
      criteria: try write.criteria.map { try $0.filled(with: visit.draws, host) })
    say(dialogue.question)
    switch standing(of: visit.questionNumber, .write) {
    case .written(let words):
      say("You wrote:")
      text.add(paragraph: words)
      say("The author's answer: \(dialogue.model)")
    case .shown:
      say("The author's answer: \(dialogue.model)")
    case .open, .answered, .bet, .skipped:
      say("Write in your own words, as many lines as you like; an empty line ends.")
      awaited = .words(dialogue)
      return false
    }
    self.visit?.pass()
    return true
  }

  /// Takes a line of own words, unless the shell has an answer to it.
  mutating func write(_ line: String, _ dialogue: WriteDialogue, _ host: some LessonHost) {
    if host.reading(line).isCommand, (try? host.report(of: line)) != nil {
      _ = host.runFree(line)
      return
    }
    var dialogue = dialogue
    dialogue.lines.append(line)
    awaited = .words(dialogue)
  }

  /// Ends the own words: shows the author's, and asks which criteria they meet.
  mutating func endWords(_ dialogue: WriteDialogue, _ host: some LessonHost) {
    guard !dialogue.lines.isEmpty else {
      say(dialogue.question)
      say("Write your own words first; `answer` shows the author's, `skip` leaves it.")
      return
    }
    keep(dialogue, criteria: [])
    save(host)
    say("The author's answer: \(dialogue.model)")
    sayHowToTick(dialogue)
    awaited = .criteria(dialogue)
  }

  /// Takes the criteria that are met, and goes on.
  mutating func tick(_ line: String, _ dialogue: WriteDialogue, _ host: some LessonHost) {
    guard let ticked = dialogue.ticked(by: line) else { return sayHowToTick(dialogue) }
    keep(dialogue, criteria: ticked)
    say("Kept: \(ticked.count) of \(counted(dialogue.criteria.count, "point")).")
    passQuestion(host)
  }

  /// Shows the author's answer in the place of own words, and goes on.
  mutating func showAnswer(_ dialogue: WriteDialogue, _ host: some LessonHost) {
    guard let visit else { return }
    say("The author's answer: \(dialogue.model)")
    changeQuestion(.write) { record, now in record.show(attempt: visit.seed.attempt, at: now) }
    passQuestion(host)
  }

  /// Says which criteria there are, and how to name them.
  mutating func sayHowToTick(_ dialogue: WriteDialogue) {
    say("Which of these does your text say? Type their numbers, `all` or `none`.")
    text.blocks.append(
      Markup.list(dialogue.criteria.enumerated().map { ("\($0 + 1).", $1) }))
  }

  /// Keeps words that are not finished, since the student leaves the page.
  mutating func keepDraft() {
    guard case .words(let dialogue) = awaited, !dialogue.lines.isEmpty else { return }
    keep(dialogue, criteria: [])
  }

  private mutating func keep(_ dialogue: WriteDialogue, criteria: [Int]) {
    guard let visit else { return }
    changeQuestion(.write) { record, now in
      record.write(
        QuestionRecord.Writing(text: dialogue.text, time: now, criteria: criteria),
        attempt: visit.seed.attempt)
    }
  }
}
