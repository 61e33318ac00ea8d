#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Files {
  /// Adds text to the end of a file, which is made when it is missing.
  ///
  /// Lines of two shells never mix: a lock that ``update(_:permissions:limit:makingFolders:_:)`` takes
  /// too is held, and what a full disk cut short is taken away again.
  ///
  /// - Parameters:
  ///   - text: What is added, with its own line ends.
  ///   - path: The file's path.
  ///   - permissions: The permissions of a new file, before the umask.
  ///   - makingFolders: Whether missing folders are made, private ones; right for the shell's own files.
  /// - Throws: ``FileError`` when the file is no regular file or cannot be written; it is as it was then.
  public func append(
    _ text: String, to path: String, permissions: UInt32 = 0o600, makingFolders: Bool = true
  ) throws(FileError) {
    try reporting(.append, path) { () throws(FileFault) in
      let place = try lockedDestination(of: path, makingFolders: makingFolders)
      defer { unlock(place.lock) }
      if let old = place.status { try refuseUnwritable(old) }

      var file = try system.openFile(
        place.path, O_WRONLY | O_APPEND | O_CREAT, permissions: permissions)
      let size = try system.status(of: file).size
      do throws(FileFault) {
        try system.store(Array(text.utf8), in: file)
        try system.finish(&file)
      } catch {
        takeBack(place.path, to: place.status == nil ? nil : size)
        throw error
      }
    }
  }

  /// Reads a file, makes something of it and puts that in its place, while no other shell does so.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - permissions: The permissions of a new file, before the umask; one that is there keeps its own.
  ///   - limit: How many bytes are read at most.
  ///   - makingFolders: Whether missing folders are made, private ones; right for the shell's own files.
  ///   - change: Is given the bytes, nil where there is no file, and answers with the new ones, nil to
  ///     leave the file as it is. It must not append to or update a file of the same path.
  /// - Throws: ``FileError`` when the file cannot be read, locked or written, and whatever `change`
  ///   throws; the file is as it was then.
  public func update(
    _ path: String, permissions: UInt32 = 0o600, limit: Int = 64_000_000,
    makingFolders: Bool = true, _ change: ([UInt8]?) throws -> [UInt8]?
  ) throws {
    let place = try reporting(.update, path) { () throws(FileFault) in
      try lockedDestination(of: path, makingFolders: makingFolders)
    }
    defer { unlock(place.lock) }

    let old = try reporting(.update, path) { () throws(FileFault) -> [UInt8]? in
      guard let status = place.status else { return nil }
      try refuseUnwritable(status)
      return try contents(of: place.path, limit: limit)
    }
    guard let new = try change(old), new != old else { return }
    try reporting(.update, path) { () throws(FileFault) in
      try replace(
        place.path, by: new, keeping: place.status, permissions: permissions, mayReplace: true)
    }
  }

  /// Cuts a file to the size it had before, nil for one that was not there.
  private func takeBack(_ path: String, to size: Int?) {
    guard let size else {
      try? system.removeFile(path)
      return
    }
    guard let file = try? system.openFile(path, O_WRONLY) else { return }
    try? system.shorten(file, to: size)
  }

  /// A file that no other shell changes as long as the lock is held.
  private struct LockedPlace: ~Copyable {
    let path: String
    /// Looked up under the lock.
    let status: FileStatus?
    let lock: OpenFile
  }

  private func lockedDestination(
    of path: String, makingFolders: Bool
  ) throws(FileFault) -> LockedPlace {
    let target = try destination(of: path).path
    if makingFolders {
      try makeMissingFolders(Paths.folder(of: target), permissions: 0o700)
    }
    let lock = try lockBeside(target)
    do {
      return LockedPlace(path: target, status: try destination(of: target).status, lock: lock)
    } catch {
      unlock(lock)
      throw error
    }
  }

  /// Takes the lock of a file: an empty file beside it, since the file itself is replaced at times.
  ///
  /// Whoever unlocks removes that file; so the lock counts only if its path still leads to it. Where it
  /// does not, others are at work and get on: patience is only for one that does not.
  private func lockBeside(_ path: String) throws(FileFault) -> OpenFile {
    let lockPath = Paths.join(Paths.folder(of: path), ".\(Paths.name(of: path)).lock")
    // Far more often than shells are at work at once; a disk that gives a file two identities ends it.
    for _ in 0..<10_000 {
      let lock = try system.openFile(lockPath, O_RDWR | O_CREAT | O_NOFOLLOW, permissions: 0o600)
      try waitFor(lock)
      if try isInPlace(lock) { return lock }
    }
    throw Self.lockIsHeld
  }

  private static let lockIsHeld = FileFault(
    code: EWOULDBLOCK, why: "another program is at it", advice: "try again in a moment")

  /// Waits for a lock, with longer and longer pauses: hundreds of shells may wait for the same one.
  private func waitFor(_ lock: borrowing OpenFile) throws(FileFault) {
    let start = ContinuousClock.now
    var pauseInMicroseconds: useconds_t = 1_000
    while try !takes(lock) {
      guard ContinuousClock.now - start < patience else { throw Self.lockIsHeld }
      usleep(pauseInMicroseconds)
      pauseInMicroseconds = min(2 * pauseInMicroseconds, 16_000)
    }
  }

  private func takes(_ lock: borrowing OpenFile) throws(FileFault) -> Bool {
    do {
      return try system.lock(lock)
    } catch {
      // Some network disks know no locks. To save without one is better than not to save.
      if [ENOLCK, ENOTSUP, EOPNOTSUPP, ENOSYS].contains(error.code) { return true }
      throw error
    }
  }

  private func isInPlace(_ lock: borrowing OpenFile) throws(FileFault) -> Bool {
    do {
      return try system.status(of: lock.path).isSameFile(as: system.status(of: lock))
    } catch {
      guard error.code == ENOENT else { throw error }
      return false
    }
  }

  private func unlock(_ lock: borrowing OpenFile) {
    try? system.removeFile(lock.path)
  }
}
