import Grammar
import Reports

/// Answers one question in every way that its author foresaw.
struct AskCheck {
  let ask: Ask
  let resolved: ResolvedAsk
  let host: any CheckHost
  let log: CheckLog

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
    if try verdict(on: "  ") != .blank {
      log.add("an empty line is taken for an answer", line: ask.line)
    }
    guard isAnswerable else { return }
    try expectRight(resolved.answerText, "the answer", line: ask.answerLine)
    for (template, solution) in zip(ask.solutions, resolved.solutions) {
      try expectRight(solution, "the solution", line: template.line)
    }
    switch (ask.kind, resolved.answer) {
    case (.number(let question), .number(let answer)):
      checkNumber(question, answer)
      try expectWrong(resolved.foreseenWrongs, at: question.wrongs.map(\.line))
    case (.choice(let options), _):
      let lineOfLabel = Dictionary(
        options.enumerated().map { ($1.label(at: $0), $1.line) }
      ) { first, _ in first }
      try expectWrong(
        resolved.foreseenWrongs,
        at: resolved.foreseenWrongs.map { lineOfLabel[$0.label] ?? ask.line })
    case (.text(let question), .text(let answer)):
      for (template, word) in zip(question.answers, answer.answers) {
        try expectRight(word, "the answer", line: template.line)
      }
      try expectWrong(
        resolved.foreseenWrongs,
        at: question.wrongs.flatMap { wrong in wrong.answers.map { _ in wrong.line } })
    case (.command(let question), _):
      try expectWrong(resolved.foreseenWrongs, at: question.wrongs.map(\.line))
    default: break
    }
  }

  /// Whether the options can be told apart and the awaited command exists; where not, nothing else can be
  /// proved.
  private var isAnswerable: Bool {
    if case .choice(let options) = ask.kind {
      return OptionsCheck(options, resolved.options, log).run()
    }
    guard case .command(let question) = ask.kind, let verb = question.verb else { return true }
    if host.verb(of: verb) != verb {
      log.add("must-use: names \(verb), and there is no such command", line: ask.line)
      return false
    }
    guard let model = question.model, host.verb(of: resolved.answerText) != verb else {
      return true
    }
    log.add("must-use: asks for \(verb), and this is another command", line: model.line)
    return false
  }

  /// What a line is judged to be; a command is run first.
  private func verdict(on given: String) throws -> Verdict {
    guard resolved.kind == .command, given.contains(where: { $0 != " " }) else {
      return resolved.judge(given)
    }
    return resolved.judge(try host.report(of: given), of: given)
  }

  private func expectRight(_ given: String, _ what: String, line: Int) throws {
    guard let verdict = try log.attempt(line, { try self.verdict(on: given) }), verdict != .right
    else { return }
    log.add(
      "\(what) is not accepted", line: line, detail: "`\(given)` is \(description(of: verdict))")
  }

  // MARK: Wrong answers

  private func expectWrong(_ wrongs: [ResolvedAsk.ForeseenWrong], at lines: [Int]) throws {
    let lineOfLabel = Dictionary(zip(wrongs.map(\.label), lines)) { first, _ in first }
    for (wrong, line) in zip(wrongs, lines) {
      guard let verdict = try log.attempt(line, { try self.verdict(on: wrong.given) }),
        verdict.label != wrong.label
      else { continue }
      if verdict == .right {
        log.add("this wrong answer is accepted as right", line: line, detail: wrong.given)
      } else if let other = lineOfLabel[verdict.label] {
        log.add(
          "this wrong answer is the same as that of line \(other)", line: line, detail: wrong.given)
      } else {
        log.add(
          "this wrong answer does not get its reply", line: line,
          detail: "`\(wrong.given)` is \(description(of: verdict))")
      }
    }
  }

  /// A verdict in words.
  func description(of verdict: Verdict) -> String {
    switch verdict {
    case .right: "right"
    case .blank: "taken for an empty line"
    case .unreadable(let sentence): "not taken for an answer: \(sentence)"
    case .wrong(nil): "wrong"
    case .wrong(let misconception?): "wrong: \(misconception.reply)"
    }
  }
}

extension Ask {
  /// The line that says what is right.
  fileprivate var answerLine: Int {
    switch kind {
    case .number(let question): question.answer.line
    case .choice: line
    case .text(let question): question.answers.first?.line ?? line
    case .command(let question): question.model?.line ?? line
    }
  }
}
