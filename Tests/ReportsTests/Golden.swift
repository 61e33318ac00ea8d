import Foundation
import Testing

/// Texts kept beside the tests, as a terminal shows them.
///
/// `GATEHOUSE_WRITE_GOLDEN=1 swift test --filter ReportsTests` writes them anew: look at the
/// difference before it is kept.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Compares a text with a kept one; a missing file is a failure.
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["GATEHOUSE_WRITE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(text == kept, "\(name) differs", sourceLocation: sourceLocation)
  }
}
