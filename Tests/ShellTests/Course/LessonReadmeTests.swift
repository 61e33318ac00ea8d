import Foundation
import Lessons
import Reports
import Testing

@testable import Shell

/// Holds the page that teaches how to write a lesson to what it says.
@Suite("The page that teaches to write a lesson")
struct LessonReadmeTests {
  private static let folder = Checkout.folder + "/lessons"

  /// What stands between lines of four backticks.
  private static let examples: [String] = {
    let text = (try? String(contentsOfFile: folder + "/README.md", encoding: .utf8)) ?? ""
    return text.split(separator: "\n````").enumerated().filter { !$0.offset.isMultiple(of: 2) }
      .map { $0.element.replacing("markdown\n", with: "", maxReplacements: 1) + "\n" }
  }()

  /// A lesson around an example that is a part of a page.
  private static func framed(_ example: String) -> String {
    guard !example.hasPrefix("---") else { return example }
    let head = "---\ntitle: T\nformat: 1\nsummary: S.\nminutes: 1\norder: 1\n---\n\n## A {#a}\n\n"
    return head + example
  }

  @Test func everyPartOfALessonHasAnExample() {
    #expect(Self.examples.count == 9)
    let all = Self.examples.joined()
    for kind in [
      "run", "math", "pause", "vary", "ask number", "ask choice", "ask text", "ask command",
      "guess number", "write", "check",
    ] {
      #expect(all.contains("```\(kind)"), "\(kind)")
    }
  }

  @Test(arguments: examples)
  func everyExampleWorks(example: String) throws {
    let (lesson, faults) = LessonParser.parse(
      Array(Self.framed(example).utf8), file: "example.md")
    #expect(faults.map(\.description) == [])
    let shell = try ShellHarness()
    let stage = LessonStage(folder: Self.folder, shell.context)
    let checker = LessonChecker(try #require(lesson), file: "example.md", stage)
    #expect(try checker.faults().map(\.description) == [])
  }

  @Test func everyMessageThatItExplainsIsOneOfTheProgram() throws {
    let text = try String(contentsOfFile: Self.folder + "/README.md", encoding: .utf8)
    let table = try #require(text.split(separator: "| it says | do this |\n| --- | --- |\n").last)
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("|") }
    #expect(rows.count == 10)
    let sources = try source(of: "Checking") + source(of: "Format")
    for row in rows {
      let message = row.split(separator: "|")[0]
      for words in message.split(separator: "…").map({ $0.trimmingCharacters(in: .whitespaces) })
      where words.count > 1 {
        #expect(sources.contains(words), "\(words)")
      }
    }
  }

  private func source(of folder: String) throws -> String {
    let path = Checkout.folder + "/Sources/Lessons/" + folder
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOfFile: path + "/" + $0, encoding: .utf8) }.joined()
  }
}
