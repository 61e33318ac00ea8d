/// Writes a progress line by line; `ProgressParser` reads what is written here.
///
/// What is 0, no or not there is left out. A line belongs to those above it that stand further left:
/// ```
/// gatehouse progress 1
/// student id=s123 class=RNN24
/// lesson ewma fingerprint=0123456789abcdef visited=1764000000 page=half-life path=core restarts=1
///   page first done attempt=1 finished=1763999000 seconds=250
///     ask 1 right attempt=1 hints=1 seen=1 recall=0 asked=1763999000 again=2
///       try wrong attempt=1 number=1 time=1763998000 draws="b=0.80" given=0,8 label=percent right=0.2
///     write 2 written attempt=1
///       words "It fades." time=1763998800 criteria=1,3
/// end lines=8 hash=0123456789abcdef
/// ```
struct ProgressWriter {
  /// The first line of every file, without the version.
  static let head = "gatehouse progress"
  /// The version that is written and read.
  static let version = 1

  /// What has been written.
  private(set) var text = ""
  /// How many lines that are.
  private(set) var lines = 0
  private let mostTries: Int

  /// Writes a progress, of each question so many tries at most.
  init(_ progress: Progress, tries mostTries: Int) {
    self.mostTries = mostTries
    add("\(Self.head) \(Self.version)")
    var line = ProgressLine("student")
    line.add("id", progress.student.id)
    line.add("class", progress.student.classCode.isEmpty ? nil : progress.student.classCode)
    add(line.text)
    for (id, lesson) in progress.lessons.sorted(by: { $0.key < $1.key }) { add(lesson, id) }
    add(Self.end(lines: lines, hash: Self.hash(text.utf8)))
  }

  /// The last line, after so many others with that hash.
  static func end(lines: Int, hash: String) -> String { "end lines=\(lines) hash=\(hash)" }

  /// FNV-1a, 64 bits, as sixteen hexadecimal digits.
  static func hash(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(FNV1a.hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private mutating func add(_ line: String) {
    text += line
    text += "\n"
    lines += 1
  }

  private mutating func add(_ lesson: LessonProgress, _ id: String) {
    var line = ProgressLine("lesson", id)
    line.add("fingerprint", lesson.fingerprint)
    line.add("visited", lesson.visited)
    line.add("page", lesson.currentPage)
    line.add("path", lesson.corePathOnly ? "core" : nil)
    line.add("restarts", lesson.restarts)
    add(line.text)
    for (id, page) in lesson.pages.sorted(by: { $0.key < $1.key }) { add(page, id) }
  }

  private mutating func add(_ page: PageRecord, _ id: String) {
    var line = ProgressLine("page", id, page.isDone ? "done" : "begun")
    line.add("attempt", max(1, page.attempt))
    line.add("finished", page.finished)
    line.add("seconds", page.seconds)
    add("  " + line.text)
    for (place, question) in page.questions.sorted(by: { $0.key < $1.key }) { add(question, place) }
  }

  private mutating func add(_ question: QuestionRecord, _ place: Int) {
    var line = ProgressLine(question.kind.rawValue, String(place), question.outcome.rawValue)
    line.add("attempt", question.settledIn)
    line.add("hints", question.hints)
    line.add("seen", question.hasBeenShown ? 1 : nil)
    if let recall = question.recall {
      line.add("recall", recall.isMissed ? "missed" : String(recall.stage))
      line.add("asked", recall.last)
      line.add("again", recall.count)
    }
    add("    " + line.text)
    for one in question.tries.prefix(mostTries) { add(one) }
    if let writing = question.writing { add(writing) }
  }

  private mutating func add(_ one: Try) {
    var line = ProgressLine("try", one.isRight ? "right" : "wrong")
    line.add("attempt", one.attempt)
    line.add("number", one.number)
    line.add("time", one.time)
    line.add("draws", one.draws.isEmpty ? nil : one.draws)
    line.add("given", one.given)
    line.add("label", one.label)
    line.add("right", one.right.map { "\($0)" })
    add("      " + line.text)
  }

  private mutating func add(_ writing: QuestionRecord.Writing) {
    var line = ProgressLine("words", writing.text)
    line.add("time", writing.time)
    line.add(
      "criteria",
      writing.criteria.isEmpty ? nil : writing.criteria.map(String.init).joined(separator: ","))
    add("      " + line.text)
  }
}
