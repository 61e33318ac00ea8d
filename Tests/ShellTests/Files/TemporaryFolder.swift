import Foundation
import Synchronization

@testable import Shell

/// A folder of its own for one test, removed with all it holds.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("gatehouse-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    // Without the links that some systems have on the way to their temporary folder.
    path = try Files().realPath(place.path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func make(_ name: String, _ text: String = "") throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  /// Copies a file of the checkout.
  func copy(_ file: String, to name: String) throws {
    try FileManager.default.copyItem(atPath: file, toPath: self(name))
  }

  /// Makes a file of any bytes.
  func make(_ name: String, bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      atPath: self(name), withIntermediateDirectories: true)
    return self(name)
  }

  func makeLink(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(
      atPath: self(name), withDestinationPath: target)
    return self(name)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: self(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: self(name))[.posixPermissions] as? Int
  }

  func setPermissions(_ permissions: Int, _ name: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: permissions], ofItemAtPath: self(name))
  }
}

/// Counts system calls and refuses one of them.
final class Refusals: Sendable {
  private let made = Mutex<[FileSystem.Call]>([])

  var calls: [FileSystem.Call] { made.withLock { $0 } }

  /// Files whose n-th call, from 0, fails with the error number.
  func files(failing n: Int? = nil, with code: CInt = EIO) -> Files {
    Files(
      system: FileSystem { call, _ in
        let index = self.made.withLock { made in
          made.append(call)
          return made.count - 1
        }
        return index == n ? code : nil
      })
  }

  /// Files before each of whose calls something happens.
  func files(
    patience: Duration, before happening: @escaping @Sendable (FileSystem.Call, String) -> Void
  ) -> Files {
    Files(
      system: FileSystem { call, path in
        self.made.withLock { $0.append(call) }
        happening(call, path)
        return nil
      },
      patience: patience)
  }

  /// Files whose calls of one kind fail, those for which the path does not fit excepted.
  static func files(
    refusing refused: FileSystem.Call, with code: CInt,
    where fits: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Files {
    Files(
      system: FileSystem { call, path in call == refused && fits(path) ? code : nil },
      patience: .zero)
  }
}
