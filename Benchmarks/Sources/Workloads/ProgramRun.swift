#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A whole process from its start to its end, what it prints thrown away.
public struct ProgramRun: Sendable {
  /// From the call that starts it until its end is known, in seconds.
  public let seconds: Double
  /// The most memory it had at a time, in bytes; never less than the calling process has.
  public let peakMemory: Int
  /// The status it exited with; nil when a signal ended it.
  public let exitStatus: Int32?

  /// Runs a program and waits for it.
  ///
  /// - Parameter command: The program's path and its arguments.
  /// - Throws: `ProgramError` when there is no such program.
  public init(_ command: [String]) throws {
    var actions = FileActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }

    var (child, status, usage) = (pid_t(), Int32(), rusage())
    var problem: Int32 = 0
    seconds = Stopwatch.seconds {
      problem = posix_spawn(&child, command[0], &actions, nil, arguments, environ)
      if problem == 0 { wait4(child, &status, 0, &usage) }
    }
    guard problem == 0 else { throw ProgramError(command: command, problem: problem) }
    exitStatus = status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    #if os(Linux)
    peakMemory = usage.ru_maxrss * 1024
    #else
    peakMemory = usage.ru_maxrss
    #endif
  }
}

#if canImport(Darwin)
private typealias FileActions = posix_spawn_file_actions_t?
#else
private typealias FileActions = posix_spawn_file_actions_t
#endif

/// A program that could not be started.
public struct ProgramError: Error, CustomStringConvertible {
  let command: [String]
  let problem: Int32

  /// One line: the program and the system's reason.
  public var description: String { "\(command[0]): \(String(cString: strerror(problem)))" }
}
