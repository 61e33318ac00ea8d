import Reports
import Testing

@testable import Lessons

@Suite("Work that looks like another student's")
struct ForeignWorkTests {
  private func report(_ students: [StudentWork]) throws -> Report {
    try ClassReport.make(files: students.map(\.file), lessons: ClassSamples.lessons).report
  }

  private func rightNumber(_ student: StudentWork) throws -> String {
    ClassSamples.text(hundredths: 100 - (try ClassSamples.drawn(student.progress.student)))
  }

  /// A student whose number differs from those of the others.
  private func student(besides others: [StudentWork]) throws -> StudentWork {
    let taken = try others.map { try ClassSamples.drawn($0.progress.student) }
    for number in 0..<100 {
      let student = StudentWork("s\(number)")
      if !taken.contains(try ClassSamples.drawn(student.progress.student)) { return student }
    }
    throw CancellationError()
  }

  private func neighbours() throws -> (ada: StudentWork, ben: StudentWork) {
    let ada = StudentWork("ada")
    return (ada, try student(besides: [ada]))
  }

  @Test func aWrongAnswerThatFitsAnothersNumbersIsFound() throws {
    var (ada, ben) = try neighbours()
    let number = try rightNumber(ada)
    ada.finish("keep", [1: try ada.kept([])])
    ben.finish("keep", [1: try ben.kept([number])])
    let report = try self.report([ada, ben])
    #expect(report.values["fits"] == 1)
    #expect(report.values["fits.pairs"] == 0)
    #expect(
      report.rows("fits") == [
        [.text(ben.progress.student.id), "ewma", "keep", 1, .text(number), "ada"]
      ])
  }

  @Test func itIsFoundHoweverTheNumberIsWritten() throws {
    var (ada, ben) = try neighbours()
    let drawn = try ClassSamples.drawn(ada.progress.student)
    ada.finish("keep", [1: try ada.kept([], isRight: true)])
    ben.finish("keep", [1: try ben.kept(["1 - 0,\(drawn)"])])
    #expect(try report([ada, ben]).values["fits"] == 1)
  }

  @Test func manyWhomItFitsAreCounted() throws {
    var copier = StudentWork("zoe")
    let others = (0..<5).map { number in
      // Their own numbers do not matter here: each file says which right number it had.
      var other = StudentWork("s\(number)")
      var record = QuestionRecord(.ask)
      record.add(Try(attempt: 1, time: 0, given: "0.005", isRight: true, right: 0.005))
      other.finish("keep", [1: record])
      return other
    }
    copier.finish("keep", [1: try copier.kept(["0.005"])])
    #expect(try report(others + [copier]).rows("fits").map { $0[5] } == ["s0, s1, s2 and 2 more"])
  }

  @Test func whoFitsTheSameOnesNumbersMoreThanOnceIsNamedFirst() throws {
    var ada = StudentWork("ada")
    var once = StudentWork("ben")
    var twice = StudentWork("cem")
    var ownRight = QuestionRecord(.ask)
    ownRight.add(Try(attempt: 1, time: 0, given: "0.005", isRight: true, right: 0.005))
    ada.finish("keep", [1: ownRight, 2: ownRight])
    once.finish("keep", [1: try once.kept(["0.005"])])
    twice.finish("keep", [1: try twice.kept(["0.005"]), 2: try twice.kept(["0.005"])])
    let report = try self.report([ada, once, twice])
    #expect(report.values["fits"] == 3)
    #expect(report.values["fits.pairs"] == 1)
    #expect(report.rows("pairs") == [["cem", "ada", 2]])
    #expect(report.rows("fits").map { $0[0] } == ["cem", "cem", "ben"])
  }

  @Test func ofEquallyManyFitsTheStudentsFollowTheAlphabet() throws {
    var ada = StudentWork("ada")
    var ownRight = QuestionRecord(.ask)
    ownRight.add(Try(attempt: 1, time: 0, given: "0.005", isRight: true, right: 0.005))
    ada.finish("keep", [1: ownRight, 2: ownRight])
    let copiers = try ["zoe", "ben", "cem"].map { id in
      var copier = StudentWork(id)
      copier.finish("keep", [1: try copier.kept(["0.005"]), 2: try copier.kept(["0.005"])])
      return copier
    }
    #expect(
      try report([ada] + copiers).rows("pairs") == [
        ["ben", "ada", 2], ["cem", "ada", 2], ["zoe", "ada", 2],
      ])
  }

  @Test func aMisconceptionExplainsIt() throws {
    var (ada, ben) = try neighbours()
    let number = try rightNumber(ada)
    ada.finish("keep", [1: try ada.kept([])])
    ben.finish("keep", [1: try ben.kept([number], labels: ["wrong 1"])])
    #expect(try report([ada, ben]).values["fits"] == 0)
  }

  @Test func ownNumbersOfAnotherAttemptAreNoFinding() throws {
    var (ada, ben) = try neighbours()
    let number = try rightNumber(ada)
    ada.finish("keep", [1: try ada.kept([])])
    var record = try ben.kept([number])
    record.add(
      Try(attempt: 2, time: 0, given: "x", isRight: true, right: Double(number)))
    ben.finish("keep", [1: record])
    #expect(try report([ada, ben]).values["fits"] == 0)
  }

  @Test(arguments: ["banana", "0.1.2", "`data`", "1/0", "nan"])
  func whatIsNoNumberIsNoFinding(given: String) throws {
    var (ada, ben) = try neighbours()
    ada.finish("keep", [1: try ada.kept([])])
    ben.finish("keep", [1: try ben.kept([given])])
    #expect(try report([ada, ben]).values["fits"] == 0)
  }

  @Test func drawsOfTheOwnIDAreNoFinding() throws {
    var ada = StudentWork("ada")
    ada.finish("keep", [1: try ada.kept(["0.001"]), 2: StudentWork.answered("a")])
    // The choice has none of the draws of its page in it.
    #expect(try report([ada]).values["draws.foreign"] == 1)
    ada.finish("keep", [1: try ada.kept(["0.001"])])
    #expect(try report([ada]).values["draws.foreign"] == 0)
  }

  @Test func aFileUnderANewIDHasDrawsOfTheOldOne() throws {
    var (ada, ben) = try neighbours()
    ada.finish("keep", [1: try ada.kept([])])
    ben.progress.lessons = ada.progress.lessons
    let report = try self.report([ada, ben])
    #expect(report.values["draws.foreign"] == 1)
    #expect(
      report.rows("draws") == [
        [
          .text(ben.progress.student.id), "ewma", "keep",
          .text("b=0.\(try ClassSamples.drawn(ada.progress.student))"),
          .text("b=0.\(try ClassSamples.drawn(ben.progress.student))"),
        ]
      ])
  }

  @Test func drawsOfAnotherVersionOfTheLessonAreNotJudged() throws {
    var (ada, ben) = try neighbours()
    ada.finish("keep", [1: try ada.kept([])])
    ben.progress.lessons = ada.progress.lessons
    ben.progress.lessons["ewma"]?.fingerprint = "older"
    #expect(try report([ada, ben]).values["draws.foreign"] == 0)
  }

  @Test func filesOfTwoClassesAreEachHeldToTheirOwn() throws {
    var first = StudentWork("ada", classCode: "R")
    first.finish("keep", [1: try first.kept([])])
    var second = StudentWork("ada", classCode: "S")
    second.finish("keep", [1: try second.kept([])])
    let report = try self.report([first, second])
    #expect(report.values["draws.foreign"] == 0)
    #expect(report.rows("students").count == 1)
  }

  @Test func aConditionWithACommandNeedsAShell() throws {
    struct Shell: Evaluator {
      var isInterrupted = false

      func value(of command: String) throws -> Value {
        if isInterrupted { throw CancellationError() }
        return 1
      }

      func report(of command: String) throws -> Report { Report() }
    }
    let keep = ClassSamples.ewma.pages[0]
    let lesson = ClassSamples.lesson(
      "ewma", order: 1,
      pages: [
        Page(
          id: "keep", title: "", line: 1,
          variables: Variables(
            keep.variables.all, condition: Template("`data pick=rows` > 0", line: 1)),
          blocks: keep.blocks)
      ])
    var (ada, ben) = try neighbours()
    ada.finish("keep", of: lesson, [1: try ada.kept([])])
    ben.progress.lessons = ada.progress.lessons
    let file = ben.file
    func foreign(_ evaluator: (any Evaluator)?) throws -> Value? {
      let made = try ClassReport.make(files: [file], lessons: [lesson], evaluator: evaluator)
      return made.report.values["draws.foreign"]
    }
    #expect(try foreign(nil) == 0)
    #expect(try foreign(Shell()) == 1)
    #expect(throws: CancellationError.self) { try foreign(Shell(isInterrupted: true)) }
  }

  @Test func twoHundredFilesAreReportedAlikeInAnyOrder() throws {
    var dice = Dice(seed: 7)
    var files: [(name: String, bytes: [UInt8])] = []
    for number in 0..<200 {
      var student = StudentWork("s\(number)")
      let wrong = (0..<dice.number(0...2)).map { _ in "0.\(dice.number(0...99))1" }
      student.finish(
        "keep", seconds: dice.number(60...900),
        [1: try student.kept(wrong, isRight: dice.number(0...4) > 0)])
      if dice.number(0...2) > 0 { student.finish("bet", [1: StudentWork.bet]) }
      if dice.number(0...3) == 0 { student.finish("cell", of: ClassSamples.lstm, seconds: 200) }
      files.append(student.file)
    }
    files[20].bytes.removeLast(5)
    let made = try ClassReport.make(files: files, lessons: ClassSamples.lessons)
    #expect(made.report.values["students"] == 199)
    #expect(made.report.values["left.out"] == 1)
    #expect(made.report.values["draws.foreign"] == 0)
    #expect(made.csv.split(separator: "\n").count == 200)
    files.shuffle(using: &dice)
    #expect(try ClassReport.make(files: files, lessons: ClassSamples.lessons.reversed()) == made)
  }
}
