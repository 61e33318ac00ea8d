import Grammar

extension PageReader {
  /// The share within which a bet is close, where the block does not say.
  private static let usualCloseness = 0.2

  /// Reads a bet before a run.
  mutating func read(guess fence: LessonElement.Fence) {
    let question = takeQuestion(of: fence)
    let isNumber = fence.rest.text == "number"
    guard isNumber || fence.rest.text == "choice" else {
      refuseKind(of: fence, among: ["number", "choice"])
      return
    }
    let name = "guess \(fence.rest.text)"
    let lines = KeyLines(
      fence, of: name, once: ["run", "pick", "explain"] + (isNumber ? ["close"] : []),
      often: isNumber ? ["wrong"] : [], takesOptions: !isNumber, &log)
    let pick = isNumber ? required("pick", in: lines, of: name, fence) : lines["pick"]
    let kind: Guess.Kind
    if isNumber {
      kind = .number(
        close: closeness(lines["close"]),
        wrongs: lines.all("wrong").compactMap { namedWrong($0, isNumber: true) })
    } else {
      kind = .choice(options(lines, name, fence))
    }
    if lines["run"] != nil { hasAnswer = true }
    let guess = Guess(
      line: fence.line, kind: kind, question: question,
      command: lines["run"].map { command($0) },
      outcome: pick.map { outcome($0, hasRun: lines["run"] != nil) },
      explanation: lines["explain"].map { prose($0) })
    blocks.append(.guess(guess))
  }

  /// Reads `20%`.
  private mutating func closeness(_ text: SourceText?) -> Double {
    guard let text else { return Self.usualCloseness }
    guard text.hasSuffix("%"), let share = decimalNumber(text.dropLast(1).trimmed.text), share > 0
    else {
      log.add("close: takes a share such as 20%", at: text)
      return Self.usualCloseness
    }
    return share / 100
  }

  /// Reads a value's name or an expression.
  private mutating func outcome(_ text: SourceText, hasRun: Bool) -> Template {
    let value = withoutEquals(text)
    guard let scanned = scan(value, as: .code) else { return Template([], line: text.line) }
    if isValueName(scanned.probe) {
      if !hasRun {
        log.add("a value's name needs run: beside it, the command whose value it is", at: value)
      }
      return scanned.template
    }
    return expression(value)
  }
}
