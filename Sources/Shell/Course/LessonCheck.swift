import Grammar
import Lessons
import Reports

/// `lesson check`: proves lessons and tells what is wrong with them.
struct LessonCheck {
  private let context: CommandContext
  /// What ran for one lesson need not run again for another.
  private let memory = LessonMemory()

  init(_ context: CommandContext) {
    self.context = context
  }

  /// Checks lessons by their files or their names; without any, every lesson at hand.
  ///
  /// - Returns: The faults by file and line; the command ends with status 3 where there are some that are
  ///   more than warnings.
  /// - Throws: `FileError` for a file that cannot be read, `Interrupted`.
  func report(on words: [Word], _ session: inout Session) throws -> Report {
    let paths = try words.isEmpty ? allPaths() : words.map(path).filter { !isReadMe($0) }
    let pages = pagesAtHand(beside: paths)
    var faults: [LessonFault] = []
    var rows: [[Value]] = []
    for (index, path) in paths.enumerated() {
      let (found, count) = try check(path, among: pages) { fraction, page in
        try context.progress(
          WorkProgress(
            label: "checking", fraction: (Double(index) + fraction) / Double(paths.count),
            detail: "\(Paths.name(of: path)), \(page)"))
      }
      faults += found
      rows.append([
        .text(Paths.name(of: path)), .integer(count), .integer(found.count { !$0.isWarning }),
        .integer(found.count(where: \.isWarning)),
      ])
    }
    if faults.contains(where: { !$0.isWarning }) {
      session.request = .end(status: ExitStatus.checkFailed)
    }
    return report(faults, rows)
  }

  private func report(_ faults: [LessonFault], _ rows: [[Value]]) -> Report {
    let errors = faults.count { !$0.isWarning }
    var report = Report(
      title: errors == 0
        ? "\(count(rows.count, "lesson")) checked: all is well"
        : "\(count(errors, "fault")) in \(count(rows.count, "lesson"))")
    report.values = [
      "lessons": .integer(rows.count), "faults": .integer(errors),
      "warnings": .integer(faults.count - errors),
    ]
    report.add(
      Table(name: "checked", columns: ["lesson", "pages", "faults", "warnings"], rows: rows))
    for fault in faults { report.add(paragraph: fault.description) }
    report.add(
      Table(
        name: "faults", columns: ["file", "line", "column", "kind", "message", "hint"],
        rows: faults.map { fault in
          [
            .text(fault.file), .integer(fault.line), Value(fault.column),
            .text(fault.isWarning ? "warning" : "fault"), .text(fault.message), Value(fault.hint),
          ]
        }, isShown: false))
    return report
  }

  private func check(
    _ path: String, among pages: [String: [Page]],
    progress: @escaping (Double, String) throws -> Void
  ) throws -> (faults: [LessonFault], pages: Int) {
    let (lesson, faults) = try LessonLibrary.parse(path, context)
    guard let lesson else { return (faults, 0) }
    let stage = LessonStage(folder: Paths.folder(of: path), memory: memory) { _ in context }
    let checker = LessonChecker(lesson, file: path, among: pages, stage, progress: progress)
    return (faults + (try checker.faults()), lesson.pages.count)
  }

  // MARK: Files

  /// The file that a word names: itself, or a lesson at hand.
  private func path(_ word: Word) -> String {
    if !word.text.hasSuffix(LessonLibrary.ending), LessonParser.isID(word.text) {
      for folder in context.lessonFolders {
        let path = Paths.join(folder, word.text + LessonLibrary.ending)
        if context.files.exists(path) { return path }
      }
    }
    return context.path(word.text)
  }

  /// Whether a file stands beside lessons and is none, as in `lesson check lessons/*.md`.
  private func isReadMe(_ path: String) -> Bool { Paths.name(of: path) == LessonLibrary.readMe }

  private func allPaths() throws -> [String] {
    try context.lessonFolders.flatMap { folder in
      try LessonLibrary.fileNames(in: folder, context).map { Paths.join(folder, $0) }
    }
  }

  /// The pages of all lessons that a lesson may speak of; of a lesson that cannot be read none.
  private func pagesAtHand(beside paths: [String]) -> [String: [Page]] {
    var pages: [String: [Page]] = [:]
    for folder in paths.map(Paths.folder) + context.lessonFolders {
      for name in (try? LessonLibrary.fileNames(in: folder, context)) ?? [] {
        let id = String(name.dropLast(LessonLibrary.ending.count))
        guard pages[id] == nil else { continue }
        pages[id] =
          (try? LessonLibrary.parse(Paths.join(folder, name), context).lesson)?.pages ?? []
      }
    }
    return pages
  }
}
