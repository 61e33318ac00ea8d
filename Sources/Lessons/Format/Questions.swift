/// A question that is judged.
public struct Ask: Sendable, Equatable {
  /// What is awaited.
  public enum Kind: Sendable, Equatable {
    /// A number, judged by its value.
    case number(NumberQuestion)
    /// One or several of the options, judged by what is chosen.
    case choice([Option])
    /// A word, judged with case, blanks and σ/sigma folded.
    case text(TextQuestion)
    /// A command, judged by its result.
    case command(CommandQuestion)
  }

  /// The 1-based line of its fence.
  public let line: Int
  /// What is awaited.
  public let kind: Kind
  /// The paragraph right before the block: what is asked.
  public let question: Template
  /// The hints, in order.
  public let hints: [Template]
  /// What a student would type to find the answer, by another way than `answer:`; each is judged.
  public let solutions: [Template]
  /// What is said once the answer is known; nil for nothing.
  public let explanation: Template?
  /// Whether `review` may ask it, out of its page and in a fresh session: false with `recall: no`.
  public let isRecallable: Bool

  /// Makes a question.
  public init(
    line: Int, kind: Kind, question: Template, hints: [Template], solutions: [Template],
    explanation: Template? = nil, isRecallable: Bool = true
  ) {
    self.line = line
    self.kind = kind
    self.question = question
    self.hints = hints
    self.solutions = solutions
    self.explanation = explanation
    self.isRecallable = isRecallable
  }
}

/// How far an accepted number may be from the right one.
public enum Tolerance: Sendable, Equatable {
  /// Half a unit of the third significant digit of the right number, of a whole number at most a half.
  case standard
  /// `within 0.001`.
  case absolute(Double)
  /// `within 1%`, a share of the right number.
  case relative(Double)
}

/// A number that is asked for.
public struct NumberQuestion: Sendable, Equatable {
  /// The right number: an expression.
  public let answer: Template
  /// How far an accepted number may be from it.
  public let tolerance: Tolerance
  /// Named misconceptions, in the order written.
  public let wrongs: [NamedWrong]

  /// Makes a question for a number.
  public init(answer: Template, tolerance: Tolerance = .standard, wrongs: [NamedWrong] = []) {
    self.answer = answer
    self.tolerance = tolerance
    self.wrongs = wrongs
  }
}

/// A wrong answer that an author foresaw, and what is said to it.
public struct NamedWrong: Sendable, Equatable {
  /// The 1-based line.
  public let line: Int
  /// The wrong answer: an expression, alternatives of a text, or a command.
  public let answer: Template
  /// The reason that is told.
  public let reply: Template

  /// Makes a foreseen wrong answer.
  public init(line: Int, answer: Template, reply: Template) {
    self.line = line
    self.answer = answer
    self.reply = reply
  }
}

/// One option of a choice.
public struct Option: Sendable, Equatable {
  /// When an option is right.
  public enum Truth: Sendable, Equatable {
    /// `[x]`.
    case right
    /// `[ ]`.
    case wrong
    /// `[if CONDITION]`: when the condition holds.
    case when(Template)
  }

  /// The 1-based line.
  public let line: Int
  /// When it is right.
  public let truth: Truth
  /// What is chosen.
  public let text: Template
  /// What is said to who chose it.
  public let reason: Template

  /// Makes an option.
  public init(line: Int, truth: Truth, text: Template, reason: Template) {
    self.line = line
    self.truth = truth
    self.text = text
    self.reason = reason
  }
}

/// A word that is asked for.
public struct TextQuestion: Sendable, Equatable {
  /// What is accepted.
  public let answers: [Template]
  /// Wrong words foreseen; alternatives are separated by ` | ` in the file and parsed apart.
  public let wrongs: [(line: Int, answers: [Template], reply: Template)]

  /// Makes a question for a word.
  public init(answers: [Template], wrongs: [(line: Int, answers: [Template], reply: Template)]) {
    self.answers = answers
    self.wrongs = wrongs
  }

  /// Whether two questions accept and foresee the same.
  public static func == (left: TextQuestion, right: TextQuestion) -> Bool {
    left.answers == right.answers
      && left.wrongs.elementsEqual(right.wrongs) {
        $0.line == $1.line && $0.answers == $1.answers && $0.reply == $1.reply
      }
  }
}

/// A command that is asked for.
public struct CommandQuestion: Sendable, Equatable {
  /// `same-result-as:` the command whose named values the student's must have; nil where any will do.
  public let model: Template?
  /// `must-use:` the verb that is awaited; else that of `model`.
  public let verb: String?
  /// `template:` the command with gaps, shown to the student; nil for none.
  public let gapped: Template?
  /// Commands foreseen whose result is a named mistake.
  public let wrongs: [NamedWrong]

  /// Makes a question for a command.
  public init(model: Template?, verb: String?, gapped: Template?, wrongs: [NamedWrong]) {
    self.model = model
    self.verb = verb
    self.gapped = gapped
    self.wrongs = wrongs
  }
}

/// A bet: the student commits to an answer, then the command runs and both stand side by side.
public struct Guess: Sendable, Equatable {
  /// What is bet on.
  public enum Kind: Sendable, Equatable {
    /// A number; a bet within this share of what comes is close. Foreseen bets get a reply.
    case number(close: Double, wrongs: [NamedWrong])
    /// One of the options.
    case choice([Option])
  }

  /// The 1-based line of its fence.
  public let line: Int
  /// What is bet on.
  public let kind: Kind
  /// The paragraph right before the block: what is asked.
  public let question: Template
  /// The command that runs after the bet; nil where the page's next block shows what comes.
  public let command: Template?
  /// `pick:` an expression for the number that came out; nil only for a choice.
  ///
  /// A bare name stands for that value of the command.
  public let outcome: Template?
  /// What is said afterwards; nil for nothing.
  public let explanation: Template?

  /// Makes a bet.
  public init(
    line: Int, kind: Kind, question: Template, command: Template?, outcome: Template?,
    explanation: Template?
  ) {
    self.line = line
    self.kind = kind
    self.question = question
    self.command = command
    self.outcome = outcome
    self.explanation = explanation
  }
}

/// A question for own words.
public struct WriteBlock: Sendable, Equatable {
  /// The 1-based line of its fence.
  public let line: Int
  /// The paragraph right before the block: what is asked.
  public let question: Template
  /// An answer as the author would give it.
  public let model: Template
  /// Two to four criteria that the student ticks.
  public let criteria: [Template]

  /// Makes a question for own words.
  public init(line: Int, question: Template, model: Template, criteria: [Template]) {
    self.line = line
    self.question = question
    self.model = model
    self.criteria = criteria
  }
}
