import Grammar

/// Writes the pages of a handout, from the first to the last.
struct HandoutWriter {
  var paper = HandoutPaper()
  let options: Handout.Options
  let host: any CheckHost
  /// What is drawn for the page at hand.
  private(set) var draws = Draws()
  private(set) var seed: DrawSeed
  /// The questions so far.
  private var questions = 0
  /// Commands whose turn has come; they run once something is asked of the session.
  private var waiting: [String] = []

  private let lesson: Lesson
  private let student: Student

  init(_ lesson: Lesson, _ student: Student, _ options: Handout.Options, _ host: any CheckHost) {
    self.lesson = lesson
    self.student = student
    self.options = options
    self.host = host
    seed = DrawSeed(
      classCode: student.classCode, student: student.id, lesson: lesson.id, page: "", attempt: 1)
  }

  /// Writes the whole lesson.
  ///
  /// - Throws: What interrupts.
  mutating func write() throws {
    try unlessMistaken { try host.prepare(after: []) }
    paper.heading(lesson.title, level: 1)
    let core = lesson.coreMinutes.map { ", core pages \($0)" } ?? ""
    paper.paragraph("\(lesson.summary) (\(lesson.minutes) minutes\(core))")
    let classCode = student.classCode.isEmpty ? "" : ", class \(student.classCode)"
    paper.paragraph("The numbers are those of \(student.id)\(classCode).")
    for (index, page) in lesson.pages.enumerated() {
      let mark = page.isOptional ? " (optional)" : ""
      paper.heading("\(index + 1). \(page.title)\(mark)", level: 2)
      try draw(for: page)
      for block in page.blocks { try write(block) }
    }
  }

  private mutating func draw(for page: Page) throws {
    seed = DrawSeed(
      classCode: student.classCode, student: student.id, lesson: lesson.id, page: page.id,
      attempt: 1)
    if page.variables.condition?.commands.isEmpty == false { try catchUp() }
    draws = try unlessMistaken { try page.variables.draws(for: seed, host) } ?? Draws()
  }

  // MARK: Blocks

  private mutating func write(_ block: LessonBlock) throws {
    switch block {
    case .prose(let prose): try write(prose)
    case .teacher(let prose):
      if options.hasTeachersNotes { paper.quote(["Teacher: \(try text(prose.text))"]) }
    case .math(let math): paper.fence([try text(math.source)], kind: "math")
    case .run(let run): try write(run)
    case .ask(let ask): try write(ask)
    case .guess(let guess): try write(guess)
    case .write(let write): try self.write(write)
    case .kept(let kept):
      paper.paragraph(
        "Look up what you said on the page `\(kept.page)` of `lesson \(kept.lesson)`.")
    case .pause, .check: break
    }
  }

  private mutating func write(_ prose: Prose) throws {
    switch prose.kind {
    case .paragraph: paper.paragraph(try text(prose.text))
    case .item(let mark): paper.item(mark, try text(prose.text))
    case .table(let rows):
      var cells: [[String]] = []
      for row in rows {
        var texts: [String] = []
        for cell in row { texts.append(try text(cell)) }
        cells.append(texts)
      }
      paper.table(cells)
    }
  }

  private mutating func write(_ run: RunBlock) throws {
    var commands: [String] = []
    for command in run.commands { commands.append(try text(command)) }
    if run.mode != .quiet { paper.fence(commands.map(Self.typed)) }
    if run.mode != .expectError { waiting += commands }
  }

  /// A command behind the prompt.
  static func typed(_ command: String) -> String { "gatehouse> \(command)" }

  /// Asks a question, numbered.
  mutating func ask(_ question: String) {
    questions += 1
    paper.paragraph("**Question \(questions).** \(question)")
  }

  // MARK: Numbers

  /// A text with its draws and numbers in it; what cannot be computed is left to be written in.
  mutating func text(_ template: Template) throws -> String {
    if !template.computedCommands.isEmpty { try catchUp() }
    return try unlessMistaken { try template.filled(with: draws, host) } ?? "____"
  }

  /// Has the session ready in which all commands so far have run, those left out that fail.
  mutating func catchUp() throws {
    for command in waiting { try unlessMistaken { _ = try host.run(command) } }
    waiting = []
  }

  /// Lets a command run when its turn comes.
  mutating func enqueue(_ command: String) { waiting.append(command) }

  /// Does something that a mistake may prevent.
  ///
  /// - Throws: What interrupts.
  @discardableResult
  func unlessMistaken<Result>(_ body: () throws -> Result) throws -> Result? {
    do { return try body() } catch is Mistake { return nil }
  }
}
