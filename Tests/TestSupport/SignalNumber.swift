#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The signals that tests send: their numbers differ between systems.
public enum SignalNumber {
  /// Ctrl-C.
  public static let interrupt = SIGINT
  /// What `kill` sends.
  public static let terminate = SIGTERM
  /// The terminal is gone.
  public static let hangup = SIGHUP
  /// Ctrl-\.
  public static let quit = SIGQUIT
  /// Free for programs.
  public static let user = SIGUSR1
  /// Nobody reads any more.
  public static let pipe = SIGPIPE
  /// Stops a process that cannot resist.
  public static let stop = SIGSTOP
  /// Ctrl-Z.
  public static let terminalStop = SIGTSTP
  /// Lets a stopped process go on.
  public static let resume = SIGCONT
}
