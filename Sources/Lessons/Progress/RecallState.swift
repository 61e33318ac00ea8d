/// When a question is asked again.
///
/// It comes back 1, 3, 8 and 20 days after the last success, then each 20 days; a missed one at once,
/// and from the first day on again.
public struct RecallState: Sendable, Equatable {
  /// The days from a success to the next asking, by stage.
  public static let days = [1, 3, 8, 20]
  /// The place in ``days``, from 0.
  public private(set) var stage: Int
  /// When it was last asked, in the lesson or again, in seconds since 1970.
  public private(set) var last: Int
  /// Whether it was missed then: wrong, shown or skipped.
  public private(set) var isMissed: Bool
  /// How often it has been asked again.
  public private(set) var count: Int

  /// Makes a state; numbers out of range are taken to the nearest one in it.
  public init(stage: Int = 0, last: Int, isMissed: Bool = false, count: Int = 0) {
    self.stage = min(max(0, stage), Self.days.count - 1)
    self.last = ProgressLimits.kept(last)
    self.isMissed = isMissed
    self.count = ProgressLimits.kept(count)
  }

  /// When it is asked again, in seconds since 1970.
  public var due: Int {
    isMissed ? last : last + Self.days[stage] * 86_400
  }

  /// The attempt from which the numbers of the next asking are drawn: one that `again` never reaches.
  public var nextAttempt: Int { 1001 + count }

  /// Takes an answer to the question when it was asked again.
  ///
  /// A success moves it on only when the question was due: so two lessons begun on one day do not send
  /// it weeks away.
  ///
  /// - Parameters:
  ///   - isRight: Whether it was right at once; shown and skipped count as missed.
  ///   - now: The time, in seconds since 1970.
  public mutating func answer(isRight: Bool, at now: Int) {
    if !isRight {
      stage = 0
    } else if !isMissed, due <= now {
      stage = min(stage + 1, Self.days.count - 1)
    }
    isMissed = !isRight
    last = ProgressLimits.kept(now)
    count = ProgressLimits.kept(count + 1)
  }
}
