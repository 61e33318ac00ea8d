import Lessons
import Reports
import Testing

@testable import Shell

@Suite("Progress on disk")
struct ProgressStoreTests {
  private func file(_ shell: ShellHarness) throws -> String {
    try #require(shell.context.places.stateFolder) + "/progress"
  }

  private func lesson(_ page: String) -> LessonProgress {
    LessonProgress(
      fingerprint: "f", pages: [page: PageRecord(isDone: true, finished: 1, seconds: 60)])
  }

  @Test func aNewStudentGetsAnIdThatStays() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    let id = try store.change { _ in }.student.id
    #expect(id.count == 8)
    #expect(try store.load().student.id == id)
  }

  @Test func whatTwoShellsSaveIsMerged() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    var mine = try store.change { _ in }
    var other = mine
    mine.lessons["ewma"] = lesson("a")
    other.lessons["ewma"] = lesson("b")
    other.lessons["rnn"] = lesson("c")
    try store.save(mine)
    try store.save(other)
    let kept = try store.load()
    #expect(kept.lessons["ewma"]?.pages.keys.sorted() == ["a", "b"])
    #expect(kept.lessons["rnn"]?.pages["c"]?.isDone == true)
  }

  @Test func enrollingInAnotherShellIsNotUndone() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    var mine = try store.change { _ in }
    try store.change { $0.student = Student(id: "anna7", classCode: "RNN24") }
    mine.lessons["ewma"] = lesson("a")
    #expect(try store.save(mine).student.id == "anna7")
  }

  @Test func aDamagedFileIsPutAsideAndReadAsFarAsItGoes() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    try store.change { $0.lessons["ewma"] = lesson("a") }
    let path = try file(shell)
    let whole = try shell.context.files.read(path, limit: 1 << 20)
    let cut = Array(whole.dropLast(10))
    try shell.context.files.write(cut, to: path, overwrite: true)
    #expect(try store.load().lessons["ewma"] != nil)
    try store.change { $0.lessons["rnn"] = lesson("b") }
    #expect(try shell.context.files.read(path + ".damaged", limit: 1 << 20) == cut)
    #expect(try store.load().lessons.keys.sorted() == ["ewma", "rnn"])
  }

  @Test func aFileOfANewerProgramIsLeftAlone() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    try store.change { _ in }
    let path = try file(shell)
    let newer = Array("gatehouse progress 99\nwho knows\n".utf8)
    try shell.context.files.write(newer, to: path, overwrite: true)
    #expect(throws: ProgressFault.self) { try store.change { _ in } }
    #expect(try shell.context.files.read(path, limit: 1 << 20) == newer)
    let complaint = shell.run("lesson welcome")
    #expect(complaint.complaints.contains("newer"))
    #expect(complaint.answers.contains("1 of"))
  }

  @Test func aLessonGoesOnWhereNothingCanBeKept() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make(".local", "a file in the folder's place")
    let outcome = shell.run("lesson welcome")
    #expect(outcome.complaints.contains("cannot be kept"))
    #expect(outcome.answers.contains("1 of"))
  }
}
