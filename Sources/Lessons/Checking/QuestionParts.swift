import Grammar

/// A part of a question that is computed by itself, so that a mistake in it is told with its own line.
struct QuestionPart {
  let line: Int
  let compute: () throws -> Void

  init(_ template: Template, _ compute: @escaping (Template) throws -> Void) {
    line = template.line
    self.compute = { try compute(template) }
  }
}

extension Filling {
  /// A text with its draws and computed numbers; a mistake names the number that it is about.
  func blamedText(_ template: Template) throws -> String {
    do {
      return try text(template)
    } catch let mistake as Mistake {
      for part in template.parts {
        guard case .computed = part else { continue }
        let number = Template([part], line: template.line)
        do {
          _ = try text(number)
        } catch let mistake as Mistake {
          throw Mistake("\(number.source) fails: \(mistake.message)", at: nil, hint: mistake.hint)
        }
      }
      throw mistake
    }
  }
}

extension Ask {
  /// What a student may read of it besides the options' texts and the gapped command.
  var texts: [Template] {
    let replies: [Template] =
      switch kind {
      case .number(let number): number.wrongs.map(\.reply)
      case .choice: []
      case .text(let text): text.wrongs.map(\.reply)
      case .command(let command): command.wrongs.map(\.reply)
      }
    return [question] + replies + hints + [explanation].compactMap { $0 }
  }

  /// All that has to be computed of it.
  func parts(_ filling: Filling<some Evaluator>) -> [QuestionPart] {
    func text(_ template: Template) -> QuestionPart {
      QuestionPart(template) { _ = try filling.blamedText($0) }
    }
    func number(_ template: Template) -> QuestionPart {
      QuestionPart(template) { _ = try filling.number($0) }
    }
    func command(_ template: Template) -> QuestionPart {
      QuestionPart(template) { _ = try filling.evaluator.report(of: filling.text($0)) }
    }
    let own: [QuestionPart] =
      switch kind {
      case .number(let question):
        ([question.answer] + question.wrongs.map(\.answer) + solutions).map(number)
      case .choice(let options):
        options.flatMap { $0.parts(filling) } + solutions.map(text)
      case .text(let question):
        (question.answers + question.wrongs.flatMap(\.answers) + solutions).map(text)
      case .command(let question):
        ([question.model].compactMap { $0 } + question.wrongs.map(\.answer)).map(command)
          + ([question.gapped].compactMap { $0 } + solutions).map(text)
      }
    return texts.map(text) + own
  }

  /// Whether it asks the shell for anything, so that the session matters.
  var asksTheShell: Bool {
    let sums: [Template]
    let words: [Template]
    switch kind {
    case .number(let question):
      (sums, words) = ([question.answer] + question.wrongs.map(\.answer) + solutions, [])
    case .choice(let options):
      sums = options.flatMap(\.conditions)
      words = options.flatMap { [$0.text, $0.reason] } + solutions
    case .text(let question):
      (sums, words) = ([], question.answers + question.wrongs.flatMap(\.answers) + solutions)
    case .command: return true
    }
    return sums.contains { !$0.commands.isEmpty }
      || (texts + words).contains { !$0.computedCommands.isEmpty }
  }
}

extension Option {
  /// The condition under which it is right; empty where there is none.
  var conditions: [Template] {
    if case .when(let condition) = truth { [condition] } else { [] }
  }

  /// All that has to be computed of it.
  func parts(_ filling: Filling<some Evaluator>) -> [QuestionPart] {
    [text, reason].map { QuestionPart($0) { _ = try filling.blamedText($0) } }
      + conditions.map { QuestionPart($0) { _ in _ = try filling.isRight(self) } }
  }
}

extension Guess {
  /// What a student may read of it once the outcome is known, besides the options' reasons.
  var afterwards: [Template] {
    let replies: [Template] =
      if case .number(_, let wrongs) = kind { wrongs.map(\.reply) } else { [] }
    return replies + [explanation].compactMap { $0 }
  }

  /// All that has to be computed of it once its command has run, but for what came out.
  func parts(_ filling: Filling<some Evaluator>) -> [QuestionPart] {
    let own: [QuestionPart] =
      switch kind {
      case .number(_, let wrongs):
        wrongs.map { QuestionPart($0.answer) { _ = try filling.number($0) } }
      case .choice(let options): options.flatMap { $0.parts(filling) }
      }
    return own + afterwards.map { QuestionPart($0) { _ = try filling.blamedText($0) } }
  }
}

extension WriteBlock {
  /// What a student may read of it.
  var texts: [Template] { [question, model] + criteria }
}
