import Reports
import Testing

@testable import Lessons

@Suite("A class report")
struct ClassReportTests {
  /// Ada has everything right, Ben half, Cem skipped and looked.
  private func students() throws -> [StudentWork] {
    var ada = StudentWork("ada")
    ada.finish(
      "keep", seconds: 600, [1: try ada.kept([]), 2: try ada.chosen("a", label: "right")])
    ada.finish("bet", seconds: 60, [1: StudentWork.bet])
    ada.finish("more", seconds: 60, [1: StudentWork.answered("cell")])
    ada.finish("cell", of: ClassSamples.lstm, seconds: 300)
    var ben = StudentWork("ben")
    ben.finish(
      "keep", seconds: 1200,
      [
        1: try ben.kept(["0.5", ".99"], labels: ["wrong 1"]),
        2: try ben.chosen("b", label: "option 2: stays", isRight: false),
      ])
    var cem = StudentWork("cem")
    cem.finish("keep", seconds: 120, [1: StudentWork.shown, 2: try cem.chosen("a")])
    cem.finish("bet", seconds: 60, [1: StudentWork.skippedBet])
    cem.finish("more", [1: StudentWork.answered("Hidden", label: "wrong 1", isRight: false)])
    return [cem, ada, ben]
  }

  private func make(
    _ students: [StudentWork], roster: String? = nil,
    more: [(name: String, bytes: [UInt8])] = []
  ) throws -> ClassReport {
    try ClassReport.make(
      files: students.map(\.file) + more, lessons: ClassSamples.lessons,
      roster: roster.map { Array($0.utf8) })
  }

