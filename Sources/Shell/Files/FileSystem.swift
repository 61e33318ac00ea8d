#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system calls that ``Files`` makes, each behind one gate.
///
/// A test gives a closure that is asked before every call and may refuse it with an error number, so
/// that the n-th call of an operation can be made to fail: a full disk, a read-only folder, a pulled
/// plug between writing and renaming.
public struct FileSystem: Sendable {
  /// One kind of system call.
  public enum Call: Sendable, CaseIterable {
    /// `stat`, `lstat` or `access`.
    case status
    /// `open`.
    case open
    /// `read`.
    case read
    /// `write`.
    case write
    /// `fsync`.
    case synchronize
    /// `close` of a file that was written.
    case close
    /// `ftruncate`.
    case shorten
    /// `fchmod`.
    case permissions
    /// `flock`.
    case lock
    /// `rename`.
    case rename
    /// `link`.
    case link
    /// `unlink`.
    case remove
    /// `mkdir`.
    case makeFolder
    /// `readlink`.
    case linkTarget
    /// `realpath`.
    case realPath
    /// `opendir` with its `readdir`s.
    case list
  }

  private let refusal: @Sendable (Call, String) -> CInt?

  /// Makes the real system calls, unless the closure refuses one.
  ///
  /// - Parameter refusal: Is given each call and its path before it happens; an error number such as
  ///   `ENOSPC` makes the call fail with it, nil lets it happen.
  public init(refusal: @escaping @Sendable (Call, String) -> CInt? = { _, _ in nil }) {
    self.refusal = refusal
  }

  /// Makes one call; a negative answer becomes a fault with the system's error number.
  ///
  /// A call that a signal cut short is made again, but opening and reading are not: Ctrl-C must end what
  /// waits without end.
  @discardableResult
  func perform(_ call: Call, _ path: String, _ body: () -> Int) throws(FileFault) -> Int {
    // The C calls would stop at a NUL and take another file than the one named.
    guard !path.utf8.contains(0) else { throw FileFault(code: EINVAL) }
    while true {
      var code = refusal(call, path) ?? 0
      if code == 0 {
        let answer = body()
        if answer >= 0 { return answer }
        code = errno
      }
      // After an interrupted close the descriptor is gone on Linux and may name another file by now.
      if code == EINTR && call == .close { return 0 }
      guard code == EINTR && call != .open && call != .read else { throw FileFault(code: code) }
    }
  }
}

/// Why a step did not succeed, before the path and the operation are known.
struct FileFault: Error {
  var code: CInt
  var why: String?
  var advice: String?
}
