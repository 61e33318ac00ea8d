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
    "PATH": "/usr/bin:/bin", "HOME": "/dev/null", "TERM": "xterm", "LC_ALL": characters,
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
  child.send(input)
  child.closeInput()
  return try child.finish(within: seconds)
}
