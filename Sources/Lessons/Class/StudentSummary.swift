/// One student's work in numbers; pages and questions that the course no longer has do not count.
struct StudentSummary {
  /// Pages whose end was reached.
  private(set) var pages = 0
  /// Pages that earn credit: not optional, done, and nothing on them open, skipped or shown.
  private(set) var counting = 0
  /// Questions right at the first try.
  private(set) var first = 0
  /// Questions answered right at last.
  private(set) var right = 0
  /// Questions, bets and own words passed over.
  private(set) var skipped = 0
  /// Questions whose answer was shown.
  private(set) var shown = 0
  /// Answers given to questions and bets.
  private(set) var tries = 0
  /// Hints shown.
  private(set) var hints = 0
  /// Pages done and seconds at work, by lesson begun.
  private(set) var lessons: [String: (pages: Int, seconds: Int)] = [:]
  /// The ids of lessons that the course does not have.
  private(set) var unknownLessons: [String] = []

  init(_ progress: Progress, in course: Course) {
    for (id, lesson) in progress.lessons {
      guard course.lesson(id) != nil else {
        unknownLessons.append(id.cut(toBytes: 60))
        continue
      }
      lessons[id] = (0, 0)
      for (pageID, record) in lesson.pages {
        guard let page = course.page(pageID, of: id) else { continue }
        add(record, of: page, lesson: id)
      }
    }
  }

  /// Minutes at work, without idle time.
  var minutes: Int { Self.minutes(lessons.values.reduce(0) { $0 + $1.seconds }) }

  /// Seconds as whole minutes.
  static func minutes(_ seconds: Int) -> Int { (seconds + 30) / 60 }

  private mutating func add(_ record: PageRecord, of page: Page, lesson: String) {
    if record.isDone {
      pages += 1
      lessons[lesson]?.pages += 1
      if record.counts, !page.isOptional { counting += 1 }
    }
    // A week on one page is no longer work; and sums of such numbers stay sums.
    lessons[lesson]?.seconds += min(record.seconds, 7 * 86_400)
    for question in record.questions.values {
      tries += question.tries.count
      hints += min(question.hints, 100)
      switch question.outcome {
      case .right:
        right += 1
        if question.isRightAtFirstTry { first += 1 }
      case .skipped: skipped += 1
      case .shown: shown += 1
      case .open, .bet, .written: break
      }
    }
  }
}

/// The middle of some numbers, or the mean of the two in the middle; nil of none.
func median(of numbers: [Int]) -> Double? {
  let sorted = numbers.sorted()
  guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
  guard sorted.count.isMultiple(of: 2) else { return Double(upper) }
  return Double(sorted[sorted.count / 2 - 1] + upper) / 2
}
