/// Whose numbers are drawn: the same class, student, lesson, page and attempt give the same draws on
/// every machine.
///
/// The recipe is public, so that another program can draw the same numbers: `docs/draws.md` holds it
/// in words, with examples that a test proves.
public struct DrawSeed: Sendable, Equatable {
  /// The code of the class; empty for who has not enrolled.
  public let classCode: String
  /// The student's id.
  public let student: String
  /// The lesson's id.
  public let lesson: String
  /// The page's id.
  public let page: String
  /// Which time the page is worked on, from 1; `again` adds one.
  public let attempt: Int

  /// Makes a seed.
  public init(classCode: String, student: String, lesson: String, page: String, attempt: Int) {
    self.classCode = classCode
    self.student = student
    self.lesson = lesson
    self.page = page
    self.attempt = attempt
  }

  /// The 64-bit FNV-1a hash of the five in UTF-8, the attempt in decimal, joined by U+001F.
  public var hash: UInt64 {
    FNV1a.hash(
      [classCode, student, lesson, page, String(attempt)].joined(separator: "\u{1f}").utf8)
  }

  /// The numbers from which the page's variables are drawn.
  var generator: SplitMix64 { SplitMix64(seed: hash) }

  /// The order in which the options of one question of the page are shown.
  ///
  /// Each question has its own, so that the right option does not stand at the same letter in all.
  func order(of count: Int, for question: String) -> [Int] {
    var generator = SplitMix64(seed: hash ^ FNV1a.hash(question.utf8))
    return generator.order(of: count)
  }

  /// The same page at another attempt.
  func at(attempt: Int) -> DrawSeed {
    DrawSeed(
      classCode: classCode, student: student, lesson: lesson, page: page, attempt: attempt)
  }
}
