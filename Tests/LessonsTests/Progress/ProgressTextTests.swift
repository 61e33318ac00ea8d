import Testing

@testable import Lessons

@Suite("A progress file")
struct ProgressTextTests {
  /// One of everything.
  static let sample: Progress = {
    var asked = QuestionRecord(.ask)
    asked.add(
      Try(
        attempt: 1, time: 100, draws: "b=0.80", given: "0,107", label: "wrong 1", isRight: false,
        right: 0.892626))
    asked.add(
      Try(attempt: 1, time: 160, draws: "b=0.80", given: "0.893", isRight: true, right: 0.892626))
    asked.showHints(1)
    var bet = QuestionRecord(.guess)
    bet.add(Try(attempt: 1, time: 200, given: "the 0.8 curve", isRight: false))
    var written = QuestionRecord(.write)
    written.write(
      QuestionRecord.Writing(
        text: "It says \"fade\".\n\tTwice: \u{1b}[2J \\ é 日", time: 300, criteria: [1, 3]),
      attempt: 1)
    var skipped = QuestionRecord(.ask)
    skipped.skip(attempt: 1, at: 400)
    return Progress(
      student: Student(id: "s 123", classCode: "RNN24"),
      lessons: [
        "ewma": LessonProgress(
          fingerprint: "0123456789abcdef", currentPage: "half-life", corePathOnly: true,
          visited: 450,
          pages: [
            "first": PageRecord(
              isDone: true, finished: 350, seconds: 250, questions: [1: asked, 2: bet, 3: written]),
            "half-life": PageRecord(attempt: 2, seconds: 12, questions: [1: skipped]),
          ])
      ])
  }()

  @Test func readsLikeThis() {
    #expect(
      Self.sample.text == """
        gatehouse progress 1
        student id="s 123" class=RNN24
        lesson ewma fingerprint=0123456789abcdef visited=450 page=half-life path=core
          page first done attempt=1 finished=350 seconds=250
            ask 1 right attempt=1 hints=1 recall=0 asked=160
              try wrong attempt=1 number=1 time=100 draws="b=0.80" given=0,107 label="wrong 1" \
        right=0.892626
              try right attempt=1 number=2 time=160 draws="b=0.80" given=0.893 right=0.892626
            guess 2 bet attempt=1
              try wrong attempt=1 number=1 time=200 given="the 0.8 curve"
            write 3 written attempt=1
              words "It says \\"fade\\".\\n\\tTwice: \\u{1b}[2J \\\\ é 日" time=300 criteria=1,3
          page half-life begun attempt=2 seconds=12
            ask 1 skipped attempt=1 recall=missed asked=400
        end lines=13 hash=\(hash)

        """)
  }

  /// Computed by another program.
  private let hash = "376fa96afed90df2"

  @Test func readsBackAsTheSame() throws {
    #expect(try Progress(parsing: Array(Self.sample.text.utf8)) == Self.sample)
  }

  @Test(arguments: 0..<100)
  func anyProgressReadsBackAsTheSame(seed: Int) throws {
    var dice = Dice(seed: seed)
    let progress = Progress.random(&dice)
    #expect(try Progress(parsing: Array(progress.text.utf8)) == progress)
    #expect(try Progress(parsing: Array(progress.exported.text.utf8)) == progress.exported)
  }

  @Test(arguments: [
    "", " ", "\"", "\\", "\\n", "a\r\nb", "\0", "\u{7f}\u{85}", "\u{202e}cod", "\u{feff}", "a=b",
    "=", "#", "👩‍👩‍👧", "e\u{301}", "end lines=1 hash=0",
  ])
  func anyTextSurvives(text: String) throws {
    var progress = Progress(student: Student(id: text, classCode: text))
    var record = QuestionRecord(.ask)
    record.add(Try(attempt: 1, time: 1, draws: text, given: text, label: text, isRight: false))
    var written = QuestionRecord(.write)
    written.write(QuestionRecord.Writing(text: text, time: 1), attempt: 1)
    progress.lessons[text] = LessonProgress(
      fingerprint: text, currentPage: text,
      pages: [text: PageRecord(questions: [1: record, 2: written])])
    let read = try Progress(parsing: Array(progress.text.utf8))
    #expect(read == progress)
    #expect(Array(read.student.id.unicodeScalars) == Array(text.unicodeScalars))
    #expect(progress.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test func survivesWhatMailAndWindowsDoToIt() throws {
    let text = "\u{feff}" + Self.sample.text.split(separator: "\n").joined(separator: "\r\n")
    #expect(try Progress(parsing: Array(text.utf8)) == Self.sample)
  }

  @Test(arguments: [(50, 50), (20, 10), (4, 1), (1, 0)])
  func ofAHistoryTooLongTheLaterTriesAreLeftOut(kilobytes: Int, kept: Int) throws {
    var record = QuestionRecord(.ask)
    for number in 1...50 {
      let given = "\(number)" + String(repeating: "x", count: 790)
      record.add(Try(attempt: 1, time: 1, given: given, isRight: false))
    }
    let page = PageRecord(questions: [1: record, 2: record])
    let progress = Progress(
      student: Student(id: "ada"),
      lessons: ["ewma": LessonProgress(fingerprint: "a", pages: ["p1": page])])
    let text = progress.text(withinBytes: kilobytes * 1_000)
    let read = try Progress(parsing: Array(text.utf8))
    #expect(read[QuestionKey(lesson: "ewma", page: "p1", question: 2)]?.tries.count == kept)
  }

  @Test func numbersOutOfRangeAreWrittenAsTheNearestInIt() throws {
    var progress = Self.sample
    progress.lessons["ewma"]?.visited = .min
    progress.lessons["ewma"]?.pages["first"]?.attempt = -3
    progress.lessons["ewma"]?.pages["first"]?.seconds = .max
    let read = try Progress(parsing: Array(progress.text.utf8))
    #expect(read.lessons["ewma"]?.visited == 0)
    #expect(read.lessons["ewma"]?.pages["first"]?.attempt == 1)
    #expect(read.lessons["ewma"]?.pages["first"]?.seconds == 1 << 53)
  }
}

