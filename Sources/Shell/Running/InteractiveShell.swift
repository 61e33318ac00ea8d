import LineEditing

/// The shell at a terminal: prompt, history, completion.
///
/// Where the answers go to a program, as with `--json` or `| tee`, it asks for nothing and greets
/// nobody; what stays is that mistakes and Ctrl-C do not end it, since a person types.
public final class InteractiveShell {
  private let interpreter: Interpreter
  private let console: Console
  /// The history; `nil` where the answers go to a program.
  private let history: HistoryStore?
  private let reader: any LineReader
  /// The reader, where lines can be edited.
  private let editor: EditLineReader?

  /// Takes over the terminal; `nil` where nobody types.
  ///
  /// A terminal that cannot move its cursor gets the same shell without editing.
  init?(_ interpreter: Interpreter, _ console: Console, _ history: HistoryStore?) {
    guard Terminal.isTerminal(0) else { return nil }
    self.interpreter = interpreter
    self.console = console
    self.history = history
    editor = history.flatMap {
      EditLineReader(history: $0.text.lines, environment: console.environment)
    }
    reader = editor ?? PlainLineReader(promptDescriptor: history == nil ? nil : 1)
  }

  /// Greets, then reads and answers lines until the user leaves.
  ///
  /// - Returns: Success, or the status of the signal that ended it.
  func run() -> Int32 {
    prepare()
    if let history {
      greet(history)
      runInitialScript()
    }
    return readLines { true }
  }

  /// Runs one line, and reads on as long as a lesson that it opened goes on.
  ///
  /// - Returns: The status of the line where it opened nothing, else as `run()`.
  func run(line: String) -> Int32 {
    prepare()
    let status = interpreter.execute(line)
    guard interpreter.dialogue != nil else { return status }
    return readLines { [interpreter] in interpreter.dialogue != nil }
  }

  private func prepare() {
    guard history != nil else { return }
    console.isInteractive = true
    console.pages = { [weak interpreter] in interpreter?.session.settings.pager ?? true }
  }

  private func readLines(while goesOn: () -> Bool) -> Int32 {
    defer { interpreter.endDialogue() }
    editor?.completer = { [interpreter] line, cursor in
      // After a mistake with a suggestion Tab alone types the line as it was meant.
      if line.isEmpty, let correction = interpreter.correction {
        return Completion(
          replacement: 0..<0, candidates: [Completion.Candidate(correction, isFinal: false)])
      }
      return ShellCompleter(
        session: interpreter.session, context: interpreter.context,
        dialogueWords: interpreter.dialogue?.words ?? []
      ).completion(for: line, cursorInBytes: cursor)
    }
    while !interpreter.isQuitting, goesOn() {
      switch reader.readLine(prompt: interpreter.prompt) {
      case .line(let line):
        if interpreter.dialogue?.isCommand(line) ?? true { keep(line) }
        _ = interpreter.execute(line)
        if let signal = Signals.ending { return ExitStatus.signal(signal) }
      case .interrupted:
        continue
      case .endOfInput:
        // Where nothing edits, the cursor still stands behind the prompt.
        if editor == nil, history != nil { console.answer("\n") }
        // The first end of input leaves the lesson, the second one the shell.
        if Signals.ending == nil, interpreter.dialogue != nil {
          interpreter.leaveDialogue()
          continue
        }
        return Signals.ending.map(ExitStatus.signal) ?? ExitStatus.success
      case .failed(let failure):
        console.complain(failure.description)
      case .terminated(let signal):
        return ExitStatus.signal(signal)
      }
    }
    return ExitStatus.success
  }

  private func keep(_ line: String) {
    guard let history else { return }
    let trouble = history.trouble
    if history.add(line) { editor?.addToHistory(line) }
    if let new = history.trouble, new != trouble { console.complain(new) }
  }

  private func greet(_ history: HistoryStore) {
    console.answer(
      """
      Gatehouse \(Gatehouse.version): how recurrent networks remember.
      Try data, gates lstm t=42 or evaluate; help lists every command.

      """)
    if let trouble = history.trouble { console.complain(trouble) }
  }

  /// `init.gate` of the user's config folder, where there is one.
  private func runInitialScript() {
    let context = interpreter.context
    guard let folder = context.places.configFolder else { return }
    let path = folder + "/init.gate"
    do {
      guard let text = try context.files.readIfPresent(path, limit: FileLimit.script) else {
        return
      }
      _ = interpreter.execute(script: text, file: path)
    } catch {
      console.complain("\(error)")
    }
  }
}
