#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks the system's text for a failure: it is copied at once.

/// A file could not be read or written: which, why, and what to do.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was to be done with the file.
  public enum Operation: String, Sendable {
    /// Reading it.
    case read
    /// Writing it anew.
    case write
    /// Adding to its end.
    case append = "add to"
    /// Replacing it by what was made of it.
    case update
    /// Listing a folder.
    case list
    /// Making a folder.
    case make
    /// Removing it.
    case remove
    /// Finding its real path.
    case find
  }

  /// The path as it was given; it may hold anything.
  public let path: String
  /// What was to be done.
  public let operation: Operation
  /// The system's error number, such as `ENOENT`; where Gatehouse itself refuses, the nearest one.
  public let code: CInt
  /// The reason, as the end of a sentence: "no such file".
  public let why: String
  /// What would help, as a sentence without its first capital and stop; nil where nothing is known.
  public let advice: String?

  init(_ operation: Operation, _ path: String, _ fault: FileFault) {
    self.path = path
    self.operation = operation
    code = fault.code
    why =
      path.utf8.contains(0)
      ? "a file name cannot hold a NUL"
      : fault.why ?? Self.reason(fault.code, operation)
    advice = fault.advice ?? Self.advice(fault.code)
  }

  /// Whether nothing was wrong but that a file of that name is there.
  var saysThatItExists: Bool { code == EEXIST }

  /// Whether a signal ended the wait for a pipe.
  var saysThatItWasInterrupted: Bool { code == EINTR }

  /// One line: `cannot read weights.safetensors: no such file`, with the advice after a semicolon.
  ///
  /// Control characters in the path are shown as escapes.
  public var description: String {
    let end = advice.map { "; \($0)" } ?? ""
    return "cannot \(operation.rawValue) \(Paths.printable(path)): \(why)\(end)"
  }

  private static func reason(_ code: CInt, _ operation: Operation) -> String {
    switch code {
    case ENOENT:
      switch operation {
      case .write, .append, .update, .make: "its folder does not exist"
      case .list: "no such folder"
      case .read, .remove, .find: "no such file"
      }
    case EACCES, EPERM: "no permission"
    case EEXIST: "it exists already"
    case EISDIR: "it is a folder"
    case ENOTDIR: operation == .list ? "it is not a folder" : "part of its path is not a folder"
    case ENOSPC: "the disk is full"
    case EDQUOT: "your share of the disk is used up"
    case EROFS: "the disk is read-only"
    case EIO: "the disk does not answer as it should"
    case EFBIG: "it would be too large"
    case ELOOP: "its symbolic links lead nowhere"
    case ENAMETOOLONG: "its name is too long"
    case EILSEQ: "its name is not UTF-8"
    case EINTR: "interrupted"
    case EMFILE, ENFILE: "too many files are open"
    default: unsafe String(cString: strerror(code))
    }
  }

  private static func advice(_ code: CInt) -> String? {
    switch code {
    case EEXIST: "overwrite=yes replaces it"
    case ENOSPC, EDQUOT: "free some space and try again"
    default: nil
    }
  }
}
