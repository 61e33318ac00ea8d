import Grammar

/// Proves that a lesson works: every block is run from a clean session, and every question is answered
/// rightly, wrongly and not at all, for all draws of its page or 200 of them.
///
/// Nothing stays between two draws, so that each fault that a student could meet on a page is met here;
/// the pages before it have run with their first draws.
public struct LessonChecker {
  /// How many draws of a page are tried at most.
  public static let drawLimit = 200

  private let lesson: Lesson
  private let pages: [String: [Page]]?
  private let log: CheckLog
  private let host: any CheckHost
  private let progress: (_ fraction: Double, _ page: String) throws -> Void

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, as the parser gave it.
  ///   - file: The name of its file, for the faults.
  ///   - pages: The pages of all lessons at hand by the lessons' ids, none of a lesson that cannot be
  ///     read; nil where they are not known, so that what the lesson says of others is not proved.
  ///   - host: Runs the commands.
  ///   - progress: Is told how far the work is, 0…1; what it throws ends the check.
  public init(
    _ lesson: Lesson, file: String, among pages: [String: [Page]]? = nil, _ host: any CheckHost,
    progress: @escaping (_ fraction: Double, _ page: String) throws -> Void = { _, _ in }
  ) {
    self.lesson = lesson
    self.pages = pages
    log = CheckLog(file: file)
    self.host = host
    self.progress = progress
  }

  /// The faults, from the first line to the last; warnings among them.
  ///
  /// - Throws: What `progress` or the host throws that is no `Mistake`.
  public func faults() throws -> [LessonFault] {
    HeadCheck(lesson, log).run()
    CourseCheck(lesson, among: pages, log).run()
    var before: [String] = []
    var beforeOnCorePath: [String] = []
    for (index, page) in lesson.pages.enumerated() {
      FigureCheck(log).check(page)
      SolutionCheck(log).check(page)
      let draws = try self.draws(of: page, after: before)
      var ran: [String] = []
      for (number, one) in draws.enumerated() {
        let share = Double(number) / Double(draws.count)
        try progress((Double(index) + share) / Double(lesson.pages.count), page.id)
        let commands = try log.speaking(of: one) {
          try self.check(page, one, after: before, isFirst: number == 0)
        }
        if number == 0 { ran = commands }
      }
      if !page.isOptional, before != beforeOnCorePath, let first = draws.first {
        _ = try log.speaking(of: first, "with path=core, without the optional pages") {
          try self.check(page, first, after: beforeOnCorePath, isFirst: true)
        }
      }
      before += ran
      if !page.isOptional { beforeOnCorePath += ran }
    }
    return log.sorted
  }

  /// Goes through a page once.
  ///
  /// - Returns: The commands that ran.
  private func check(
    _ page: Page, _ draws: Draws, after before: [String], isFirst: Bool
  ) throws -> [String] {
    var check = PageCheck(
      lesson, page, draws, after: before, looksAtAll: isFirst, host, log)
    return try check.run()
  }

  /// The draws of a page that are tried; the first values where its condition cannot be met, which is a
  /// fault.
  private func draws(of page: Page, after before: [String]) throws -> [Draws] {
    let variables = page.variables
    func draws(after commands: [String]) throws -> [Draws] {
      try host.prepare(after: commands)
      return try variables.everyDraw(
        limit: Self.drawLimit, PageEvaluator(host: host, hasAnswer: false))
    }
    guard let found = try log.attempt(variables.line, { try draws(after: before) }) else {
      return [Draws(variables.all.map { ($0.name, $0.values.first ?? "") })]
    }
    let asksTheShell = variables.condition?.commands.isEmpty == false
    if asksTheShell, !before.isEmpty, page.hasRecallableQuestion {
      let fresh = try log.attempt(variables.line) { try draws(after: []) }
      if let fresh, fresh != found {
        log.add(
          "the draws depend on commands of earlier pages, so review cannot ask what is asked here: "
            + "write recall: no",
          line: variables.line)
      }
    }
    return found
  }
}

extension Page {
  /// Whether `review` may ask one of its questions.
  fileprivate var hasRecallableQuestion: Bool {
    blocks.contains { if case .ask(let ask) = $0 { ask.isRecallable } else { false } }
  }
}
