import Grammar
import Reports

/// Goes through one page with one set of draws, as a student would who types everything.
struct PageCheck {
  private let page: Page
  private let draws: Draws
  private let before: [String]
  /// Whether texts that are the same for all draws are looked at too.
  private let looksAtAll: Bool
  private let host: any CheckHost
  private let log: CheckLog
  private let screen: ScreenCheck
  private let seed: DrawSeed

  /// The commands that have run on the page.
  private var ran: [String] = []
  /// What the last one answered; nil where it has failed.
  private var last: Report?
  /// Whether a command has failed, so that what asks for its answer is not to blame.
  private var hasFailed = false
  /// Questions as a review asks them, by their lines.
  private var recalled: [Int: ResolvedAsk] = [:]

  init(
    _ lesson: Lesson, _ page: Page, _ draws: Draws, after before: [String], looksAtAll: Bool,
    _ host: any CheckHost, _ log: CheckLog
  ) {
    self.page = page
    self.draws = draws
    self.before = before
    self.looksAtAll = looksAtAll
    self.host = host
    self.log = log
    screen = ScreenCheck(log)
    seed = DrawSeed(classCode: "", student: "check", lesson: lesson.id, page: page.id, attempt: 1)
  }

  /// Runs every block in order.
  ///
  /// - Returns: The commands that ran.
  /// - Throws: What interrupts.
  mutating func run() throws -> [String] {
    recalled = try resolvedAsAReviewDoes()
    guard try log.attempt(page.line, { try host.prepare(after: before) }) != nil else { return [] }
    for block in page.blocks { try check(block) }
    return ran
  }

  private mutating func check(_ block: LessonBlock) throws {
    switch block {
    case .prose(let prose): try look(at: prose)
    case .teacher(let prose): _ = try filled(prose.text)
    case .math(let math):
      _ = try filled(math.source)
      try look(at: math.plain, as: .equation)
    case .run(let block): try run(block)
    case .ask(let ask): try check(ask)
    case .guess(let guess): try check(guess)
    case .write(let write): for text in write.texts { try look(at: text) }
    case .kept, .pause: break
    case .check(let check):
      if last != nil || !hasFailed { try DemandCheck(last, draws, evaluator, log).check(check) }
    }
  }

  // MARK: Texts

  private var evaluator: PageEvaluator {
    PageEvaluator(host: host, hasAnswer: last != nil || hasFailed)
  }

  private var filling: Filling<PageEvaluator> { Filling(draws: draws, evaluator: evaluator) }

  private func filled(_ template: Template) throws -> String? {
    try log.attempt(template.line) { try filling.blamedText(template) }
  }

  /// Looks at a text, unless it has been looked at with other draws and is the same with these.
  ///
  /// - Returns: Whether it can be computed.
  @discardableResult
  private func look(at template: Template, as place: ScreenCheck.Place = .text) throws -> Bool {
    guard looksAtAll || !template.isConstant else { return true }
    guard let text = try filled(template) else { return false }
    screen.check(text, as: place, line: template.line)
    return true
  }

  private func look(at prose: Prose) throws {
    switch prose.kind {
    case .paragraph: try look(at: prose.text)
    case .item(let mark):
      let room = ScreenCheck.width - mark.count - 1
      let place = ScreenCheck.Place(name: ScreenCheck.Place.text.name, room: room, isBroken: true)
      try look(at: prose.text, as: place)
    case .table(let rows):
      guard looksAtAll || !rows.joined().allSatisfy(\.isConstant) else { return }
      let texts = try rows.map { row in
        (line: row.first?.line ?? prose.text.line, cells: try row.map { try filled($0) ?? "" })
      }
      screen.check(table: texts)
    }
  }

  // MARK: Runs

  private mutating func run(_ block: RunBlock) throws {
    for template in block.commands {
      guard let command = try filled(template) else { continue }
      if block.mode != .quiet { screen.check(command, as: .command, line: template.line) }
      if block.mode == .expectError {
        try expectMistake(of: command, line: template.line)
      } else {
        _ = try run(command, line: template.line)
      }
    }
  }

