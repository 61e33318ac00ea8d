public import Reports

/// What the exports of a class tell its teacher.
public struct ClassReport: Sendable, Equatable {
  /// A file that is not counted.
  public struct LeftOut: Sendable, Equatable {
    /// Its name.
    public let file: String
    /// Why, in one sentence without a full stop.
    public let reason: String
  }

  /// Tables and named values, for the screen and as JSON.
  public let report: Report
  /// One line a student, with everything that is counted, for a spreadsheet.
  public let csv: String
  /// One line a student, as a learning platform imports it: `id,pages,of,percent`.
  ///
  /// A page counts when it is done and nothing on it was left open, skipped or shown. Who is on the
  /// roster and has sent nothing has none.
  public let grades: String
  /// The files that could not be read.
  public let leftOut: [LeftOut]

  /// Makes the report of a class.
  ///
  /// - Parameters:
  ///   - files: The names and bytes of the students' files; what is none is left out with a reason.
  ///     Files of one id are merged.
  ///   - lessons: The lessons that count, in any order; others are only named.
  ///   - roster: The bytes of a file of lines `id` or `id,name`; nil without one.
  ///   - evaluator: Computes the commands in conditions of draws; without it pages that have such a
  ///     condition are not checked for foreign draws.
  /// - Returns: The report; also of no file at all.
  /// - Throws: What interrupts the evaluator, and nothing else.
  public static func make(
    files: [(name: String, bytes: [UInt8])], lessons: [Lesson], roster: [UInt8]? = nil,
    evaluator: (any Evaluator)? = nil
  ) throws -> ClassReport {
    let (submissions, leftOut) = Submission.all(in: files)
    let course = Course(lessons)
    let members = roster.map(Roster.init)
    let register = ClassRegister(submissions, in: course, members)
    var page = ClassPage(register, fileCount: files.count)
    page.add(leftOut: leftOut)
    page.addAttendance()
    page.addLessons()
    page.add(ClassTally(submissions, in: course))
    page.add(ForeignNumbers(submissions, in: course))
    page.add(try ForeignDraws(submissions, in: course, evaluator))
    page.addStudents()
    return ClassReport(
      report: page.report, csv: register.csv, grades: register.grades,
      leftOut: leftOut.map { LeftOut(file: $0.file, reason: $0.reason) })
  }
}
