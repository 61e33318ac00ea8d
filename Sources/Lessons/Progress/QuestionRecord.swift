/// What a student has done with one question of a page.
public struct QuestionRecord: Sendable, Equatable {
  /// What kind of block asks.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// A question that is judged.
    case ask
    /// A bet before a run.
    case guess
    /// A question for own words.
    case write
  }

  /// How it stands, from worst to best.
  public enum Outcome: String, Sendable, Equatable, CaseIterable {
    /// Not settled.
    case open
    /// Passed over.
    case skipped
    /// The answer was shown.
    case shown
    /// A bet has been placed.
    case bet
    /// Own words have been written.
    case written
    /// Answered.
    case right
  }

  /// Own words, and what the student found in them.
  public struct Writing: Sendable, Equatable {
    /// The words.
    public let text: String
    /// When they were written, in seconds since 1970.
    public let time: Int
    /// The criteria ticked, from 1, in order.
    public let criteria: [Int]

    /// Makes own words; they are cut after 8,000 bytes.
    public init(text: String, time: Int, criteria: [Int] = []) {
      self.text = text.cut(toBytes: ProgressLimits.words)
      self.time = ProgressLimits.kept(time)
      self.criteria = Set(criteria.map(ProgressLimits.kept)).sorted()
    }
  }

  /// What kind of block asks.
  public internal(set) var kind: Kind
  /// The best that has been reached, over all attempts.
  public internal(set) var outcome = Outcome.open
  /// The attempt in which that was reached first, or of what earns nothing last; 0 while it is open.
  public internal(set) var settledIn = 0
  /// The answers given, by attempt and number; the same line twice in an attempt is one.
  public internal(set) var tries: [Try] = []
  /// How many hints have been shown in one attempt, at most.
  public internal(set) var hints = 0
  /// Whether the answer has ever been shown.
  public internal(set) var hasBeenShown = false
  /// Own words; nil where there are none.
  public internal(set) var writing: Writing?
  /// When it is asked again; nil while it is open.
  public internal(set) var recall: RecallState?

  /// Makes the record of a question that has just been met.
  public init(_ kind: Kind) {
    self.kind = kind
  }

  /// Whether the first answer was right, and no other one had been shown before.
  public var isRightAtFirstTry: Bool {
    outcome == .right && tries.first?.isRight == true && !hasBeenShown
  }
}

// MARK: What a lesson writes into it

extension QuestionRecord {
  /// Takes an answer given in the lesson.
  ///
  /// A right one settles the question, unless its answer has been shown in this attempt: that earns
  /// nothing until `again`, with new numbers, is right. A bet settles it whatever comes.
  ///
  /// - Parameter one: The answer; its number is set here.
  /// - Returns: Whether it counts as a try: false for a line given before in this attempt.
  @discardableResult
  public mutating func add(_ one: Try) -> Bool {
    let isNew = keep(one)
    if kind == .guess {
      settle(.bet, attempt: one.attempt, at: one.time)
    } else if one.isRight, !(outcome == .shown && settledIn == one.attempt) {
      settle(.right, attempt: one.attempt, at: one.time)
    }
    return isNew
  }

  /// Takes an answer given when the question was asked again: at a lesson's start or by `review`.
  ///
  /// - Parameter one: The answer; its attempt is ``RecallState/nextAttempt``, its number is set here.
  /// - Returns: Whether it counts as a try: false for a line given before in this attempt.
  @discardableResult
  public mutating func addRecall(_ one: Try) -> Bool {
    keep(one)
  }

  /// Moves the question on in the review schedule.
  ///
  /// - Parameters:
  ///   - isRight: Whether it was right at once; shown and skipped count as missed.
  ///   - now: The time, in seconds since 1970.
  public mutating func finishRecall(isRight: Bool, at now: Int) {
    var state = recall ?? RecallState(last: now)
    state.answer(isRight: isRight, at: now)
    recall = state
  }

  /// Takes own words.
  public mutating func write(_ words: Writing, attempt: Int) {
    writing = words
    settle(.written, attempt: attempt, at: words.time)
  }

  /// Notes that the answer has been shown.
  public mutating func show(attempt: Int, at now: Int) {
    if outcome != .right { hasBeenShown = true }
    settle(.shown, attempt: attempt, at: now)
  }

  /// Notes that the question has been passed over.
  public mutating func skip(attempt: Int, at now: Int) {
    settle(.skipped, attempt: attempt, at: now)
  }

  /// Notes how many hints have been shown in this attempt.
  public mutating func showHints(_ count: Int) {
    hints = max(hints, ProgressLimits.kept(count))
  }

  /// Keeps an answer, unless the same has been given in its attempt or there are too many.
  private mutating func keep(_ one: Try) -> Bool {
    guard !tries.contains(where: { $0.identity == one.identity }) else { return false }
    guard tries.count < ProgressLimits.tries || one.isRight else { return true }
    var one = one
    one.number = (tries.lazy.filter { $0.attempt == one.attempt }.map(\.number).max() ?? 0) + 1
    tries.append(one)
    tries.sort(by: Try.isInOrder)
    return true
  }

  /// Reaches an outcome, if it is no worse than what has been reached; and enters the schedule.
  private mutating func settle(_ reached: Outcome, attempt: Int, at now: Int) {
    var one = self
    one.outcome = reached
    one.settledIn = ProgressLimits.kept(attempt)
    if one.isSettledBetter(than: self) { self = one }
    if outcome == reached { enterSchedule(at: now) }
  }

  /// Gives a judged question that is settled a place in the review schedule; one that was missed begins
  /// there anew.
  mutating func enterSchedule(at now: Int) {
    guard kind == .ask, outcome != .open, recall?.isMissed != false else { return }
    recall = RecallState(last: now, isMissed: outcome != .right, count: recall?.count ?? 0)
  }
}

extension QuestionRecord {
  /// Whether more has been reached: a better outcome, the same credit in an earlier attempt, or, of what
  /// earns nothing, in a later one, since it is from the next attempt on that credit can be earned.
  func isSettledBetter(than other: QuestionRecord) -> Bool {
    guard outcome == other.outcome else { return outcome.rank > other.outcome.rank }
    return outcome.earnsCredit ? settledIn < other.settledIn : settledIn > other.settledIn
  }
}

extension QuestionRecord.Outcome {
  /// Whether a page counts with it.
  public var earnsCredit: Bool {
    switch self {
    case .bet, .written, .right: true
    case .open, .skipped, .shown: false
    }
  }

  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
