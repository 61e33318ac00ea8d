#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// `unsafe` marks calls of the system: each pointer lives through its call; what comes back is
// copied at once.

/// What the file system says of a file.
struct FileStatus {
  enum Kind {
    case file
    case folder
    case link
    case pipe
    case device
    case socket
  }

  var kind: Kind
  /// In bytes.
  var size: Int
  /// The nine permission bits.
  var permissions: UInt32
  private var device: UInt64
  private var inode: UInt64

  init(_ found: stat) {
    switch found.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    case S_IFIFO: kind = .pipe
    case S_IFSOCK: kind = .socket
    default: kind = .device
    }
    size = Int(found.st_size)
    permissions = UInt32(found.st_mode) & 0o777
    device = UInt64(truncatingIfNeeded: found.st_dev)
    inode = UInt64(truncatingIfNeeded: found.st_ino)
  }

  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

extension FileSystem {
  /// `stat`, or `lstat` when links are not followed.
  func status(
    of path: String, followingLinks: Bool = true
  ) throws(FileFault) -> FileStatus {
    var found = stat()
    try perform(.status, path) {
      unsafe Int(followingLinks ? stat(path, &found) : lstat(path, &found))
    }
    return FileStatus(found)
  }

  /// `access`: whether this user may make files in the folder.
  func mayWrite(inFolder path: String) throws(FileFault) {
    try perform(.status, path) { unsafe Int(access(path, W_OK | X_OK)) }
  }

  /// `rename`, which takes the place of what was there.
  func move(_ path: String, to target: String) throws(FileFault) {
    try perform(.rename, path) { unsafe Int(rename(path, target)) }
  }

  /// `link`, which never takes the place of what was there.
  func addName(_ target: String, to path: String) throws(FileFault) {
    try perform(.link, path) { unsafe Int(link(path, target)) }
  }

  /// `unlink`.
  func removeFile(_ path: String) throws(FileFault) {
    try perform(.remove, path) { unsafe Int(unlink(path)) }
  }

  /// `mkdir`, for one folder.
  func makeFolder(_ path: String, permissions: UInt32) throws(FileFault) {
    let mode = mode_t(truncatingIfNeeded: permissions)
    try perform(.makeFolder, path) { unsafe Int(mkdir(path, mode)) }
  }

  /// `readlink`.
  func linkTarget(of path: String) throws(FileFault) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = try perform(.linkTarget, path) {
      unsafe buffer.withUnsafeMutableBytes { bytes -> Int in
        guard let start = bytes.baseAddress else { return -1 }
        return unsafe readlink(path, start.assumingMemoryBound(to: CChar.self), bytes.count)
      }
    }
    guard let target = String(validating: buffer.prefix(count), as: UTF8.self) else {
      throw FileFault(code: EILSEQ)
    }
    return target
  }

  /// `realpath`: the absolute path without links, `.` and `..`.
  func resolved(_ path: String) throws(FileFault) -> String {
    var real: String?
    try perform(.realPath, path) {
      guard let found = unsafe realpath(path, nil) else { return -1 }
      defer { unsafe free(found) }
      real = unsafe String(validatingCString: found)
      return 0
    }
    guard let real else { throw FileFault(code: EILSEQ) }
    return real
  }

  /// `opendir` and `readdir`: the names in a folder, in no order.
  ///
  /// Names that are not UTF-8 are left out, since no `String` could open them again.
  func names(in folder: String, limit: Int) throws(FileFault) -> [String] {
    var names: [String] = []
    var tooMany = false
    try perform(.list, folder) {
      guard let stream = unsafe opendir(folder) else { return -1 }
      defer { unsafe closedir(stream) }
      while let entry = unsafe readdir(stream) {
        // The record may be shorter than its type says, so the name is read where it stands.
        guard let start = unsafe UnsafeRawPointer(entry.pointer(to: \.d_name)) else { continue }
        let name = unsafe String(validatingCString: start.assumingMemoryBound(to: CChar.self))
        guard let name, name != ".", name != ".." else { continue }
        guard names.count < limit else {
          tooMany = true
          return 0
        }
        names.append(name)
      }
      return 0
    }
    if tooMany {
      throw FileFault(code: EFBIG, why: "it holds more than \(limit) files")
    }
    return names
  }
}
