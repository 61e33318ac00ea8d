import Reports

/// Looks for what a terminal of 80 columns without Unicode could not show, and for figures that age.
struct LayoutCheck {
  private static let width = 80
  private let log: CheckLog

  init(_ log: CheckLog) {
    self.log = log
  }

  /// Looks at the parts of a page as they are written.
  func check(_ page: Page) {
    checkLine(page.title, line: page.line, room: 60, "the title of a page")
    for block in page.blocks {
      switch block {
      case .prose(let prose):
        for text in prose.templates {
          checkForm(of: text)
          checkFigures(in: text)
        }
        if case .table(let rows) = prose.kind { check(rows) }
      case .math(let math):
        checkForm(of: math.plain)
        checkLines(of: math.plain, room: Self.width - 2, "an equation")
      case .run(let run):
        for command in run.commands {
          checkLines(of: command, room: Self.width - 11, "a command behind the prompt")
        }
      case .ask(let ask):
        for text in ask.texts { checkForm(of: text) }
        if case .command(let question) = ask.kind, let gapped = question.gapped {
          checkLines(of: gapped, room: Self.width - 4, "a command with gaps")
        }
      case .guess(let guess): for text in guess.texts { checkForm(of: text) }
      case .write(let write):
        for text in [write.question, write.model] + write.criteria { checkForm(of: text) }
      case .teacher, .kept, .pause, .check: break
      }
    }
  }

  private func checkLines(of template: Template, room: Int, _ what: String) {
    for (offset, text) in template.source.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      checkLine(String(text), line: template.line + offset, room: room, what)
    }
  }

  private func checkLine(_ text: String, line: Int, room: Int, _ what: String) {
    let width = displayWidth(of: text)
    guard width > room else { return }
    log.add("\(what) has room for \(room) columns; this one takes \(width)", line: line)
  }

  private func check(_ rows: [[Template]]) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? displayWidth(of: $0[column].source) : 0 }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * max(0, columns - 1)
    guard total > Self.width, let line = rows.first?.first?.line else { return }
    log.add("a table has room for \(Self.width) columns; this one takes \(total)", line: line)
  }

  /// A sign without an ASCII form would be a question mark on a terminal without Unicode.
  private func checkForm(of template: Template) {
    for character in Set(template.source) where !character.isASCII {
      if ascii(String(character)).contains("?") {
        log.add(
          "the sign \(character) has no form on a terminal without Unicode", line: template.line)
      }
    }
  }

  /// Weights are trained anew at times: what a model does is asked of the shell, as `{= …}`.
  private func checkFigures(in template: Template) {
    let text = template.parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    let prose = pieces.indices.filter { $0.isMultiple(of: 2) }.map { pieces[$0] }.joined(
      separator: " ")
    for sentence in sentences(of: prose) {
      guard Self.names.contains(where: String(sentence).contains), holdsFigure(sentence) else {
        continue
      }
      log.add(
        "a bare number stands beside a model's name; if it is what a trained model does, compute it with {= …}",
        line: template.line, isWarning: true)
    }
  }

  private static let names = ["RNN", "LSTM", "GRU"]

  /// The text cut behind each point, colon or question mark that a blank follows.
  private func sentences(of text: String) -> [[Character]] {
    let characters = Array(text)
    var sentences: [[Character]] = [[]]
    for (index, character) in characters.enumerated() {
      sentences[sentences.count - 1].append(character)
      let isLast = index + 1 == characters.count || characters[index + 1] == " "
      if isLast, ".:;?!".contains(character) { sentences.append([]) }
    }
    return sentences
  }

  /// A number with a point in it, dollars or a per cent.
  private func holdsFigure(_ characters: [Character]) -> Bool {
    characters.indices.contains { index in
      guard characters[index].isASCII, characters[index].isNumber else { return false }
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let next = index + 2 < characters.count ? characters[index + 2] : " "
      return before == "$" || after == "%" || (after == " " && next == "%")
        || ((after == "." || after == ",") && next.isASCII && next.isNumber)
    }
  }
}

extension Ask {
  /// What a student may read of it.
  var texts: [Template] {
    let parts: [Template] =
      switch kind {
      case .number(let number): number.wrongs.map(\.reply)
      case .choice(let options): options.flatMap { [$0.text, $0.reason] }
      case .text(let text): text.wrongs.map(\.reply)
      case .command(let command): command.wrongs.map(\.reply) + [command.gapped].compactMap { $0 }
      }
    return [question] + parts + hints + [explanation].compactMap { $0 }
  }
}

extension Guess {
  /// What a student may read of it.
  var texts: [Template] {
    let parts: [Template] =
      switch kind {
      case .number(_, let wrongs): wrongs.map(\.reply)
      case .choice(let options): options.flatMap { [$0.text, $0.reason] }
      }
    return [question] + parts + [explanation].compactMap { $0 }
  }
}
