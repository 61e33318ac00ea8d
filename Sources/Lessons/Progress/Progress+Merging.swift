extension Progress {
  /// The best of two machines: the best state of each page and question, and every try of both.
  ///
  /// In which order progresses are merged, and how often, makes no difference; only the student is
  /// always that of the left one, since the draws come from there.
  ///
  /// - Parameter other: The progress on the other machine, or on disk.
  /// - Returns: Both as one.
  public func merged(with other: Progress) -> Progress {
    var merged = self
    merged.lessons.merge(other.lessons) { $0.merged(with: $1) }
    return merged
  }
}

// Each field takes the larger of two in some total order; so the whole is commutative, associative and
// idempotent as each of them is.

extension LessonProgress {
  func merged(with other: LessonProgress) -> LessonProgress {
    guard restarts == other.restarts else { return restarts > other.restarts ? self : other }
    var merged = isLater(than: other) ? self : other
    merged.pages = pages.merging(other.pages) { $0.merged(with: $1) }
    return merged
  }

  private func isLater(than other: LessonProgress) -> Bool {
    guard visited == other.visited else { return visited > other.visited }
    return (fingerprint, currentPage == nil ? 0 : 1, currentPage ?? "", corePathOnly ? 1 : 0)
      > (
        other.fingerprint, other.currentPage == nil ? 0 : 1, other.currentPage ?? "",
        other.corePathOnly ? 1 : 0
      )
  }
}

extension PageRecord {
  func merged(with other: PageRecord) -> PageRecord {
    PageRecord(
      attempt: max(attempt, other.attempt), isDone: isDone || other.isDone,
      finished: [finished, other.finished].compactMap { $0 }.min(),
      seconds: max(seconds, other.seconds),
      questions: questions.merging(other.questions) { $0.merged(with: $1) })
  }
}

extension QuestionRecord {
  func merged(with other: QuestionRecord) -> QuestionRecord {
    let isSame = outcome == other.outcome && settledIn == other.settledIn
    let isBetter = isSame ? kind.rawValue > other.kind.rawValue : isSettledBetter(than: other)
    var merged = isBetter ? self : other
    merged.tries = Try.union(tries, other.tries)
    merged.hints = max(hints, other.hints)
    merged.hasBeenShown = hasBeenShown || other.hasBeenShown
    merged.writing = larger(writing, other.writing) {
      ($0.time, $0.text) == ($1.time, $1.text)
        ? $0.criteria.lexicographicallyPrecedes($1.criteria)
        : ($0.time, $0.text) < ($1.time, $1.text)
    }
    merged.recall = larger(recall, other.recall) {
      ($0.last, $0.count, $0.stage, $0.isMissed ? 1 : 0)
        < ($1.last, $1.count, $1.stage, $1.isMissed ? 1 : 0)
    }
    return merged
  }
}

extension Try {
  /// What makes two tries one: an export, which has no times, is known again where it came from.
  struct Identity: Hashable {
    let attempt: Int
    let draws: String
    let given: String
  }

  var identity: Identity { Identity(attempt: attempt, draws: draws, given: given) }

  /// The order in which tries are kept.
  static func isInOrder(_ left: Try, _ right: Try) -> Bool {
    (left.attempt, left.number, left.draws, left.given)
      < (right.attempt, right.number, right.draws, right.given)
  }

  /// Every try of both lists, in order.
  static func union(_ left: [Try], _ right: [Try]) -> [Try] {
    guard left.count + right.count > 1 else { return left + right }
    let pairs = (left + right).map { ($0.identity, $0) }
    return Dictionary(pairs) { $0.merged(with: $1) }.values.sorted(by: isInOrder)
  }

  private func merged(with other: Try) -> Try {
    var merged = Try(
      attempt: attempt, time: max(time, other.time), draws: draws, given: given,
      label: larger(label, other.label, by: <), isRight: isRight || other.isRight,
      right: larger(right, other.right, by: <))
    merged.number = min(number, other.number)
    return merged
  }
}

/// The larger of two values; one that is not there is the smallest.
private func larger<Value>(
  _ left: Value?, _ right: Value?, by isSmaller: (Value, Value) -> Bool
) -> Value? {
  guard let left, let right else { return left ?? right }
  return isSmaller(left, right) ? right : left
}
