// What the conversation keeps of the student's work.

/// How a question stands in the attempt at hand.
enum Standing: Equatable {
  case open
  case answered(given: String)
  case bet(given: String)
  case written(words: String)
  case shown
  case skipped
}

extension LessonRunner {
  /// The progress in this lesson; nil before its first page.
  var lessonProgress: LessonProgress? {
    lesson.flatMap { progress.lessons[$0.id] }
  }

  /// Whether a page of this lesson is done.
  func isDone(_ page: Page) -> Bool {
    lessonProgress?.pages[page.id]?.isDone == true
  }

  /// Whether another lesson has been gone through to its end.
  func isFinished(_ lesson: String) -> Bool {
    guard let progress = progress.lessons[lesson] else { return false }
    return progress.currentPage == nil && progress.pages.values.contains(where: \.isDone)
  }

  /// Whose numbers stand on a page.
  func seed(of page: Page) -> DrawSeed {
    DrawSeed(
      classCode: progress.student.classCode, student: progress.student.id,
      lesson: lesson?.id ?? "", page: page.id,
      attempt: lessonProgress?.pages[page.id]?.attempt ?? 1)
  }

  /// The record of a question of the page at hand.
  func record(of number: Int) -> QuestionRecord? {
    visit.flatMap { lessonProgress?.pages[$0.page.id]?.questions[number] }
  }

  /// How a question of the page stands in the attempt at hand.
  ///
  /// An upgraded lesson may ask something else in its place; then it is open.
  func standing(of number: Int, _ kind: QuestionRecord.Kind) -> Standing {
    guard let record = record(of: number), record.kind == kind, let visit, !isPresented else {
      return .open
    }
    let tries = record.tries.filter { $0.attempt == visit.seed.attempt }
    let isSettledNow = record.settledIn == visit.seed.attempt
    switch kind {
    case .ask:
      if let right = tries.last(where: \.isRight), record.outcome == .right {
        return .answered(given: right.given)
      }
    case .guess:
      if let bet = tries.last { return .bet(given: bet.given) }
    case .write:
      if let writing = record.writing, isSettledNow { return .written(words: writing.text) }
    }
    switch record.outcome {
    case .shown where isSettledNow: return .shown
    case .skipped where isSettledNow: return .skipped
    default: return .open
    }
  }
}

// MARK: Changes

extension LessonRunner {
  /// Changes the progress in this lesson.
  mutating func changeLesson(_ change: (inout LessonProgress) -> Void) {
    guard let lesson else { return }
    var progress =
      self.progress.lessons[lesson.id] ?? LessonProgress(fingerprint: lesson.fingerprint)
    progress.fingerprint = lesson.fingerprint
    progress.corePathOnly = corePathOnly
    progress.visited = max(progress.visited, now)
    change(&progress)
    self.progress.lessons[lesson.id] = progress
  }

  /// Notes where the student is.
  mutating func arrive(at page: Page) {
    changeLesson { $0.currentPage = page.id }
    update(page.id) { _, _ in }
  }

  /// Changes the record of a page, which is given the time as well.
  mutating func update(_ page: String, _ change: (inout PageRecord, Int) -> Void) {
    let now = now
    changeLesson { lesson in
      var record = lesson.pages[page] ?? PageRecord()
      change(&record, now)
      lesson.pages[page] = record
    }
  }

  /// Changes the record of the question at hand, which is given the time as well.
  mutating func changeQuestion(
    _ kind: QuestionRecord.Kind, _ change: (inout QuestionRecord, Int) -> Void
  ) {
    guard let visit else { return }
    update(visit.page.id) { page, now in
      var record = page.questions[visit.questionNumber] ?? QuestionRecord(kind)
      if record.kind != kind { record = QuestionRecord(kind) }
      change(&record, now)
      page.questions[visit.questionNumber] = record
    }
  }

  /// Adds time at work to the page at hand; what the recalls take belongs to no page.
  mutating func spend(_ seconds: Int) {
    guard let lesson, let place, seconds > 0 else { return }
    update(lesson.pages[place].id) { record, _ in
      record.seconds = ProgressLimits.kept(record.seconds + seconds)
    }
  }

  /// Counts up the attempt of a page, so that its numbers and questions are new.
  mutating func beginAgain(_ page: Page) {
    update(page.id) { record, _ in
      // Recalls draw from the attempts above a thousand.
      record.attempt = min(record.attempt + 1, 1_000)
    }
  }
}
