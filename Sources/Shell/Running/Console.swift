import LineEditing
public import Reports

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks calls of the system: each pointer lives through its call, and no longer.

/// The two streams of the process, and the terminal where they lead to one.
public final class Console: AnswerOutput {
  /// The environment of the process.
  public let environment: [String: String]
  /// Whether answers are coloured, as the command line asked.
  public let color: TerminalCapabilities.ColorChoice
  /// Whether a person sits at the terminal, so that an answer may wait for a key.
  var isInteractive = false
  /// Whether long answers pause, as the session is set now.
  var pages: () -> Bool = { true }
  /// Why an answer did not arrive, as on a full disk; `nil` while all did.
  private(set) var failure: String?
  private let isUnicode: Bool
  /// The columns that the bar takes; 0 where none is shown.
  private var barWidth = 0
  /// The lines shown since the user last pressed a key.
  private var shownLines = 0
  /// Whether the user wants no more of this answer.
  private var isSkipping = false

  /// Takes the streams of the process.
  public init(environment: [String: String], color: TerminalCapabilities.ColorChoice) {
    self.environment = environment
    self.color = color
    isUnicode = Terminal.adoptCharacters(environment: environment)
  }

  /// What answers are drawn on, under the settings of the session.
  public func capabilities(_ settings: Settings) -> TerminalCapabilities {
    capabilities(of: 1, settings)
  }

  /// What mistakes are drawn on: standard error may lead elsewhere than answers do.
  public func capabilitiesForMistakes(_ settings: Settings) -> TerminalCapabilities? {
    capabilities(of: 2, settings)
  }

  private func capabilities(
    of descriptor: Int32, _ settings: Settings
  ) -> TerminalCapabilities {
    let size = Terminal.size(descriptor)
    var capabilities = TerminalCapabilities(
      environment: environment, isTerminal: Terminal.isTerminal(descriptor), width: size?.columns,
      height: size?.rows, color: settings.color == .auto ? color : settings.color)
    // A pipe gets what the locale allows; the C locale allows ASCII alone.
    capabilities.unicode = capabilities.unicode && isUnicode
    if let width = settings.width { capabilities.width = width }
    if let canvas = settings.canvas { capabilities.canvas = canvas }
    capabilities.digits = settings.digits
    return capabilities
  }

  /// Writes an answer; to a person in parts that fit the window.
  public func answer(_ text: String) {
    hideBar()
    guard isInteractive, pages(), let rows = Terminal.size(1)?.rows else {
      return write(text, to: 1)
    }
    page(text, rows: rows)
  }

  /// Begins to count the lines of an answer.
  public func beginAnswer() {
    shownLines = 0
    isSkipping = false
  }

  /// Writes a mistake to standard error.
  public func complain(_ text: String) {
    hideBar()
    shownLines += 1
    write(text.hasSuffix("\n") ? text : text + "\n", to: 2)
  }
}

// MARK: Writing

extension Console {
  /// Writes all of a text; what cannot be written is dropped, and the reason noted.
  private func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { unsafe Platform.write(descriptor, $0) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR || Signals.ending != nil {
        if descriptor == 1 { failure = unsafe String(cString: strerror(errno)) }
        return
      }
    }
  }

  /// Shows a text; where the answer has become longer than the window, in parts: Enter or Space goes on,
  /// `q` ends it.
  private func page(_ text: String, rows: Int) {
    guard !isSkipping else { return }
    let part = max(1, rows - 1)
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // What fits into the window is not torn apart.
    if shownLines > 0, shownLines + rest.count > part, rest.count <= part {
      guard waits("Enter goes on, q ends") else { return }
    }
    while true {
      let next = rest.prefix(max(1, part - shownLines))
      write(next.map { $0 + "\n" }.joined(), to: 1)
      shownLines += next.count
      rest = rest.dropFirst(next.count)
      guard !rest.isEmpty else { return }
      guard waits("\(count(rest.count, "more line")): Enter goes on, q ends") else { return }
    }
  }

  /// Waits, and notes that the screen has been read, or that no more is wanted.
  private func waits(_ text: String) -> Bool {
    isSkipping = !wait(text)
    shownLines = 0
    return !isSkipping
  }

  /// Waits for a key at a pause of an answer, where keys can be pressed.
  public func waitAtPause() -> Bool {
    guard !isSkipping else { return false }
    return isInteractive ? waits("Enter goes on, q ends") : true
  }

  /// Waits at a page.
  private func wait(_ text: String) -> Bool {
    ask(["-- \(text) --", "-- Enter, q --"]) { key in
      switch key {
      case .enter, .character(" "), .down, .pageDown: true
      case .character("q"), .character("Q"): false
      default: nil
      }
    } ?? true
  }

  /// Asks a person at the terminal: y is yes, n and Enter are no.
  public func confirms(_ question: String) -> Bool {
    guard isInteractive else { return false }
    return ask(["\(question) (y or n) ", "y or n? "]) { key in
      switch key {
      case .character("y"), .character("Y"): true
      case .character("n"), .character("N"), .character("q"), .enter: false
      default: nil
      }
    } ?? false
  }

  /// Shows what is waited for in the longest form that fits, reads keys until one is an answer, and takes
  /// the text away again; `nil` where no key can be read.
  private func ask(_ forms: [String], _ answer: (LineEditing.Key) -> Bool?) -> Bool? {
    // The keys come first: what is struck from now on must not show.
    guard let reader = KeyReader() else { return nil }
    var shownColumns = 0
    func show(_ prompt: String) {
      let columns = min(shownColumns, max(1, (Terminal.size(1)?.columns ?? 80) - 1))
      write("\r" + String(repeating: " ", count: columns) + "\r" + prompt, to: 1)
      shownColumns = prompt.count
    }
    func showFittingForm() {
      // A prompt that wraps could not be taken away.
      let width = Terminal.size(1)?.columns ?? 80
      show(forms.first { $0.count < width } ?? "--")
    }
    showFittingForm()
    defer { show("") }
    while true {
      let key = reader.readKey()
      switch key {
      case .escape, .interrupt, .endOfInput, .terminated: return false
      // The window is another one, or after a stop the shell has written into it.
      case .redraw: showFittingForm()
      default: if let answer = answer(key) { return answer }
      }
    }
  }
}

// MARK: The whole screen

extension Console {
  /// Takes over the terminal, where both ends are one that can be drawn on.
  public func openFullScreen() -> (any FullScreen)? {
    hideBar()
    return TerminalScreen(self)
  }

  /// Writes what a full screen is drawn with.
  func draw(_ text: String) {
    write(text, to: 1)
  }
}

// MARK: WorkProgress

extension Console {
  /// Draws the bar on standard error, where that is a terminal.
  ///
  /// Spaces take away what was there before, so that a terminal without escape sequences has a bar too.
  func showBar(_ text: String) {
    guard Terminal.isTerminal(2) else { return }
    // Ctrl-C shows as ^C behind the bar, and must not begin a new row.
    let width = max(1, (Terminal.size(2)?.columns ?? 80) - 3)
    let bar = text.prefix(width)
    let rest = String(repeating: " ", count: max(0, min(barWidth, width) - bar.count))
    write("\r" + bar + rest, to: 2)
    barWidth = bar.count
  }

  private func hideBar() {
    guard barWidth > 0 else { return }
    let width = min(barWidth + 2, max(1, (Terminal.size(2)?.columns ?? 80) - 1))
    write("\r" + String(repeating: " ", count: width) + "\r", to: 2)
    barWidth = 0
  }
}

private enum Platform {
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
    unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
