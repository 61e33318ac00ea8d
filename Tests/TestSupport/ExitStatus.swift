/// How a process ended.
public enum ExitStatus: Sendable, Equatable {
  /// It ended by itself, with this status.
  case exited(Int32)

  /// A signal ended it.
  case signalled(Int32)

  /// Sorts the number that `waitpid`(2) gives.
  init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .signalled(signal)
  }
}

/// Why a helper of the tests could not do what it was asked for.
public struct TestSupportError: Error, CustomStringConvertible {
  /// What was awaited, and what was there instead.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
