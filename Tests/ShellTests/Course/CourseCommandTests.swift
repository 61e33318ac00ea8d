import Foundation
import Lessons
import Reports
import TestSupport
import Testing

@testable import Shell

@Suite("The commands of the course")
struct CourseCommandTests {
  @Test func lessonsListsTheCourseInOrder() throws {
    let shell = try ShellHarness()
    let text = try shell.text("lessons")
    let places = try ["welcome", "series", "ewma", "rnn", "powers", "lstm", "own-weights"].map {
      try #require(text.range(of: "\n\($0) ")?.lowerBound, "\($0)")
    }
    #expect(places == places.sorted())
    #expect(text.contains("`lesson welcome` begins"))
  }

  @Test func whoHasDoneAllLessonsIsSentToTheReview() throws {
    let shell = try ShellHarness()
    let store = ProgressStore(shell.context)
    try store.change { progress in
      for lesson in LessonLibrary(shell.context).lessons {
        progress.lessons[lesson.id] = LessonProgress(
          fingerprint: lesson.fingerprint,
          pages: .init(uniqueKeysWithValues: lesson.pages.map { ($0.id, PageRecord(isDone: true)) })
        )
      }
    }
    let report = try shell.report("lessons")
    #expect(report.values["done"] == report.values["lessons"])
    #expect(try shell.text("lessons").contains("All of them are done. `review` asks again"))
  }

  @Test func aBrokenLessonOfATeacherIsNamedWithItsLine() throws {
    let shell = try ShellHarness(lessons: [
      "broken": NewLesson.text(id: "broken").replacing("title:", with: "titel:")
    ])
    let text = try shell.text("lessons")
    #expect(text.contains("broken.md:2"))
    #expect(text.contains("did you mean title?"))
    #expect(shell.run("lesson broken").complaints.contains("broken.md:"))
  }

  @Test func aTeachersLessonStandsInFrontOfOneOfTheSameName() throws {
    let text = NewLesson.text(id: "ewma").replacing("A lesson of my own", with: "My own averages")
    let shell = try ShellHarness(lessons: ["ewma": text])
    #expect(try shell.text("lessons").contains("My own averages"))
    #expect(try shell.text("lesson ewma").contains("My own averages"))
  }

  @Test func aMisspeltLessonIsSuggested() throws {
    let shell = try ShellHarness()
    #expect(shell.run("lesson emwa").complaints.contains("did you mean ewma?"))
  }

