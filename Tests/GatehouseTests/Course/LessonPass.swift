import Grammar
import Lessons
import Reports
import Testing

@testable import Shell

/// One way through a lesson, from its first page to its last.
///
/// It reads the lesson itself, computes in a session of its own what is right, and says what the
/// screen has to show before each line that it types. The conversation that it tests takes no part.
struct LessonPass {
  /// How a student goes through a lesson.
  enum Manner {
    /// Everything right at once.
    case right
    /// Every wrong answer that the author foresaw, and then the right one.
    case wrongFirst
    /// `skip` wherever something waits.
    case skipping
  }

  let lesson: Lesson
  let manner: Manner
  let student: Student
  /// How often the lesson has been begun.
  let attempt: Int
  let stage: LessonStage
  let shell: TypedShell

  /// The page at hand.
  private var page: Page
  private var place = 0
  private var draws = Draws()
  /// What the screen has to show, in this order, before the next line is typed.
  private var awaited: [String] = []
  /// Rows that it has to show beside; short values are found in any text.
  private var awaitedRows: [String] = []

  /// Makes ready to go through a lesson whose first page is about to be shown.
  init(
    _ lesson: Lesson, _ manner: Manner, as student: Student, attempt: Int, on stage: LessonStage,
    in shell: TypedShell
  ) throws {
    self.lesson = lesson
    self.manner = manner
    self.student = student
    self.attempt = attempt
    self.stage = stage
    self.shell = shell
    page = try #require(lesson.pages.first)
  }

  /// Goes through the lesson, up to the prompt of the shell behind its end.
  mutating func walk() throws {
    try stage.prepare(after: [])
    for (place, page) in lesson.pages.enumerated() {
      self.page = page
      self.place = place
      draws = try page.variables.draws(for: seed, stage)
      expect("\(place + 1) of \(lesson.pages.count) · \(page.title)")
      for block in page.blocks { try pass(block) }
      try turnPage()
    }
    expectSummary()
    compare()
  }

  private var seed: DrawSeed {
    DrawSeed(
      classCode: student.classCode, student: student.id, lesson: lesson.id, page: page.id,
      attempt: attempt)
  }

  private var prompt: String { "\(lesson.id) \(place + 1)/\(lesson.pages.count)>" }

  /// What this student types where only Enter is awaited.
  private var onward: String {
    switch manner {
    case .right: ""
    case .wrongFirst: "next"
    case .skipping: "skip"
    }
  }

  private mutating func turnPage() throws {
    guard place + 1 < lesson.pages.count else {
      expect("That was the last page. Enter ends the lesson.")
      return try type(onward, upTo: TestUser.prompt)
    }
    let next = lesson.pages[place + 1].title
    expect("Enter: page \(place + 2), \(next)")
    try type(onward, upTo: "\(lesson.id) \(place + 2)/\(lesson.pages.count)>")
  }

  private mutating func expectSummary() {
    let pages = count(lesson.pages.count, "page")
    expect("The end of \(lesson.title)", "\(lesson.pages.count) of \(pages) done")
    let asks = lesson.count { if case .ask = $0 { true } else { false } }
    guard asks > 0 else { return }
    expect("Of \(count(asks, "question")):")
    switch manner {
    case .right: expect("\(asks) right at once.")
    case .wrongFirst: break  // questions without a foreseen mistake are right at once
    case .skipping: expect("\(asks) skipped.")
    }
  }
}

// MARK: What is shown, what is typed

extension LessonPass {
  private mutating func expect(_ texts: String...) {
    awaited += texts
  }

  /// Compares what the last line brought with what was awaited.
  private mutating func compare() {
    let missingRow = awaitedRows.first { !shell.shown.rows.contains($0) }
    if let missing = shell.shown.missing(of: awaited) ?? missingRow {
      Issue.record(
        """
        \(lesson.id), page \(page.id), \(manner), after "\(shell.lastLine)":
        the screen lacks "\(missing)". It shows:
        \(shell.shown)
        """)
    }
    awaited = []
    awaitedRows = []
  }

  private mutating func type(_ line: String, upTo prompt: String? = nil) throws {
    compare()
    try shell.type(line, upTo: prompt ?? self.prompt)
  }

  /// A text with its numbers, up to the first one that tells how long something took.
  private func filled(_ template: Template) throws -> String {
    let parts = template.parts.prefix { part in
      if case .computed(let number, _) = part { !number.source.contains("seconds") } else { true }
    }
    return try Template(Array(parts), line: template.line).filled(with: draws, stage)
  }
}

