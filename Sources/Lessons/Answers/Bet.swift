/// What a student commits to before a run.
public struct Bet: Sendable, Equatable {
  /// The number as typed, or the words of the option.
  public let text: String

  enum Content: Sendable, Equatable {
    case number(Double)
    /// The place in which the option is shown, from 0.
    case option(Int)
  }

  let content: Content
  /// The label of the option, the same for every student; `bet` for a number.
  public let label: String
}

/// What was typed where a bet is awaited.
public enum BetReading: Sendable, Equatable {
  /// A bet.
  case bet(Bet)
  /// No bet, with a sentence that says what is awaited.
  case unreadable(String)
  /// Nothing but blanks.
  case blank
}

/// A bet beside what came out; no bet is wrong.
public struct GuessOutcome: Sendable, Equatable {
  /// What was bet.
  public let bet: String
  /// What came out: a number in four digits, or the words of the options that are so, with ` | ` between.
  public let outcome: String
  /// Whether the bet is close to it, or is it.
  public let isMet: Bool
  /// What the author says to this bet, then to what came out.
  public let replies: [String]
  /// What is said afterwards; nil for nothing.
  public let explanation: String?
  let isNumber: Bool

  /// Both side by side, in one sentence.
  public var sentence: String {
    switch (isNumber, isMet) {
    case (true, true): "You bet \(bet), and \(outcome) came out: that is close."
    case (true, false): "You bet \(bet), and \(outcome) came out."
    case (false, true): "You bet on \"\(bet)\", and so it is."
    case (false, false):
      outcome.isEmpty
        ? "You bet on \"\(bet)\"; none of the options came out."
        : "You bet on \"\(bet)\"; \"\(outcome)\" is so."
    }
  }
}

/// How near a bet must be.
struct BetCloseness {
  /// A share of the number.
  let share: Double

  /// Whether `bet` is near `number`: within the share of it, or within its third digit.
  func holds(_ bet: Double, near number: Double) -> Bool {
    Tolerance.relative(share).accepts(bet, for: number)
      || Tolerance.standard.accepts(bet, for: number)
  }
}
