import Lessons
import Reports

/// The progress on disk, one file for all lessons, shared by all shells of a user.
///
/// What is saved is merged under a lock with what another shell has saved meanwhile, written beside and
/// renamed: a kill loses at most the page in progress.
struct ProgressStore {
  private let context: CommandContext
  private let path: String?

  /// The store in the state folder.
  init(_ context: CommandContext) {
    self.context = context
    path = context.places.stateFolder.map { Paths.join($0, "progress") }
  }

  /// What is kept; a student who has not enrolled gets a random id, which stays.
  ///
  /// - Throws: `FileError`, or `ProgressFault` where the file comes from a newer program; a damaged one is put
  ///   aside, and what can be read of it is taken.
  func load() throws -> Progress {
    guard let path,
      let bytes = try context.files.readIfPresent(path, limit: FileLimit.progress)
    else { return Self.new }
    return try Self.read(bytes) ?? Self.new
  }

  /// Keeps progress, merged with what is on disk.
  ///
  /// - Returns: The merged progress.
  /// - Throws: `FileError` or `ProgressFault`; the file is as it was then.
  @discardableResult
  func save(_ progress: Progress) throws -> Progress {
    // Who the student is stands on disk: another shell may have enrolled meanwhile.
    try change { $0 = $0.merged(with: progress) }
  }

  /// Reads, changes and writes while no other shell does.
  ///
  /// - Returns: The progress after the change.
  /// - Throws: `FileError` or `ProgressFault`; the file is as it was then.
  @discardableResult
  func change(_ body: (inout Progress) throws -> Void) throws -> Progress {
    guard let path else {
      throw Trouble("there is no folder to keep progress in: set GATEHOUSE_STATE to one")
    }
    var progress = Self.new
    try context.files.update(path, limit: FileLimit.progress) { bytes in
      if let bytes {
        progress = try read(bytes, puttingAside: path) ?? progress
      }
      try body(&progress)
      return Array(progress.text.utf8)
    }
    return progress
  }

  /// Reads progress; of a damaged file what is readable, once a copy of it lies aside.
  private func read(_ bytes: [UInt8], puttingAside path: String) throws -> Progress? {
    do throws(ProgressFault) {
      return try Progress(parsing: bytes)
    } catch {
      guard error.kind != .newer, error.kind != .tooLarge else { throw error }
      try context.files.write(bytes, to: path + ".damaged", overwrite: true, permissions: 0o600)
      return error.readable
    }
  }

  private static func read(_ bytes: [UInt8]) throws -> Progress? {
    do throws(ProgressFault) {
      return try Progress(parsing: bytes)
    } catch {
      guard error.kind != .newer, error.kind != .tooLarge else { throw error }
      return error.readable
    }
  }

  /// The progress of a student who has just come.
  static var new: Progress {
    let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let id = String((0..<8).map { _ in letters.randomElement() ?? "a" })
    return Progress(student: Student(id: id))
  }
}

/// A trouble that reads as a sentence.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
