import Grammar

/// A question with a student's draws in it and everything computed: what is shown and what is judged.
public struct ResolvedAsk: Sendable, Equatable {
  /// What is asked.
  public let question: String
  /// The options in the order shown; empty for what is no choice.
  public let options: [ResolvedOption]
  /// The hints, in order.
  public let hints: [String]
  /// What a student would type, found by another way than the answer; each is judged right.
  public let solutions: [String]
  /// What is said once the answer is known; nil for nothing.
  public let explanation: String?
  /// The command with gaps that is shown; nil for none.
  public let gapped: String?
  /// What `answer` shows; typed, it is judged right.
  public let answerText: String

  let answer: ResolvedAnswer

  /// Puts a student's draws into a question and computes what is in it.
  ///
  /// - Parameters:
  ///   - ask: The question.
  ///   - draws: What was drawn for its page.
  ///   - seed: Whose draws they are; it shuffles the options.
  ///   - evaluator: Computes expressions and commands, in the lesson's session at the question.
  /// - Throws: `Mistake` at what cannot be computed; what interrupts.
  public init(
    _ ask: Ask, draws: Draws, seed: DrawSeed, _ evaluator: some Evaluator
  ) throws {
    let filling = Filling(draws: draws, evaluator: evaluator)
    let question = try filling.text(ask.question)
    self.question = question
    hints = try ask.hints.map(filling.text)
    explanation = try ask.explanation.map(filling.text)
    switch ask.kind {
    case .number(let number):
      let resolved = try NumberAnswer(number, filling)
      answer = .number(resolved)
      options = []
      gapped = nil
      solutions = try ask.solutions.map(filling.formula)
      answerText = resolved.text
    case .choice(let choice):
      options = try filling.options(choice, shuffledBy: seed, for: question)
      guard options.contains(where: { $0.isRight == true }) else {
        throw Mistake("no option of the question in line \(ask.line) is right", at: nil)
      }
      let resolved = ChoiceAnswer(options: options)
      answer = .choice(resolved)
      gapped = nil
      solutions = try ask.solutions.map(filling.text)
      answerText = resolved.text
    case .text(let text):
      let resolved = try TextAnswer(text, filling)
      answer = .text(resolved)
      options = []
      gapped = nil
      solutions = try ask.solutions.map(filling.text)
      answerText = resolved.answers.first ?? ""
    case .command(let command):
      let resolved = try CommandAnswer(command, filling)
      answer = .command(resolved)
      options = []
      gapped = try command.gapped.map(filling.text)
      solutions = try ask.solutions.map(filling.text)
      answerText = resolved.model?.command ?? solutions.first ?? resolved.verb ?? ""
    }
  }
}

/// What is right of a question, by its kind.
enum ResolvedAnswer: Sendable, Equatable {
  case number(NumberAnswer)
  case choice(ChoiceAnswer)
  case text(TextAnswer)
  case command(CommandAnswer)
}
