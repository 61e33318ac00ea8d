import Grammar
import Lessons
import LineEditing
import MarketSeries
import Reports

/// A lesson or a review in the shell: the lesson's machine decides, the interpreter runs and shows.
final class LessonDialogue: Dialogue {
  private unowned let interpreter: Interpreter
  private let stage: LessonStage
  private var runner: LessonRunner
  /// The student's own session, given back at the end.
  private let ownSession: Session
  /// The status of what was typed last.
  private var status = ExitStatus.success
  private var place: ScriptPlace?
  /// The line that is answered, for JSON.
  private var line = ""
  /// What stood before the cursor when the lesson's last command ran.
  private var promptBefore = Session().prompt
  /// Whether something has been shown for the line at hand, so that what comes stands apart from it.
  private var hasShown = false
  /// Why the progress is not kept; said once.
  private var trouble: String?

  /// Makes ready a lesson or a review; `begin` opens it.
  init(_ topic: Session.Topic, _ interpreter: Interpreter) {
    self.interpreter = interpreter
    ownSession = interpreter.session
    let context = interpreter.context
    var progress: Lessons.Progress
    do {
      let store = ProgressStore(context)
      // On the projector nothing is kept, not even the random id of somebody new.
      progress = context.isPresenting ? try store.load() : try store.change { _ in }
    } catch {
      progress = (try? ProgressStore(context).load()) ?? ProgressStore.new
      trouble = "\(error)"
    }
    let folder: String
    switch topic {
    case .lesson(let lesson, let lessonFolder, let corePathOnly):
      folder = lessonFolder
      runner =
        context.isPresenting
        ? LessonRunner(
          presenting: lesson, corePathOnly: corePathOnly, student: progress.student)
        : LessonRunner(
          lesson, corePathOnly: corePathOnly,
          recalls: progress.recalls(opening: lesson, among: LessonLibrary(context).lessons),
          progress: progress)
    case .review:
      folder = context.places.lessonsFolder
      runner = LessonRunner(
        review: progress.recalls(dueAmong: LessonLibrary(context).lessons, now: context.now()),
        progress: progress)
    }
    stage = LessonStage(
      folder: folder, memory: interpreter.lessonMemory, makeContext: interpreter.makeContext)
    playOnStage()
  }

  /// Makes the student's session a copy of the lesson's; the screen stays as the student has set it.
  private func playOnStage() {
    let screen = interpreter.session.settings
    interpreter.session = stage.session
    interpreter.session.settings.takeMachine(from: screen)
  }

  var prompt: String { runner.prompt }
  var isOver: Bool { runner.isOver }
  var reach: FileReach { .alsoInside(stage.folder) }

  var words: [Completion.Candidate] {
    runner.words.map { Completion.Candidate($0.name, meaning: $0.purpose) }
  }

  func isCommand(_ line: String) -> Bool { runner.isCommand(line, host: self) }

  func begin() -> Int32 {
    status = ExitStatus.success
    if let trouble { interpreter.warn("your progress cannot be kept: \(trouble)") }
    runner.begin(self, now: interpreter.context.now())
    return status
  }

  func respond(to line: String, at place: ScriptPlace?) -> Int32 {
    status = ExitStatus.success
    self.place = place
    self.line = line
    // On the projector each block stands apart from the key that brought it.
    hasShown = interpreter.context.isPresenting
    runner.respond(to: line, self, now: interpreter.context.now())
    return status
  }

  func end() {
    hasShown = false
    runner.leave(self, now: interpreter.context.now())
    let screen = interpreter.session.settings
    interpreter.session = ownSession
    interpreter.session.settings.takeMachine(from: screen)
  }
}

// MARK: What the lesson asks of the shell

extension LessonDialogue: LessonHost {
  func show(_ report: Report) {
    let report = report.withoutPrompts
    interpreter.show(report, of: line, isApart: hasShown || !report.title.isEmpty)
    hasShown = true
  }

  func show(_ report: Report, typed line: String) {
    let shown = try? SideCommand(line).picked(of: report)
    interpreter.show(shown ?? report, of: line, isApart: hasShown)
    hasShown = true
  }

  func show(_ report: Report, of command: String) {
    interpreter.echo(command, behind: promptBefore)
    hasShown = false
    show(report, typed: command)
  }

  func complain(_ mistake: Mistake, of command: String) {
    interpreter.echo(command, behind: promptBefore)
    _ = interpreter.complain(mistake, about: command, at: place)
    hasShown = true
  }

  func prepare(after commands: [String]) throws {
    defer { playOnStage() }
    try stage.prepare(after: commands)
  }

  func run(_ command: String) throws -> Report {
    promptBefore = stage.session.prompt
    defer { playOnStage() }
    return try stage.run(command)
  }

  func report(of command: String) throws -> Report { try stage.report(of: command) }

  func value(of command: String) throws -> Value { try stage.value(of: command) }

  func reading(_ line: String) -> LineReading {
    guard let verb = CommandLine(parsing: line).invocations.first?.verb else { return .other }
    do throws(Mistake) {
      return .command(verb: try CommandTable.command(for: verb).verb)
    } catch {
      guard let nearest = error.hint else { return .other }
      return .nearCommand(verb: verb.text, nearest: nearest)
    }
  }

  func runFree(_ line: String) -> Bool {
    status = interpreter.execute(commands: line, at: place)
    hasShown = true
    return status == ExitStatus.success
  }

  func save(_ progress: Lessons.Progress) {
    do {
      try ProgressStore(interpreter.context).save(progress)
    } catch {
      let reason = "\(error)"
      if reason != trouble { interpreter.warn("your progress is not kept: \(reason)") }
      trouble = reason
    }
  }

  func day(of time: Int) -> String {
    CalendarDate(daysSinceEpoch: time / 86_400).description
  }

  func writeNotes(_ markdown: String, to file: String) {
    let context = interpreter.context
    do {
      try interpreter.write(
        Session.OutputFile(
          path: context.path(file), bytes: MarkdownFile.bytes(markdown, for: file),
          overwrite: false))
      show(Report(title: "Your notes are in \(printable(file))."))
    } catch {
      status = interpreter.complain(Mistake("\(error)", at: nil), about: "", at: place)
    }
  }
}
