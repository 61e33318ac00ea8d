/// What a student has done in one lesson.
public struct LessonProgress: Sendable, Equatable {
  /// The ``Lesson/fingerprint`` of the file last worked with.
  public var fingerprint: String
  /// The id of the page where the student is; nil before the first and after the last.
  public var currentPage: String?
  /// Whether the optional pages are left out: `path=core`.
  public var corePathOnly: Bool
  /// When the lesson was last worked with, in seconds since 1970; 0 where that is not told.
  ///
  /// Of two machines' fingerprint, page and path those of the later one stay.
  public var visited: Int
  /// How often it has been started anew by `reset`: what came before the last one is over, on every
  /// machine.
  public private(set) var restarts: Int
  /// The pages met, by id; also of pages that the file no longer has.
  public var pages: [String: PageRecord]

  /// Makes the progress of a lesson.
  public init(
    fingerprint: String, currentPage: String? = nil, corePathOnly: Bool = false, visited: Int = 0,
    restarts: Int = 0, pages: [String: PageRecord] = [:]
  ) {
    self.fingerprint = fingerprint
    self.currentPage = currentPage
    self.corePathOnly = corePathOnly
    self.visited = ProgressLimits.kept(visited)
    self.restarts = ProgressLimits.kept(restarts)
    self.pages = pages
  }

  /// Starts anew, with new numbers on every page that had been met.
  public mutating func reset() {
    restarts = ProgressLimits.kept(restarts + 1)
    currentPage = nil
    pages = pages.mapValues { PageRecord(attempt: $0.attempt + 1) }
  }

  /// Whether every page of a lesson is done that is not optional.
  public func isDone(_ lesson: Lesson) -> Bool {
    lesson.pages.allSatisfy { $0.isOptional || pages[$0.id]?.isDone == true }
  }
}

/// What a student has done on one page.
public struct PageRecord: Sendable, Equatable {
  /// How often the page has been begun with new numbers, from 1.
  public var attempt: Int
  /// Whether its end has been reached.
  public var isDone: Bool
  /// When that was, the first time, in seconds since 1970; nil where that is not told.
  public var finished: Int?
  /// How long the student has worked on it, without idle time.
  public var seconds: Int
  /// The questions met, by their place among the page's asks, guesses and writes, from 1.
  public var questions: [Int: QuestionRecord]

  /// Makes the record of a page.
  public init(
    attempt: Int = 1, isDone: Bool = false, finished: Int? = nil, seconds: Int = 0,
    questions: [Int: QuestionRecord] = [:]
  ) {
    self.attempt = min(max(1, attempt), ProgressLimits.number)
    self.isDone = isDone
    self.finished = finished.flatMap { $0 > 0 ? ProgressLimits.kept($0) : nil }
    self.seconds = ProgressLimits.kept(seconds)
    self.questions = questions
  }

  /// Whether the page earns credit: it is done, and nothing on it was left open, skipped or shown.
  public var counts: Bool {
    isDone && questions.values.allSatisfy(\.outcome.earnsCredit)
  }
}
