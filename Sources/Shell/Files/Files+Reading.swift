#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks memory that the system fills: none of it is read beyond what came.

extension Files {
  /// Reads a whole file, or what a pipe such as `/dev/stdin` gives until its end.
  ///
  /// Nothing is allocated before the size is known to be within the limit.
  ///
  /// - Parameters:
  ///   - path: The file's path; links are followed.
  ///   - limit: How many bytes are taken at most.
  ///   - takesPipes: Whether a pipe may be waited for, as only a path that the user has typed is.
  /// - Returns: The bytes as they are.
  /// - Throws: ``FileError`` when the file cannot be read, is a folder, a device or a socket, holds more
  ///   than the limit, or when Ctrl-C ends the wait for a pipe.
  public func read(
    _ path: String, limit: Int, takesPipes: Bool = true
  ) throws(FileError) -> [UInt8] {
    try reporting(.read, path) { () throws(FileFault) in
      try contents(of: path, limit: limit, takesPipes: takesPipes)
    }
  }

  /// Reads a whole file that need not be there.
  ///
  /// - Parameters:
  ///   - path: The file's path; links are followed.
  ///   - limit: How many bytes are taken at most.
  /// - Returns: The bytes as they are; nil where there is no file, which is not the same as one that
  ///   cannot be read.
  /// - Throws: ``FileError`` as ``read(_:limit:takesPipes:)`` does, and for a pipe.
  public func readIfPresent(_ path: String, limit: Int) throws(FileError) -> [UInt8]? {
    do {
      return try read(path, limit: limit, takesPipes: false)
    } catch {
      guard [ENOENT, ENOTDIR].contains(error.code) else { throw error }
      return nil
    }
  }

  /// Reads a file that must lie inside a folder, with all links resolved.
  ///
  /// - Parameters:
  ///   - path: The file's path; a relative one is taken from the folder.
  ///   - folder: The folder that holds all that may be read.
  ///   - limit: How many bytes are taken at most.
  /// - Returns: The bytes as they are.
  /// - Throws: ``FileError`` when the file lies outside the folder, is a pipe or cannot be read.
  public func read(
    _ path: String, inside folder: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    try reporting(.read, path) { () throws(FileFault) in
      let real = try system.resolved(Paths.join(folder, path))
      guard Paths.isInside(real, folder: try system.resolved(folder)) else {
        throw FileFault(code: EACCES, why: "it lies outside the folder it may be read from")
      }
      return try contents(of: real, limit: limit, takesPipes: false)
    }
  }

  /// The absolute path without links, `.` and `..`.
  ///
  /// - Throws: ``FileError`` when there is nothing at the path.
  public func realPath(_ path: String) throws(FileError) -> String {
    try reporting(.find, path) { () throws(FileFault) in try system.resolved(path) }
  }

  /// Whether a path lies inside a folder once all links and `..` are resolved.
  ///
  /// A file that does not exist yet lies where it would be made. The folder itself is not inside
  /// itself, and what cannot be resolved is not inside anything.
  ///
  /// - Parameters:
  ///   - path: The path; a relative one is taken from the current folder.
  ///   - folder: An existing folder.
  /// - Returns: Whether it lies there now; to read it, ``read(_:inside:limit:)`` asks and reads in one.
  public func isInside(_ path: String, folder: String) -> Bool {
    guard let real = try? resolvedPlace(of: path), let base = try? system.resolved(folder) else {
      return false
    }
    return Paths.isInside(real, folder: base)
  }

  /// The real path of a file that may not be there yet; a link that leads nowhere has none.
  private func resolvedPlace(of path: String) throws(FileFault) -> String {
    do {
      return try system.resolved(path)
    } catch {
      let name = Paths.name(of: path)
      let isFree = (try? system.status(of: path, followingLinks: false)) == nil
      guard error.code == ENOENT, isFree, !["", ".", ".."].contains(name) else { throw error }
      return Paths.join(try system.resolved(Paths.folder(of: path)), name)
    }
  }

  /// The bytes of a regular file or of a pipe.
  func contents(
    of path: String, limit: Int, takesPipes: Bool = false
  ) throws(FileFault) -> [UInt8] {
    // Asked before opening, since to open a device may already do something to it.
    try refuseUnreadable(system.status(of: path).kind, takesPipes)
    // A pipe is not waited for here, where no Ctrl-C would end it.
    let file = try system.openFile(path, O_RDONLY | O_NONBLOCK)
    let status = try system.status(of: file)
    try refuseUnreadable(status.kind, takesPipes)
    guard status.size <= limit else { throw tooLarge(limit) }

    // One byte more than the size, so that the end shows; pipes and files in /proc say 0.
    var step = max(status.size, 1 << 12)
    var bytes: [UInt8] = []
    while true {
      let room = min(step, limit - bytes.count) + 1
      let part = try nextBytes(of: file, count: room, isPipe: status.kind == .pipe)
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count <= limit else { throw tooLarge(limit) }
      if part.count < room { return bytes }
      step = 1 << 20
    }
  }

  /// As many bytes as asked for, fewer at the end.
  private func nextBytes(
    of file: borrowing OpenFile, count: Int, isPipe: Bool
  ) throws(FileFault) -> [UInt8] {
    var fault: FileFault?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileFault) {
        while filled < count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          if isPipe { try system.awaitBytes(of: file) }
          let came = try unsafe system.fill(rest, from: file)
          if came == 0 { return }
          filled += came
        }
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return bytes
  }

  private func refuseUnreadable(_ kind: FileStatus.Kind, _ takesPipes: Bool) throws(FileFault) {
    switch kind {
    case .file: return
    case .pipe:
      if !takesPipes { throw FileFault(code: ENODEV, why: "it is a pipe, not a file") }
    case .folder: throw FileFault(code: EISDIR)
    case .device, .link: throw FileFault(code: ENODEV, why: "it is a device, not a file")
    case .socket: throw FileFault(code: ENODEV, why: "it is a socket, not a file")
    }
  }

  private func tooLarge(_ limit: Int) -> FileFault {
    FileFault(code: EFBIG, why: "it holds more than \(Self.sizeText(limit))")
  }

  private static func sizeText(_ bytes: Int) -> String {
    switch bytes {
    case ..<10_000: "\(bytes) bytes"
    case ..<(1 << 20): "\(bytes / 1_000) kB"
    case ..<(1 << 30): "\(bytes >> 20) MB"
    default: "\(bytes >> 30) GB"
    }
  }
}
