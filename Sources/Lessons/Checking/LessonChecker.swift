/// Proves that a lesson works: every block is run from a clean session, and every question is answered
/// rightly, wrongly and not at all, for all draws of its page or 200 of them.
///
/// Nothing stays between two draws, so each fault that a student could meet is one that is met here.
public struct LessonChecker {
  /// How many draws of a page are tried at most.
  public static let drawLimit = 200

  private let lesson: Lesson
  private let log: CheckLog
  private let host: any CheckHost
  private let progress: (_ fraction: Double, _ page: String) throws -> Void

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, as the parser gave it.
  ///   - file: The name of its file, for the faults.
  ///   - host: Runs the commands.
  ///   - progress: Is told how far the work is, 0…1; what it throws ends the check.
  public init(
    _ lesson: Lesson, file: String, _ host: any CheckHost,
    progress: @escaping (_ fraction: Double, _ page: String) throws -> Void = { _, _ in }
  ) {
    self.lesson = lesson
    log = CheckLog(file: file)
    self.host = host
    self.progress = progress
  }

  /// The faults, from the first line to the last; warnings among them.
  ///
  /// - Throws: What `progress` or the host throws that is no `Mistake`.
  public func faults() throws -> [LessonFault] {
    var before: [String] = []
    for (index, page) in lesson.pages.enumerated() {
      LayoutCheck(log).check(page)
      let draws = try log.attempt(page.variables.line) {
        try host.prepare(after: before)
        return try page.variables.everyDraw(limit: Self.drawLimit, host)
      }
      for (number, one) in (draws ?? []).enumerated() {
        let share = Double(number) / Double(max(1, draws?.count ?? 1))
        try progress((Double(index) + share) / Double(lesson.pages.count), page.id)
        try log.speaking(of: one) {
          try PageCheck(lesson, page, one, before: before, host, log).run()
        }
      }
      guard let first = draws?.first else { continue }
      before += page.commands(with: first, host)
    }
    return log.sorted
  }
}

extension Page {
  /// The commands that the page's blocks run, with draws put in; those that cannot be filled are left out.
  func commands(with draws: Draws, _ evaluator: some Evaluator) -> [String] {
    blocks.flatMap { block -> [Template] in
      switch block {
      case .run(let run): run.mode == .expectError ? [] : run.commands
      case .guess(let guess): [guess.command].compactMap { $0 }
      default: []
      }
    }.compactMap { try? $0.filled(with: draws, evaluator) }
  }
}
