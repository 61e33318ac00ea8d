import Reports

/// The right number of a question, and the wrong ones that are told apart.
struct NumberAnswer: Sendable, Equatable {
  /// A wrong number that the author foresaw.
  struct Foreseen: Sendable, Equatable {
    let number: Double
    let reply: String
  }

  let right: Double
  let tolerance: Tolerance
  /// In the order written.
  let foreseen: [Foreseen]

  /// Judges what was typed: the right number first, then what the author foresaw, then the slips that
  /// need no author.
  func verdict(on given: String) -> Verdict {
    switch GivenNumber(given) {
    case .blank: return .blank
    case .unreadable(let sentence): return .unreadable(sentence)
    case .number(let number, let isLiteral):
      if tolerance.accepts(number, for: right) { return .right }
      return .wrong(foreseenWrong(by: number) ?? slip(by: number, isLiteral: isLiteral))
    }
  }

  /// The number as `answer` shows it, in as many digits as it takes to be accepted, at least four.
  var text: String {
    for digits in 4..<17 {
      let text = NumberFormat.text(right, .significant(digits))
      if verdict(on: text) == .right { return text }
    }
    return right.description
  }

  /// The nearest of the foreseen numbers for which `number` can stand.
  private func foreseenWrong(by number: Double) -> Misconception? {
    let near = foreseen.enumerated().filter { _, wrong in
      tolerance.reach(around: wrong.number, besides: right).holds(number, near: wrong.number)
    }
    let nearest = near.min { left, right in
      (left.element.number - number).magnitude < (right.element.number - number).magnitude
    }
    return nearest.map {
      Misconception(label: Misconception.foreseenLabel($0.offset), reply: $0.element.reply)
    }
  }

  /// The slip by which `number` came about, where it is one that happens with every number.
  private func slip(by number: Double, isLiteral: Bool) -> Misconception? {
    guard right != 0 else { return nil }
    if isLiteral, let reply = replyToRounding(number) {
      return Misconception(label: Misconception.roundedTooFarLabel, reply: reply)
    }
    if isMet(-right, by: number) {
      return Misconception(
        label: "lost sign", reply: "The size is right; look at the sign once more.")
    }
    if isMet(100 * right, by: number) {
      return Misconception(
        label: "percent",
        reply: "That is a hundred times too much: give the share itself, or write % behind it.")
    }
    if isMet(right / 100, by: number) {
      return Misconception(
        label: "percent", reply: "That is a hundredth of it: no share is asked for here.")
    }
    if right > 0, right < 1, isMet(1 - right, by: number) {
      return Misconception(
        label: "one minus", reply: "That is one minus the number asked for: the other part.")
    }
    return nil
  }

  private func isMet(_ target: Double, by number: Double) -> Bool {
    tolerance.reach(around: target, besides: right).holds(number, near: target)
  }
}

extension NumberAnswer {
  /// Computes what is right and what is foreseen of a question.
  ///
  /// - Throws: `Mistake` at what cannot be computed; what interrupts.
  init(_ question: NumberQuestion, _ filling: Filling<some Evaluator>) throws {
    self.init(
      right: try filling.number(question.answer), tolerance: question.tolerance,
      foreseen: try question.wrongs.map {
        Foreseen(number: try filling.number($0.answer), reply: try filling.text($0.reply))
      })
  }
}
