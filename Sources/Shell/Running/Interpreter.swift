import Grammar
public import LineEditing
import Reports

/// Runs command lines on one session and shows each answer.
///
/// The interactive shell, scripts, `-c` and standard input all drive this one type.
public final class Interpreter {
  /// The session; each command that succeeds replaces it.
  public internal(set) var session = Session()
  /// The form of all answers, unless a command says `--json`.
  public let form: AnswerForm
  /// Whether a script goes on after a mistake.
  public let keepsGoing: Bool
  /// Whether `quit` was said.
  public private(set) var isQuitting = false

  /// The line typed last with its mistake put right, where there was one with a suggestion.
  public private(set) var correction: String?

  /// Makes the context of a command under the settings at hand.
  let makeContext: (Settings) -> CommandContext
  /// What the commands of lessons came to.
  let lessonMemory = LessonMemory()
  /// The lesson or review that takes the lines typed.
  private(set) var dialogue: (any Dialogue)?
  /// What writes down all that is typed and shown.
  var recording: Recording?
  /// Whether the dialogue is answering, and what a line typed into it asks for next.
  private var isConversing = false
  private var nextTopic: Session.Topic?
  /// The depth of the scripts in which the dialogue began: deeper ones, run from within, hold commands.
  private var dialogueDepth = 0
  private let output: any AnswerOutput
  /// The real paths of the scripts that run, the outermost first.
  private var scripts: [String] = []
  private var scriptDepth: Int { scripts.count }
  /// The form of the script that runs, where `source` asked for another one.
  private var scriptForm: AnswerForm?
  private var currentForm: AnswerForm { scriptForm ?? form }

  /// Creates an interpreter.
  ///
  /// - Parameters:
  ///   - form: The form of the answers.
  ///   - keepsGoing: Whether a script goes on after a mistake.
  ///   - output: Where answers go.
  ///   - makeContext: Makes the context of a command under the settings at hand.
  public init(
    form: AnswerForm, keepsGoing: Bool = false, output: any AnswerOutput,
    makeContext: @escaping (Settings) -> CommandContext
  ) {
    self.form = form
    self.keepsGoing = keepsGoing
    self.output = output
    self.makeContext = makeContext
  }

  /// The context that the next command would run in.
  public var context: CommandContext {
    makeContext(session.settings).reaching(dialogue?.reach ?? .everywhere)
  }

  /// What a terminal asks the next line with; it says whether a recording is on.
  public var prompt: String { (recording == nil ? "" : "(rec) ") + promptWithoutSign }

  /// What stands before the lines that are recorded.
  var promptWithoutSign: String { dialogue?.prompt ?? session.prompt }

  /// Answers a line: what was typed into a lesson, else every command of it.
  ///
  /// - Returns: `ExitStatus.success`, or the status of the command that failed.
  public func execute(_ line: String, at place: ScriptPlace? = nil) -> Int32 {
    if scriptDepth == 0 { correction = nil }
    guard let dialogue, scriptDepth <= dialogueDepth else {
      return execute(commands: line, at: place)
    }
    let status = recorded(line) { converse { dialogue.respond(to: line, at: place) } }
    return Signals.ending.map(ExitStatus.signal) ?? status
  }

  /// Runs every command of a line; a mistake drops the rest of it.
  ///
  /// - Returns: `ExitStatus.success`, or the status of the command that failed.
  func execute(commands line: String, at place: ScriptPlace? = nil) -> Int32 {
    let parsed = CommandLine(parsing: line)
    for invocation in parsed.invocations {
      let status = recorded(invocation.source) { run(invocation, of: line, at: place) }
      if status != ExitStatus.success || isQuitting { return status }
      if let signal = Signals.ending { return ExitStatus.signal(signal) }
      // Ctrl-C that came while a command was too quick to notice; at the prompt it clears the line.
      if Signals.isInterrupted { return ExitStatus.interrupted }
    }
    guard let mistake = parsed.mistake else { return ExitStatus.success }
    let typed = trimmed(line)
    return recorded(typed) {
      complain(mistake, about: line, command: typed, currentForm, at: place)
    }
  }

  /// Runs the lines of a script.
  ///
  /// - Parameters:
  ///   - text: The script as UTF-8 bytes; lines end with LF or CRLF.
  ///   - file: Its name in messages.
  /// - Returns: The status of the first failure, which ends the script unless `keepsGoing`.
  public func execute(script text: [UInt8], file: String) -> Int32 {
    let context = context
    let path = (try? context.files.realPath(context.path(file))) ?? file
    let reason =
      scripts.contains(path)
      ? "it is running already, and would run itself for ever"
      : scriptDepth >= 16 ? "scripts call each other more than 16 deep" : nil
    if let reason {
      let mistake = Mistake("\(printable(file)) is not run: \(reason)", at: nil)
      return complain(mistake, about: "", command: "source \(file)", currentForm, at: nil)
    }
    scripts.append(path)
    defer { scripts.removeLast() }
    let reader = PlainLineReader(bytes: text)
    return execute(linesOf: reader, file: file)
  }

