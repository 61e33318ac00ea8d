import Reports

/// What a student has done in a lesson, in a few sentences and as named values.
struct LessonSummary {
  private var pages = 0
  private var pagesDone = 0
  private var asked = 0
  private var rightAtOnce = 0
  private var right = 0
  private var shown = 0
  private var skipped = 0
  private var bets = 0
  private var texts = 0
  private var seconds = 0

  /// Counts what is kept of the pages on the student's path.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - route: The places of those pages.
  ///   - progress: What the student has done in it.
  init(_ lesson: Lesson, route: [Int], _ progress: LessonProgress?) {
    pages = route.count
    for index in route {
      let page = lesson.pages[index]
      let record = progress?.pages[page.id]
      if record?.isDone == true { pagesDone += 1 }
      seconds += record?.seconds ?? 0
      for (number, question) in page.questions.enumerated() {
        if question.kind == .ask { asked += 1 }
        if let kept = record?.questions[number + 1], kept.kind == question.kind { count(kept) }
      }
    }
  }

  private mutating func count(_ record: QuestionRecord) {
    switch (record.kind, record.outcome) {
    case (.ask, .right) where record.isRightAtFirstTry: rightAtOnce += 1
    case (.ask, .right): right += 1
    case (.ask, .shown): shown += 1
    case (.ask, .skipped): skipped += 1
    case (.guess, .bet): bets += 1
    case (.write, .written): texts += 1
    default: break
    }
  }

  /// The sentences under a title.
  func report(title: String) -> Report {
    var report = Report(title: title)
    report.values = [
      "pages": .integer(pages), "pages.done": .integer(pagesDone), "questions": .integer(asked),
      "right.at.once": .integer(rightAtOnce), "right.later": .integer(right),
      "shown": .integer(shown), "skipped": .integer(skipped), "bets": .integer(bets),
      "texts": .integer(texts), "minutes": .integer(minutes),
    ]
    report.add(paragraph: "\(pagesDone) of \(counted(pages, "page")) done, in \(time) of work.")
    if asked > 0 {
      report.add(paragraph: "Of \(counted(asked, "question")): " + list(answers) + ".")
    }
    let kept = [
      bets > 0 ? counted(bets, "bet") : nil, texts > 0 ? counted(texts, "own text") : nil,
    ].compactMap { $0 }
    if !kept.isEmpty { report.add(paragraph: "Kept: " + list(kept) + ".") }
    return report
  }

  private var answers: [String] {
    let counts = [
      (rightAtOnce, "right at once"), (right, "right after some tries"),
      (shown, "answered for you"), (skipped, "skipped"),
      (asked - rightAtOnce - right - shown - skipped, "still open"),
    ]
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
  }

  private var minutes: Int { seconds / 60 + (seconds % 60 > 0 ? 1 : 0) }

  private var time: String { counted(minutes, "minute") }

  private func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
