import Grammar

extension PageReader {
  private static let askKinds = ["number", "choice", "text", "command"]
  private static let askKeys = (once: ["explain", "recall"], often: ["hint", "solution"])

  /// Reads a question that is judged.
  mutating func read(ask fence: LessonElement.Fence) {
    let question = takeQuestion(of: fence)
    let name = "ask \(fence.rest.text)"
    let own: (once: [String], often: [String])
    switch fence.rest.text {
    case "number", "text": own = (["answer"], ["wrong"])
    case "choice": own = ([], [])
    case "command": own = (["same-result-as", "must-use", "template"], ["wrong"])
    default:
      refuseKind(of: fence, among: Self.askKinds)
      return
    }
    let lines = KeyLines(
      fence, of: name, once: own.once + Self.askKeys.once, often: own.often + Self.askKeys.often,
      takesOptions: fence.rest.text == "choice", &log)
    let kind: Ask.Kind
    switch fence.rest.text {
    case "number": kind = .number(numberQuestion(lines, name, fence))
    case "choice": kind = .choice(options(lines, name, fence))
    case "text": kind = .text(textQuestion(lines, name, fence))
    default: kind = .command(commandQuestion(lines, name, fence))
    }
    let hints = lines.all("hint").map { prose($0) }
    _ = required("hint", in: lines, of: name, fence)
    let ask = Ask(
      line: fence.line, kind: kind, question: question, hints: hints,
      solutions: solutions(lines, name, fence), explanation: lines["explain"].map { prose($0) },
      isRecallable: isRecallable(lines))
    blocks.append(.ask(ask))
  }

  /// Blames the word behind `ask` or `guess`.
  mutating func refuseKind(of fence: LessonElement.Fence, among kinds: [String]) {
    let text = fence.rest
    if text.isBlank {
      log.add("\(fence.kind.text) needs a kind behind it: \(listed(kinds, "or"))", at: fence.head)
    } else {
      log.add(
        "there is no \(fence.kind.text) \(quoted(text.text)); the kinds are \(listed(kinds))",
        at: text, hint: nearestWord(to: text.text, among: kinds))
    }
  }

  private mutating func isRecallable(_ lines: KeyLines) -> Bool {
    guard let value = lines["recall"] else { return true }
    if value.text != "no", value.text != "yes" { log.add("recall: takes no or yes", at: value) }
    return value.text != "no"
  }

  private mutating func solutions(
    _ lines: KeyLines, _ name: String, _ fence: LessonElement.Fence
  ) -> [Template] {
    _ = required("solution", in: lines, of: name, fence)
    return lines.all("solution").map { value in
      switch fence.rest.text {
      case "number":
        expression(withoutEquals(value))
      case "command":
        command(value)
      default:
        template(value) { _ in }
      }
    }
  }

  // MARK: Numbers

  private mutating func numberQuestion(
    _ lines: KeyLines, _ name: String, _ fence: LessonElement.Fence
  ) -> NumberQuestion {
    let wrongs = lines.all("wrong").compactMap { namedWrong($0, isNumber: true) }
    guard let answer = required("answer", in: lines, of: name, fence) else {
      return NumberQuestion(answer: Template([], line: fence.line), wrongs: wrongs)
    }
    let (number, tolerance) = toleranced(answer)
    return NumberQuestion(
      answer: expression(withoutEquals(number)), tolerance: tolerance, wrongs: wrongs)
  }

  /// Parts `0.276 within 1%` into the number and how far an answer may be from it.
  mutating func toleranced(_ text: SourceText) -> (SourceText, Tolerance) {
    guard let within = text.lastRange(of: " within ") else { return (text, .standard) }
    let number = text.part(0..<within.lowerBound).trimmed
    let amount = text.dropFirst(within.upperBound).trimmed
    if amount.hasSuffix("%"), let share = decimalNumber(amount.dropLast(1).trimmed.text), share >= 0
    {
      return (number, .relative(share / 100))
    }
    if let distance = decimalNumber(amount.text), distance >= 0 {
      return (number, .absolute(distance))
    }
    log.add("a distance was expected behind within, as 0.001 or 1%", at: amount)
    return (number, .standard)
  }

  /// What follows `=`, where an expression is announced by it.
  func withoutEquals(_ text: SourceText) -> SourceText {
    text.hasPrefix("=") ? text.dropFirst(1).trimmed : text
  }

  /// Reads `ANSWER | reply`.
  mutating func namedWrong(_ text: SourceText, isNumber: Bool) -> NamedWrong? {
    guard let bar = text.firstRange(of: " | ") else {
      log.add("a reply was expected behind the wrong answer, as wrong: 0.7 | That is f", at: text)
      return nil
    }
    let answer = text.part(0..<bar.lowerBound).trimmed
    let reply = prose(text.dropFirst(bar.upperBound).trimmed)
    if isNumber {
      return NamedWrong(
        line: text.line, answer: expression(withoutEquals(answer)), reply: reply)
    }
    guard answer.hasPrefix("=") else {
      log.add("a wrong command begins with =, as wrong: = ewma beta=0 | That forgets", at: text)
      return nil
    }
    return NamedWrong(line: text.line, answer: command(withoutEquals(answer)), reply: reply)
  }

  // MARK: Words

  private mutating func textQuestion(
    _ lines: KeyLines, _ name: String, _ fence: LessonElement.Fence
  ) -> TextQuestion {
    let answers = required("answer", in: lines, of: name, fence).map { alternatives($0) } ?? []
    var wrongs: [(line: Int, answers: [Template], reply: Template)] = []
    for value in lines.all("wrong") {
      guard let bar = value.lastRange(of: " | ") else {
        log.add(
          "a reply was expected behind the wrong answer, as wrong: hidden | h | That is its output",
          at: value)
        continue
      }
      let reply = prose(value.dropFirst(bar.upperBound).trimmed)
      wrongs.append((value.line, alternatives(value.part(0..<bar.lowerBound)), reply))
    }
    return TextQuestion(answers: answers, wrongs: wrongs)
  }

  /// Reads `cell | cell state | c`.
  private mutating func alternatives(_ text: SourceText) -> [Template] {
    text.split(" | ").map { piece in
      if piece.isBlank || piece.trimmed.hasPrefix("|") || piece.trimmed.hasSuffix("|") {
        log.add("words are parted by | with one blank on both sides", at: piece)
      }
      return template(piece.trimmed) { _ in }
    }
  }

  // MARK: Commands

  private mutating func commandQuestion(
    _ lines: KeyLines, _ name: String, _ fence: LessonElement.Fence
  ) -> CommandQuestion {
    let model = lines["same-result-as"].map { command($0) }
    let verb = lines["must-use"]
    if model == nil, verb == nil {
      log.add("\(name) needs same-result-as: or must-use:", at: fence.head)
    }
    if let verb { checkVerb(verb) }
    let gapped = lines["template"]
    if let gapped, gapped.firstRange(of: "____") == nil {
      log.add("a gap was expected here, as data ____ t=42", at: gapped)
    }
    return CommandQuestion(
      model: model, verb: verb?.text, gapped: gapped.map { text in template(text) { _ in } },
      wrongs: lines.all("wrong").compactMap { namedWrong($0, isNumber: false) })
  }

  private mutating func checkVerb(_ verb: SourceText) {
    if verb.words.count != 1 || !verb.text.allSatisfy(isLetter) {
      log.add("must-use: takes the first word of a command, as ewma", at: verb)
    } else if CommandRules.forbiddenVerbs.contains(verb.text) {
      log.add("a lesson cannot run \(verb.text)", at: verb)
    }
  }
}
