import TestSupport
import Testing

/// What somebody does who begins a lesson of their own.
struct LessonWritingTests {
  @Test func aNewLessonIsWrittenOnceAndPassesTheCheck() throws {
    let user = try TestUser()
    let made = try user.run("lesson", "new", "mine")
    #expect(made.status == .exited(0))
    #expect(made.output.hasPrefix("A new lesson is in mine.md\n"))
    let again = try user.run("lesson", "new", "mine.md")
    #expect(again.status == .exited(1) && again.error.contains("mine.md: it exists already"))
    #expect(try user.run("lesson", "check", "mine.md").status == .exited(0))
  }
}