  @Test func countsEachStudentsWork() throws {
    let report = try make(students()).report
    #expect(report.title == "Class report: 3 students, 3 files")
    #expect(
      report.rows("students") == [
        ["ada", 4, 3, 3, 3, 0, 0, 17],
        ["ben", 1, 0, 0, 1, 0, 0, 20],
        ["cem", 3, 0, 1, 1, 1, 1, 3],
      ])
    #expect(report.values["students"] == 3)
    #expect(report.values["files"] == 3)
    #expect(report.values["left.out"] == 0)
    #expect(report.values["pages.of"] == 3)
    #expect(report.values["pages.median"] == 3.0)
    #expect(report.values["counting.median"] == 0.0)
    #expect(report.values["minutes.median"] == 17.0)
    #expect(report.values["absent"] == .null)
    #expect(report.values["fits"] == 0)
    #expect(report.values["draws.foreign"] == 0)
  }

  @Test func tellsOfEachLesson() throws {
    let report = try make(students()).report
    #expect(report.rows("lessons") == [["ewma", 3, 2, 7.5, 10, 0], ["lstm", 1, 1, 5.0, 20, 0]])
    #expect(report.values["ewma.done"] == 2)
    #expect(report.values["ewma.minutes.median"] == 7.5)
    #expect(try make([]).report.values["lstm.minutes.median"] == .null)
  }

  @Test func namesThePagesMissedByMost() throws {
    #expect(
      try make(students()).report.rows("missed") == [
        ["ewma", "keep", "What is kept", 2, 3], ["ewma", "more", "More", 1, 2],
      ])
  }

  @Test func namesTheWrongAnswersGivenByMostWithTheirReplies() throws {
    var dan = StudentWork("dan")
    dan.finish("keep", [1: try dan.kept(["0,99", "0.990"], isRight: false)])
    let rows = try make(students() + [dan]).report.rows("wrongs")
    #expect(
      rows == [
        ["ewma", "keep", 1, 2, ".99", nil, nil],
        ["ewma", "keep", 1, 1, "b", "wrong 1", "That is b."],
        ["ewma", "keep", 2, 1, "stays", "option 2: stays", "No."],
        ["ewma", "more", 1, 1, "hidden", "wrong 1", "No."],
      ])
  }

  @Test func aLabelThatTheLessonDoesNotHaveDoesNoHarm() throws {
    var ada = StudentWork("ada")
    let labels = [
      "wrong 7", "wrong -1", "wrong", "option 99999999999999999999: x", "one minus", "", " ",
    ]
    ada.finish("keep", [1: try ada.kept(labels.map { "x\($0)" }, labels: labels)])
    let rows = try make([ada]).report.rows("wrongs")
    #expect(rows.count == labels.count)
    #expect(rows.allSatisfy { $0[6] == .null })
  }

  @Test func mergesTheFilesOfOneID() throws {
    var home = StudentWork("ada")
    home.finish("keep", [1: try home.kept([]), 2: try home.chosen("a")])
    var lab = StudentWork("ada")
    lab.finish("bet", [1: StudentWork.bet])
    let files = [("b.txt", home.file.bytes), ("a.txt", lab.file.bytes)]
    let report = try ClassReport.make(files: files, lessons: ClassSamples.lessons).report
    #expect(report.rows("students").map { $0.prefix(3) } == [["ada", 2, 2]])
    #expect(report.rows("merged") == [["ada", "a.txt, b.txt"]])
  }

  @Test func leavesOutWhatIsNoWholeFileAndSaysWhy() throws {
    let whole = try students()[0].file.bytes
    let made = try make(
      [],
      more: [
        ("cut.txt", Array(whole.dropLast(5))), ("essay.txt", Array("hello".utf8)),
        ("new.txt", Array("gatehouse progress 3\n".utf8)),
        ("nobody.txt", StudentWork("").file.bytes),
        ("long.txt", StudentWork(String(repeating: "x", count: 201)).file.bytes),
      ])
    #expect(
      made.leftOut.map { "\($0.file): \($0.reason)" } == [
        "cut.txt: line 13: the file is cut short in its last line",
        "essay.txt: line 1: this is no progress of Gatehouse: it does not begin with "
          + "gatehouse progress 1",
        "long.txt: the student's id or class is longer than 200 bytes",
        "new.txt: line 1: this progress is of format 3, and this Gatehouse knows format 1: "
          + "a newer one wrote it",
        "nobody.txt: the file names no student",
      ])
    #expect(made.report.values["left.out"] == 5)
    #expect(made.report.rows("left.out").map { $0[0] } == made.leftOut.map { .text($0.file) })
    #expect(made.report.values["students"] == 0)
    #expect(made.report.values["pages.median"] == .null)
  }

  @Test func aRosterTellsWhoSentNothing() throws {
    let report = try make(
      try students(), roster: "ada,Ada L.\ncem\nzoe,Zoe\nBen,Benjamin\n"
    ).report
    #expect(report.values["absent"] == 2)
    #expect(report.values["unlisted"] == 1)
    #expect(report.rows("absent") == [["zoe", "Zoe", nil], ["Ben", "Benjamin", "ben"]])
    #expect(report.paragraphs.contains("Not on the roster: ben."))
    #expect(report.rows("students").map { $0[1] } == ["Ada L.", nil, nil])
  }

  @Test func aRosterOfWhichAllAreThereSaysSo() throws {
    let report = try make(students(), roster: "ada\nben\ncem").report
    #expect(report.paragraphs.contains("Everybody on the roster has sent something."))
  }

  @Test func gradesCountPagesWithoutSkippedOrShownOnes() throws {
    #expect(
      try make(students(), roster: "ada\nzoe").grades == """
        "id","pages","of","percent"
        "ada",3,3,100
        "ben",0,3,0
        "cem",0,3,0
        "zoe",0,3,0

        """)
  }

  @Test func aPageCountsOnceAgainIsRight() throws {
    var cem = StudentWork("cem")
    var record = StudentWork.shown
    record.add(Try(attempt: 2, time: 0, given: "a", isRight: true))
    cem.finish("keep", [1: record])
    #expect(try make([cem]).grades.contains("\"cem\",1,3,33.3\n"))
  }

  @Test func aSpreadsheetGetsEverythingThatIsCounted() throws {
    #expect(
      try make(students(), roster: "ada,=Ada").csv == """
        "id","name","class","files","pages","counting","of","first","right","skipped","shown",\
        "tries","hints","minutes","ewma pages","lstm pages"
        "ada","'=Ada","R",1,4,3,3,3,3,0,0,4,0,17,3,1
        "ben",,"R",1,1,0,3,0,1,0,0,4,0,20,1,0
        "cem",,"R",1,3,0,3,1,1,1,1,2,0,3,3,0

        """)
  }

  @Test(arguments: ["=cmd()", "+1", "-1", "@x", "\t=1", "\r=1"])
  func noIDRunsInASpreadsheet(id: String) throws {
    let made = try make([StudentWork(id)])
    for text in [made.csv, made.grades] {
      #expect(text.split(separator: "\n").last?.hasPrefix("\"'") == true)
    }
  }

  @Test func lessonsThatAreNotHereAreNamedAndNotCounted() throws {
    var ada = StudentWork("ada")
    ada.finish("own", of: ClassSamples.lesson("own-one", order: 9, pages: []))
    ada.finish("gone")
    let report = try make([ada]).report
    #expect(report.rows("students") == [["ada", 0, 0, 0, 0, 0, 0, 0]])
    #expect(
      report.paragraphs.contains("Not counted, since these lessons are not here: own-one."))
  }

  @Test func anotherVersionOfALessonIsTold() throws {
    var ada = StudentWork("ada")
    ada.finish("bet", [1: StudentWork.bet])
    ada.progress.lessons["ewma"]?.fingerprint = "older"
    #expect(try make([ada]).report.rows("lessons") == [["ewma", 1, 0, nil, 10, 1]])
  }

  @Test func noFileAndNoLessonMakeAnEmptyReport() throws {
    let made = try ClassReport.make(files: [], lessons: [])
    #expect(made.report.title == "Class report: 0 students, 0 files")
    #expect(made.grades == "\"id\",\"pages\",\"of\",\"percent\"\n")
    let one = try ClassReport.make(files: [StudentWork("ada").file], lessons: [])
    #expect(one.grades.hasSuffix("\"ada\",0,0,\n"))
  }

  @Test func hugeNumbersInAFileDoNoHarm() throws {
    var ada = StudentWork("ada")
    var record = StudentWork.shown
    record.showHints(.max)
    for page in ["keep", "bet", "more"] {
      ada.finish(page, seconds: .max, [1: record, 2: record])
    }
    #expect(try make([ada]).report.rows("students") == [["ada", 3, 0, 0, 0, 0, 6, 30_240]])
  }
}
