import Grammar

/// A block of a page that waits for an answer, and is kept in the progress.
enum PageQuestion: Sendable, Equatable {
  case ask(Ask)
  case guess(Guess)
  case write(WriteBlock)

  /// The question of a block; nil for a block that asks nothing.
  init?(_ block: LessonBlock) {
    switch block {
    case .ask(let ask): self = .ask(ask)
    case .guess(let guess): self = .guess(guess)
    case .write(let write): self = .write(write)
    case .prose, .teacher, .run, .math, .kept, .pause, .check: return nil
    }
  }

  var ask: Ask? {
    if case .ask(let ask) = self { ask } else { nil }
  }

  var kind: QuestionRecord.Kind {
    switch self {
    case .ask: .ask
    case .guess: .guess
    case .write: .write
    }
  }
}

extension Ask {
  /// How to find the answer, as a line that can be typed into the shell; nil where there is no more to
  /// it than the answer.
  func way(with draws: Draws, of resolved: ResolvedAsk) -> String? {
    switch kind {
    case .number:
      guard let expression = try? solutions.first?.expression(with: draws) else { return nil }
      if let command = expression.commands.first, expression.text == "`\(command.text)`" {
        return command.text
      }
      return expression.commands.isEmpty ? expression.text : "calc \(expression.text)"
    case .command, .text:
      return resolved.solutions.first
    case .choice:
      return nil
    }
  }
}

extension Page {
  /// What the page asks, from top to bottom.
  var questions: [PageQuestion] { blocks.compactMap(PageQuestion.init) }

  /// The question at a place among the page's asks, guesses and writes, from 1.
  func question(_ number: Int) -> PageQuestion? {
    let questions = questions
    return number > 0 && number <= questions.count ? questions[number - 1] : nil
  }
}
