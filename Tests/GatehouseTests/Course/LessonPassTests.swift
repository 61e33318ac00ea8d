import Grammar
import Lessons
import TestSupport
import Testing

@testable import Shell

/// Every lesson, gone through as a student does.
struct LessonPassTests {
  private static let student = Student(id: "anna7", classCode: "RNN24")

  @Test(arguments: CourseFiles.ids)
  func everyLessonIsGoneThroughThreeTimes(_ id: String) throws {
    let entry = try LessonLibrary.entry(Word(id, at: 0..<0), CourseFiles.context)
    try goThroughThreeTimes(entry.lesson, in: entry.folder, opensWith: [])
  }

  @Test(arguments: SampleLessons.texts.map(\.id))
  func everyKindOfBlockIsGoneThroughThreeTimes(_ id: String) throws {
    let desk = try LessonDesk()
    let file = Word(desk.user.home.path("lessons/\(id).md"), at: 0..<0)
    let entry = try LessonLibrary.entry(file, CourseFiles.context)
    try goThroughThreeTimes(entry.lesson, in: entry.folder, opensWith: desk.options)
  }

  private func goThroughThreeTimes(
    _ lesson: Lesson, in folder: String, opensWith arguments: [String]
  ) throws {
    let user = try TestUser()
    let student = Self.student
    #expect(
      try user.run("enrol", student.id, "class=\(student.classCode)").status == .exited(0))
    let shell = try TypedShell(user.startAtTerminal(arguments))
    let stage = LessonStage(folder: folder, memory: LessonMemory()) { _ in CourseFiles.context }
    let asks = lesson.count { if case .ask = $0 { true } else { false } }
    let first = "\(lesson.id) 1/\(lesson.pages.count)>"

    func pass(_ manner: LessonPass.Manner, attempt: Int) throws {
      var pass = try LessonPass(
        lesson, manner, as: student, attempt: attempt, on: stage, in: shell)
      try pass.walk()
      let kept = try user.kept(of: lesson.id, arguments)
      #expect(kept.pages == "\(lesson.pages.count)/\(lesson.pages.count)")
      #expect(kept.right == (manner == .skipping ? 0 : asks))
      #expect(kept.missed == (manner == .skipping ? asks : 0))
      if manner == .right { #expect(kept.rightAtOnce == asks) }
    }

    try shell.type("lesson \(lesson.id)", upTo: first)
    #expect(shell.shown.missing(of: [lesson.title, lesson.summary]) == nil)
    try pass(.right, attempt: 1)

    shell.terminal.resize(columns: 120, rows: 30)
    try shell.type("lesson \(lesson.id)", upTo: first)
    #expect(shell.shown.holds("You have done all of it."))
    try shell.type("reset", upTo: first)
    #expect(shell.shown.holds("Type reset once more to do it"))
    try shell.type("reset", upTo: first)
    try pass(.wrongFirst, attempt: 2)

    // With the numbers of the first time again, nothing has to be trained anew.
    shell.terminal.resize(columns: 40, rows: 24)
    try shell.type("progress forget \(lesson.id)", upTo: TestUser.prompt)
    let before = shell.terminal.output.count
    try shell.type("lesson \(lesson.id)", upTo: first)
    try pass(.skipping, attempt: 1)
    let output = String(decoding: shell.terminal.output[before...], as: UTF8.self)
    #expect(!output.contains("\rtraining "))

    shell.terminal.enter("quit")
    #expect(try shell.terminal.waitForExit() == .exited(0))
  }
}
