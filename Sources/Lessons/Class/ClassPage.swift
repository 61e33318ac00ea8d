import Grammar
import Reports

/// Lays a class report out: what asks for action first, the long table of students last.
struct ClassPage {
  /// What has been laid out.
  var report: Report
  let register: ClassRegister

  init(_ register: ClassRegister, fileCount: Int) {
    self.register = register
    let students = register.students
    report = Report(
      title:
        "Class report: \(counted(students.count, "student")), \(counted(fileCount, "file"))"
    )
    let summaries = students.map(\.summary)
    report.values = [
      "students": .integer(students.count), "files": .integer(fileCount),
      "pages.of": .integer(register.pagesThatCount),
      "pages.median": Value(median(of: summaries.map(\.pages))),
      "counting.median": Value(median(of: summaries.map(\.counting))),
      "first.median": Value(median(of: summaries.map(\.first))),
      "right.median": Value(median(of: summaries.map(\.right))),
      "minutes.median": Value(median(of: summaries.map(\.minutes))),
    ]
  }

  // MARK: Who

  /// Files that are not counted, and those that were merged.
  mutating func add(leftOut: [(file: String, reason: String)]) {
    report.values["left.out"] = .integer(leftOut.count)
    if !leftOut.isEmpty {
      report.add(
        paragraph: leftOut.count == 1
          ? "One file is left out:" : "\(leftOut.count) files are left out:")
      report.add(
        Table(
          name: "left.out", columns: ["file", "reason"],
          rows: leftOut.map { [.text($0.file), .text($0.reason)] }))
    }
    let several = register.students.map(\.submission).filter { $0.files.count > 1 }
    report.values["merged"] = .integer(several.count)
    if !several.isEmpty {
      report.add(paragraph: "These ids sent more than one file, which are taken as one:")
      report.add(
        Table(
          name: "merged", columns: ["id", "files"],
          rows: several.map { [.text($0.id), .text($0.files.joined(separator: ", "))] }))
    }
  }

  /// Who on the roster sent nothing, and who is not on it.
  mutating func addAttendance() {
    let (absent, unlisted) = (register.absent, register.unlisted)
    report.values["absent"] = register.roster == nil ? nil as Value : .integer(absent.count)
    report.values["unlisted"] = register.roster == nil ? nil as Value : .integer(unlisted.count)
    guard let roster = register.roster else { return }
    guard !absent.isEmpty || !unlisted.isEmpty else {
      report.add(paragraph: "Everybody on the roster has sent something.")
      return
    }
    if !absent.isEmpty {
      report.add(
        paragraph: "\(absent.count) of the \(roster.entries.count) on the roster sent nothing:")
      // An id that is sent and not on the roster may be a slip of the keys.
      let rows: [[Value]] = absent.map { id, name in
        [.text(id), Value(name), Value(nearestWord(to: id, among: unlisted))]
      }
      let columns: [Table.Column] = ["id", "name", "sent as"]
      let isWithoutSlips = rows.allSatisfy { $0[2] == .null }
      report.add(
        Table(name: "absent", columns: isWithoutSlips ? columns.dropLast() : columns, rows: rows))
    }
    if !unlisted.isEmpty {
      report.add(paragraph: "Not on the roster: \(Self.named(unlisted, atMost: 20)).")
    }
  }

  /// Each student in one line.
  mutating func addStudents() {
    let hasNames = register.roster?.hasNames == true
    var columns: [Table.Column] = ["id"]
    if hasNames { columns.append("name") }
    columns += ["pages", "counting", "first", "right", "skipped", "shown", "minutes"]
    report.add(
      Table(
        name: "students", columns: columns,
        rows: register.students.map { submission, summary in
          let name = hasNames ? [Value(register.roster?.name(of: submission.id))] : []
          let counts = [
            summary.pages, summary.counting, summary.first, summary.right, summary.skipped,
            summary.shown, summary.minutes,
          ]
          return [.text(submission.id)] + name + counts.map(Value.integer)
        }))
    report.add(
      paragraph: "A page counts when it is done and nothing on it was left open, skipped or shown; "
        + "\(counted(register.pagesThatCount, "page")) can. "
        + "`first` are the questions right at the first try.")
    let unknown = Set(register.students.flatMap(\.summary.unknownLessons)).sorted()
    if !unknown.isEmpty {
      report.add(
        paragraph: "Not counted, since these lessons are not here: "
          + Self.named(unknown, atMost: 10) + ".")
    }
  }

  /// Some ids, and how many more there are.
  static func named(_ ids: [String], atMost limit: Int) -> String {
    let rest = ids.count - limit
    return ids.prefix(limit).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
