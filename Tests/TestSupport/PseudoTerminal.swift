import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal without a window, and the program that runs in it: what a person does and sees, for a
/// test.
///
/// ```swift
/// let terminal = try PseudoTerminal(running: builtProduct("gatehouse"))
/// try terminal.expectLine("gatehouse>")
/// terminal.send("calc 1+1\r")
/// try terminal.expect("2")
/// terminal.send(.control("D"))
/// #expect(try terminal.waitForExit() == .exited(0))
/// ```
///
/// Every wait has a deadline that only a hang reaches; no test sleeps. What is awaited wrongly is
/// told together with the screen. The program is killed when the terminal goes.
public final class PseudoTerminal {
  /// All that the program has written so far.
  public private(set) var output: [UInt8] = []

  /// What a person would see now.
  public private(set) var screen: ScreenText

  /// The number of the process.
  public let process: Int32

  /// What must live as long as the program, such as the folder that it runs in.
  public var companion: AnyObject?

  private var controller: Int32
  private let settingsAtStart: [UInt]
  private var searchStart = 0
  private var exitStatus: ExitStatus?

  /// How long a wait may last before it counts as a hang.
  public static let patienceInSeconds = 30.0

  /// Starts a program as the leader of a session whose terminal this is.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: All its variables.
  ///   - folder: Where it runs; nil is where the tests run.
  ///   - columns: The width of the window; 0 is one that the terminal does not know.
  ///   - rows: The height of the window, likewise.
  /// - Throws: `TestSupportError` when no terminal is to be had or the program cannot be started.
  public init(
    running program: String, _ arguments: [String] = [],
    environment: [String: String] = testEnvironment(), folder: String? = nil, columns: Int = 80,
    rows: Int = 24
  ) throws {
    screen = ScreenText(columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24)
    (controller, process, settingsAtStart) = try spawning.withLock { _ in
      var controller: Int32 = -1
      var terminal: Int32 = -1
      var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      guard openpty(&controller, &terminal, nil, nil, &size) == 0, let name = ttyname(terminal)
      else {
        throw TestSupportError("no pseudo-terminal to be had")
      }
      closeOnExec(controller, terminal)
      defer { close(terminal) }
      let settings = setUnusually(terminal)
      let process = try spawn(
        program, arguments, environment: environment, folder: folder,
        streams: .terminal(String(cString: name)))
      _ = fcntl(controller, F_SETFL, O_NONBLOCK)
      return (controller, process, settings)
    }
  }

  deinit {
    hangUp()
    if exitStatus == nil {
      kill()
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }
}

// MARK: What a person does

extension PseudoTerminal {
  /// Types text; Enter is `\r`.
  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Strikes a key.
  public func send(_ stroke: KeyStroke) {
    send(Array(stroke.sequence.utf8))
  }

  /// Sends bytes as they are, as a terminal of another character set would.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = secondsNow() + Self.patienceInSeconds
    while !rest.isEmpty, secondsNow() < deadline {
      let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN || errno == EINTR {
        pump(milliseconds: 20)  // the program may wait for us to read first
      } else {
        return
      }
    }
  }

  /// Gives the window another size; the program gets SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    screen.resize(columns: columns, rows: rows)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    _ = sendSignal(process, number)
  }

  /// Ends the program as nothing can resist.
  public func kill() {
    if exitStatus == nil { signal(SIGKILL) }
  }

  /// Takes the terminal away, as closing the window does.
  public func hangUp() {
    if controller >= 0 { close(controller) }
    controller = -1
  }
}

// MARK: What a person sees

extension PseudoTerminal {
  /// Waits until the program has written a text, after what the last `expect` found.
  ///
  /// The text is looked for in the bytes as written: where colours or the cursor's ways may stand
  /// in between, look at the screen instead.
  ///
  /// - Parameters:
  ///   - text: What to wait for.
  ///   - seconds: When to give up.
  /// - Throws: `TestSupportError` with the screen when it does not come.
  public func expect(_ text: String, within seconds: Double = patienceInSeconds) throws {
    let wanted = Array(text.utf8)
    try wait(for: "the text \"\(text)\"", within: seconds) { terminal in
      guard let range = terminal.output[terminal.searchStart...].firstRange(of: wanted) else {
        return false
      }
      terminal.searchStart = range.upperBound
      return true
    }
  }

  /// Waits until the program has written two texts, after what the last `expect` found.
  ///
  /// - Parameters:
  ///   - start: The first text.
  ///   - end: The second text.
  ///   - seconds: When to give up.
  /// - Returns: What was written between them.
  /// - Throws: `TestSupportError` with the screen when they do not come.
  public func text(
    between start: String, and end: String, within seconds: Double = patienceInSeconds
  ) throws -> String {
    try expect(start, within: seconds)
    let first = searchStart
    try expect(end, within: seconds)
    return String(decoding: output[first..<(searchStart - end.utf8.count)], as: UTF8.self)
  }

