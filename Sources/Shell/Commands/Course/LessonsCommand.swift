import Lessons
import Reports

/// `lessons`: the course at a glance.
struct LessonsCommand: Command {
  let verb = "lessons"
  let purpose = "lists the lessons, with what you have done of each"
  let isAboutCourse = true
  let forms = [Form()]
  let examples = [
    Example("lessons", "the course, lesson by lesson"),
    Example("lessons; lesson welcome", "the list, then the first lesson"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let library = LessonLibrary(context)
    let progress = try ProgressStore(context).load()
    var report = Report(title: "The lessons")
    var done = 0
    var rows: [[Value]] = []
    for lesson in library.lessons {
      let pages = lesson.pages.count { progress.lessons[lesson.id]?.pages[$0.id]?.isDone == true }
      if progress.lessons[lesson.id]?.isDone(lesson) == true { done += 1 }
      rows.append([
        .text(lesson.id), .text(lesson.title), Value(lesson.minutes), Value(lesson.coreMinutes),
        .text("\(pages)/\(lesson.pages.count)"),
      ])
    }
    report.values = ["lessons": .integer(rows.count), "done": .integer(done)]
    if rows.isEmpty {
      report.add(
        paragraph: "There are no lessons in \(context.lessonFolders.joined(separator: ", ")).")
    } else {
      report.add(
        Table(
          name: "lessons", columns: ["lesson", "title", "minutes", "core", "pages done"], rows: rows
        ))
      report.add(marked: next(library.lessons, progress))
    }
    for trouble in library.troubles { report.add(paragraph: trouble) }
    return report
  }

  private func next(_ lessons: [Lesson], _ progress: Lessons.Progress) -> String {
    guard let next = lessons.first(where: { progress.lessons[$0.id]?.isDone($0) != true }) else {
      return "All of them are done. `review` asks again what is due."
    }
    let isBegun = progress.lessons[next.id] != nil
    return "`lesson \(next.id)` \(isBegun ? "goes on where you were" : "begins"); "
      + "with `path=core` it keeps to the shorter path of \"core\" minutes."
  }
}
