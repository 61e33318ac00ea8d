/// One answer that a student gave.
public struct Try: Sendable, Equatable {
  /// The attempt at the page, from 1: what `again` counts up, and what the draws come from.
  public let attempt: Int
  /// When it was given, in seconds since 1970; 0 where that is not told, as in an export.
  public let time: Int
  /// The draws of the page, as ``Draws/text`` writes them, cut likewise; empty where nothing is drawn.
  public let draws: String
  /// What was typed, cut after ``longestText`` bytes.
  public let given: String
  /// The label of the misconception, cut likewise; nil for a right answer and for one that nobody
  /// foresaw.
  public let label: String?
  /// Whether it was right; of a bet, whether it was close.
  public let isRight: Bool
  /// The right number of these draws, finite; nil where no number is asked for.
  public let right: Double?
  /// Which try of this attempt it was, from 1; 0 until a ``QuestionRecord`` has taken it.
  public internal(set) var number = 0

  /// How many bytes of each text are kept.
  public static let longestText = 400

  /// Makes a try.
  public init(
    attempt: Int, time: Int, draws: String = "", given: String, label: String? = nil,
    isRight: Bool, right: Double? = nil
  ) {
    self.attempt = ProgressLimits.kept(attempt)
    self.time = ProgressLimits.kept(time)
    self.draws = draws.cut(toBytes: Self.longestText)
    self.given = given.cut(toBytes: Self.longestText)
    self.label = label?.cut(toBytes: Self.longestText)
    self.isRight = isRight
    self.right = right.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension String {
  /// The text, without the characters that do not fit into so many UTF-8 bytes.
  func cut(toBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = startIndex
    var size = 0
    while end < endIndex {
      size += self[end].utf8.count
      guard size <= limit else { break }
      end = index(after: end)
    }
    return String(self[..<end])
  }
}