  /// Runs lines as they come until there are no more.
  public func execute(linesOf reader: any LineReader, file: String) -> Int32 {
    var status = ExitStatus.success
    var number = 0
    while !isQuitting {
      number += 1
      let place = ScriptPlace(file: file, line: number)
      let lineStatus: Int32
      switch reader.readLine(prompt: "") {
      case .line(let line): lineStatus = execute(line, at: place)
      case .endOfInput: return status
      case .interrupted: return ExitStatus.interrupted
      case .terminated(let signal): return ExitStatus.signal(signal)
      case .failed(let failure):
        lineStatus = complain(
          Mistake(failure.description, at: nil), about: "", command: "", currentForm, at: place)
      }
      if status == ExitStatus.success { status = lineStatus }
      let isEnding = lineStatus > ExitStatus.signal(0)
      if lineStatus != ExitStatus.success, !keepsGoing || isEnding { return lineStatus }
    }
    return status
  }
}

// MARK: One command

extension Interpreter {
  private func run(_ invocation: Invocation, of line: String, at place: ScriptPlace?) -> Int32 {
    // What a lesson shows and runs for one line is one answer.
    if !isConversing { output.beginAnswer() }
    let wantsJSON = invocation.options.contains { $0.text == "--json" }
    let form = wantsJSON ? .json : currentForm
    do {
      let report = try answer(invocation, in: form)
      return try finish(invocation, with: report, in: form)
    } catch let error where error.saysThatItWasInterrupted {
      Signals.take(.interrupt)
      let status = Signals.ending.map(ExitStatus.signal) ?? ExitStatus.interrupted
      let mistake = Mistake(String(describing: error), at: nil)
      _ = complain(mistake, about: line, command: invocation.source, form, at: place)
      return status
    } catch let mistake as Mistake {
      return complain(mistake, about: line, command: invocation.source, form, at: place)
    } catch {
      let mistake = Mistake(printable(String(describing: error)), at: nil)
      return complain(mistake, about: line, command: invocation.source, form, at: place)
    }
  }

  /// Runs a command on a copy of the session and keeps the copy.
  private func answer(_ invocation: Invocation, in form: AnswerForm) throws -> Report {
    let command = try CommandTable.command(for: invocation.verb)
    if invocation.options.contains(where: { $0.text == "--help" }) {
      return HelpReport.make(for: command)
    }
    let arguments = try Arguments(invocation, for: command)
    var copy = session
    copy.request = nil
    var report = try command.run(arguments, session: &copy, context: context)
    let pick = invocation.pairs.first { $0.key.text == Arguments.pickKey }
    var shown = try pick.map { try report.picking($0.value) } ?? report
    if case .browse(let state) = copy.request {
      (report, shown) = try browse(from: state, in: &copy, form)
    }
    if case .write(let files) = copy.request {
      for file in files { try write(file) }
      copy.request = nil
    }
    if !command.keepsLastAnswer {
      copy.lastReport = report
      copy.lastCommand = invocation.source
    }
    session = copy
    return shown
  }

  /// Writes a file; of one that is there a person is asked first.
  func write(_ file: Session.OutputFile) throws(FileError) {
    let files = context.files
    do {
      try files.write(file.bytes, to: file.path, overwrite: file.overwrite)
    } catch {
      let question = "\(Paths.printable(file.path)) is there already. Replace it?"
      guard error.saysThatItExists, output.confirms(question) else { throw error }
      try files.write(file.bytes, to: file.path, overwrite: true)
    }
  }

  /// Lets the user browse, and leaves in the session what was clamped.
  ///
  /// - Returns: What was shown last, and what is said about it.
  private func browse(
    from state: BrowseState, in session: inout Session, _ form: AnswerForm
  ) throws -> (report: Report, shown: Report) {
    guard form == .text, let screen = output.openFullScreen() else {
      throw BrowseCommand.noScreen(for: state)
    }
    defer { screen.close() }
    session.request = nil
    var browser = Browser(state, in: session, context, on: screen)
    let ending = try browser.run()
    session = browser.session
    if ending.isInterrupted { session.request = .interrupted }
    return (ending.answer, ending.farewell)
  }

