import Grammar
import Lessons
import Reports

/// `lesson`: opens a lesson; and what those who write lessons need.
struct LessonCommand: Command {
  let verb = "lesson"
  let purpose = "opens a lesson, or goes on with it; writes, prints and checks lessons"
  let isAboutCourse = true
  let forms = [
    Form(
      words: [WordParameter("NAME", .lesson)],
      keys: [
        Key(
          "path", .choice(["full", "core"]), default: "full",
          "core leaves out the optional pages")
      ],
      purpose: "Opens the lesson of that name (or a file that ends with .md) where you left it"),
    Form(
      "new", words: [WordParameter("ID", .text)],
      purpose: "Writes a small lesson ID.md into the current folder, to be made your own"),
    Form(
      "print", words: [WordParameter("NAME", .lesson)],
      keys: [
        Key("answers", .yesOrNo, default: "no", "print answers, solutions and reasons too"),
        Key("teacher", .yesOrNo, default: "no", "print the teacher's notes too"),
        Key("file", .file, "write it as Markdown into this new file"),
      ],
      purpose: "Prints a lesson as a handout; --answers and --teacher do as answers=yes does"),
    Form(
      "check", words: [WordParameter("FILE", .file, .any)],
      purpose: "Proves that lessons work: every run, answer, wrong answer, hint and check, for all "
        + "draws or 200 of them; without files, all lessons at hand. Faults end it with status 3"),
  ]
  let examples = [
    Example("lesson welcome", "open the first lesson, or go on with it"),
    Example("lesson ewma path=core", "the shorter path through a lesson"),
    Example("lesson print ewma answers=yes", "a handout with answers"),
    Example("lesson check mine.md", "prove that a lesson works"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    switch arguments.selector {
    case "new": return try write(arguments, &session, context)
    case "print": return try handout(arguments, &session, context)
    case "check": return try LessonCheck(context).report(on: arguments.words, &session)
    default:
      guard let name = arguments.word else { return Report() }
      let entry = try LessonLibrary.entry(name, context)
      session.request = .converse(
        .lesson(
          entry.lesson, folder: entry.folder, corePathOnly: arguments.text("path") == "core"))
      return Report()
    }
  }

  private func write(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report() }
    let id = word.text.hasSuffix(".md") ? String(word.text.dropLast(3)) : word.text
    guard LessonParser.isID(id) else {
      throw Mistake(
        "a lesson's name has small letters, digits and single hyphens, as my-lesson", at: word.range
      )
    }
    let file = id + ".md"
    session.request = .write([
      Session.OutputFile(
        path: file, bytes: Array(NewLesson.text(id: id).utf8), overwrite: false)
    ])
    var report = Report(title: "A new lesson is in \(file)")
    report.values["file"] = .text(file)
    report.add(
      marked: "Open it in an editor and make it your own; `lesson \(file)` goes through it, "
        + "`lesson check \(file)` proves it. To have it among the lessons start with "
        + "`gatehouse --lessons FOLDER`.")
    return report
  }

  private func handout(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard let name = arguments.word else { return Report() }
    let entry = try LessonLibrary.entry(name, context)
    let lesson = entry.lesson
    let stage = LessonStage(folder: entry.folder, context)
    let handout = try Handout(
      lesson, for: ProgressStore(context).load().student,
      Handout.Options(
        hasAnswers: arguments.flag("answers") ?? false,
        hasTeachersNotes: arguments.flag("teacher") ?? false), stage)
    guard let file = arguments.text("file") else {
      return Report(title: "", markdown: handout.markdown)
    }
    session.request = .write([
      Session.OutputFile(
        path: context.path(file), bytes: Array(handout.markdown.utf8), overwrite: false)
    ])
    return Report(title: "The handout of \(lesson.id) is in \(printable(file))")
  }
}
