import Reports

/// What a command must answer to be right, and the answers that the author foresaw.
struct CommandAnswer: Sendable, Equatable {
  /// A command and what it answers.
  struct Model: Sendable, Equatable {
    let command: String
    let report: Report
  }

  /// A command whose answer is a named mistake.
  struct Foreseen: Sendable, Equatable {
    let model: Model
    let reply: String
  }

  /// The verb that is awaited; nil where any will do.
  let verb: String?
  /// Whose answer the student's must contain; nil where any of the verb will do.
  let model: Model?
  /// In the order written.
  let foreseen: [Foreseen]

  /// Judges the answer to a command with the awaited verb.
  func verdict(on report: Report) -> Verdict {
    guard let model, !report.contains(answerOf: model.report) else { return .right }
    if let place = foreseen.firstIndex(where: { report.contains(answerOf: $0.model.report) }) {
      return .wrong(
        Misconception(
          label: Misconception.foreseenLabel(place), reply: foreseen[place].reply))
    }
    guard report.isPart(of: model.report) else { return .wrong(nil) }
    return .wrong(
      Misconception(
        label: Misconception.incompleteLabel,
        reply: "What it answers is right, but a part is missing: leave out pick= and the like."))
  }
}

extension CommandAnswer {
  /// Runs the commands of a question.
  ///
  /// - Throws: `Mistake` when one of them fails; what interrupts.
  init(_ question: CommandQuestion, _ filling: Filling<some Evaluator>) throws {
    func model(_ template: Template) throws -> Model {
      let command = try filling.text(template)
      return Model(command: command, report: try filling.evaluator.report(of: command))
    }
    let right = try question.model.map(model)
    self.init(
      verb: question.verb ?? right.flatMap { Lessons.verb(of: $0.command) }, model: right,
      foreseen: try question.wrongs.map {
        Foreseen(model: try model($0.answer), reply: try filling.text($0.reply))
      })
  }
}

extension Report {
  /// Whether this answer holds every named value of the other; where that has none, the same blocks.
  fileprivate func contains(answerOf model: Report) -> Bool {
    guard !model.values.isEmpty else { return blocks == model.blocks }
    return model.values.allSatisfy { name, value in
      Self.ignored.contains(name) || values[name].map { $0.agrees(with: value) } ?? false
    }
  }

  /// Whether every named value of this answer, and at least one, is as in the other.
  fileprivate func isPart(of model: Report) -> Bool {
    !values.isEmpty
      && values.allSatisfy { name, value in
        model.values[name].map { $0.agrees(with: value) } ?? false
      }
  }

  /// Values that differ from one run to the next.
  private static let ignored: Set<String> = ["seconds"]
}

extension Value {
  /// Whether two values are the same: numbers within a millionth of the larger, lists place by place.
  func agrees(with other: Value) -> Bool {
    switch (self, other) {
    case (.list(let left), .list(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy { $0.agrees(with: $1) }
    case (_, _) where isNumber && other.isNumber:
      guard let left = number, let right = other.number else { return false }
      return left == right || (left.isNaN && right.isNaN)
        || (left - right).magnitude <= 1e-6 * max(left.magnitude, right.magnitude)
          && left.isFinite && right.isFinite
    default:
      return self == other
    }
  }
}
