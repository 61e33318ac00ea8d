#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A new empty folder that goes away, with all in it, when the last reference to it does.
public final class TemporaryFolder {
  /// The folder, as an absolute path without symbolic links.
  public let path: String

  /// Makes the folder.
  ///
  /// - Throws: What the system says when it cannot be made.
  public init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "gatehouse-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of something in the folder.
  public func path(_ name: String) -> String {
    path + "/" + name
  }

  /// Writes a file into the folder, with the folders it needs on the way.
  ///
  /// - Parameters:
  ///   - text: The contents.
  ///   - name: The name of the file, or a path from the folder on.
  /// - Returns: The path of the file.
  /// - Throws: What the system says when it cannot be written.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes a file of bytes into the folder, with the folders it needs on the way.
  ///
  /// - Parameters:
  ///   - bytes: The contents.
  ///   - name: The name of the file, or a path from the folder on.
  /// - Returns: The path of the file.
  /// - Throws: What the system says when it cannot be written.
  @discardableResult
  public func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The bytes of a file in the folder; nil where there is none.
  public func bytes(of name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(name)).map { Array($0) }
  }

  /// The text of a file in the folder; nil where there is none.
  public func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of what lies in the folder, sorted.
  public var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
