import Foundation
import Testing

@testable import Lessons

/// The examples of `docs/draws.md`, which were computed by another program.
struct DrawRecipeTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("docs/draws.md")

  /// The lines of a fenced block of the page, cut at their semicolons.
  private static func examples(inBlock number: Int) throws -> [[String]] {
    let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
    let blocks = text.components(separatedBy: "```\n")
    return blocks[2 * number + 1].split(separator: "\n").map { line in
      line.components(separatedBy: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  private func seed(_ words: [String]) throws -> DrawSeed {
    DrawSeed(
      classCode: words[0], student: words[1], lesson: words[2], page: words[3],
      attempt: try #require(Int(words[4])))
  }

  @Test func drawsAreThoseOfThePage() throws {
    let examples = try Self.examples(inBlock: 0)
    #expect(examples.count == 12)
    for words in examples {
      let seed = try seed(words)
      #expect(String(seed.hash, radix: 16) == words[6])
      let variables = try variables(words[5])
      #expect(try variables.draws(for: seed, AnswerBook()).text == words[7], "\(words)")
    }
  }

  @Test func optionsStandInTheOrderOfThePage() throws {
    let examples = try Self.examples(inBlock: 1)
    #expect(examples.count == 3)
    for words in examples {
      let places = words[6].split(separator: " ").compactMap { Int($0) }
      let order = try seed(words).order(of: places.count, for: words[5])
      #expect(order.map { $0 + 1 } == places, "\(words)")
    }
  }

  /// Reads a `vary` block by putting it into a lesson.
  private func variables(_ block: String) throws -> Variables {
    let text = """
      ---
      title: A
      format: 1
      summary: B.
      minutes: 5
      order: 1
      ---

      ## One {#one}

      A line.

      ```vary \(block)
      ```

      """
    let parsed = LessonParser.parse(Array(text.utf8), file: "one.md")
    return try #require(parsed.lesson?.pages.first?.variables, "\(parsed.faults)")
  }
}
