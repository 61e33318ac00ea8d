import CEditLine

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads lines from a person at a terminal, with editing, history and completion: libedit.
///
/// One at a time, on one thread: libedit keeps the editor that is at work in a global. Call
/// `Signals.install()` first; without it Ctrl-C ends the process as everywhere.
public final class EditLineReader: LineReader {
  /// Answers Tab.
  ///
  /// It may be set anew before each line, as the session changes.
  public var completer: Completer

  let editor: OpaquePointer
  let input: Int32
  let output: Int32
  private let outputStream: UnsafeMutablePointer<FILE>
  private let otherStreams: [UnsafeMutablePointer<FILE>]
  private let history: OpaquePointer

  /// How the terminal is to be while no line is read; libedit has its own idea of that.
  private var settings: TerminalSettings

  /// The prompt as libedit asks for it, ended by a zero.
  private let prompt: WideText

  /// The names and purposes of our own editing functions, whose addresses libedit keeps.
  var functionTexts: [WideText] = []

  /// Bytes of a character that is not complete yet.
  var decoder = mbstate_t()

  /// Why reading the present line was broken off.
  var outcome: ReadResult?

  /// The line and the cursor after a Tab that inserted nothing.
  var lineOfLastTab: TypedLine?

  /// Whether the terminal says that what comes is pasted.
  var isPasting = false

  /// Takes over a terminal; nil where lines cannot be edited.
  ///
  /// That is so where there is no terminal, or one that the system's database does not know or that
  /// cannot move its cursor, or `edit off` in `~/.editrc`. The process gets the characters of its
  /// environment's locale, as `Terminal.adoptCharacters` does.
  ///
  /// - Parameters:
  ///   - programName: What `~/.editrc` may name before a colon to mean this program alone.
  ///   - input: Where keys come from.
  ///   - output: Where the line is drawn.
  ///   - history: What Up and Ctrl-R find, the oldest first.
  ///   - environment: The environment of the process.
  ///   - completer: Answers Tab.
  public init?(
    programName: String = "gatehouse", input: Int32 = 0, output: Int32 = 1,
    history: [String] = [], environment: [String: String],
    completer: @escaping Completer = { _, _ in nil }
  ) {
    guard Terminal.canEdit(environment: environment, input: input, output: output),
      let settings = TerminalSettings(input)
    else { return nil }
    // Before el_init: libedit asks then, and only then, whether characters have several bytes.
    Terminal.adoptCharacters(environment: environment)
    guard
      let streams = Streams(input: input, output: output),
      let editor = el_init(programName, streams.input, streams.output, streams.complaints)
    else { return nil }
    guard ceditline_has_capability(editor, "up") != 0, let lines = history_winit() else {
      ceditline_stop_editing(editor)
      el_end(editor)
      streams.closeAll()
      settings.restore()
      return nil
    }
    self.completer = completer
    self.settings = settings
    self.editor = editor
    self.input = input
    self.output = output
    self.history = lines
    outputStream = streams.output
    otherStreams = [streams.input, streams.complaints]
    prompt = WideText()
    ceditline_history_set_size(lines, Int32(HistoryText.limit))
    ceditline_history_set_unique(lines, 1)
    for line in history { addToHistory(line) }
    configure()
    settings.restore()
    guard ceditline_edits(editor) != 0 else { return nil }
  }

  deinit {
    // Else it would set the terminal once more, and drop what was typed ahead for the next program.
    ceditline_stop_editing(editor)
    el_end(editor)
    history_wend(history)
    for stream in otherStreams + [outputStream] { fclose(stream) }
  }

  /// Makes a line one that Up and Ctrl-R find; neighbours that are equal become one.
  public func addToHistory(_ line: String) {
    WideText.with(line) { _ = ceditline_history_enter(history, $0) }
  }

  /// Lets the person type a line.
  ///
  /// - Parameter prompt: Plain text of one row; control characters in it are left out.
  /// - Returns: `.interrupted` after Ctrl-C, `.endOfInput` after Ctrl-D on an empty line; the
  ///   cursor is on a new row in any case.
  public func readLine(prompt: String) -> ReadResult {
    if let signal = Signals.ending { return .terminated(signal: signal) }
    // A Ctrl-C from before the prompt has no line to clear.
    Signals.take([.interrupt, .windowChange, .continued])
    el_resize(editor)
    self.prompt.set(prompt)
    outcome = nil
    lineOfLastTab = nil
    decoder = mbstate_t()
    noteSettings()
    Signals.beginHoldingTerminal()
    defer { Signals.endHoldingTerminal() }
    // libedit would show the prompt first: what is struck in between would be echoed twice.
    ceditline_prepare_terminal(editor, 1)
    var count: Int32 = 0
    let line = el_wgets(editor, &count)
    giveTerminalBack()
    if let outcome { return outcome }
    guard let line, count > 0 else {
      show("\n")
      return .endOfInput
    }
    return .line(WideText.string(line, count: Int(count)))
  }

  /// The text of the prompt, for the callback and for counting columns.
  var promptText: String { prompt.text }

  /// Where libedit finds the prompt.
  var promptPointer: UnsafeMutablePointer<wchar_t> { prompt.pointer }

  /// Notes how the terminal is to be given back: `stty` may have changed it since the last time.
  func noteSettings() {
    guard let now = TerminalSettings(input), now.areForLines else { return }
    settings = now
  }

  /// Sets the terminal as others expect it.
  func giveTerminalBack() {
    ceditline_prepare_terminal(editor, 0)
    settings.restore()
  }

  /// Writes to the terminal in order with what libedit draws.
  func show(_ text: String) {
    fputs(text, outputStream)
    fflush(outputStream)
  }

  /// The reader that an editor's callback belongs to.
  static func owner(of editor: OpaquePointer?) -> EditLineReader? {
    guard let editor, let data = ceditline_client_data(editor) else { return nil }
    return Unmanaged<EditLineReader>.fromOpaque(data).takeUnretainedValue()
  }

  private func configure() {
    ceditline_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    ceditline_set_signal_handling(editor, 0)
    ceditline_set_prompt(editor) { EditLineReader.owner(of: $0)?.promptPointer }
    ceditline_set_history(editor, history)
    ceditline_set_reader(editor) { editor, character in
      guard let reader = EditLineReader.owner(of: editor), let character else { return 0 }
      return reader.readCharacter(into: character)
    }
    bindKeys()
  }
}

/// The streams of C's library that libedit wants, on descriptors of their own so that closing them
/// closes nothing else.
private struct Streams {
  let input: UnsafeMutablePointer<FILE>
  let output: UnsafeMutablePointer<FILE>

  /// Where libedit's complaints about unknown terminals and faulty `~/.editrc` go: nowhere.
  let complaints: UnsafeMutablePointer<FILE>

  init?(input: Int32, output: Int32) {
    guard let input = Self.stream(on: input, "r") else { return nil }
    guard let output = Self.stream(on: output, "w") else {
      fclose(input)
      return nil
    }
    guard let complaints = fopen("/dev/null", "w") else {
      fclose(input)
      fclose(output)
      return nil
    }
    self.input = input
    self.output = output
    self.complaints = complaints
  }

  func closeAll() {
    for stream in [input, output, complaints] { fclose(stream) }
  }

  private static func stream(on descriptor: Int32, _ mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return nil }
    guard let stream = fdopen(copy, mode) else {
      close(copy)
      return nil
    }
    return stream
  }
}
