/// A lesson as a handout on paper: the same pages with one student's numbers, and lines to write on.
public struct Handout {
  /// What is printed beside the pages.
  public struct Options: Sendable, Equatable {
    /// Whether answers, solutions and the replies to wrong answers are printed.
    public var hasAnswers: Bool
    /// Whether the teacher's notes are printed.
    public var hasTeachersNotes: Bool

    /// Chooses what is printed.
    public init(hasAnswers: Bool = false, hasTeachersNotes: Bool = false) {
      self.hasAnswers = hasAnswers
      self.hasTeachersNotes = hasTeachersNotes
    }
  }

  /// The handout as Markdown, as code hosts and document converters read it.
  public let markdown: String

  /// Prints a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - student: Whose numbers are printed.
  ///   - options: What is printed beside the pages.
  ///   - host: Runs the commands that computed numbers need.
  /// - Throws: What interrupts; a number that cannot be computed is left blank.
  public init(
    _ lesson: Lesson, for student: Student, _ options: Options = Options(), _ host: any CheckHost
  ) throws {
    var writer = HandoutWriter(lesson, student, options, host)
    try writer.write()
    markdown = writer.markdown
  }
}

/// Writes the Markdown of a handout.
struct HandoutWriter {
  private(set) var markdown = ""
  private let lesson: Lesson
  private let student: Student
  private let options: Handout.Options
  private let host: any CheckHost
  private var draws = Draws()
  private var seed: DrawSeed
  private var number = 0

  init(_ lesson: Lesson, _ student: Student, _ options: Handout.Options, _ host: any CheckHost) {
    self.lesson = lesson
    self.student = student
    self.options = options
    self.host = host
    seed = DrawSeed(
      classCode: student.classCode, student: student.id, lesson: lesson.id, page: "", attempt: 1)
  }

  mutating func write() throws {
    let core = lesson.coreMinutes.map { ", core pages \($0)" } ?? ""
    markdown = "# \(lesson.title)\n"
    paragraph("\(lesson.summary) (\(lesson.minutes) minutes\(core))")
    var before: [String] = []
    for (index, page) in lesson.pages.enumerated() {
      seed = DrawSeed(
        classCode: student.classCode, student: student.id, lesson: lesson.id, page: page.id,
        attempt: 1)
      try? host.prepare(after: before)
      draws = (try? page.variables.draws(for: seed, host)) ?? Draws()
      let mark = page.isOptional ? " (optional)" : ""
      markdown += "\n## \(index + 1). \(page.title)\(mark)\n"
      for block in page.blocks { try write(block) }
      before += page.commands(with: draws, host)
    }
  }

  private mutating func write(_ block: LessonBlock) throws {
    switch block {
    case .prose(let prose): write(prose)
    case .teacher(let prose):
      if options.hasTeachersNotes { quote("Teacher: \(text(prose.text))") }
    case .run(let run): try write(run)
    case .math(let math):
      markdown += "\n```math\n\(text(math.source))\n```\n"
    case .ask(let ask): write(ask)
    case .guess(let guess): try write(guess)
    case .write(let write):
      question(text(write.question))
      blank("", lines: 4)
      guard options.hasAnswers else { return }
      quote("For example: \(text(write.model))")
      for criterion in write.criteria { quote("- \(text(criterion))") }
    case .kept, .pause, .check: break
    }
  }

  // MARK: Parts

  private mutating func write(_ prose: Prose) {
    switch prose.kind {
    case .paragraph: paragraph(text(prose.text))
    case .item(let mark): paragraph("\(mark) \(text(prose.text))")
    case .table(let rows):
      let cells = rows.map { $0.map(text) }
      guard let head = cells.first else { return }
      let lines = [head, head.map { _ in "---" }] + cells.dropFirst()
      markdown += "\n" + lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
    }
  }

  private mutating func write(_ run: RunBlock) throws {
    guard run.mode != .quiet else {
      for command in run.commands { _ = try? host.run(text(command)) }
      return
    }
    let commands = run.commands.map(text)
    code(commands)
    for command in commands where run.mode != .expectError { _ = try? host.run(command) }
  }

  private mutating func write(_ guess: Guess) throws {
    let resolved = try? ResolvedGuess(guess, draws: draws, seed: seed, host)
    question(text(guess.question) + " (A bet: nothing is wrong.)")
    for option in resolved?.options ?? [] { paragraph("- \(option.letter)) \(option.text)") }
    blank("Your bet:", lines: 1)
    guard let command = guess.command else { return }
    code([text(command)])
    _ = try? host.run(text(command))
  }

  private mutating func write(_ ask: Ask) {
    let resolved = try? ResolvedAsk(ask, draws: draws, seed: seed, host)
    question(text(ask.question))
    for option in resolved?.options ?? [] { paragraph("- \(option.letter)) \(option.text)") }
    if let gapped = resolved?.gapped { code([gapped]) }
    blank("Answer:", lines: 1)
    guard options.hasAnswers, let resolved else { return }
    quote("Answer: \(resolved.answerText)")
    for solution in resolved.solutions where solution != resolved.answerText {
      quote("Found by: `\(solution)`")
    }
    for reply in replies(to: ask) { quote("If wrong: \(reply)") }
    if let explanation = resolved.explanation { quote(explanation) }
  }

  /// What is said to wrong answers.
  private func replies(to ask: Ask) -> [String] {
    switch ask.kind {
    case .number(let question): question.wrongs.map { text($0.reply) }
    case .choice(let options):
      options.filter { $0.truth != .right }.map { "\(text($0.text)): \(text($0.reason))" }
    case .text(let question): question.wrongs.map { text($0.reply) }
    case .command(let question): question.wrongs.map { text($0.reply) }
    }
  }

  /// A text with its draws and numbers in it; what cannot be computed is left to be written in.
  private func text(_ template: Template) -> String {
    (try? template.filled(with: draws, host)) ?? "____"
  }

  // MARK: Markdown

  private mutating func paragraph(_ text: String) {
    markdown += "\n\(text)\n"
  }

  private mutating func question(_ text: String) {
    number += 1
    paragraph("**Question \(number).** \(text)")
  }

  private mutating func quote(_ text: String) {
    markdown += "\n> \(text)\n"
  }

  private mutating func code(_ lines: [String]) {
    markdown += "\n```\n" + lines.map { "gatehouse> \($0)\n" }.joined() + "```\n"
  }

  private mutating func blank(_ label: String, lines: Int) {
    for line in 0..<lines {
      let prefix = line == 0 && !label.isEmpty ? label + " " : ""
      paragraph(prefix + String(repeating: "_", count: 60))
    }
  }
}
