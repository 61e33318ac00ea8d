import LineEditing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks calls of the system: each pointer lives through its call, and no longer.

/// An open file; it is closed when the value goes.
struct OpenFile: ~Copyable {
  /// -1 once closed.
  fileprivate(set) var descriptor: CInt
  let path: String

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}

// The methods are not named after the C functions, which they would hide.
extension FileSystem {
  /// `open`, never inherited by a child process and never the controlling terminal.
  func openFile(
    _ path: String, _ flags: CInt, permissions: UInt32 = 0
  ) throws(FileFault) -> OpenFile {
    let mode = mode_t(truncatingIfNeeded: permissions)
    let descriptor = try perform(.open, path) {
      unsafe Int(open(path, flags | O_CLOEXEC | O_NOCTTY, mode))
    }
    return OpenFile(descriptor: CInt(truncatingIfNeeded: descriptor), path: path)
  }

  /// `fstat`.
  func status(of file: borrowing OpenFile) throws(FileFault) -> FileStatus {
    var found = stat()
    let descriptor = file.descriptor
    try perform(.status, file.path) { unsafe Int(fstat(descriptor, &found)) }
    return FileStatus(found)
  }

  /// `poll`: waits until a pipe has bytes or has ended.
  ///
  /// A `read` that waited would start again after each signal.
  ///
  /// - Throws: `EINTR` after Ctrl-C or a request to end.
  func awaitBytes(of pipe: borrowing OpenFile) throws(FileFault) {
    guard Signals.waitUntilReadable(pipe.descriptor) else { throw FileFault(code: EINTR) }
  }

  /// `read`: how many bytes came, 0 at the end.
  func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from file: borrowing OpenFile
  ) throws(FileFault) -> Int {
    let descriptor = file.descriptor
    return try perform(.read, file.path) {
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
  }

  /// `write` until all bytes are written, at most a megabyte at a time.
  func store(_ bytes: [UInt8], in file: borrowing OpenFile) throws(FileFault) {
    let descriptor = file.descriptor
    var written = 0
    while written < bytes.count {
      let end = min(bytes.count, written + (1 << 20))
      written += try perform(.write, file.path) {
        unsafe bytes[written..<end].withUnsafeBytes {
          unsafe write(descriptor, $0.baseAddress, $0.count)
        }
      }
    }
  }

  /// `fsync`; file systems that know no such thing count as done.
  func synchronize(_ file: borrowing OpenFile) throws(FileFault) {
    let descriptor = file.descriptor
    do {
      try perform(.synchronize, file.path) { Int(fsync(descriptor)) }
    } catch {
      guard [EINVAL, ENOTSUP, ENOSYS].contains(error.code) else { throw error }
    }
  }

  /// `close` with its answer: on a network disk this is where a full disk is reported.
  func finish(_ file: inout OpenFile) throws(FileFault) {
    let descriptor = file.descriptor
    file.descriptor = -1
    try perform(.close, file.path) { Int(close(descriptor)) }
  }

  /// `ftruncate`.
  func shorten(_ file: borrowing OpenFile, to size: Int) throws(FileFault) {
    let descriptor = file.descriptor
    try perform(.shorten, file.path) { Int(ftruncate(descriptor, off_t(size))) }
  }

  /// `fchmod`.
  func setPermissions(_ permissions: UInt32, of file: borrowing OpenFile) throws(FileFault) {
    let descriptor = file.descriptor
    let mode = mode_t(truncatingIfNeeded: permissions)
    try perform(.permissions, file.path) { Int(fchmod(descriptor, mode)) }
  }

  /// `flock` for this process alone, without waiting.
  ///
  /// - Returns: False when another holds it.
  func lock(_ file: borrowing OpenFile) throws(FileFault) -> Bool {
    let descriptor = file.descriptor
    do {
      try perform(.lock, file.path) { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
      return true
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return false
    }
  }
}
