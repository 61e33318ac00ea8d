import Foundation
import Lessons
import Testing

@testable import Shell

@Suite("The page that teaches to write a lesson")
struct LessonReadmeTests {
  @Test func itsLessonPassesTheCheck() throws {
    let page = try String(contentsOfFile: Checkout.folder + "/lessons/README.md", encoding: .utf8)
    let parts = page.components(separatedBy: "````")
    try #require(parts.count == 3)
    let shell = try ShellHarness()
    _ = try shell.home.make("copying.md", parts[1].trimmingCharacters(in: .newlines) + "\n")
    let outcome = shell.run("lesson check ~/copying.md")
    #expect(outcome.status == 0, "\(outcome.answers)\(outcome.complaints)")
  }
}
