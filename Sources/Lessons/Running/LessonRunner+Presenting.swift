import Reports

// A lesson on the projector: one block a key, no answer before the teacher's key, nothing stored, and
// raised hands counted beside the options.

extension LessonRunner {
  /// A lesson that a teacher shows to a class: each Enter brings the next block, or the answer to what
  /// is asked, and nothing is kept.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - corePathOnly: Whether its optional pages are left out.
  ///   - student: From whom the numbers are drawn, so that they match a printed handout.
  public init(presenting lesson: Lesson, corePathOnly: Bool, student: Student) {
    self.init(
      lesson, corePathOnly: corePathOnly, recalls: [], progress: Progress(student: student),
      isPresented: true)
  }

  /// Waits for a key before the next block that shows something.
  ///
  /// - Returns: Whether there is one to wait for.
  mutating func waitsForNextBlock() -> Bool {
    guard isPresented, visit?.hasMoreToShow == true else { return false }
    awaited = .pause
    return true
  }

  /// Takes the hands raised for each option, and shows them.
  mutating func takeVotes(_ typed: String?) {
    let options = awaited.options
    guard !options.isEmpty else {
      return say("`votes` belongs to a question with options.")
    }
    let counts = (typed ?? "").split { " \t,".contains($0) }.map { Int($0) ?? -1 }
    guard counts.count == options.count, counts.allSatisfy({ (0...1_000_000).contains($0) }) else {
      let example = options.indices.map { String(10 * ($0 + 1)) }.joined(separator: " ")
      return say("`votes` needs a count for each option, as `votes \(example)`.")
    }
    visit?.votes = counts
    showVotes(on: options)
  }

  /// Shows the hands raised, where there were any.
  ///
  /// - Parameters:
  ///   - options: The options, in the order shown.
  ///   - right: The texts of those that are so, once that is known.
  mutating func showVotes(on options: [ResolvedOption], right: [String]? = nil) {
    guard let votes = visit?.votes, votes.count == options.count else { return }
    text.add(
      Bars(
        name: "votes",
        labels: options.map { option in
          let mark = right.map { $0.contains(option.text) ? "✓ " : "  " } ?? ""
          return "\(mark)\(option.letter)) \(option.text)"
        },
        values: votes.map(Double.init), digits: .decimals(0)))
  }
}

extension Awaited {
  /// The options of what is asked; empty where there are none.
  fileprivate var options: [ResolvedOption] {
    if case .bet(let guess) = self { guess.options } else { ask?.options ?? [] }
  }
}

extension PageVisit {
  /// Whether a block that shows something is left.
  fileprivate var hasMoreToShow: Bool {
    page.blocks.dropFirst(block).contains { $0.showsSomething }
  }
}

extension LessonBlock {
  /// Whether something of it is seen.
  var showsSomething: Bool {
    switch self {
    case .prose, .math, .kept, .ask, .guess, .write: true
    case .run(let run): run.mode != .quiet
    case .teacher, .check, .pause: false
    }
  }
}
