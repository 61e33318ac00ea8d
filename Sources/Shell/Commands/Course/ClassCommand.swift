import Grammar
import Lessons
import Reports

/// `class report`: what a class has done, from the files that it sent.
struct ClassCommand: Command {
  let verb = "class"
  let purpose = "makes a report of the progress files of a class"
  let isAboutCourse = true
  let forms = [
    Form(
      "report", words: [WordParameter("FOLDER", .file)],
      keys: [
        Key("roster", .file, "a list of ids, one a line, to see who sent nothing"),
        Key("table", .file, "write a line a student and lesson as CSV into this new file"),
        Key("grades", .file, "write a line a student as a learning platform imports it"),
      ],
      purpose: "Reads every file in the folder; what is damaged or foreign is named and left out")
  ]
  let examples = [
    Example("class report handed-in", "pages most missed, wrong answers most given"),
    Example(
      "class report handed-in roster=ids.txt grades=grades.csv", "with the absent, and grades"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let folder = arguments.word else { return Report() }
    let path = context.path(folder.text)
    var files: [(name: String, bytes: [UInt8])] = []
    var unread: [(name: String, why: String)] = []
    for name in try context.files.list(path) where !name.hasPrefix(".") {
      do {
        let bytes = try context.files.read(name, inside: path, limit: FileLimit.progress)
        files.append((name, bytes))
      } catch {
        unread.append((name, "\(error)"))
      }
    }
    let roster = try arguments.text("roster").map {
      try context.files.read(context.path($0), limit: FileLimit.progress)
    }
    let result = try ClassReport.make(
      files: files, lessons: LessonLibrary(context).lessons, roster: roster,
      evaluator: LessonStage(folder: context.places.lessonsFolder, context))
    let outputs = [("table", result.csv), ("grades", result.grades)]
    session.request = .write(
      outputs.compactMap { key, text in
        arguments.text(key).map {
          Session.OutputFile(path: context.path($0), bytes: Array(text.utf8), overwrite: false)
        }
      })
    var report = result.report
    for (name, why) in unread {
      report.add(paragraph: "\(printable(name)) is left out: \(why).")
    }
    report.values["left.out"] = .integer(result.leftOut.count + unread.count)
    return report
  }
}
