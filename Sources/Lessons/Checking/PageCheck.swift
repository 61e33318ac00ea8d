import Grammar
import Reports

/// Goes through one page with one set of draws, as a student would who types everything.
struct PageCheck {
  private let lesson: Lesson
  private let page: Page
  private let draws: Draws
  private let before: [String]
  private let host: any CheckHost
  private let log: CheckLog
  private let seed: DrawSeed

  init(
    _ lesson: Lesson, _ page: Page, _ draws: Draws, before: [String], _ host: any CheckHost,
    _ log: CheckLog
  ) {
    self.lesson = lesson
    self.page = page
    self.draws = draws
    self.before = before
    self.host = host
    self.log = log
    seed = DrawSeed(classCode: "", student: "check", lesson: lesson.id, page: page.id, attempt: 1)
  }

  /// Runs every block in order.
  ///
  /// - Throws: What interrupts.
  func run() throws {
    guard try log.attempt(page.line, { try host.prepare(after: before) }) != nil else { return }
    var ran: [String] = []
    var last: Report?
    for block in page.blocks {
      switch block {
      case .prose(let prose), .teacher(let prose):
        for text in prose.templates { _ = try filled(text) }
      case .math(let math): _ = try filled(math.plain)
      case .run(let block): last = try run(block, &ran) ?? last
      case .ask(let ask): try check(ask, after: ran)
      case .guess(let guess): last = try check(guess, &ran) ?? last
      case .write(let write):
        for text in [write.question, write.model] + write.criteria { _ = try filled(text) }
      case .kept, .pause: break
      case .check(let check):
        for demand in check.demands { try prove(demand.demand, of: last, line: demand.line) }
      }
    }
  }

  private func filled(_ template: Template) throws -> String? {
    try log.attempt(template.line) { try template.filled(with: draws, host) }
  }

  // MARK: Runs

  private func run(_ block: RunBlock, _ ran: inout [String]) throws -> Report? {
    var last: Report?
    for template in block.commands {
      guard let command = try filled(template) else { continue }
      do {
        last = try host.run(command)
        ran.append(command)
        if block.mode == .expectError {
          log.add("\(command) succeeds, and this block expects a mistake", line: template.line)
        }
      } catch let mistake as Mistake where block.mode == .expectError {
        _ = mistake
      } catch let mistake as Mistake {
        log.add("\(command) fails: \(mistake.message)", line: template.line)
      }
    }
    return last
  }

  private func prove(_ demand: CheckBlock.Demand, of report: Report?, line: Int) throws {
    guard let report else { return log.add("no command has answered before this", line: line) }
    func value(_ name: String) -> Value? {
      let value = report.values[name]
      if value == nil { log.add("the last answer has no value \(name)", line: line) }
      return value
    }
    switch demand {
    case .near(let name, let expected, let tolerance):
      guard let value = value(name) else { return }
      let right = try log.attempt(line) { try number(expected) }
      guard let right else { return }
      guard let number = value.number, tolerance.accepts(number, for: right) else {
        return log.add(
          "\(name) is not what it is said to be", line: line,
          detail: "it is \(NumberFormat.text(value, .shortest)), expected \(right)")
      }
    case .inside(let name, let range):
      guard let value = value(name) else { return }
      guard let number = value.number, range.contains(number) else {
        return log.add(
          "\(name) lies outside its range", line: line,
          detail: "it is \(NumberFormat.text(value, .shortest))")
      }
    case .text(let name, let expected):
      guard let value = value(name), value != .text(expected) else { return }
      log.add(
        "\(name) is not \"\(expected)\"", line: line,
        detail: "it is \(NumberFormat.text(value, .shortest))")
    case .block(let name):
      if report.block(named: name) == nil {
        log.add("the last answer has no block \(name)", line: line)
      }
    }
  }

  private func number(_ template: Template) throws -> Double {
    try template.expression(with: draws).value { word in
      guard let number = try host.value(of: word.text).number else {
        throw Mistake("`\(word.text)` is no number", at: word.range)
      }
      return number
    }
  }

  // MARK: Questions

  private func check(_ guess: Guess, _ ran: inout [String]) throws -> Report? {
    try log.attempt(guess.line) {
      let resolved = try ResolvedGuess(guess, draws: draws, seed: seed, host)
      var report: Report?
      if let command = resolved.command {
        report = try host.run(command)
        ran.append(command)
      }
      let bets = resolved.options.isEmpty ? ["1"] : resolved.options.map(\.letter)
      var outcomes: [GuessOutcome] = []
      for bet in bets {
        guard case .bet(let placed) = resolved.judge(bet: bet) else {
          log.add("the bet \(bet) is not taken", line: guess.line)
          continue
        }
        outcomes.append(try resolved.outcome(of: placed, after: report, host))
      }
      if !resolved.options.isEmpty, !outcomes.contains(where: \.isMet) {
        log.add("none of the options comes true", line: guess.line)
      }
      return report
    } ?? nil
  }

  private func check(_ ask: Ask, after ran: [String]) throws {
    let resolved = try log.attempt(ask.line) {
      try ResolvedAsk(ask, draws: draws, seed: seed, host)
    }
    guard let resolved else { return }
    let check = AskCheck(ask, resolved, host, log)
    try check.run()
    guard ask.isRecallable, !(before + ran).isEmpty else { return }
    // A review asks out of the page, in a fresh session.
    let changed = try log.attempt(ask.line) {
      try host.prepare(after: [])
      return try? ResolvedAsk(ask, draws: draws, seed: seed, host)
    }
    if changed != resolved {
      log.add(
        "the answer depends on commands that ran before, so review cannot ask it: write recall: no",
        line: ask.line)
    }
    try host.prepare(after: before)
    for command in ran { _ = try host.run(command) }
  }
}

extension Prose {
  /// All of its texts.
  var templates: [Template] {
    if case .table(let rows) = kind { rows.flatMap { $0 } } else { [text] }
  }
}
