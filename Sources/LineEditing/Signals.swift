import CEditLine
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The signals that have come and that nobody has dealt with yet.
///
/// A handler may do next to nothing: here it sets one bit and writes one byte into a pipe, so that
/// who waits for input wakes at once. All else happens in the reader or in the running command when
/// they look.
public enum Signals {
  /// Sets up the process: call once, before the first line is read.
  ///
  /// Ctrl-C, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH and SIGCONT are noted; SIGUSR1 is ignored; a closed
  /// pipe ends the process by SIGPIPE, quietly, which a shell reports as 141. What the parent has
  /// set to be ignored (`nohup`, a background job of a shell without job control) stays ignored.
  public static func install() {
    // Globals are made at their first use, which must not be in a handler.
    _ = pendingBits.load(ordering: .relaxed)
    guard wakeUpWriteEnd.load(ordering: .relaxed) < 0, openPipe() else { return }
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where ceditline_ignores_signal(number) == 0 {
      ceditline_handle_signal(number, note)
    }
    ceditline_handle_signal(SIGWINCH, note)
    ceditline_handle_signal(SIGCONT, note)
    ceditline_ignore_signal(SIGUSR1)
    ceditline_default_signal(SIGPIPE)
  }

  /// The signals that have come and were not taken.
  public static var pending: SignalSet {
    SignalSet(rawValue: pendingBits.load(ordering: .sequentiallyConsistent))
  }

  /// Whether a running command should stop: Ctrl-C was struck, or the process is asked to end.
  ///
  /// It costs one load, so it can be asked in every batch of a training.
  public static var isInterrupted: Bool {
    !pending.isDisjoint(with: [.interrupt, .ending])
  }

  /// The signal that asks the process to end, if one has come; it stays so.
  public static var ending: Int32? {
    pending.intersection(.ending).first
  }

  /// Takes signals out of those that wait to be dealt with.
  ///
  /// - Parameter signals: Which to take.
  /// - Returns: Those of them that had come.
  @discardableResult
  public static func take(_ signals: SignalSet) -> SignalSet {
    let before = pendingBits.bitwiseAnd(~signals.rawValue, ordering: .sequentiallyConsistent)
      .oldValue
    return SignalSet(rawValue: before).intersection(signals)
  }
}

// MARK: What waits and what wakes

extension Signals {
  /// What became readable, or why waiting ended without it.
  enum Wait {
    case ready
    case signal
    case timeout
  }

  /// Waits until a descriptor can be read or has ended, as long as it takes.
  ///
  /// - Parameter descriptor: What is to be read.
  /// - Returns: False when Ctrl-C or a request to end came first; it stays pending.
  public static func waitUntilReadable(_ descriptor: Int32) -> Bool {
    while !isInterrupted {
      if wait(for: descriptor) == .ready { return true }
    }
    return false
  }

  /// Waits until a descriptor can be read or a signal has come: `poll`(2) on it and on the pipe.
  ///
  /// - Parameters:
  ///   - descriptor: What is to be read.
  ///   - milliseconds: How long to wait at most; -1 is for ever.
  /// - Returns: What ended the wait.
  static func wait(for descriptor: Int32, milliseconds: Int32 = -1) -> Wait {
    var requests = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeUpReadEnd.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&requests, 2, milliseconds)
    if count == 0 { return .timeout }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .signal : .ready }
    if requests[1].revents != 0 {
      emptyPipe()
      return .signal
    }
    return .ready
  }

  /// Notes Ctrl-Z and SIGPIPE from now on, so that the terminal can be given back before the process
  /// stops or ends.
  ///
  /// A parent without job control ignores Ctrl-Z for us, and it stays so.
  static func beginHoldingTerminal() {
    guard wakeUpWriteEnd.load(ordering: .relaxed) >= 0 else { return }
    ceditline_handle_signal(SIGPIPE, note)
    guard ceditline_ignores_signal(SIGTSTP) == 0 else { return }
    ceditline_handle_signal(SIGTSTP, note)
  }

  /// Lets both do at once what they do; call it when the terminal has been given back.
  static func endHoldingTerminal() {
    guard wakeUpWriteEnd.load(ordering: .relaxed) >= 0 else { return }
    ceditline_default_signal(SIGPIPE)
    guard ceditline_ignores_signal(SIGTSTP) == 0 else { return }
    ceditline_default_signal(SIGTSTP)
    // One that came too late for the reader counts still.
    if !take(.stop).isEmpty { raise(SIGTSTP) }
  }

  /// Stops the process as Ctrl-Z would have, and comes back when it is continued.
  static func stopProcess() {
    ceditline_default_signal(SIGTSTP)
    raise(SIGTSTP)
    beginHoldingTerminal()
    take([.stop, .continued])
  }

  private static func emptyPipe() {
    var bytes: (UInt64, UInt64) = (0, 0)
    let readEnd = wakeUpReadEnd.load(ordering: .relaxed)
    withUnsafeMutableBytes(of: &bytes) { buffer in
      while read(readEnd, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}

private let pendingBits = Atomic<UInt>(0)
private let wakeUpReadEnd = Atomic<Int32>(-1)
private let wakeUpWriteEnd = Atomic<Int32>(-1)

/// The one handler.
///
/// `errno` belongs to whatever was interrupted.
private func note(_ number: Int32) {
  let interruptedError = errno
  pendingBits.bitwiseOr(SignalSet(signal: number).rawValue, ordering: .sequentiallyConsistent)
  var byte: UInt8 = 0
  _ = write(wakeUpWriteEnd.load(ordering: .relaxed), &byte, 1)
  ceditline_set_error(interruptedError)
}

/// Makes the pipe: never blocking, since a full pipe wakes as well as a fuller one, and not
/// inherited.
private func openPipe() -> Bool {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return false }
  for end in ends {
    _ = fcntl(end, F_SETFL, O_NONBLOCK)
    _ = fcntl(end, F_SETFD, FD_CLOEXEC)
  }
  wakeUpReadEnd.store(ends[0], ordering: .sequentiallyConsistent)
  wakeUpWriteEnd.store(ends[1], ordering: .sequentiallyConsistent)
  return true
}
