#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A set of signals: one bit for each, at the place of its number.
public struct SignalSet: OptionSet, Sendable {
  /// Bit n stands for signal n.
  public let rawValue: UInt

  /// The set with these bits.
  public init(rawValue: UInt) {
    self.rawValue = rawValue
  }

  init(signal number: Int32) {
    self.init(rawValue: 1 << UInt(truncatingIfNeeded: number))
  }

  /// SIGINT: Ctrl-C.
  public static let interrupt = SignalSet(signal: SIGINT)

  /// SIGTERM: a polite request to end.
  public static let terminate = SignalSet(signal: SIGTERM)

  /// SIGHUP: the terminal is gone.
  public static let hangup = SignalSet(signal: SIGHUP)

  /// SIGQUIT: Ctrl-\.
  public static let quit = SignalSet(signal: SIGQUIT)

  /// SIGWINCH: the window has another size.
  public static let windowChange = SignalSet(signal: SIGWINCH)

  /// SIGCONT: the process goes on after a stop.
  public static let continued = SignalSet(signal: SIGCONT)

  /// SIGTSTP: Ctrl-Z, caught only while the terminal is raw.
  public static let stop = SignalSet(signal: SIGTSTP)

  /// SIGPIPE: nobody reads any more; caught only while the terminal is raw.
  public static let pipe = SignalSet(signal: SIGPIPE)

  /// The signals that ask the process to end.
  public static let ending: SignalSet = [.hangup, .terminate, .quit, .pipe]

  /// The number of the lowest signal in the set; nil when it is empty.
  public var first: Int32? {
    isEmpty ? nil : Int32(rawValue.trailingZeroBitCount)
  }
}