// MARK: Down a page

extension LessonPass {
  private mutating func pass(_ block: LessonBlock) throws {
    switch block {
    case .prose(let prose): try pass(prose)
    case .math(let math): expect(try filled(math.plain))
    case .run(let run): try pass(run)
    case .ask(let ask): try pass(ask)
    case .guess(let guess): try pass(guess)
    case .write(let write): try pass(write)
    case .pause:
      expect("Enter goes on.")
      try type(onward)
    case .kept, .teacher, .check: break
    }
  }

  private mutating func pass(_ prose: Prose) throws {
    switch prose.kind {
    case .paragraph, .item: expect(try filled(prose.text))
    case .table(let rows):
      // Cells of one row may stand in several lines.
      for row in rows {
        if let first = row.first { expect(String(try filled(first).prefix(8))) }
      }
    }
  }

  private mutating func pass(_ run: RunBlock) throws {
    for template in run.commands {
      let command = try filled(template)
      switch run.mode {
      case .quiet: _ = try stage.run(command)
      case .shown where command.onlyCompares: expect(command)
      case .shown: try expectAnswer(of: command, try stage.run(command), isTyped: false)
      case .typed: try typeLine(command)
      case .expectError:
        expect(command)
        do {
          expect(try stage.report(of: command).title)
        } catch let mistake as Mistake {
          expect(mistake.message)
        }
      }
    }
  }

  /// A line of the lesson that the student types.
  private mutating func typeLine(_ command: String) throws {
    expect("Type this line, or press Enter alone:", command)
    switch manner {
    case .right: try type(command)
    case .wrongFirst:
      try type("calc 1 + 41")
      expect("42", "The page goes on with this line:", command)
      try type("")
    case .skipping: try type("skip")
    }
    try expectAnswer(of: command, try stage.run(command), isTyped: manner == .right)
  }

  /// A command of the lesson stands behind a prompt, and its answer below.
  private mutating func expectAnswer(
    of command: String, _ report: Report, isTyped: Bool
  ) throws {
    if !isTyped { expect(command) }
    let picked = try SideCommand(command).picked(of: report)
    guard picked.values != report.values || picked.blocks != report.blocks else {
      return expect(report.title)
    }
    for value in picked.values where value.name != "seconds" {
      awaitedRows.append(NumberFormat.text(value.value, .significant(4)))
    }
  }
}

// MARK: What is asked

extension LessonPass {
  private mutating func pass(_ ask: Ask) throws {
    let resolved = try ResolvedAsk(ask, draws: draws, seed: seed, stage)
    expect(resolved.question)
    expect(resolved.options)
    if let gapped = resolved.gapped { expect(gapped) }
    switch manner {
    case .right:
      try answer(resolved, with: resolved.lineOfStudent)
    case .wrongFirst:
      try giveWrongAnswers(to: ask, resolved)
      try answer(resolved, with: resolved.answerText)
    case .skipping:
      try type("skip")
      expect("Left open; again asks anew.")
    }
  }

  private mutating func expect(_ options: [ResolvedOption]) {
    for option in options { expect("\(option.letter)) \(option.text)") }
  }

  private mutating func answer(_ ask: ResolvedAsk, with line: String) throws {
    try type(line)
    if ask.kind == .command { expect(try stage.report(of: line).title) }
    expect("Right.")
    for option in ask.options where option.isRight == true { expect(option.reason ?? "") }
    expect(ask.explanation ?? "")
  }

  /// Types what the author foresaw: each brings its own reply, the second one a hint, the third the
  /// ways out.
  private mutating func giveWrongAnswers(to ask: Ask, _ resolved: ResolvedAsk) throws {
    var given: Set<String> = []
    for wrong in resolved.foreseenWrongs where given.insert(wrong.given).inserted {
      try type(wrong.given)
      if resolved.kind == .command { expect(try stage.report(of: wrong.given).title) }
      expect(try reply(to: wrong, ask, resolved))
      switch given.count {
      case 1: break
      case 2: expect(resolved.hints.first.map { "Hint 1 of \(resolved.hints.count): \($0)" } ?? "")
      default: expect("hint helps on, skip leaves the question, answer shows the answer.")
      }
    }
  }

