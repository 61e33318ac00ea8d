/// Puts a progress together from the lines of a file, as far as they can be read.
///
/// A line belongs to the nearest one above that may hold it; one that is malformed takes those under it
/// along, and nothing else.
struct ProgressAssembly {
  private var student: Student?
  private var lessons: [String: LessonProgress] = [:]
  private var lesson: (id: String, progress: LessonProgress)?
  private var page: (id: String, record: PageRecord)?
  private var question: (place: Int, record: QuestionRecord)?

  /// What the lines taken so far hold; nil where they name no student.
  var progress: Progress? {
    guard let student else { return nil }
    var whole = self
    whole.closeLesson()
    return Progress(student: student, lessons: whole.lessons)
  }

  /// Takes a line in.
  mutating func take(_ line: ProgressLine) throws(ProgressLine.Malformed) {
    var line = line
    let kind = try line.word(0)
    switch kind {
    case "student": try takeStudent(&line)
    case "lesson": try takeLesson(&line)
    case "page": try takePage(&line)
    case "try": try takeTry(&line)
    case "words": try takeWords(&line)
    default:
      closeQuestion()
      guard let kind = QuestionRecord.Kind(rawValue: kind) else { throw ProgressLine.Malformed() }
      try takeQuestion(&line, kind)
    }
  }

  // MARK: Lines

  private mutating func takeStudent(_ line: inout ProgressLine) throws(ProgressLine.Malformed) {
    guard student == nil, let id = line.take("id") else { throw ProgressLine.Malformed() }
    let classCode = line.take("class") ?? ""
    try line.close(words: 1)
    student = Student(id: id, classCode: classCode)
  }

  private mutating func takeLesson(_ line: inout ProgressLine) throws(ProgressLine.Malformed) {
    closeLesson()
    let id = try line.word(1)
    let path = line.take("path")
    guard lessons[id] == nil, path == nil || path == "core",
      let fingerprint = line.take("fingerprint")
    else { throw ProgressLine.Malformed() }
    let progress = LessonProgress(
      fingerprint: fingerprint, currentPage: line.take("page"), corePathOnly: path != nil,
      visited: try line.takeCount("visited"), restarts: try line.takeCount("restarts"))
    try line.close(words: 2)
    lesson = (id, progress)
  }

  private mutating func takePage(_ line: inout ProgressLine) throws(ProgressLine.Malformed) {
    closePage()
    let id = try line.word(1)
    guard let lesson, lesson.progress.pages[id] == nil else { throw ProgressLine.Malformed() }
    let record = PageRecord(
      attempt: try line.takeCount("attempt"),
      isDone: try line.truth(2, yes: "done", no: "begun"),
      finished: try line.takeCount("finished"), seconds: try line.takeCount("seconds"))
    try line.close(words: 3)
    page = (id, record)
  }

  private mutating func takeQuestion(
    _ line: inout ProgressLine, _ kind: QuestionRecord.Kind
  ) throws(ProgressLine.Malformed) {
    let place = try ProgressLine.count(line.word(1))
    guard let page, page.record.questions[place] == nil,
      let outcome = QuestionRecord.Outcome(rawValue: try line.word(2))
    else { throw ProgressLine.Malformed() }
    var record = QuestionRecord(kind)
    record.outcome = outcome
    record.settledIn = try line.takeCount("attempt")
    record.hints = try line.takeCount("hints")
    record.hasBeenShown = try line.takeCount("seen") > 0
    if let recall = line.take("recall") {
      record.recall = RecallState(
        stage: recall == "missed" ? 0 : try ProgressLine.count(recall),
        last: try line.takeCount("asked"), isMissed: recall == "missed",
        count: try line.takeCount("again"))
    }
    try line.close(words: 3)
    question = (place, record)
  }

  private mutating func takeTry(_ line: inout ProgressLine) throws(ProgressLine.Malformed) {
    guard let count = question?.record.tries.count, count < ProgressLimits.triesOfAll,
      let given = line.take("given")
    else { throw ProgressLine.Malformed() }
    var one = Try(
      attempt: try line.takeCount("attempt"), time: try line.takeCount("time"),
      draws: line.take("draws") ?? "", given: given, label: line.take("label"),
      isRight: try line.truth(1, yes: "right", no: "wrong"), right: try line.takeNumber("right"))
    one.number = try line.takeCount("number")
    try line.close(words: 2)
    question?.record.tries.append(one)
  }

  private mutating func takeWords(_ line: inout ProgressLine) throws(ProgressLine.Malformed) {
    guard let question, question.record.writing == nil else { throw ProgressLine.Malformed() }
    var criteria: [Int] = []
    for part in (line.take("criteria") ?? "").split(separator: ",") {
      criteria.append(try ProgressLine.count(part))
    }
    let writing = QuestionRecord.Writing(
      text: try line.word(1), time: try line.takeCount("time"), criteria: criteria)
    try line.close(words: 2)
    self.question?.record.writing = writing
  }

  // MARK: What is complete

  private mutating func closeQuestion() {
    guard let (place, record) = question else { return }
    page?.record.questions[place] = record
    page?.record.questions[place]?.tries = Try.union(record.tries, [])
    question = nil
  }

  private mutating func closePage() {
    closeQuestion()
    if let (id, record) = page { lesson?.progress.pages[id] = record }
    page = nil
  }

  private mutating func closeLesson() {
    closePage()
    if let (id, progress) = lesson { lessons[id] = progress }
    lesson = nil
  }
}
