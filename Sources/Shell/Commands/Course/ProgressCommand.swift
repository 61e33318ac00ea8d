import Grammar
import Lessons
import Reports

/// `progress`: what has been done, to carry away, to bring together, to delete.
struct ProgressCommand: Command {
  let verb = "progress"
  let purpose = "shows what you have done; exports it, merges it with another machine's, deletes it"
  let isAboutCourse = true
  let forms = [
    Form(purpose: "Lesson by lesson: pages, questions, minutes"),
    Form(
      "export", words: [WordParameter("FILE", .file)],
      keys: [Key("overwrite", .yesOrNo, default: "no", "replace a file that is there")],
      purpose: "Writes one file for your teacher: your id, your answers and minutes, nothing else"),
    Form(
      "import", words: [WordParameter("FILE", .file)],
      purpose: "Merges what you have done on another machine: the best of each page stays"),
    Form(
      "forget", words: [WordParameter("LESSON", .lesson)],
      purpose: "Deletes what is kept of a lesson, or of all with the word all"),
  ]
  let examples = [
    Example("progress", "what you have done"),
    Example("progress export me.txt", "a file for your teacher"),
    Example("progress forget ewma", "begin a lesson as if you had never seen it"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let store = ProgressStore(context)
    guard let word = arguments.word else {
      return overview(try store.load(), LessonLibrary(context).lessons, context.now())
    }
    switch arguments.selector {
    case "export":
      let progress = try store.load()
      session.request = .write([
        Session.OutputFile(
          path: context.path(word.text), bytes: Array(progress.exported.text.utf8),
          overwrite: arguments.flag("overwrite") ?? false)
      ])
      var report = Report(title: "Your progress is in \(printable(word.text))")
      report.add(
        paragraph: "It holds the id \(progress.student.id), your answers and minutes, nothing else."
      )
      return report
    case "import":
      return try merge(word, store, context)
    default:
      return try forget(word, store)
    }
  }

  private func overview(_ progress: Lessons.Progress, _ lessons: [Lesson], _ now: Int) -> Report {
    var report = Report(title: "What \(progress.student.id) has done")
    var totals = (pages: 0, right: 0, seconds: 0)
    var rows: [[Value]] = []
    for lesson in lessons {
      guard let done = progress.lessons[lesson.id] else { continue }
      let records = lesson.pages.compactMap { done.pages[$0.id] }
      let asks = records.flatMap(\.questions.values).filter { $0.kind == .ask }
      let pages = records.count { $0.isDone }
      let right = asks.count { $0.outcome == .right }
      let seconds = records.reduce(0) { $0 + $1.seconds }
      totals = (totals.pages + pages, totals.right + right, totals.seconds + seconds)
      rows.append([
        .text(lesson.id), .text("\(pages)/\(lesson.pages.count)"), .integer(right),
        .integer(asks.count { $0.isRightAtFirstTry }),
        .integer(asks.count { $0.outcome == .shown || $0.outcome == .skipped }),
        .integer((seconds + 30) / 60),
      ])
    }
    let due = progress.recalls(dueAmong: lessons, now: now).count
    report.values = [
      "id": .text(progress.student.id), "class": .text(progress.student.classCode),
      "pages": .integer(totals.pages), "right": .integer(totals.right),
      "minutes": .integer((totals.seconds + 30) / 60), "due": .integer(due),
    ]
    guard !rows.isEmpty else {
      report.add(marked: "Nothing yet. `lesson welcome` is the first lesson.")
      return report
    }
    report.add(
      Table(
        name: "progress",
        columns: ["lesson", "pages", "right", "at first try", "shown or skipped", "minutes"],
        rows: rows))
    report.add(
      marked: due == 0
        ? "Nothing is due for review." : "\(count(due, "question")) to review: `review`.")
    return report
  }

  private func merge(
    _ word: Word, _ store: ProgressStore, _ context: CommandContext
  ) throws -> Report {
    let bytes = try context.files.read(context.path(word.text), limit: FileLimit.progress)
    let other: Lessons.Progress
    do throws(ProgressFault) {
      other = try Progress(parsing: bytes)
    } catch {
      throw Mistake("\(printable(word.text)): \(error)", at: word.range)
    }
    guard EnrolCommand.isName(other.student.id) else {
      throw Mistake(
        "\(printable(word.text)): the student's id is one that nobody enrols with; it has "
          + EnrolCommand.nameRule, at: word.range)
    }
    let merged = try store.change { progress in
      if progress.lessons.isEmpty { progress.student = other.student }
      guard progress.student.id == other.student.id else {
        throw Mistake(
          "this is the progress of \(printable(other.student.id)), and you are "
            + "\(progress.student.id); enrol as the same student first", at: word.range)
      }
      progress = progress.importing(other, at: context.now())
    }
    var report = Report(title: "Merged")
    report.values["lessons"] = .integer(merged.lessons.count)
    report.add(
      paragraph: "The best of each page stays: \(count(merged.lessons.count, "lesson")) in all.")
    return report
  }

  private func forget(_ word: Word, _ store: ProgressStore) throws -> Report {
    let isAll = word.text == "all"
    let known = try store.load().lessons.keys.sorted()
    guard isAll ? !known.isEmpty : known.contains(word.text) else {
      throw Mistake(
        known.isEmpty
          ? "there is nothing to forget"
          : "nothing is kept of \"\(printable(word.text))\"; forget takes \(known.joined(separator: ", ")) or all",
        at: word.range, hint: nearestWord(to: word.text, among: known))
    }
    try store.change { $0.forget(lesson: isAll ? nil : word.text) }
    return Report(
      title: isAll ? "All that was kept is deleted" : "What was kept of \(word.text) is deleted")
  }
}