  @Test func theNewLessonPassesTheCheck() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("mine.md", NewLesson.text(id: "mine"))
    let outcome = shell.run("lesson check ~/mine.md")
    #expect(outcome.status == 0, "\(outcome.answers)")
    #expect(try shell.report("lesson check ~/mine.md").values["faults"] == .integer(0))
  }

  @Test(arguments: ["My-Lesson", "../mine", "mine lesson", ""])
  func aNewLessonHasAPlainName(name: String) throws {
    let shell = try ShellHarness()
    #expect(try shell.message("lesson new '\(name)'").contains("small letters, digits"))
  }

  @Test func aFaultEndsTheCheckWithStatusThree() throws {
    let shell = try ShellHarness()
    let text = NewLesson.text(id: "mine").replacing("run: evaluate", with: "run: evalutae")
    _ = try shell.home.make("mine.md", text)
    let outcome = shell.run("lesson check ~/mine.md")
    #expect(outcome.status == ExitStatus.checkFailed)
    #expect(outcome.answers.contains("mine.md:"))
  }

  @Test func aHandoutHasAnswersOnlyWhenAskedFor() throws {
    let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
    try shell.text("enrol anna7")
    let plain = try shell.text("lesson print mine")
    #expect(plain.contains("Question 2."))
    #expect(!plain.contains("Found by:") && !plain.contains("Teacher:"))
    let full = try shell.text("lesson print mine --answers --teacher")
    #expect(full.contains("Found by:") && full.contains("Teacher:"))
    #expect(try shell.text("lesson print mine answers=yes teacher=yes") == full)
    #expect(
      try shell.message("lesson print mine answers=no --answers")
        == "--answers is answers= again; keep one")
    #expect(!full.contains("{"))
  }

  @Test func aFileIsNeverOverwrittenUnasked() throws {
    let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
    _ = try shell.home.make("out.md", "precious")
    #expect(shell.run("lesson print mine file=~/out.md").status == 1)
    #expect(shell.run("notes mine file=~/out.md").status == 1)
    #expect(
      try shell.context.files.read(shell.home.path + "/out.md", limit: 100)
        == Array("precious".utf8))
  }

  @Test func notesAreMarkdownOrAPage() throws {
    let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
    for line in ["lesson mine", "notes ~/in.html", "leave"] { shell.run(line) }
    try shell.text("notes mine file=~/a.md; notes mine file=~/a.html")
    let title = try #require(shell.home.text("a.md")).prefix { $0 != "\n" }.dropFirst(2)
    for file in ["a.html", "in.html"] {
      let page = try ParsedXML(#require(shell.home.text(file)))
      #expect(page.texts("h1") == [String(title)])
      #expect(page.texts("p").contains("Nothing has been answered yet."))
    }
    try shell.text("notes mine file=~/a.html overwrite=yes")
  }

  @Test func enrollingFixesTheDraws() throws {
    func shown(_ id: String) throws -> String {
      let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
      try shell.text("enrol \(id) class=RNN24")
      try shell.text("lesson mine")
      return try shell.text("goto second")
    }
    #expect(try shown("anna7") == shown("anna7"))
    let others = try Set((0..<8).map { try shown("student\($0)") })
    #expect(others.count > 1)
  }

  @Test(arguments: ["enrol 'a b'", "enrol anna class=''", "enrol 'x;y'"])
  func anIdIsOnePlainWord(line: String) throws {
    let shell = try ShellHarness()
    #expect(shell.run(line).status == 1)
  }

  @Test func progressGoesToAnotherMachineAndBack() throws {
    let text = NewLesson.text(id: "mine")
    let here = try ShellHarness(lessons: ["mine": text])
    try here.text("enrol anna7 class=RNN24")
    for line in ["lesson mine", "0.3", "", "leave"] { here.run(line) }
    try here.text("progress export ~/me.txt")
    let bytes = try here.context.files.read(here.home.path + "/me.txt", limit: 1 << 20)
    #expect(here.run("progress export ~/me.txt").status == 1)
    #expect(here.run("progress export ~/me.txt overwrite=yes").status == 0)

    let there = try ShellHarness(lessons: ["mine": text])
    try there.context.files.write(bytes, to: there.home.path + "/me.txt", overwrite: false)
    try there.text("progress import ~/me.txt")
    let report = try there.report("progress")
    #expect(report.values["id"] == .text("anna7"))
    #expect(report.values["pages"] == .integer(1))
  }

  @Test func anotherStudentsProgressIsNotMerged() throws {
    let text = NewLesson.text(id: "mine")
    let shell = try ShellHarness(lessons: ["mine": text])
    try shell.text("enrol anna7")
    for line in ["lesson mine", "0.3", "", "leave"] { shell.run(line) }
    try shell.text("progress export ~/me.txt")
    try shell.text("enrol ben3")
    #expect(shell.run("progress import ~/me.txt").complaints.contains("anna7"))
  }

  @Test func whatIsNoProgressIsNotMerged() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("me.txt", "Dear teacher,")
    #expect(try shell.message("progress import ~/me.txt").hasPrefix("~/me.txt: "))
  }

  @Test func forgettingDeletes() throws {
    let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
    for line in ["lesson mine", "0.3", "", "leave"] { shell.run(line) }
    #expect(try shell.report("progress").values["pages"] == .integer(1))
    #expect(shell.run("progress forget mien").complaints.contains("did you mean mine?"))
    try shell.text("progress forget mine")
    #expect(try shell.report("progress").values["pages"] == .integer(0))
    #expect(shell.run("progress forget all").complaints.contains("nothing to forget"))
  }

  @Test func aReviewComesAfterADay() throws {
    let shell = try ShellHarness(lessons: ["mine": NewLesson.text(id: "mine")])
    #expect(try shell.text("review").contains("nothing to review yet"))
    for line in ["lesson mine", "0.3", "", "skip", "", "skip", "skip", "", ""] { shell.run(line) }
    #expect(shell.interpreter.dialogue == nil)
    shell.now += 86_400 * 2
    #expect(try shell.report("review pick=due").values["due"] != .integer(0))
    let text = try shell.text("review")
    #expect(shell.interpreter.prompt.hasPrefix("review 1/"))
    #expect(text.contains("?"))
    shell.run("leave")
    #expect(shell.interpreter.dialogue == nil)
  }

  @Test func wordsOfALessonOutsideOfOneSayWhatToOpen() throws {
    let shell = try ShellHarness()
    #expect(shell.run("hint").complaints.contains("lesson"))
  }

  @Test func aClassIsReportedFromItsFiles() throws {
    let text = NewLesson.text(id: "mine")
    let teacher = try ShellHarness(lessons: ["mine": text])
    let folder = try teacher.home.makeFolder("handed-in")
    for id in ["anna7", "ben3"] {
      let student = try ShellHarness(lessons: ["mine": text])
      try student.text("enrol \(id) class=RNN24")
      for line in ["lesson mine", "0.3", "", "9.99", "skip", "", "leave"] { student.run(line) }
      try student.text("progress export ~/me.txt")
      let bytes = try student.context.files.read(student.home.path + "/me.txt", limit: 1 << 20)
      try teacher.context.files.write(bytes, to: "\(folder)/\(id).txt", overwrite: false)
    }
    _ = try teacher.home.make("handed-in/holiday.jpg", "no progress at all")
    _ = try teacher.home.make("ids.txt", "anna7\nben3\ncleo\n")
    let report = try teacher.report(
      "class report ~/handed-in roster=~/ids.txt table=~/table.csv grades=~/grades.csv")
    #expect(report.values["students"] == .integer(2))
    #expect(report.values["left.out"] == .integer(1))
    let shown = try teacher.text("class report ~/handed-in roster=~/ids.txt")
    #expect(shown.contains("holiday.jpg") && shown.contains("cleo"))
    for file in ["table.csv", "grades.csv"] {
      let csv = try teacher.context.files.read("\(teacher.home.path)/\(file)", limit: 1 << 20)
      #expect(String(decoding: csv, as: UTF8.self).contains("anna7"))
    }
  }
}
