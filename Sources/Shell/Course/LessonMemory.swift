import Reports

/// What the commands of lessons came to, so that nothing is trained twice: not on the way back to a page, not for
/// another draw, not for another pass through the lesson.
///
/// A result is known by all that it may depend on: the folder whose files can be read, the commands before it that
/// changed the session, and the command itself.
final class LessonMemory {
  /// What a result depends on.
  struct Key: Hashable {
    let folder: String
    let trail: [String]
    let command: String
  }

  /// An answer, and the session after it.
  struct Result {
    let report: Report
    let session: Session
  }

  /// A session in which nothing has run; what was read from disk once stays in it.
  var fresh = Session()

  /// Commands that change the session, such as `train`, have a shelf of their own: they are what costs, and two
  /// hundred pictures of two hundred draws must not push them out.
  private var changes = Shelf()
  private var answers = Shelf()

  /// The result of a command that ran before.
  func recall(_ key: Key) -> Result? { changes.take(key) ?? answers.take(key) }

  /// Keeps a result.
  ///
  /// - Parameters:
  ///   - result: The answer, and the session after it.
  ///   - key: What it depends on.
  ///   - changesSession: Whether later results depend on it.
  func keep(_ result: Result, for key: Key, changesSession: Bool) {
    if changesSession { changes.put(result, key) } else { answers.put(result, key) }
  }
}

/// Results of which the one that was not used for the longest time gives way.
private struct Shelf {
  private static let limit = 128
  private var results: [LessonMemory.Key: (result: LessonMemory.Result, lastUse: Int)] = [:]
  private var uses = 0

  mutating func take(_ key: LessonMemory.Key) -> LessonMemory.Result? {
    guard let result = results[key]?.result else { return nil }
    uses += 1
    results[key]?.lastUse = uses
    return result
  }

  mutating func put(_ result: LessonMemory.Result, _ key: LessonMemory.Key) {
    uses += 1
    results[key] = (result, uses)
    guard results.count > Self.limit else { return }
    if let oldest = results.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      results[oldest.key] = nil
    }
  }
}
