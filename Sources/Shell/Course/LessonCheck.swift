import Grammar
import Lessons
import Reports

/// `lesson check`: proves lessons and tells what is wrong with them.
struct LessonCheck {
  private let context: CommandContext

  init(_ context: CommandContext) {
    self.context = context
  }

  /// Checks files; without any, every lesson at hand.
  ///
  /// - Returns: The faults by file and line; the command ends with status 3 where there are some that are
  ///   more than warnings.
  /// - Throws: `FileError` for a file that cannot be read, `Interrupted`.
  func report(on words: [Word], _ session: inout Session) throws -> Report {
    let paths = try words.isEmpty ? allPaths() : words.map { context.path($0.text) }
    var faults: [LessonFault] = []
    var rows: [[Value]] = []
    for (index, path) in paths.enumerated() {
      let (found, pages) = try check(path) { fraction, page in
        try context.progress(
          WorkProgress(
            label: "checking", fraction: (Double(index) + fraction) / Double(paths.count),
            detail: "\(Paths.name(of: path)), \(page)"))
      }
      faults += found
      rows.append([
        .text(Paths.name(of: path)), .integer(pages), .integer(found.count { !$0.isWarning }),
        .integer(found.count(where: \.isWarning)),
      ])
    }
    let errors = faults.count { !$0.isWarning }
    var report = Report(
      title: errors == 0
        ? "\(count(paths.count, "lesson")) checked: all is well"
        : "\(count(errors, "fault")) in \(count(paths.count, "lesson"))")
    report.values = [
      "lessons": .integer(paths.count), "faults": .integer(errors),
      "warnings": .integer(faults.count - errors),
    ]
    report.add(
      Table(name: "checked", columns: ["lesson", "pages", "faults", "warnings"], rows: rows))
    for fault in faults { report.add(paragraph: fault.description) }
    if errors > 0 { session.request = .end(status: ExitStatus.checkFailed) }
    return report
  }

  private func check(
    _ path: String, progress: @escaping (Double, String) throws -> Void
  ) throws -> (faults: [LessonFault], pages: Int) {
    let (lesson, faults) = try LessonLibrary.parse(path, context)
    guard let lesson else { return (faults, 0) }
    let stage = LessonStage(folder: Paths.folder(of: path), context)
    let checker = LessonChecker(lesson, file: path, stage, progress: progress)
    return (faults + (try checker.faults()), lesson.pages.count)
  }

  private func allPaths() throws -> [String] {
    try context.lessonFolders.flatMap { folder in
      try LessonLibrary.fileNames(in: folder, context).map { Paths.join(folder, $0) }
    }
  }
}
