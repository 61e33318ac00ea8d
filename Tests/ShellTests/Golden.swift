import Foundation
import Testing

/// Texts kept beside the tests, as a terminal shows them.
///
/// `GATEHOUSE_WRITE_GOLDEN=1 swift test --filter ShellTests` writes them anew: look at the difference
/// before it is kept.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Compares a text with a kept one; a missing file is a failure.
  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let kept = try kept(name, writing: text)
    #expect(text == kept, "\(name) differs", sourceLocation: sourceLocation)
  }

  /// Compares a text that holds numbers of a network with a kept one: all but the digits is equal, and
  /// each number differs by no more than `tolerance`.
  static func expect(
    _ text: String, resembles name: String, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (found, kept) = (Pieces(text), Pieces(try kept(name, writing: text)))
    #expect(found.words == kept.words, "\(name) differs", sourceLocation: sourceLocation)
    try #require(found.numbers.count == kept.numbers.count, sourceLocation: sourceLocation)
    for (new, old) in zip(found.numbers, kept.numbers) where abs(new - old) > tolerance {
      Issue.record("\(name): \(new) was \(old)", sourceLocation: sourceLocation)
    }
  }

  private static func kept(_ name: String, writing text: String) throws -> String {
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["GATEHOUSE_WRITE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    return try String(decoding: Data(contentsOf: file), as: UTF8.self)
  }

  /// A text cut into its decimal numbers and what stands between them.
  private struct Pieces {
    var words: [String] = []
    var numbers: [Double] = []

    init(_ text: String) {
      var rest = text[...]
      // Blanks around a number move when it gets longer by a sign or a digit.
      while let match = rest.firstMatch(of: /(.*?)(−|-)?([0-9]+\.[0-9]+)/.dotMatchesNewlines()) {
        words.append(match.1.trimmingCharacters(in: .whitespaces))
        let sign = match.2 == nil ? 1.0 : -1
        numbers.append(sign * (Double(match.3) ?? .nan))
        rest = rest[match.range.upperBound...]
      }
      words.append(String(rest))
    }
  }
}
