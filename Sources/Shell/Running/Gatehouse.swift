import LineEditing
public import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks calls of the system; what comes back as a pointer is copied at once.

/// The program, once its arguments are read.
public struct Gatehouse {
  /// The version of the program.
  public static let version = "0.1.0"

  /// What the process was asked to run.
  public enum Task: Sendable, Equatable {
    /// The shell, or the lines of standard input where that is no terminal.
    case shell
    /// One line, as with `-c`.
    case line(String)
    /// The words of the process as one line; a lesson that it opens goes on with standard input.
    case words(String)
    /// The lines of a file.
    case script(String)
  }

  /// Whether answers are JSON.
  public var isJSON = false
  /// Whether answers are coloured.
  public var color = TerminalCapabilities.ColorChoice.auto
  /// Whether a script goes on after a mistake.
  public var keepsGoing = false
  /// Folders with a teacher's own lessons.
  public var lessonFolders: [String] = []
  /// Whether lessons are shown to a class.
  public var isPresenting = false
  /// What to run.
  public var task = Task.shell

  /// The program without options.
  public init() {}

  /// Runs to the end.
  ///
  /// - Parameters:
  ///   - environment: The environment of the process.
  ///   - places: Where its files are.
  /// - Returns: The status that the process ends with.
  public func run(environment: [String: String], places: Places) -> Int32 {
    Self.occupyStandardStreams()
    Signals.install()
    let console = Console(environment: environment, color: color)
    let status = run(console, places)
    return status == ExitStatus.success ? Self.statusOfAnswers(on: console) : status
  }

  /// Success, where all answers have arrived.
  private static func statusOfAnswers(on console: Console) -> Int32 {
    guard let failure = console.failure else { return ExitStatus.success }
    console.complain("gatehouse: the answer is not written: \(failure)")
    return ExitStatus.commandFailed
  }

  private func run(_ console: Console, _ places: Places) -> Int32 {
    let files = Files()
    // JSON is for programs: no prompt, no greeting, not even at a terminal.
    let isForPeople =
      task.mayConverse && !isJSON && Terminal.isTerminal(0) && Terminal.isTerminal(1)
    let history = isForPeople ? HistoryStore(files: files, places: places) : nil
    let interpreter = Interpreter(
      form: isJSON ? .json : .text, keepsGoing: keepsGoing, output: console
    ) { settings in
      let capabilities = console.capabilities(settings)
      let bar = ProgressBar(on: console, capabilities)
      return CommandContext(
        files: files, places: places, capabilities: capabilities,
        progress: { try bar.show($0) }, history: { history?.text.lines ?? [] },
        environment: console.environment, lessonFolders: lessonFolders,
        isPresenting: isPresenting, threads: settings.threads)
    }
    defer { interpreter.endDialogue() }
    switch task {
    case .line(let line):
      return interpreter.execute(line)
    case .words(let line):
      if let shell = InteractiveShell(interpreter, console, history) {
        return shell.run(line: line)
      }
      let status = interpreter.execute(line)
      guard status == ExitStatus.success, interpreter.dialogue != nil else { return status }
      return interpreter.execute(linesOf: PlainLineReader(), file: "standard input")
    case .script(let path):
      return run(script: path, interpreter, console, files)
    case .shell:
      if let shell = InteractiveShell(interpreter, console, history) {
        return shell.run()
      }
      return interpreter.execute(linesOf: PlainLineReader(), file: "standard input")
    }
  }

  /// Keeps what is opened later from taking the place of a stream that the caller has closed: such
  /// an input is empty, and writing fails.
  private static func occupyStandardStreams() {
    var descriptor = unsafe open("/dev/null", O_RDONLY)
    while (0...2).contains(descriptor) { descriptor = unsafe open("/dev/null", O_RDONLY) }
    if descriptor > 2 { close(descriptor) }
  }

  /// Ends the process.
  public static func end(with status: Int32) -> Never {
    exit(status)
  }

  /// Writes a line of the process itself, such as how it is called.
  ///
  /// - Returns: The status that the process ends with.
  public static func say(_ text: String, isComplaint: Bool) -> Int32 {
    let console = Console(environment: environment(), color: .never)
    if isComplaint {
      console.complain(text)
      return ExitStatus.usage
    }
    console.answer(text + "\n")
    return statusOfAnswers(on: console)
  }

  /// The variables of the process that the shell heeds.
  public static func environment() -> [String: String] {
    let names = [
      "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE", "LANG", "HOME",
    ]
    var environment: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
    }
    return environment
  }

  private func run(
    script path: String, _ interpreter: Interpreter, _ console: Console, _ files: Files
  ) -> Int32 {
    do {
      let text = try files.read(path, limit: FileLimit.script)
      return interpreter.execute(script: text, file: path)
    } catch {
      console.complain("gatehouse: \(error)")
      guard error.saysThatItWasInterrupted else { return ExitStatus.usage }
      return Signals.ending.map(ExitStatus.signal) ?? ExitStatus.interrupted
    }
  }
}
