import Reports

extension AskCheck {
  /// Proves the tolerance of a number, and that no slip is right, rounded or not.
  func checkNumber(_ question: NumberQuestion, _ answer: NumberAnswer) {
    checkEnds(of: answer, line: question.answer.line)
    checkSlips(of: answer, line: question.answer.line)
    for (wrong, foreseen) in zip(question.wrongs, answer.foreseen) {
      checkRounding(of: foreseen.number, line: wrong.line)
    }
  }

  private func checkEnds(of answer: NumberAnswer, line: Int) {
    let range = answer.tolerance.acceptedRange(around: answer.right)
    for end in [range.lowerBound, range.upperBound] where resolved.judge("\(end)") != .right {
      log.add("an end of the tolerance is not accepted", line: line, detail: "\(end)")
    }
  }

  /// The slips that are told apart without an author must not be right.
  private func checkSlips(of answer: NumberAnswer, line: Int) {
    let right = answer.right
    guard right != 0 else { return }
    var slips = [
      ("the right number without its sign", -right),
      ("a hundred times the right number", 100 * right),
      ("a hundredth of the right number", right / 100),
    ]
    if right > 0, right < 1 { slips.append(("1 minus the right number", 1 - right)) }
    for (name, slip) in slips where answer.tolerance.accepts(slip, for: right) {
      log.add(
        "\(name) is accepted as right", line: line,
        detail: "\(shown(slip)) beside \(shown(right))")
    }
  }

  /// Who makes a mistake and rounds what comes of it is not right by that.
  private func checkRounding(of wrong: Double, line: Int) {
    guard wrong != wrong.rounded(), resolved.judge("\(wrong)") != .right else { return }
    let typed = NumberFormat.text(wrong, .significant(3))
    if resolved.judge(typed) == .right {
      log.add(
        "this wrong answer is accepted as right once it is rounded", line: line,
        detail: "\(typed) for \(shown(wrong))")
    }
  }

  private func shown(_ number: Double) -> String { NumberFormat.text(number, .significant(6)) }
}