@Suite("An export")
struct ProgressExportTests {
  private let text = ProgressTextTests.sample.exported.text

  @Test func holdsAnswersAndMinutes() {
    #expect(
      text.hasPrefix(
        """
        gatehouse progress 1
        student id="s 123" class=RNN24
        lesson ewma fingerprint=0123456789abcdef
          page first done attempt=1 seconds=250
            ask 1 right attempt=1 hints=1
              try wrong attempt=1 number=1 draws="b=0.80" given=0,107 label="wrong 1" right=0.892626

        """))
  }

  @Test(arguments: ["words", "fade", "time=", "visited=", "finished=", "asked=", "recall="])
  func holdsNeitherOwnWordsNorTimes(of word: String) {
    #expect(ProgressTextTests.sample.text.contains(word))
    #expect(!text.contains(word))
  }

  @Test(arguments: [
    ("s123", "s123-progress.txt"), ("a_b-C", "a_b-C-progress.txt"),
    ("a/b", "id-a_b-e620c319-progress.txt"), ("a b", "id-a_b-e63f9919-progress.txt"),
    ("../../etc", "id-______etc-b2d9fe41-progress.txt"), ("", "id--cbf29ce4-progress.txt"),
    ("-rf", "id--rf-df312917-progress.txt"),
    ("é", "id-_-0ac21707-progress.txt"),
  ])
  func hasASafeName(id: String, name: String) {
    #expect(Progress(student: Student(id: id)).exportName == name)
  }

  @Test func hasAShortNameOfALongID() {
    let id = String(repeating: "x", count: 1_000)
    #expect(Progress(student: Student(id: id)).exportName.utf8.count < 100)
  }
}
