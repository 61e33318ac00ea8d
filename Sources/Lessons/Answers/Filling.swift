import Grammar
import Reports

/// Puts draws and computed numbers into the parts of a question.
struct Filling<Source: Evaluator> {
  let draws: Draws
  let evaluator: Source

  /// A text with its draws and computed numbers.
  func text(_ template: Template) throws -> String {
    try template.filled(with: draws, evaluator)
  }

  /// The value of an expression.
  func number(_ template: Template) throws -> Double {
    try template.expression(with: draws).value(evaluator)
  }

  /// An expression as a student would type it: who needs a named value runs the command, and types the
  /// number that it answers.
  func formula(_ template: Template) throws -> String {
    let parts = try template.parts.map { part in
      guard case .computed = part else { return part }
      return Template.Part.text(try text(Template([part], line: template.line)))
    }
    let formula = try Template(parts, line: template.line).expressionText(with: draws)
    let bytes = Array(formula.utf8)
    var typed: [UInt8] = []
    var start = 0
    for command in try Expression(parsing: formula).commands {
      let number = try evaluator.value(of: command.text).number(at: command)
      let text = NumberFormat.text(number, .significant(7))
      typed += bytes[start..<command.range.lowerBound - 1]
      typed += (number < 0 ? "(\(text))" : text).utf8
      start = command.range.upperBound + 1
    }
    return String(decoding: typed + bytes[start...], as: UTF8.self)
  }

  /// Options in the order in which a student sees them, with their truth and reasons.
  func options(
    _ options: [Option], shuffledBy seed: DrawSeed, for question: String
  ) throws -> [ResolvedOption] {
    try seed.order(of: options.count, for: question).enumerated().map { place, number in
      let option = options[number]
      return ResolvedOption(
        letter: ResolvedOption.letter(at: place), text: try text(option.text),
        label: option.label(at: number), isRight: try isRight(option),
        reason: try text(option.reason))
    }
  }

  /// Whether an option is right for these draws.
  func isRight(_ option: Option) throws -> Bool {
    switch option.truth {
    case .right: true
    case .wrong: false
    case .when(let condition): try Condition(condition, draws).holds(evaluator)
    }
  }
}

extension Option {
  /// The same for every student: the place in the file and the text as written.
  func label(at place: Int) -> String { "option \(place + 1): \(text.source)" }
}

/// The verb of a command; nil where nothing can be read.
func verb(of command: String) -> String? {
  CommandLine(parsing: command).invocations.first?.verb.text
}
