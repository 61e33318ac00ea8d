import LineEditing

/// The shell at a terminal: prompt, history, completion.
public final class InteractiveShell {
  private let interpreter: Interpreter
  private let console: Console
  private let history: HistoryStore
  private let reader: any LineReader
  /// The reader, where lines can be edited.
  private let editor: EditLineReader?

  /// Takes over the terminal; `nil` where nobody sits at one.
  ///
  /// A terminal that cannot move its cursor gets the same shell without editing.
  init?(_ interpreter: Interpreter, _ console: Console, _ history: HistoryStore) {
    guard Terminal.isTerminal(0), Terminal.isTerminal(1) else { return nil }
    self.interpreter = interpreter
    self.console = console
    self.history = history
    editor = EditLineReader(history: history.text.lines, environment: console.environment)
    reader = editor ?? PlainLineReader(promptDescriptor: 1)
  }

  /// Reads and answers lines until the user leaves.
  ///
  /// - Returns: Success, or the status of the signal that ended it.
  func run() -> Int32 {
    console.isInteractive = true
    greet()
    runInitialScript()
    editor?.completer = { [interpreter] line, cursor in
      ShellCompleter(session: interpreter.session, context: interpreter.context)
        .completion(for: line, cursorInBytes: cursor)
    }
    while !interpreter.isQuitting {
      switch reader.readLine(prompt: interpreter.session.prompt) {
      case .line(let line):
        if history.add(line) { editor?.addToHistory(line) }
        console.pages = interpreter.session.settings.pager
        _ = interpreter.execute(line)
        if let signal = Signals.ending { return ExitStatus.signal(signal) }
      case .interrupted:
        continue
      case .endOfInput:
        return ExitStatus.success
      case .failed(let failure):
        console.complain(failure.description)
      case .terminated(let signal):
        return ExitStatus.signal(signal)
      }
    }
    return ExitStatus.success
  }

  private func greet() {
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
    guard context.files.exists(path) else { return }
    do {
      let text = try context.files.read(path, limit: FileLimit.script)
      _ = interpreter.execute(script: text, file: path)
    } catch {
      console.complain("\(error)")
    }
  }
}
