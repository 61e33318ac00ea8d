import Foundation
import Reports

@testable import Shell

/// The lessons that come with the program.
enum CourseFiles {
  /// The checkout that the tests stand in.
  static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// Their folder.
  static let folder = checkout + "/lessons"

  /// The ids of all of them.
  static let ids: [String] = {
    let names = try? LessonLibrary.fileNames(in: folder, context)
    return (names ?? []).map { String($0.dropLast(".md".count)) }
  }()

  /// The context of commands that read the data that come with the program, and keep nothing.
  static var context: CommandContext {
    CommandContext(
      files: Files(),
      places: Places(environment: ["GATEHOUSE_HOME": checkout], executable: nil),
      capabilities: .plain)
  }
}
