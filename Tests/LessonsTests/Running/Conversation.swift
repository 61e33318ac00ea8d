import Lessons
import Testing

/// A lesson, the stand-in for the shell, and a clock that moves ten seconds a line.
struct Conversation {
  var runner: LessonRunner
  let host = ScriptedHost()
  var now = 1_000_000

  /// A lesson from its pages, as a file holds them.
  static func lesson(_ pages: String, id: String = "fading", needs: String = "") throws -> Lesson {
    let text = """
      ---
      title: How memory fades
      format: 1
      summary: A value that is halved at each step.
      minutes: 20
      order: 2
      needs: \(needs)
      ---

      \(pages)
      """
    let (lesson, faults) = LessonParser.parse(Array(text.utf8), file: "\(id).md")
    #expect(faults.filter { !$0.isWarning }.map(\.description) == [])
    return try #require(lesson)
  }

  init(_ runner: LessonRunner) { self.runner = runner }

  /// A conversation about some pages.
  init(
    _ pages: String, core: Bool = false, recalls: [Recall] = [], progress: Progress? = nil
  ) throws {
    self.init(
      LessonRunner(
        try Self.lesson(pages), corePathOnly: core, recalls: recalls,
        progress: progress ?? Progress(student: Student(id: "ada", classCode: "spring"))))
  }

  /// Begins; returns what is shown.
  @discardableResult
  mutating func begin() -> String {
    runner.begin(host, now: now)
    return host.takeShown()
  }

  /// Types a line; returns what is shown.
  @discardableResult
  mutating func type(_ line: String, after seconds: Int = 10) -> String {
    now += seconds
    runner.respond(to: line, host, now: now)
    return host.takeShown()
  }

  /// Leaves; returns what is shown.
  @discardableResult
  mutating func leave() -> String {
    now += 10
    runner.leave(host, now: now)
    return host.takeShown()
  }

  /// The record of a page.
  func record(_ page: String) -> PageRecord? {
    runner.progress.lessons["fading"]?.pages[page]
  }

  /// The record of a question, from 1.
  func record(_ page: String, _ question: Int) -> QuestionRecord? {
    record(page)?.questions[question]
  }
}
