/// What one student has handed in, in one file or several.
struct Submission {
  /// The work of all the files.
  private(set) var progress: Progress
  /// The names of the files.
  private(set) var files: [String]
  /// Each file's work by itself: its draws come from its own class code.
  private(set) var parts: [Progress]

  /// The student's id.
  var id: String { progress.student.id }

  private init(_ progress: Progress, file: String) {
    self.progress = progress
    files = [file]
    parts = [progress]
  }

  private mutating func add(_ part: Progress, file: String) {
    progress = progress.merged(with: part)
    files.append(file)
    parts.append(part)
  }

  /// Reads the files of a class.
  ///
  /// - Parameter files: Names and bytes.
  /// - Returns: The students by id, and the files that are left out, with the reason.
  static func all(
    in files: [(name: String, bytes: [UInt8])]
  ) -> (submissions: [Submission], leftOut: [(file: String, reason: String)]) {
    var found: [String: Submission] = [:]
    var leftOut: [(file: String, reason: String)] = []
    for (name, bytes) in files.sorted(by: { $0.name < $1.name }) {
      do throws(ProgressFault) {
        let progress = try Progress(parsing: bytes)
        if let reason = refusal(of: progress.student) {
          leftOut.append((name, reason))
          continue
        }
        let id = progress.student.id
        if found[id] == nil {
          found[id] = Submission(progress, file: name)
        } else {
          found[id]?.add(progress, file: name)
        }
      } catch {
        leftOut.append((name, error.description))
      }
    }
    return (found.values.sorted { $0.id < $1.id }, leftOut)
  }

  /// Why work cannot be counted for that student; nil where it can.
  private static func refusal(of student: Student) -> String? {
    if student.id.isEmpty { return "the file names no student" }
    let isShort = max(student.id.utf8.count, student.classCode.utf8.count) <= longestID
    return isShort ? nil : "the student's id or class is longer than \(longestID) bytes"
  }

  private static let longestID = 200
}