  /// Waits until some row of the screen holds a text.
  ///
  /// - Parameters:
  ///   - text: What to wait for.
  ///   - seconds: When to give up.
  /// - Throws: `TestSupportError` with the screen when it does not come.
  public func expectScreen(_ text: String, within seconds: Double = patienceInSeconds) throws {
    try wait(for: "\"\(text)\" on the screen", within: seconds) { $0.screen.contains(text) }
  }

  /// Waits until the row of the cursor holds exactly a text, spaces at its end left out.
  ///
  /// - Parameters:
  ///   - text: What to wait for.
  ///   - seconds: When to give up.
  /// - Throws: `TestSupportError` with the screen when it does not come.
  public func expectLine(_ text: String, within seconds: Double = patienceInSeconds) throws {
    try wait(for: "the row of the cursor to be \"\(text)\"", within: seconds) {
      $0.screen.rowOfCursor == text
    }
  }

  /// Waits until a condition holds; it is asked after everything that the program writes.
  ///
  /// - Parameters:
  ///   - description: What is awaited, for the error's text.
  ///   - seconds: When to give up.
  ///   - condition: The condition.
  /// - Throws: `TestSupportError` with the screen when it does not come to hold.
  public func wait(
    for description: String, within seconds: Double = patienceInSeconds,
    until condition: (PseudoTerminal) -> Bool
  ) throws {
    let deadline = secondsNow() + seconds
    while !condition(self) {
      guard secondsNow() < deadline else {
        throw TestSupportError("waited \(seconds) s for \(description); the screen:\n\(screen)")
      }
      if !pump(milliseconds: 20) {
        guard !condition(self) else { return }
        throw TestSupportError(
          "the program has ended without \(description); the screen:\n\(screen)")
      }
    }
  }

  /// Whether the terminal collects whole lines: so it must be while no program edits.
  public var isCanonical: Bool { hasFlag(tcflag_t(ICANON)) }

  /// Whether the terminal shows what is typed: so it must be while no program edits.
  public var echoes: Bool { hasFlag(tcflag_t(ECHO)) }

  /// Whether the terminal is set as it was when the program started: so it must be while no program
  /// edits, and after the program's end.
  public var isSetAsAtStart: Bool { settings(of: controller) == settingsAtStart }

  /// Waits for the end of the program; what it still writes is read.
  ///
  /// - Parameter seconds: When to give up.
  /// - Returns: How it ended.
  /// - Throws: `TestSupportError` with the screen when it goes on.
  public func waitForExit(within seconds: Double = patienceInSeconds) throws -> ExitStatus {
    let deadline = secondsNow() + seconds
    while true {
      if let exitStatus { return exitStatus }
      let isOpen = pump(milliseconds: 20)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        exitStatus = ExitStatus(waitStatus: status)
        while pump(milliseconds: 0), !isDrained {}
      } else if !isOpen {
        poll(nil, 0, 2)  // the terminal is closed, the process about to end
      }
      guard secondsNow() < deadline else {
        throw TestSupportError("the program goes on after \(seconds) s; the screen:\n\(screen)")
      }
    }
  }

  private func hasFlag(_ flag: tcflag_t) -> Bool {
    var settings = termios()
    return tcgetattr(controller, &settings) == 0 && settings.c_lflag & flag != 0
  }

  /// Whether nothing is there to be read at once.
  private var isDrained: Bool {
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) <= 0
  }

  /// Waits a little for output and takes it.
  ///
  /// - Returns: false when the program's side of the terminal is closed.
  @discardableResult
  private func pump(milliseconds: Int32) -> Bool {
    guard controller >= 0 else { return false }
    var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) > 0 else { return true }
    var bytes: [UInt8] = []
    let isOpen = readAvailable(from: controller, into: &bytes)
    output += bytes
    screen.feed(bytes)
    return isOpen
  }
}

/// Sets a terminal as few are, so that who gives it back as most are is found out.
///
/// - Returns: All its settings.
private func setUnusually(_ terminal: Int32) -> [UInt] {
  var modes = termios()
  if tcgetattr(terminal, &modes) == 0 {
    modes.c_iflag |= tcflag_t(IXANY)
    modes.c_lflag &= ~tcflag_t(ECHOE)
    tcsetattr(terminal, TCSANOW, &modes)
  }
  return settings(of: terminal)
}

/// The modes of a terminal and its special characters.
private func settings(of terminal: Int32) -> [UInt] {
  var modes = termios()
  guard tcgetattr(terminal, &modes) == 0 else { return [] }
  let characters = withUnsafeBytes(of: &modes.c_cc) { $0.map { UInt($0) } }
  return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt($0) } + characters
}

/// `kill`(2), whose name a type's own method may hide.
func sendSignal(_ process: pid_t, _ number: Int32) -> Int32 {
  kill(process, number)
}
