#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Every access to files that Gatehouse makes.
///
/// No other place opens, writes or lists: what is promised here (bounded reading, files that are never
/// half written, no way out of a lesson's folder) holds for the whole shell.
public struct Files: Sendable {
  let system: FileSystem
  /// How long a lock that another process holds is waited for.
  let patience: Duration

  /// Makes an access to files.
  ///
  /// - Parameters:
  ///   - system: The system calls; a test gives some that fail.
  ///   - patience: How long a lock that another shell holds is waited for.
  public init(system: FileSystem = FileSystem(), patience: Duration = .seconds(5)) {
    self.system = system
    self.patience = patience
  }

  /// Whether a file, folder or anything else is there; a link that leads nowhere is not.
  public func exists(_ path: String) -> Bool {
    (try? system.status(of: path)) != nil
  }

  /// Whether the path is a folder, or a link to one.
  public func isFolder(_ path: String) -> Bool {
    (try? system.status(of: path))?.kind == .folder
  }

  /// Whether the path is a regular file, or a link to one.
  public func isRegularFile(_ path: String) -> Bool {
    (try? system.status(of: path))?.kind == .file
  }

  /// Whether files can be made in a folder; of one that is not there, whether it can be made.
  public func isWritable(folder: String) -> Bool {
    var nearest = folder
    while !exists(nearest), Paths.folder(of: nearest) != nearest {
      nearest = Paths.folder(of: nearest)
    }
    return isFolder(nearest) && (try? system.mayWrite(inFolder: nearest)) != nil
  }

  /// The names in a folder, sorted, hidden ones included, `.` and `..` not.
  ///
  /// Names that are not UTF-8 are left out.
  ///
  /// - Parameters:
  ///   - folder: The folder's path.
  ///   - limit: How many names are taken at most.
  /// - Returns: Names, not paths.
  /// - Throws: ``FileError`` when the folder cannot be read or holds more names.
  public func list(_ folder: String, limit: Int = 10_000) throws(FileError) -> [String] {
    try reporting(.list, folder) { () throws(FileFault) in
      try system.names(in: folder, limit: limit).sorted()
    }
  }

  /// Makes a folder and those above it, where they are missing.
  ///
  /// - Parameters:
  ///   - path: The folder's path.
  ///   - permissions: The permissions of each folder that is made, before the umask; private as the
  ///     XDG specification asks.
  /// - Throws: ``FileError`` when that is not possible.
  public func makeFolder(_ path: String, permissions: UInt32 = 0o700) throws(FileError) {
    try reporting(.make, path) { () throws(FileFault) in
      try makeMissingFolders(path, permissions: permissions)
    }
  }

  /// Removes a file; one that is not there counts as removed.
  ///
  /// - Throws: ``FileError`` when the file cannot be removed, as a folder never is.
  public func remove(_ path: String) throws(FileError) {
    try reporting(.remove, path) { () throws(FileFault) in
      do throws(FileFault) {
        if try system.status(of: path, followingLinks: false).kind == .folder {
          throw FileFault(code: EISDIR)
        }
        try system.removeFile(path)
      } catch {
        guard error.code == ENOENT else { throw error }
      }
    }
  }

  /// Replaces a `~` that stands alone or before a slash by the home folder.
  ///
  /// - Parameters:
  ///   - path: The path as typed.
  ///   - home: The home folder, ``Places/home``.
  /// - Returns: The path to use; `~name` is not looked up and stays.
  public static func expandTilde(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.utf8.starts(with: "~/".utf8) else { return path }
    return home + String(decoding: path.utf8.dropFirst(), as: UTF8.self)
  }

  func makeMissingFolders(_ path: String, permissions: UInt32) throws(FileFault) {
    do {
      try makeOneFolder(path, permissions: permissions)
    } catch {
      let above = Paths.folder(of: path)
      guard error.code == ENOENT, above != path else { throw error }
      try makeMissingFolders(above, permissions: permissions)
      try makeOneFolder(path, permissions: permissions)
    }
  }

  /// One that is there already, perhaps made by another shell a moment ago, counts as made.
  private func makeOneFolder(_ path: String, permissions: UInt32) throws(FileFault) {
    do {
      try system.makeFolder(path, permissions: permissions)
    } catch {
      guard error.code == EEXIST, isFolder(path) else { throw error }
    }
  }

  /// Gives a fault the path and the operation that the user named.
  func reporting<Result: ~Copyable>(
    _ operation: FileError.Operation, _ path: String,
    _ body: () throws(FileFault) -> Result
  ) throws(FileError) -> Result {
    do {
      return try body()
    } catch {
      throw FileError(operation, path, error)
    }
  }
}
