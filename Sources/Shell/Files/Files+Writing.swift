#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Files {
  /// Writes a file so that at every moment the old one or the new one is there, whole.
  ///
  /// The bytes go to a temporary file in the same folder, which is brought to the disk and renamed. A
  /// file that was there keeps its permissions; of a link, the file it leads to is written.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds afterwards.
  ///   - path: The file's path, in a folder that exists.
  ///   - overwrite: Whether a file that is there is replaced.
  ///   - permissions: The permissions of a new file, before the umask.
  /// - Throws: ``FileError`` when the file exists and must not be replaced, is read-only, is no regular
  ///   file, or cannot be written; the old file is untouched then.
  public func write(
    _ bytes: [UInt8], to path: String, overwrite: Bool, permissions: UInt32 = 0o644
  ) throws(FileError) {
    try reporting(.write, path) { () throws(FileFault) in
      let (target, old) = try destination(of: path)
      if let old {
        try refuseUnwritable(old)
        guard overwrite else { throw FileFault(code: EEXIST) }
      }
      try replace(
        target, by: bytes, keeping: old, permissions: permissions, mayReplace: overwrite)
    }
  }

  /// Where writing to a path ends, links followed one by one, and what is there now.
  func destination(of path: String) throws(FileFault) -> (path: String, status: FileStatus?) {
    var path = path
    for _ in 0..<40 {
      guard !["", ".", ".."].contains(Paths.name(of: path)) else {
        throw FileFault(code: EISDIR, why: "it names a folder")
      }
      guard let status = try statusIfThere(path) else { return (path, nil) }
      guard status.kind == .link else { return (path, status) }
      path = Paths.join(Paths.folder(of: path), try system.linkTarget(of: path))
    }
    throw FileFault(code: ELOOP)
  }

  func refuseUnwritable(_ status: FileStatus) throws(FileFault) {
    switch status.kind {
    case .file: break
    case .folder: throw FileFault(code: EISDIR)
    case .device, .pipe, .socket, .link:
      throw FileFault(code: ENODEV, why: "it is a device or a pipe, not a file")
    }
    // A rename would replace it all the same, and root may write to anything.
    guard status.permissions & 0o222 != 0 else {
      throw FileFault(code: EACCES, why: "the file is marked read-only")
    }
  }

  /// Puts a whole new file in the place of the path, or leaves everything as it was.
  func replace(
    _ path: String, by bytes: [UInt8], keeping old: FileStatus?, permissions: UInt32,
    mayReplace: Bool
  ) throws(FileFault) {
    let folder = Paths.folder(of: path)
    let number = String(UInt64.random(in: .min ... .max), radix: 36)
    let temporary = Paths.join(folder, ".gatehouse-\(number).tmp")
    var file = try system.openFile(
      temporary, O_WRONLY | O_CREAT | O_EXCL, permissions: permissions)
    do {
      try system.store(bytes, in: file)
      if let old { try system.setPermissions(old.permissions, of: file) }
      try system.synchronize(file)
      try system.finish(&file)
      try publish(temporary, as: path, mayReplace: mayReplace)
    } catch {
      try? system.removeFile(temporary)
      throw error
    }
    synchronizeFolder(folder)
  }

  /// Gives the finished temporary file its name.
  ///
  /// `link` fails where the name has been taken since it was looked up. Disks that know no links (those
  /// of cameras and sticks) get a rename after the look-up that `write` made.
  private func publish(
    _ temporary: String, as path: String, mayReplace: Bool
  ) throws(FileFault) {
    if mayReplace { return try system.move(temporary, to: path) }
    do {
      try system.addName(path, to: temporary)
      try? system.removeFile(temporary)
    } catch {
      guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(error.code) else { throw error }
      try system.move(temporary, to: path)
    }
  }

  /// Brings the new name to the disk.
  ///
  /// The file is in its place by now, so that a folder that cannot be synchronised is no failure: it would
  /// say that nothing had changed.
  private func synchronizeFolder(_ folder: String) {
    guard let handle = try? system.openFile(folder, O_RDONLY | O_DIRECTORY) else { return }
    try? system.synchronize(handle)
  }

  private func statusIfThere(_ path: String) throws(FileFault) -> FileStatus? {
    do {
      return try system.status(of: path, followingLinks: false)
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }
}
