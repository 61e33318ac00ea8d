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

  private static let limit = 128
  private var results: [Key: (result: Result, lastUse: Int)] = [:]
  private var uses = 0

  /// The result of a command that ran before.
  func recall(_ key: Key) -> Result? {
    guard let result = results[key]?.result else { return nil }
    uses += 1
    results[key]?.lastUse = uses
    return result
  }

  /// Keeps a result; the one that was not used for the longest time gives way.
  func keep(_ result: Result, for key: Key) {
    uses += 1
    results[key] = (result, uses)
    guard results.count > Self.limit else { return }
    if let oldest = results.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      results[oldest.key] = nil
    }
  }
}
