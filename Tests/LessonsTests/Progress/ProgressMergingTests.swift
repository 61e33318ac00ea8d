import Testing

@testable import Lessons

@Suite("Progresses of two machines")
struct ProgressMergingTests {
  @Test(arguments: 0..<300)
  func mergeInAnyOrderAndAnyNumberOfTimes(seed: Int) {
    var dice = Dice(seed: seed)
    let (a, b, c) = (Progress.random(&dice), Progress.random(&dice), Progress.random(&dice))
    #expect(a.merged(with: b).lessons == b.merged(with: a).lessons)
    #expect(a.merged(with: b).merged(with: c) == a.merged(with: b.merged(with: c)))
    #expect(a.merged(with: a) == a)
    #expect(a.merged(with: b).merged(with: b) == a.merged(with: b))
  }

  @Test(arguments: 0..<100)
  func knowTheirOwnExportAgain(seed: Int) {
    var dice = Dice(seed: seed)
    let progress = Progress.random(&dice)
    #expect(progress.merged(with: progress.exported) == progress)
  }

  private func make(_ page: PageRecord, visited: Int = 0, fingerprint: String = "a") -> Progress {
    Progress(
      student: Student(id: "ada"),
      lessons: [
        "ewma": LessonProgress(fingerprint: fingerprint, visited: visited, pages: ["p1": page])
      ])
  }

  private func make(_ tries: [(given: String, isRight: Bool)], attempt: Int = 1) -> PageRecord {
    var record = QuestionRecord(.ask)
    for (index, one) in tries.enumerated() {
      record.add(
        Try(attempt: attempt, time: index, given: one.given, isRight: one.isRight, right: 2))
    }
    return PageRecord(attempt: attempt, questions: [1: record])
  }

  @Test func takeTheBestStateOfEachPage() throws {
    let left = make(PageRecord(attempt: 2, isDone: false, finished: nil, seconds: 60))
    let right = make(PageRecord(attempt: 1, isDone: true, finished: 70, seconds: 30))
    let page = try #require(left.merged(with: right).lessons["ewma"]?.pages["p1"])
    #expect(page == PageRecord(attempt: 2, isDone: true, finished: 70, seconds: 60))
  }

  @Test func uniteTheTries() throws {
    let left = make(make([("1", false), ("3", false)]))
    let right = make(make([("1", false), ("2", true)]))
    let question = try #require(
      left.merged(with: right)[QuestionKey(lesson: "ewma", page: "p1", question: 1)])
    #expect(question.outcome == .right)
    #expect(question.tries.map(\.given) == ["1", "2", "3"])
  }

  @Test func keepThePagesOfAnUpgradedLesson() throws {
    let old = make(PageRecord(isDone: true), visited: 1, fingerprint: "old")
    let new = make(PageRecord(isDone: false), visited: 2, fingerprint: "new")
    let lesson = try #require(old.merged(with: new).lessons["ewma"])
    #expect(lesson.fingerprint == "new")
    #expect(lesson.pages["p1"]?.isDone == true)
  }

  @Test func leaveTheStudentOfTheLeftOne() {
    let left = Progress(student: Student(id: "ada", classCode: "R"))
    #expect(left.merged(with: Progress(student: Student(id: "ben"))).student == left.student)
  }

  @Test func doNotUndoAReset() throws {
    let old = make(make([("1", false), ("2", true)]), visited: 5)
    var new = old
    new.lessons["ewma"]?.reset()
    let lesson = try #require(new.merged(with: old).lessons["ewma"])
    #expect(lesson.pages == ["p1": PageRecord(attempt: 2)])
    #expect(old.merged(with: new).lessons["ewma"] == lesson)
  }

  @Test func forgetOneLessonOrAll() {
    var progress = Progress(
      student: Student(id: "ada"),
      lessons: ["ewma": LessonProgress(fingerprint: "a"), "lstm": LessonProgress(fingerprint: "b")])
    progress.forget(lesson: "ewma")
    #expect(progress.lessons.keys.sorted() == ["lstm"])
    progress.forget()
    #expect(progress == Progress(student: Student(id: "ada")))
  }

  @Test func scheduleWhatAnExportBringsWithoutTimes() {
    let other = make(make([("2", true)])).exported
    let progress = Progress(student: Student(id: "ada")).importing(other, at: 1_000)
    #expect(progress.due(at: 1_000 + 86_399) == [])
    #expect(
      progress.due(at: 1_000 + 86_400) == [QuestionKey(lesson: "ewma", page: "p1", question: 1)])
    #expect(progress.importing(other, at: 9_000) == progress)
  }
}
