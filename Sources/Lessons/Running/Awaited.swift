/// What a conversation waits for.
enum Awaited: Sendable {
  /// Nothing: it has not begun, or has ended.
  case nothing
  /// The answer to a question of an earlier lesson.
  case recall(RecallDialogue)
  /// The answer to a question of the page.
  case ask(AskDialogue)
  /// A bet.
  case bet(ResolvedGuess)
  /// Own words, line by line, up to an empty line.
  case words(WriteDialogue)
  /// The numbers of the criteria that the own words meet.
  case criteria(WriteDialogue)
  /// A command of the lesson that the student types.
  case typing(command: String)
  /// Enter, in the middle of a page.
  case pause
  /// Enter, at a page's end.
  case pageEnd
  /// Enter for another try at what has failed, or `skip`.
  case retry(Failed)

  /// What can fail, and be tried again.
  enum Failed: Sendable {
    /// The page could not be opened.
    case opening
    /// The block at hand, or its command at hand, failed.
    case block
    /// A command that the student had typed, or had run by Enter.
    case typed(command: String)
  }
}

/// A question of the page that waits for its answer.
struct AskDialogue: Sendable {
  /// The question.
  let ask: ResolvedAsk
  /// How to find the answer, as a line that can be typed.
  let way: String?
  /// How many hints have been shown.
  private(set) var hintsShown = 0

  init(_ ask: ResolvedAsk, way: String?) {
    self.ask = ask
    self.way = way
  }

  /// The next hint with its number; nil after the last.
  mutating func nextHint() -> String? {
    guard ask.hints.indices.contains(hintsShown) else { return nil }
    hintsShown += 1
    return "Hint \(hintsShown) of \(ask.hints.count): \(ask.hints[hintsShown - 1])"
  }
}

/// A question of an earlier lesson that waits for its answer.
struct RecallDialogue: Sendable {
  /// The question.
  let ask: ResolvedAsk
  /// How to find the answer, as a line that can be typed.
  let way: String?
  /// Where its record is kept.
  let key: QuestionKey
  /// From which its numbers were drawn.
  let attempt: Int
  /// The draws.
  let draws: Draws
  /// Whether a wrong answer has been given, so that it counts as missed.
  var isMissed = false
  /// Whether the line before was blank: a second blank one skips the question.
  var isNearlySkipped = false
}

/// A question for own words, and what has been written so far.
struct WriteDialogue: Sendable {
  /// What is asked.
  let question: String
  /// An answer as the author would give it.
  let model: String
  /// What a good answer holds.
  let criteria: [String]
  /// The lines written.
  var lines: [String] = []

  /// The words as one text.
  var text: String { lines.joined(separator: "\n") }

  /// The criteria that a line names, from 1: `1 3`, `13`, `all`, `none`; nil for anything else.
  func ticked(by line: String) -> [Int]? {
    let numbers = criteria.indices.map { $0 + 1 }
    let typed = line.lowercased().filter { !" \t,;.".contains($0) }
    switch typed {
    case "": return nil
    case "all": return numbers
    case "none", "0": return []
    default:
      let isKnown = typed.allSatisfy { digit in numbers.contains { String($0) == String(digit) } }
      return isKnown ? numbers.filter { typed.contains(String($0)) } : nil
    }
  }
}
