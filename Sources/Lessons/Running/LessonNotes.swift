import Reports

/// A student's transcript of a lesson, as Markdown.
public struct LessonNotes: Sendable, Equatable {
  /// The text; lines end with a newline.
  public let markdown: String

  /// Writes the notes of a lesson: the questions met with the answers given, bets beside what came,
  /// own words beside the author's.
  ///
  /// Numbers in the lesson's text are computed anew; where that fails, the text stands as its author
  /// wrote it.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - progress: What the student has done.
  ///   - evaluator: Computes the numbers in the lesson's text.
  public init(_ lesson: Lesson, progress: Progress, _ evaluator: some Evaluator) {
    var lines = ["# \(printable(lesson.title))"]
    for page in lesson.pages {
      guard let record = progress.lessons[lesson.id]?.pages[page.id], !record.questions.isEmpty
      else { continue }
      let writer = PageNotes(
        page: page, record: record, student: progress.student, lesson: lesson.id)
      lines += ["", "## \(printable(page.title))"] + writer.lines(evaluator)
    }
    if lines.count == 1 { lines += ["", "Nothing has been answered yet."] }
    markdown = lines.map { $0 + "\n" }.joined()
  }
}

/// The notes of one page.
private struct PageNotes {
  let page: Page
  let record: PageRecord
  let student: Student
  let lesson: String

  func lines(_ evaluator: some Evaluator) -> [String] {
    page.questions.enumerated().flatMap { number, question -> [String] in
      guard let kept = record.questions[number + 1], kept.kind == question.kind else { return [] }
      switch question {
      case .ask(let ask): return lines(ask, kept, evaluator)
      case .guess(let guess): return lines(guess, kept, evaluator)
      case .write(let write): return lines(write, kept, evaluator)
      }
    }
  }

  // MARK: Kinds of questions

  private func lines(_ ask: Ask, _ kept: QuestionRecord, _ evaluator: some Evaluator) -> [String] {
    var lines: [String] = []
    for (attempt, tries) in attempts(of: kept) {
      lines += heading(ask.question, attempt, evaluator)
      for one in tries {
        lines.append("- \(code(one.given)): \(one.isRight ? "right" : "wrong")")
      }
      if kept.settledIn == attempt, let ending = ending(of: kept.outcome) {
        lines.append("- \(ending)")
      }
    }
    return lines
  }

  private func lines(
    _ guess: Guess, _ kept: QuestionRecord, _ evaluator: some Evaluator
  ) -> [String] {
    var lines: [String] = []
    for (attempt, tries) in attempts(of: kept) {
      lines += heading(guess.question, attempt, evaluator)
      lines += tries.map { one in
        let outcome =
          one.right.map { NumberFormat.text($0) }
          ?? rightOptions(of: guess, attempt, evaluator)
        return "- bet: \(code(one.given))" + (outcome.map { "; it came out as \($0)" } ?? "")
          + (one.isRight ? ", as you bet" : "")
      }
      if kept.outcome == .skipped { lines.append("- no bet") }
    }
    return lines
  }

  private func lines(
    _ write: WriteBlock, _ kept: QuestionRecord, _ evaluator: some Evaluator
  ) -> [String] {
    let attempt = max(1, kept.settledIn)
    var lines = heading(write.question, attempt, evaluator)
    if let writing = kept.writing {
      lines += printable(writing.text).split(separator: "\n", omittingEmptySubsequences: false)
        .map { "> \($0)" }
    }
    guard kept.outcome == .written || kept.outcome == .shown else { return lines }
    lines += ["", "The author's answer: \(filled(write.model, attempt, evaluator))", ""]
    for (number, criterion) in write.criteria.enumerated() {
      let isMet = kept.writing?.criteria.contains(number + 1) == true
      lines.append("- [\(isMet ? "x" : " ")] \(filled(criterion, attempt, evaluator))")
    }
    return lines
  }

  // MARK: Parts

  /// The tries of the lesson by attempt; recalls are no part of it.
  private func attempts(of kept: QuestionRecord) -> [(attempt: Int, tries: [Try])] {
    let numbers = Set(kept.tries.map(\.attempt) + [kept.settledIn]).filter { 1...1_000 ~= $0 }
    return numbers.sorted().map { number in
      (number, kept.tries.filter { $0.attempt == number })
    }
  }

  private func heading(
    _ question: Template, _ attempt: Int, _ evaluator: some Evaluator
  ) -> [String] {
    ["", filled(question, attempt, evaluator), ""]
  }

  private func filled(
    _ template: Template, _ attempt: Int, _ evaluator: some Evaluator
  ) -> String {
    let text = try? template.filled(with: draws(attempt, evaluator), evaluator)
    return printable(text ?? template.source)
  }

  private func seed(_ attempt: Int) -> DrawSeed {
    DrawSeed(
      classCode: student.classCode, student: student.id, lesson: lesson, page: page.id,
      attempt: attempt)
  }

  private func draws(_ attempt: Int, _ evaluator: some Evaluator) throws -> Draws {
    try page.variables.draws(for: seed(attempt), evaluator)
  }

  /// The options of a bet that are so; nil where that cannot be told.
  private func rightOptions(
    of guess: Guess, _ attempt: Int, _ evaluator: some Evaluator
  ) -> String? {
    guard case .choice = guess.kind, let draws = try? draws(attempt, evaluator),
      let resolved = try? ResolvedGuess(guess, draws: draws, seed: seed(attempt), evaluator),
      case .bet(let bet) = resolved.judge(bet: "a"),
      let outcome = try? resolved.outcome(of: bet, after: nil, evaluator).outcome,
      !outcome.isEmpty
    else { return nil }
    return "\"\(printable(outcome))\""
  }

  private func ending(of outcome: QuestionRecord.Outcome) -> String? {
    switch outcome {
    case .shown: "the answer was shown"
    case .skipped: "skipped"
    case .open, .bet, .written, .right: nil
    }
  }

  /// A line as typed, set as code; what would end the code is taken out.
  private func code(_ given: String) -> String {
    let line = printable(given).filter { $0 != "`" }
    return "`" + String(line.map { $0 == "\n" ? " " : $0 }) + "`"
  }
}
