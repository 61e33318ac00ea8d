import Grammar
import Lessons
import Reports

/// Where the commands of a lesson run: a session of their own, in reach of the lesson's folder and nothing else.
final class LessonStage: CheckHost {
  /// The folder of the lesson; its commands read no file outside.
  let folder: String
  /// The lesson's session.
  private(set) var session: Session
  /// The commands so far that changed it.
  private var trail: [String] = []
  private let memory: LessonMemory
  private let makeContext: (Settings) -> CommandContext

  /// A stage on which nothing has run.
  ///
  /// - Parameters:
  ///   - folder: The folder of the lesson.
  ///   - memory: What commands came to before.
  ///   - makeContext: Makes the context of a command under the settings at hand.
  init(
    folder: String, memory: LessonMemory, makeContext: @escaping (Settings) -> CommandContext
  ) {
    self.folder = folder
    self.memory = memory
    self.makeContext = makeContext
    session = memory.fresh
  }

  /// A stage for a command that goes through a whole lesson.
  convenience init(folder: String, _ context: CommandContext) {
    self.init(folder: folder, memory: LessonMemory()) { _ in context }
  }

  /// Makes the session the one in which exactly these commands have run, those left out that change nothing.
  ///
  /// - Throws: What the first command throws that fails now; the session is that before it.
  func prepare(after commands: [String]) throws {
    session = memory.fresh
    trail = []
    for command in commands where try SideCommand(command).changesSession { _ = try run(command) }
  }

  /// Runs a command; what it changes stays.
  ///
  /// - Throws: `Mistake` or `Interrupted`; the session is unchanged then, since half a training is no lesson.
  func run(_ text: String) throws -> Report {
    let command = try SideCommand(text)
    let key = LessonMemory.Key(folder: folder, trail: trail, command: command.meaning)
    let result = try memory.recall(key) ?? computed(command, for: key)
    if command.changesSession {
      trail.append(command.meaning)
    } else if trail.isEmpty {
      memory.fresh = result.session.withoutTraces
    }
    session = result.session
    return result.report
  }

  private func computed(
    _ command: SideCommand, for key: LessonMemory.Key
  ) throws -> LessonMemory.Result {
    var copy = session
    let report: Report
    do {
      report = try command.run(in: &copy, context)
    } catch let error where !(error is Mistake || error is Interrupted) {
      // A lesson knows mistakes and what interrupts.
      throw Mistake(printable("\(error)"), at: nil)
    }
    if copy.request == .interrupted { throw Interrupted() }
    let result = LessonMemory.Result(report: report, session: copy)
    memory.keep(result, for: key, changesSession: command.changesSession)
    return result
  }

  /// What a command answers here; nothing of it stays.
  ///
  /// - Throws: `Mistake` or `Interrupted`.
  func report(of text: String) throws -> Report {
    let (before, trailBefore) = (session, trail)
    defer { (session, trail) = (before, trailBefore) }
    return try run(text)
  }

  /// The one value that a command answers with; `last pick=NAME` is one of the last answer.
  ///
  /// - Throws: `Mistake` or `Interrupted`.
  func value(of text: String) throws -> Value {
    guard let last = NamedValueReader.lastInvocation(text) else {
      return try report(of: text).onlyValue(pickedBy: SideCommand(text).invocation)
    }
    guard let report = session.lastReport else {
      throw Mistake("there is no last answer yet", at: last.verb.range)
    }
    return try report.onlyValue(pickedBy: last)
  }

  /// The canonical verb of a command, whether the rest of it is right or not.
  func verb(of text: String) -> String? {
    guard let verb = CommandLine(parsing: text).invocations.first?.verb else { return nil }
    return (try? CommandTable.command(for: verb))?.verb
  }

  private var context: CommandContext {
    makeContext(session.settings).reaching(.onlyInside(folder))
  }
}
