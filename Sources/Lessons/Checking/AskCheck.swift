import Grammar
import Reports

/// Answers one question in every way that its author foresaw.
struct AskCheck {
  private let ask: Ask
  private let resolved: ResolvedAsk
  private let host: any CheckHost
  private let log: CheckLog

  init(_ ask: Ask, _ resolved: ResolvedAsk, _ host: any CheckHost, _ log: CheckLog) {
    self.ask = ask
    self.resolved = resolved
    self.host = host
    self.log = log
  }

  /// Proves what is accepted and what is refused.
  ///
  /// - Throws: What interrupts.
  func run() throws {
    if resolved.judge("  ") != .blank {
      log.add("an empty line is taken for an answer", line: ask.line)
    }
    try expectRight(resolved.answerText, "the answer", line: ask.line)
    for (template, solution) in zip(ask.solutions, resolved.solutions) {
      try expectRight(solution, "the solution", line: template.line)
    }
    switch ask.kind {
    case .number(let question):
      checkEnds()
      checkSlips()
      try checkWrongs(question.wrongs)
    case .choice: try checkOptions()
    case .text(let question): try checkWords(question)
    case .command(let question): try checkWrongs(question.wrongs)
    }
  }

  private func verdict(on given: String) throws -> Verdict {
    guard resolved.kind == .command else { return resolved.judge(given) }
    return resolved.judge(try host.report(of: given), of: given)
  }

  private func expectRight(_ given: String, _ what: String, line: Int) throws {
    guard let verdict = try log.attempt(line, { try self.verdict(on: given) }), verdict != .right
    else { return }
    log.add("\(what) is not accepted", line: line, detail: "\(given) is judged \(verdict.label)")
  }

  // MARK: Numbers

  private func checkEnds() {
    guard let range = resolved.acceptedRange else { return }
    for end in [range.lowerBound, range.upperBound] where resolved.judge("\(end)") != .right {
      log.add("an end of the tolerance is not accepted", line: ask.line, detail: "\(end)")
    }
  }

  /// The slips that are told apart without an author must not be right.
  private func checkSlips() {
    guard let right = resolved.rightNumber, let range = resolved.acceptedRange, right != 0 else {
      return
    }
    let slips = [
      ("the right number without its sign", -right),
      ("a hundred times the right number", 100 * right),
      ("a hundredth of the right number", right / 100), ("1 minus the right number", 1 - right),
    ]
    for (name, slip) in slips where range.contains(slip) {
      log.add(
        "\(name) lies within the tolerance", line: ask.line, detail: "\(slip) beside \(right)")
    }
  }

  private func checkWrongs(_ wrongs: [NamedWrong]) throws {
    for (wrong, foreseen) in zip(wrongs, resolved.foreseenWrongs) {
      guard let verdict = try log.attempt(wrong.line, { try self.verdict(on: foreseen.given) })
      else { continue }
      if verdict == .right {
        log.add(
          "this wrong answer is accepted as right", line: wrong.line, detail: foreseen.given)
      } else if verdict.label != foreseen.label {
        log.add(
          "this wrong answer gets another reply", line: wrong.line,
          detail: "\(foreseen.given) is judged \(verdict.label)")
      }
    }
  }

  // MARK: Words and options

  private func checkOptions() throws {
    for option in resolved.options where option.isRight == false {
      if resolved.judge(option.letter) == .right {
        log.add("a wrong option is accepted", line: ask.line, detail: option.text)
      }
    }
    let texts = resolved.options.map(\.text)
    if Set(texts).count < texts.count { log.add("two options read alike", line: ask.line) }
  }

  private func checkWords(_ question: TextQuestion) throws {
    var wrongs = resolved.foreseenWrongs[...]
    for wrong in question.wrongs {
      for _ in wrong.answers {
        guard let foreseen = wrongs.popFirst() else { return }
        let verdict = resolved.judge(foreseen.given)
        if verdict == .right {
          log.add(
            "this wrong answer is accepted as right", line: wrong.line, detail: foreseen.given)
        } else if verdict.label != foreseen.label {
          log.add(
            "this wrong answer gets another reply", line: wrong.line,
            detail: "\(foreseen.given) is judged \(verdict.label)")
        }
      }
    }
  }
}
