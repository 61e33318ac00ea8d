import Grammar
import Lessons
import Reports

/// `notes`: what a student has answered, bet and written in a lesson.
struct NotesCommand: Command {
  let verb = "notes"
  let purpose =
    "shows your notes of a lesson: answers, bets and own words; or writes them to a file"
  let isAboutCourse = true
  let forms = [
    Form(
      words: [WordParameter("LESSON", .lesson)],
      keys: [
        Key("file", .file, "write them into this file: Markdown, or a page if it ends in .html"),
        Key("overwrite", .yesOrNo, default: "no", "replace a file that is there"),
      ],
      purpose: "In a lesson plain notes shows those of this lesson, and notes FILE.md writes them")
  ]
  let examples = [
    Example("notes ewma", "your notes of the lesson ewma"),
    Example("notes ewma file=ewma-notes.md", "the same as a file"),
    Example("notes ewma file=ewma-notes.html", "the same as a page to be printed"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let name = arguments.word else { return Report() }
    let entry = try LessonLibrary.entry(name, context)
    let lesson = entry.lesson
    let notes = LessonNotes(
      lesson, progress: try ProgressStore(context).load(),
      LessonStage(folder: entry.folder, context))
    guard let file = arguments.text("file") else {
      return Report(title: "", markdown: notes.markdown)
    }
    session.request = .write([
      Session.OutputFile(
        path: context.path(file), bytes: MarkdownFile.bytes(notes.markdown, for: file),
        overwrite: arguments.flag("overwrite") ?? false)
    ])
    return Report(title: "Your notes of \(lesson.id) are in \(printable(file))")
  }
}