  /// What the author says to a wrong answer.
  private func reply(
    to wrong: ResolvedAsk.ForeseenWrong, _ ask: Ask, _ resolved: ResolvedAsk
  ) throws -> String {
    let number = Int(wrong.label.split(separator: " ").last ?? "") ?? 0
    func reply(of replies: [Template]) throws -> String {
      try filled(try #require(replies.dropFirst(number - 1).first))
    }
    switch ask.kind {
    case .number(let question): return try reply(of: question.wrongs.map(\.reply))
    case .text(let question): return try reply(of: question.wrongs.map(\.reply))
    case .command(let question): return try reply(of: question.wrongs.map(\.reply))
    case .choice:
      return resolved.options.first { $0.letter == wrong.given }?.reason ?? ""
    }
  }

  private mutating func pass(_ guess: Guess) throws {
    let resolved = try ResolvedGuess(guess, draws: draws, seed: seed, stage)
    expect(resolved.question)
    expect(resolved.options)
    expect("A bet, before the shell tells: no answer is wrong here.")
    compare()
    let report = try resolved.command.map { try stage.run($0) }
    let bets = try bets(on: resolved, guess, after: report)
    switch manner {
    case .right: try type(bets.met)
    case .wrongFirst: try type(bets.missed)
    case .skipping: try type("skip")
    }
    if let command = resolved.command, let report {
      try expectAnswer(of: command, report, isTyped: false)
    }
    let outcome = try outcome(
      of: manner == .wrongFirst ? bets.missed : bets.met, on: resolved, after: report)
    if manner != .skipping {
      expect(outcome.sentence)
    } else {
      expect(resolved.options.isEmpty ? "It came out as \(outcome.outcome)." : "It is so:")
    }
    if manner != .skipping || !resolved.options.isEmpty {
      for reply in outcome.replies { expect(reply) }
    }
    expect(outcome.explanation ?? "")
  }

  /// A bet that what comes out meets, and one that it does not.
  private func bets(
    on resolved: ResolvedGuess, _ guess: Guess, after report: Report?
  ) throws -> (met: String, missed: String) {
    guard case .number(_, let wrongs) = guess.kind else {
      let outcomes = try resolved.options.map {
        (letter: $0.letter, isMet: try outcome(of: $0.letter, on: resolved, after: report).isMet)
      }
      let met = try #require(outcomes.first { $0.isMet }).letter
      return (met, outcomes.first { !$0.isMet }?.letter ?? met)
    }
    let right = try outcome(of: "0", on: resolved, after: report).outcome
    let foreseen = try wrongs.first.map {
      try $0.answer.expression(with: draws).value { word in
        try #require(try stage.value(of: word.text).number)
      }
    }
    return (right, foreseen.map { $0.description } ?? "\(right) * 9 + 9")
  }

  private func outcome(
    of bet: String, on guess: ResolvedGuess, after report: Report?
  ) throws -> GuessOutcome {
    guard case .bet(let bet) = guess.judge(bet: bet) else {
      throw Mistake("\(bet) is no bet on \(guess.question)", at: nil)
    }
    return try guess.outcome(of: bet, after: report, stage)
  }

  private mutating func pass(_ write: WriteBlock) throws {
    expect(try filled(write.question))
    expect("Write in your own words, as many lines as you like; an empty line ends.")
    guard manner != .skipping else { return try type("skip") }
    try type("In my own words it would be something like this:")
    if manner == .wrongFirst { try type("and there is more to say about it on a second line.") }
    try type("")
    expect("The author's answer:", try filled(write.model))
    for criterion in write.criteria { expect(try filled(criterion)) }
    try type(manner == .right ? "all" : "1")
    let ticked = manner == .right ? write.criteria.count : 1
    expect("Kept: \(ticked) of \(write.criteria.count) points.")
  }
}

extension String {
  /// Whether a command trains many networks only to compare them: what comes after it knows nothing of
  /// them, so that the work is left to the program.
  fileprivate var onlyCompares: Bool { hasPrefix("compare ") && contains(" seeds=") }
}

extension ResolvedAsk {
  /// What a student would type who knows the answer.
  fileprivate var lineOfStudent: String {
    kind == .choice
      ? options.filter { $0.isRight == true }.map(\.letter).joined(separator: " ")
      : solutions.first ?? answerText
  }
}

extension Lesson {
  /// How many blocks of all pages are of some kind.
  func count(_ isCounted: (LessonBlock) -> Bool) -> Int {
    pages.reduce(0) { $0 + $1.blocks.count(where: isCounted) }
  }
}
