#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The signals that tests send: their numbers differ between systems.
enum SignalNumber {
  static let interrupt = SIGINT
  static let terminate = SIGTERM
  static let hangup = SIGHUP
  static let quit = SIGQUIT
  static let user = SIGUSR1
  static let pipe = SIGPIPE
  static let stop = SIGSTOP
  static let resume = SIGCONT
}
