import Reports

/// A lesson, or a review, as a conversation: lines in, text and commands out through a host.
///
/// It knows no file, clock or screen: time comes in as seconds since 1970, and the same lines at the
/// same times lead to the same.
public struct LessonRunner: Sendable {
  /// What the student has done, in all lessons.
  public internal(set) var progress: Progress
  /// Whether the conversation has ended.
  public internal(set) var isOver = false

  /// The lesson; nil in a review.
  let lesson: Lesson?
  /// The places of the pages that Enter leads through, in order.
  let route: [Int]
  /// Whether optional pages are left out.
  let corePathOnly: Bool
  /// Whether a teacher shows it to a class.
  let isPresented: Bool
  /// The questions of earlier lessons that are asked, and how many have been met.
  let recalls: [Recall]
  var recallsMet = 0
  /// How many of them were right at once.
  var recallsRight = 0
  /// Where the student is, from 0; nil before the first page.
  var place: Int?
  /// The walk down that page; nil where it could not be opened.
  var visit: PageVisit?
  var awaited = Awaited.nothing
  /// The time of the line at hand.
  var now = 0
  /// What has been said and not yet shown.
  var text = Report()
  var replay = Replay()
  /// Whether the line before was `reset`, which a second one confirms.
  var isResetAsked = false
  private var clock = IdleClock()

  /// A lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - corePathOnly: Whether its optional pages are left out.
  ///   - recalls: The questions that are asked once more before its first page, at most two.
  ///   - progress: What the student has done so far.
  public init(_ lesson: Lesson, corePathOnly: Bool, recalls: [Recall], progress: Progress) {
    self.init(
      lesson, corePathOnly: corePathOnly, recalls: recalls, progress: progress, isPresented: false)
  }

  init(
    _ lesson: Lesson, corePathOnly: Bool, recalls: [Recall], progress: Progress, isPresented: Bool
  ) {
    self.lesson = lesson
    self.corePathOnly = corePathOnly
    self.isPresented = isPresented
    self.recalls = Array(recalls.prefix(2))
    self.progress = progress
    let core = lesson.pages.indices.filter { !lesson.pages[$0].isOptional }
    route = corePathOnly && !core.isEmpty ? core : Array(lesson.pages.indices)
  }

  /// A review: questions of lessons done, with new numbers.
  public init(review recalls: [Recall], progress: Progress) {
    lesson = nil
    corePathOnly = false
    isPresented = false
    route = []
    self.recalls = recalls
    self.progress = progress
  }

  /// What stands before the cursor: `ewma 3/12> `, `review 2/6> `; empty once it is over.
  public var prompt: String {
    if isOver { return "" }
    guard let lesson else { return "review \(recallsMet)/\(recalls.count)> " }
    guard let place else {
      return recallsMet > 0
        ? "\(lesson.id) recall \(recallsMet)/\(recalls.count)> " : "\(lesson.id)> "
    }
    return "\(lesson.id) \(place + 1)/\(lesson.pages.count)> "
  }

  /// The words that are understood besides the shell's commands.
  public var words: [LessonWord] {
    if lesson == nil { return LessonWord.ofReview }
    return LessonWord.allCases.filter { $0 != .votes || isPresented }
  }

  /// Whether a line is a command of the shell, which belongs into the history; answers and the
  /// lesson's own words do not.
  public func isCommand(_ line: String, host: some LessonHost) -> Bool {
    switch meaning(of: line, host) {
    case .command, .typed: true
    case .blank, .word, .answer, .other: false
    }
  }

  /// Shows the beginning, up to the first thing that waits.
  ///
  /// - Parameters:
  ///   - host: The program around the lesson.
  ///   - now: The time, in seconds since 1970.
  public mutating func begin(_ host: some LessonHost, now: Int) {
    self.now = now
    _ = clock.tick(now)
    if let lesson { introduce(lesson) } else { introduceReview() }
    if isPresented { awaited = .pause } else { goToNextRecall(host) }
    flush(host)
  }

  /// Takes a line of the student, and goes on to the next thing that waits.
  ///
  /// - Parameters:
  ///   - line: The line as typed.
  ///   - host: The program around the lesson.
  ///   - now: The time, in seconds since 1970.
  public mutating func respond(to line: String, _ host: some LessonHost, now: Int) {
    guard !isOver else { return }
    self.now = now
    spend(clock.tick(now))
    let meaning = meaning(of: line, host)
    if meaning != .word(.reset, nil) { isResetAsked = false }
    if meaning != .blank { forgetBlank() }
    switch meaning {
    case .blank: goOn(host)
    case .word(let word, let argument): follow(word, argument, host)
    case .command: _ = host.runFree(line)
    case .answer(let answer), .typed(let answer): take(answer, host)
    case .other: sayWhatIsAwaited(insteadOf: line)
    }
    flush(host)
  }

  /// Ends the conversation and keeps the place; the end of the input does the same.
  ///
  /// - Parameters:
  ///   - host: The program around the lesson.
  ///   - now: The time, in seconds since 1970.
  public mutating func leave(_ host: some LessonHost, now: Int) {
    guard !isOver else { return }
    self.now = now
    spend(clock.tick(now))
    keepDraft()
    if let lesson, let place, !isPresented {
      say(
        "You leave on page \(place + 1) of \(lesson.pages.count). "
          + "`lesson \(lesson.id)` goes on from here.")
    }
    end(host)
  }

  /// Keeps the progress and ends.
  mutating func end(_ host: some LessonHost) {
    flush(host)
    save(host)
    awaited = .nothing
    visit = nil
    isOver = true
  }
}

// MARK: What is said and kept

extension LessonRunner {
  /// Says a sentence, in which `**bold**` and `` `code` `` are marked.
  mutating func say(_ sentence: String) {
    text.blocks.append(Markup.paragraph(sentence))
  }

  /// Keeps the progress; what a teacher presents is not kept.
  func save(_ host: some LessonHost) {
    if !isPresented { host.save(progress) }
  }

  /// Shows what has been said.
  mutating func flush(_ host: some LessonHost) {
    guard text != Report() else { return }
    host.show(text)
    text = Report()
  }
}
