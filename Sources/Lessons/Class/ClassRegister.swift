import Reports

/// The students of a class, one line each.
struct ClassRegister {
  /// The lessons that count.
  let course: Course
  /// Who belongs to the class; nil where that is not told.
  let roster: Roster?
  /// Who has handed in, by id.
  let students: [(submission: Submission, summary: StudentSummary)]
  /// The pages that earn credit.
  let pagesThatCount: Int

  init(_ submissions: [Submission], in course: Course, _ roster: Roster?) {
    self.course = course
    self.roster = roster
    students = submissions.map { ($0, StudentSummary($0.progress, in: course)) }
    pagesThatCount = course.lessons.reduce(0) { $0 + $1.pages.count { !$0.isOptional } }
  }

  /// Those on the roster who have sent nothing, in its order.
  var absent: [(id: String, name: String?)] {
    let present = Set(students.map(\.submission.id))
    return roster?.entries.filter { !present.contains($0.id) } ?? []
  }

  /// The ids that have sent something and are not on the roster.
  var unlisted: [String] {
    guard let roster else { return [] }
    return students.map(\.submission.id).filter { !roster.contains($0) }
  }

  // MARK: For spreadsheets and platforms

  /// One line a student, with everything that is counted.
  var csv: String {
    let columns = [
      "id", "name", "class", "files", "pages", "counting", "of", "first", "right", "skipped",
      "shown", "tries", "hints", "minutes",
    ]
    let lessons = course.lessons.map(\.id)
    return CSVText.text(
      columns + lessons.map { "\($0) pages" },
      students.map { submission, summary in
        let counts = [
          submission.files.count, summary.pages, summary.counting, pagesThatCount, summary.first,
          summary.right, summary.skipped, summary.shown, summary.tries, summary.hints,
          summary.minutes,
        ]
        return [
          .text(submission.id), Value(roster?.name(of: submission.id)),
          .text(submission.progress.student.classCode),
        ] + counts.map(Value.integer) + lessons.map { .integer(summary.lessons[$0]?.pages ?? 0) }
      })
  }

  /// One line a student: the pages that count, of how many, and the share.
  var grades: String {
    let present = students.map { ($0.submission.id, $0.summary.counting) }
    let all = (present + absent.map { ($0.id, 0) }).sorted { $0.0 < $1.0 }
    return CSVText.text(
      ["id", "pages", "of", "percent"],
      all.map { id, counting in
        let share = pagesThatCount > 0 ? Double(counting) / Double(pagesThatCount) : nil
        let percent = share.map { ($0 * 1000).rounded() / 10 }
        return [.text(id), .integer(counting), .integer(pagesThatCount), Value(percent)]
      })
  }
}