  /// Runs a command; what it changes stays.
  ///
  /// - Returns: Its answer, nil where it fails.
  private mutating func run(_ command: String, line: Int) throws -> Report? {
    do {
      let report = try host.run(command)
      ran.append(command)
      last = report
      return report
    } catch let mistake as Mistake {
      log.add(mistake, line: line, command: command)
      last = nil
      hasFailed = true
      return nil
    }
  }

  private func expectMistake(of command: String, line: Int) throws {
    do {
      _ = try host.report(of: command)
      log.add("a mistake is expected here, and the command succeeds", line: line, detail: command)
    } catch is Mistake {
      // So it should be.
    }
  }

  // MARK: Questions

  private mutating func check(_ guess: Guess) throws {
    var isSound = try look(at: guess.question)
    if case .choice(let options) = guess.kind {
      for option in options where try !look(at: option.text, as: .option) { isSound = false }
    }
    guard isSound else { return }
    let resolved = try log.attempt(guess.command?.line ?? guess.line) {
      try ResolvedGuess(guess, draws: draws, seed: seed, evaluator)
    }
    guard let resolved else { return }
    if let command = resolved.command, let line = guess.command?.line {
      screen.check(command, as: .command, line: line)
      guard try run(command, line: line) != nil else { return }
    }
    for text in guess.afterwards { try look(at: text) }
    if case .choice(let options) = guess.kind {
      for option in options { try look(at: option.reason) }
    }
    try GuessCheck(guess, resolved, after: last, filling, log).run()
  }

  private func check(_ ask: Ask) throws {
    for text in ask.texts { try look(at: text) }
    if case .choice(let options) = ask.kind {
      for option in options {
        try look(at: option.text, as: .option)
        try look(at: option.reason)
      }
    }
    if case .command(let question) = ask.kind, let gapped = question.gapped {
      try look(at: gapped, as: .gapped)
    }
    guard let resolved = try resolve(ask) else { return }
    if let solution = ask.solutions.first, looksAtAll || !solution.isConstant,
      let way = ask.way(with: draws, of: resolved)
    {
      screen.check(way, as: .solution, line: solution.line)
    }
    try AskCheck(ask, resolved, host, log).run()
    if isComparedWithReview(ask), recalled[ask.line] != resolved {
      log.add(
        "the answer depends on commands that ran before, so review cannot ask it: write recall: no",
        line: ask.line)
    }
  }

  /// A question with everything computed; what cannot be is blamed part by part.
  private func resolve(_ ask: Ask) throws -> ResolvedAsk? {
    do {
      return try ResolvedAsk(ask, draws: draws, seed: seed, evaluator)
    } catch let mistake as Mistake {
      var isTold = false
      for part in ask.parts(filling) {
        if try log.attempt(part.line, part.compute) == nil { isTold = true }
      }
      if !isTold { log.add(mistake, line: ask.line) }
      return nil
    }
  }

  // MARK: Reviews

  /// Whether the session could make a question another one in a review.
  private func isComparedWithReview(_ ask: Ask) -> Bool {
    ask.isRecallable && ask.asksTheShell
      && (!before.isEmpty || page.blocks.contains(where: \.runsCommand))
  }

  /// The questions as a review asks them: out of their page, in a fresh session.
  private func resolvedAsAReviewDoes() throws -> [Int: ResolvedAsk] {
    var resolved: [Int: ResolvedAsk] = [:]
    for case .ask(let ask) in page.blocks where isComparedWithReview(ask) {
      do {
        if resolved.isEmpty { try host.prepare(after: []) }
        let evaluator = PageEvaluator(host: host, hasAnswer: false)
        resolved[ask.line] = try ResolvedAsk(ask, draws: draws, seed: seed, evaluator)
      } catch is Mistake {
        // Where the page itself can ask it, it is told there.
      }
    }
    return resolved
  }
}

extension LessonBlock {
  /// Whether it runs a command that may change the session.
  fileprivate var runsCommand: Bool {
    switch self {
    case .run(let run): run.mode != .expectError
    case .guess(let guess): guess.command != nil
    case .prose, .teacher, .math, .ask, .write, .kept, .pause, .check: false
    }
  }
}
