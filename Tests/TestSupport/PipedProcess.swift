import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A program on three pipes that can be watched and steered while it runs: what another program
/// does with it.
///
/// Every wait has a deadline that only a hang reaches. The program is killed when this goes.
public final class PipedProcess {
  /// The number of the process.
  public let process: Int32

  /// What must live as long as the program, such as the folder that it runs in.
  public var companion: AnyObject?

  /// What it has written to standard output so far.
  public private(set) var output: [UInt8] = []

  /// What it has written to standard error so far.
  public private(set) var error: [UInt8] = []

  private var ends: [Int32]  // of our side: its input, its output, its error
  private var unsent: [UInt8] = []
  private var isInputEnding = false
  private var isReaped = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - arguments: Its arguments, without the program's name.
  ///   - environment: All its variables.
  ///   - folder: Where it runs; nil is where the tests run.
  /// - Throws: `TestSupportError` when it cannot be started.
  public init(
    _ program: String, _ arguments: [String] = [],
    environment: [String: String] = testEnvironment(), folder: String? = nil
  ) throws {
    ignoreClosedPipes()
    (process, ends) = try spawning.withLock { _ in
      var pipes: [[Int32]] = []
      for _ in 0..<3 {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TestSupportError("no pipe to be had") }
        closeOnExec(ends[0], ends[1])
        pipes.append(ends)
      }
      defer { for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) } }
      let process = try spawn(
        program, arguments, environment: environment, folder: folder,
        streams: .descriptors(input: pipes[0][0], output: pipes[1][1], error: pipes[2][1]))
      let ours = [pipes[0][1], pipes[1][0], pipes[2][0]]
      for end in ours { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
      return (process, ours)
    }
  }

  deinit {
    for end in ends where end >= 0 { close(end) }
    if !isReaped {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
  }
}

// MARK: What the other program does

extension PipedProcess {
  /// Writes to the program's standard input, as far as it reads while this waits for something.
  public func send(_ text: String) {
    unsent += Array(text.utf8)
  }

  /// Ends the program's standard input, after what was sent.
  public func closeInput() {
    isInputEnding = true
  }

  /// Stops reading the program's standard output, as `head` does when it has enough.
  public func closeOutput() {
    closeEnd(1)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    _ = sendSignal(process, number)
  }

  /// Waits until the program has written a text to standard output.
  ///
  /// - Parameters:
  ///   - text: What to wait for.
  ///   - seconds: When to give up.
  /// - Throws: `TestSupportError` with the output when it does not come.
  public func expect(_ text: String, within seconds: Double = 60) throws {
    let wanted = Array(text.utf8)
    try exchange(until: "\"\(text)\"", within: seconds) { output.firstRange(of: wanted) != nil }
    guard output.firstRange(of: wanted) != nil else {
      throw TestSupportError("the output has ended without \"\(text)\":\n\(transcript)")
    }
  }

  /// Waits for the end of the program.
  ///
  /// - Parameter seconds: After so long it is taken to hang.
  /// - Returns: How it ended, and all that it wrote.
  /// - Throws: `TestSupportError` when it hangs.
  public func finish(within seconds: Double = 60) throws -> ProcessResult {
    try exchange(until: "its end", within: seconds) { false }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    return result(ExitStatus(waitStatus: status))
  }

  /// Writes and reads until a condition holds or both outputs have ended.
  private func exchange(
    until description: String, within seconds: Double, _ condition: () -> Bool
  ) throws {
    let deadline = secondsNow() + seconds
    while !condition(), ends[1] >= 0 || ends[2] >= 0 {
      if unsent.isEmpty, isInputEnding { closeEnd(0) }
      var requests = [
        pollfd(fd: unsent.isEmpty ? -1 : ends[0], events: Int16(POLLOUT), revents: 0),
        pollfd(fd: ends[1], events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
      ]
      poll(&requests, 3, 1_000)
      if requests[0].revents != 0 {
        let count = unsent.withUnsafeBytes { write(ends[0], $0.baseAddress, $0.count) }
        if count > 0 { unsent.removeFirst(count) } else if errno != EAGAIN { unsent = [] }
      }
      if requests[1].revents != 0, !readAvailable(from: ends[1], into: &output) { closeEnd(1) }
      if requests[2].revents != 0, !readAvailable(from: ends[2], into: &error) { closeEnd(2) }
      guard secondsNow() < deadline else {
        throw TestSupportError(
          "waited \(seconds) s for \(description):\n\(transcript)")
      }
    }
  }

  private var transcript: String {
    String(decoding: output, as: UTF8.self) + String(decoding: error, as: UTF8.self)
  }

  private func result(_ status: ExitStatus) -> ProcessResult {
    ProcessResult(
      status: status, output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self))
  }

  private func closeEnd(_ end: Int) {
    if ends[end] >= 0 { close(ends[end]) }
    ends[end] = -1
  }
}

/// A child that ends without reading its input must not end the tests.
private func ignoreClosedPipes() {
  signal(SIGPIPE, SIG_IGN)
}

/// Reads what is there without waiting.
///
/// - Returns: false at the end of what can come.
func readAvailable(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 {
      return false
    } else {
      return errno == EAGAIN || errno == EINTR
    }
  }
}
