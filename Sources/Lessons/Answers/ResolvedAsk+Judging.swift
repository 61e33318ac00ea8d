public import Reports

extension ResolvedAsk {
  /// Judges what was typed for a number, a choice or a word; what a command answered is judged by
  /// `judge(_:of:)`.
  public func judge(_ given: String) -> Verdict {
    switch answer {
    case .number(let number): return number.verdict(on: given)
    case .choice(let choice): return choice.verdict(on: given)
    case .text(let text): return text.verdict(on: given)
    case .command(let command):
      guard given.contains(where: { !$0.isWhitespace }) else { return .blank }
      let verb = command.verb.map { " that begins with \($0)" } ?? ""
      return .unreadable("A command\(verb) is awaited here.")
    }
  }

  /// Judges what a command answered that a student typed.
  ///
  /// - Parameters:
  ///   - report: The answer.
  ///   - command: The command as typed.
  /// - Returns: The verdict; `unreadable` for a verb that is not awaited.
  public func judge(_ report: Report, of command: String) -> Verdict {
    guard case .command(let answer) = answer, let verb = verb(of: command), awaits(verb: verb)
    else { return judge(command) }
    return answer.verdict(on: report)
  }

  /// Whether a command with that verb is a try; of questions for anything else, none is.
  public func awaits(verb: String) -> Bool {
    guard case .command(let command) = answer else { return false }
    return command.verb == nil || command.verb == verb
  }

  /// Whether a line is a word that the author wrote as an answer of a text question, right or wrong, so
  /// that it is an answer first, whatever else it means.
  public func isForeseen(_ line: String) -> Bool {
    if case .text(let text) = answer { text.foresees(line) } else { false }
  }
}

extension ResolvedAsk {
  /// What kind of answer is awaited.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// A number or a formula.
    case number
    /// One or several options.
    case choice
    /// A word.
    case text
    /// A command, whose answer is judged.
    case command
  }

  /// A wrong answer that the author foresaw, as a student would type it.
  public struct ForeseenWrong: Sendable, Equatable {
    /// The misconception's label.
    public let label: String
    /// What is typed: a number, a letter, a word or a command.
    public let given: String
  }

  /// What kind of answer is awaited.
  public var kind: Kind {
    switch answer {
    case .number: .number
    case .choice: .choice
    case .text: .text
    case .command: .command
    }
  }

  /// The right number; nil where none is asked for.
  public var rightNumber: Double? {
    if case .number(let number) = answer { number.right } else { nil }
  }

  /// The least and the greatest number that are accepted; nil where no number is asked for.
  public var acceptedRange: ClosedRange<Double>? {
    guard case .number(let number) = answer else { return nil }
    return number.tolerance.acceptedRange(around: number.right)
  }

  /// The wrong answers that the author foresaw, in the order of the file, of a choice in the order
  /// shown.
  public var foreseenWrongs: [ForeseenWrong] {
    let given: [[String]]
    switch answer {
    case .number(let number): given = number.foreseen.map { [$0.number.description] }
    case .command(let command): given = command.foreseen.map { [$0.model.command] }
    case .text(let text): given = text.foreseen.map(\.answers)
    case .choice(let choice):
      return choice.options.filter { $0.isRight == false }
        .map { ForeseenWrong(label: $0.label, given: $0.letter) }
    }
    return given.enumerated().flatMap { place, answers in
      answers.map { ForeseenWrong(label: Misconception.foreseenLabel(place), given: $0) }
    }
  }
}
