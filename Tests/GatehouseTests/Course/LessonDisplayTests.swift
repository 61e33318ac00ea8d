import Grammar
import Lessons
import TestSupport
import Testing

@testable import Shell

/// Lessons where there is no colour, no editing, no terminal.
struct LessonDisplayTests {
  /// The lines that skip through the lesson on shares.
  private static let skips = Array(repeating: "skip", count: 13)

  @Test func withoutColorOnlyTheLineThatIsTypedHasEscapes() throws {
    let desk = try LessonDesk()
    let shell = try desk.openShell("--color", "never")
    try shell.type("lesson shares", upTo: "shares 1/4>")
    try shell.finishFirstPage()
    try shell.finishSecondPage()
    try shell.type("leave", upTo: TestUser.prompt)
    let lines = shell.terminal.output.split(separator: UInt8(ascii: "\n"))
    let escaped = lines.map { String(decoding: $0, as: UTF8.self) }.filter { $0.contains("\u{1B}") }
    #expect(escaped.filter { !$0.contains("> ") } == [])
    #expect(escaped.filter { $0.contains(/\u{1B}\[[0-9;]*m/) } == [])
    #expect(lines.count > 30)
  }

  @Test func aDumbTerminalLeadsThroughALessonWithoutOneEscape() throws {
    let desk = try LessonDesk(["TERM": "dumb"])
    let shell = try desk.openShell(isEditing: false)
    let entry = try LessonLibrary.entry(
      Word(desk.user.home.path("lessons/shares.md"), at: 0..<0), CourseFiles.context)
    let student = Student(id: "anna7", classCode: "RNN24")
    try shell.type("enrol anna7 class=RNN24", upTo: TestUser.prompt)
    try shell.type("lesson shares", upTo: "shares 1/4>")
    var pass = try LessonPass(
      entry.lesson, .wrongFirst, as: student, attempt: 1,
      on: LessonStage(folder: entry.folder, CourseFiles.context), in: shell)
    try pass.walk()
    shell.terminal.enter("quit")
    #expect(try shell.terminal.waitForExit() == .exited(0))
    #expect(!shell.terminal.output.contains(0x1B))
  }

  @Test func aPipeLeadsThroughALesson() throws {
    let desk = try LessonDesk()
    let lines = ["lesson shares"] + Self.skips + ["calc 20 + 22"]
    let result = try desk.user.run(desk.options, input: lines.joined(separator: "\n"))
    #expect(result.status == .exited(0))
    #expect(result.output.contains("The end of Shares"))
    #expect(result.output.hasSuffix("= 42\n"))
    #expect(result.error.contains("did you mean gates?"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(try desk.kept() == KeptOfLesson(pages: "4/4", right: 0, rightAtOnce: 0, missed: 4))
  }

  @Test func onTheProjectorALessonComesBlockByBlockAndNothingIsKept() throws {
    let desk = try LessonDesk()
    let shown = try (1...3).map { keys in
      let input = "lesson shares\n" + String(repeating: "\n", count: keys) + "leave\n"
      return try desk.user.run(desk.options + ["--present"], input: input).output
    }
    #expect(shown[0].count < shown[1].count && shown[1].count < shown[2].count)
    #expect(shown[2].contains("1 of 4"))
    #expect(desk.user.home.bytes(of: ".local/state/gatehouse/progress") == nil)
    let refused = try desk.user.run(desk.options + ["--present"], input: "lesson shares\nvotes 3\n")
    #expect(refused.output.contains("`votes` belongs to a question with options."))
  }

  @Test func wordsOfTheProcessAndAPipeLeadThroughALesson() throws {
    let desk = try LessonDesk()
    let result = try desk.user.run(desk.options + ["lesson", "words"], input: "f\n\n")
    #expect(result.status == .exited(0))
    #expect(result.output.contains("The end of Words"))
  }

  @Test func aScriptThatEndsInALessonKeepsThePlace() throws {
    let desk = try LessonDesk()
    try desk.user.home.write("lesson shares\nskip\nnext\n", to: "begin.gate")
    let result = try desk.user.run(desk.options + ["begin.gate"])
    #expect(result.status == .exited(0))
    #expect(result.output.contains("2 of 4 · Two lines"))
    #expect(try desk.kept().pages == "1/4")
    let next = try desk.openShares(at: 2)
    #expect(next.shown.holds("You have done 1 of its 4 pages"))
  }

  @Test func theCLocaleGetsASCII() throws {
    let desk = try LessonDesk(["LC_ALL": "C"])
    let lines =
      ["lesson shares"] + Self.skips + ["lesson words", "skip", "skip", "skip", "lessons"]
    let result = try desk.user.run(desk.options, input: lines.joined(separator: "\n"))
    #expect(result.status == .exited(0))
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(result.output.contains("The end of Words"))
  }
}