  private func finish(
    _ invocation: Invocation, with report: Report, in form: AnswerForm
  ) throws -> Int32 {
    let request = session.request
    session.request = nil
    switch request {
    case .runScript(let path, let text):
      let outerForm = scriptForm
      scriptForm = form
      defer { scriptForm = outerForm }
      return execute(script: text, file: path)
    case .runLine(let line):
      echo(line, behind: prompt)
      return execute(commands: line)
    case .quit:
      isQuitting = true
      return ExitStatus.success
    case .converse(let topic):
      return begin(topic)
    case .end(let status):
      show(report, of: invocation.source, in: form)
      return status
    case .record(let request):
      show(try answer(request), of: invocation.source, in: form)
      return ExitStatus.success
    case .interrupted:
      Signals.take(.interrupt)
      show(report, of: invocation.source, in: form)
      return Signals.ending.map(ExitStatus.signal) ?? ExitStatus.interrupted
    case .showVerbatim(let text) where form == .text:
      output.answer(text)
      return ExitStatus.success
    case .showVerbatim, .write, .browse, nil:
      show(report, of: invocation.source, in: form)
      return ExitStatus.success
    }
  }

  private func show(_ report: Report, of command: String, in form: AnswerForm) {
    switch form {
    case .json:
      say(JSONRenderer().render(report, command: command))
    case .text:
      let pages = TextRenderer(context.capabilities).pages(of: report)
      for (index, page) in pages.enumerated() {
        if index > 0, !output.waitAtPause() { return }
        say(page)
      }
    }
  }

  private func say(_ text: String) {
    output.answer(text)
    recording?.show(text)
  }

  /// Shows a mistake; returns the status of a failed command.
  private func complain(
    _ mistake: Mistake, about line: String, command: String, _ form: AnswerForm,
    at place: ScriptPlace?
  ) -> Int32 {
    if place == nil { correction = mistake.corrected(line) }
    let error = ReportError(
      command: command, message: shortened(mistake.message), column: mistake.column(in: line),
      hint: mistake.hint, file: place?.file, line: place?.line, source: line)
    switch form {
    case .json: say(JSONRenderer().render(error))
    case .text:
      let capabilities = output.capabilitiesForMistakes(session.settings) ?? context.capabilities
      let text = TextRenderer(capabilities).render(error)
      output.complain(text)
      recording?.show(text)
    }
    return ExitStatus.commandFailed
  }
}

// MARK: Lessons and reviews

extension Interpreter {
  /// Begins a lesson or a review; one that is open is left first, once it has answered its line.
  private func begin(_ topic: Session.Topic) -> Int32 {
    guard !isConversing else {
      nextTopic = topic
      return ExitStatus.success
    }
    endDialogue()
    let dialogue = LessonDialogue(topic, self)
    self.dialogue = dialogue
    dialogueDepth = scriptDepth
    return converse { dialogue.begin() }
  }

  /// Leaves the lesson or review that is open; nothing of it is lost.
  public func endDialogue() {
    dialogue?.end()
    dialogue = nil
  }

  /// Leaves the lesson or review as its word `leave` does, and so it is recorded.
  func leaveDialogue() {
    output.beginAnswer()
    _ = recorded("leave") {
      endDialogue()
      return ExitStatus.success
    }
  }

  private func converse(_ body: () -> Int32) -> Int32 {
    output.beginAnswer()
    isConversing = true
    let status = body()
    isConversing = false
    if isQuitting || dialogue?.isOver == true { endDialogue() }
    guard let topic = nextTopic else { return status }
    nextTopic = nil
    return isQuitting ? status : begin(topic)
  }

  /// Shows a report of a lesson, in text behind a blank line where `isApart`.
  func show(_ report: Report, of command: String, isApart: Bool) {
    if isApart, currentForm == .text { say("\n") }
    show(report, of: command, in: currentForm)
  }

  /// Shows a command as if it had been typed at the prompt; JSON has it beside its answer.
  func echo(_ command: String, behind prompt: String) {
    guard currentForm == .text else { return }
    let line = Report(title: prompt + command)
    say("\n" + TextRenderer(context.capabilities).render(line))
  }

  /// Says something that is no answer, as a mistake is said.
  func warn(_ sentence: String) {
    _ = complain(Mistake(sentence, at: nil), about: "", command: "", currentForm, at: nil)
  }

  /// Shows a mistake that a line of a lesson made.
  func complain(_ mistake: Mistake, about line: String, at place: ScriptPlace?) -> Int32 {
    complain(mistake, about: line, command: trimmed(line), currentForm, at: place)
  }
}

private func trimmed(_ line: String) -> String {
  let blanks: Set<Character> = [" ", "\t", "\r"]
  var text = line[...]
  while let first = text.first, blanks.contains(first) { text.removeFirst() }
  while let last = text.last, blanks.contains(last) { text.removeLast() }
  return String(text)
}

extension Error {
  /// Whether Ctrl-C or a request to end stopped the work, or the wait for a pipe.
  fileprivate var saysThatItWasInterrupted: Bool {
    self is Interrupted || (self as? FileError)?.saysThatItWasInterrupted == true
  }
}
