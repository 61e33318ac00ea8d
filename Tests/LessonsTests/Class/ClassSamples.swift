import Reports

@testable import Lessons

/// A small course and the work of students on it.
enum ClassSamples {
  /// Pages `keep` (a number that depends on b, and a choice), `bet` and, optional, `more` (a word).
  static let ewma = lesson(
    "ewma", order: 1,
    pages: [
      Page(
        id: "keep", title: "What is kept", line: 1,
        variables: Variables([
          .init(name: "b", values: (10...99).map { "0.\($0)" })
        ]),
        blocks: [
          .ask(
            Ask(
              line: 1,
              kind: .number(
                NumberQuestion(
                  answer: template("= 1-b"), tolerance: .absolute(0.001),
                  wrongs: [
                    NamedWrong(line: 2, answer: template("b"), reply: template("That is b."))
                  ]
                )),
              question: template("1-b?"), hints: [], solutions: [])),
          .ask(
            Ask(
              line: 3,
              kind: .choice([
                Option(line: 4, truth: .right, text: template("fades"), reason: template("Yes.")),
                Option(line: 5, truth: .wrong, text: template("stays"), reason: template("No.")),
              ]), question: template("It…"), hints: [], solutions: [])),
        ]),
      Page(
        id: "bet", title: "A bet", line: 6,
        blocks: [
          .guess(
            Guess(
              line: 7, kind: .choice([]), question: template("Which?"), command: nil, outcome: nil,
              explanation: nil))
        ]),
      Page(
        id: "more", title: "More", isOptional: true, line: 8,
        blocks: [
          .ask(
            Ask(
              line: 9,
              kind: .text(
                TextQuestion(
                  answers: [template("cell")],
                  wrongs: [(line: 10, answers: [template("hidden")], reply: template("No."))])),
              question: template("Which state?"), hints: [], solutions: []))
        ]),
    ])

  /// One page without questions.
  static let lstm = lesson(
    "lstm", order: 2, pages: [Page(id: "cell", title: "The cell", line: 1, blocks: [])])

  static let lessons = [lstm, ewma]

  static func lesson(_ id: String, order: Int, pages: [Page]) -> Lesson {
    Lesson(
      id: id, title: id, summary: "", minutes: 10 * order, coreMinutes: nil, order: order,
      needs: [], pages: pages, fingerprint: "\(id) 1")
  }

  static func template(_ text: String) -> Template { Template(text, line: 1) }

  /// The value of b that is drawn for a student, in hundredths.
  static func drawn(_ student: Student, attempt: Int = 1) throws -> Int {
    let seed = DrawSeed(
      classCode: student.classCode, student: student.id, lesson: "ewma", page: "keep",
      attempt: attempt)
    let draws = try ewma.pages[0].variables.draws(for: seed, Nobody())
    return Int(draws["b"]?.dropFirst(2) ?? "") ?? 0
  }

  static func text(hundredths: Int) -> String {
    hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
  }

  /// Computes nothing.
  private struct Nobody: Evaluator {
    struct Refusal: Error {}

    func value(of command: String) throws -> Value { throw Refusal() }

    func report(of command: String) throws -> Report { throw Refusal() }
  }
}

/// Builds the work of one student.
struct StudentWork {
  var progress: Progress

  init(_ id: String, classCode: String = "R") {
    progress = Progress(student: Student(id: id, classCode: classCode))
  }

  /// Finishes a page, with what is done on its questions.
  mutating func finish(
    _ page: String, of lesson: Lesson = ClassSamples.ewma, seconds: Int = 0, isDone: Bool = true,
    _ questions: [Int: QuestionRecord] = [:]
  ) {
    var whole = progress.lessons[lesson.id] ?? LessonProgress(fingerprint: lesson.fingerprint)
    whole.pages[page] = PageRecord(isDone: isDone, seconds: seconds, questions: questions)
    progress.lessons[lesson.id] = whole
  }

  /// Answers to the question for 1 − b, the last of them right if that is wanted.
  func kept(_ wrong: [String], labels: [String?] = [], isRight: Bool = true) throws
    -> QuestionRecord
  {
    let drawn = try ClassSamples.drawn(progress.student)
    var record = QuestionRecord(.ask)
    func one(_ given: String, _ label: String?, isRight: Bool) -> Try {
      Try(
        attempt: 1, time: 0, draws: "b=0.\(drawn)", given: given, label: label, isRight: isRight,
        right: 1 - Double(drawn) / 100)
    }
    for (index, given) in wrong.enumerated() {
      record.add(one(given, index < labels.count ? labels[index] : "wrong", isRight: false))
    }
    let right = ClassSamples.text(hundredths: 100 - drawn)
    if isRight { record.add(one(right, "right", isRight: true)) }
    return record
  }

  /// An answer to the choice on the same page.
  func chosen(_ given: String, label: String? = nil, isRight: Bool = true) throws
    -> QuestionRecord
  {
    let drawn = try ClassSamples.drawn(progress.student)
    return Self.answered(given, draws: "b=0.\(drawn)", label: label, isRight: isRight)
  }

  /// An answer to a question without a number.
  static func answered(
    _ given: String, draws: String = "", label: String? = nil, isRight: Bool = true
  ) -> QuestionRecord {
    var record = QuestionRecord(.ask)
    record.add(
      Try(attempt: 1, time: 0, draws: draws, given: given, label: label, isRight: isRight))
    return record
  }

  static var bet: QuestionRecord {
    var record = QuestionRecord(.guess)
    record.add(Try(attempt: 1, time: 0, given: "a", isRight: false))
    return record
  }

  static var skippedBet: QuestionRecord {
    var record = QuestionRecord(.guess)
    record.skip(attempt: 1, at: 0)
    return record
  }

  static var shown: QuestionRecord {
    var record = QuestionRecord(.ask)
    record.show(attempt: 1, at: 0)
    return record
  }

  /// The file that the student hands in.
  var file: (name: String, bytes: [UInt8]) {
    (progress.exportName, Array(progress.exported.text.utf8))
  }
}

extension Report {
  /// The rows of a table; none where there is no such table.
  func rows(_ name: String) -> [[Value]] {
    if case .table(let table)? = block(named: name) { Array(table.rows) } else { [] }
  }

  /// The running text.
  var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
  }
}
