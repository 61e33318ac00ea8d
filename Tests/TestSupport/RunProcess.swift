import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a program that ran to its end has left.
public struct ProcessResult: Sendable, Equatable {
  /// How it ended.
  public let status: ExitStatus

  /// What it wrote to standard output, as UTF-8.
  public let output: String

  /// What it wrote to standard error, as UTF-8.
  public let error: String
}

/// The environment that tests give to a program: UTF-8, a plain terminal, no home.
///
/// - Parameter changes: Variables to be added or replaced.
/// - Returns: The variables; those that a sanitizer or the coverage needs come from the test
///   runner's own.
public func testEnvironment(_ changes: [String: String] = [:]) -> [String: String] {
  #if canImport(Darwin)
  let characters = "en_US.UTF-8"
  #else
  let characters = "C.UTF-8"
  #endif
  var environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm", "LC_ALL": characters,
  ]
  for name in ["LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"] {
    if let value = getenv(name) { environment[name] = String(cString: value) }
  }
  return environment.merging(changes) { _, change in change }
}

/// Runs a program on pipes to its end: what a script, a grader or CI does with it.
///
/// - Parameters:
///   - program: The path of the program.
///   - arguments: Its arguments, without the program's name.
///   - input: What it finds on standard input.
///   - environment: All its variables.
///   - folder: Where it runs; nil is where the tests run.
///   - seconds: After so long it is taken to hang, and killed.
/// - Returns: How it ended, and what it wrote.
/// - Throws: `TestSupportError` when it cannot be started or hangs.
public func runProcess(
  _ program: String, _ arguments: [String] = [], input: String = "",
  environment: [String: String] = testEnvironment(), folder: String? = nil,
  within seconds: Double = 60
) throws -> ProcessResult {
  let child = try PipedProcess(program, arguments, environment: environment, folder: folder)
  return try child.finish(input: input, within: seconds)
}

/// A program on three pipes.
private final class PipedProcess {
  private let process: pid_t
  private var ends: [Int32]  // of our side: its input, its output, its error
  private var isReaped = false

  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String?
  ) throws {
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

  func finish(input: String, within seconds: Double) throws -> ProcessResult {
    // A child that ends without reading its input must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let deadline = secondsNow() + seconds
    var rest = Array(input.utf8)[...]
    var read: [[UInt8]] = [[], []]
    while ends[1] >= 0 || ends[2] >= 0 {
      if rest.isEmpty { closeEnd(0) }
      var requests = [
        pollfd(fd: ends[0], events: Int16(POLLOUT), revents: 0),
        pollfd(fd: ends[1], events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
      ]
      poll(&requests, 3, 1_000)
      if requests[0].revents != 0 {
        let count = rest.withUnsafeBytes { write(ends[0], $0.baseAddress, $0.count) }
        if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN { rest = [] }
      }
      for stream in 1...2 where requests[stream].revents != 0 {
        if !readAvailable(from: ends[stream], into: &read[stream - 1]) { closeEnd(stream) }
      }
      guard secondsNow() < deadline else {
        throw TestSupportError("the program is still running after \(seconds) s")
      }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    isReaped = true
    return ProcessResult(
      status: ExitStatus(waitStatus: status), output: String(decoding: read[0], as: UTF8.self),
      error: String(decoding: read[1], as: UTF8.self))
  }

  private func closeEnd(_ end: Int) {
    if ends[end] >= 0 { close(ends[end]) }
    ends[end] = -1
  }
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
