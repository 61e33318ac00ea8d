/// Warns of bare figures beside a model's name.
///
/// Weights are trained anew at times, so what the LSTM does is asked of the shell, as `{= …}`. Of an LSTM,
/// that of an exercise, anything may be said.
struct FigureCheck {
  private static let names = ["RNN", "LSTM", "GRU"]
  private static let articles = ["a", "an", "any", "each", "every", "my", "no", "one", "your"]
  private let log: CheckLog

  init(_ log: CheckLog) {
    self.log = log
  }

  /// Looks at the texts of a page as they are written.
  func check(_ page: Page) {
    for block in page.blocks {
      switch block {
      case .prose(let prose):
        switch prose.kind {
        case .paragraph, .item: check([prose.text])
        // What stands in a row belongs together.
        case .table(let rows): for row in rows { check(row) }
        }
      case .ask(let ask):
        for text in ask.texts { check([text]) }
        if case .choice(let options) = ask.kind { check(options) }
      case .guess(let guess):
        for text in [guess.question] + guess.afterwards { check([text]) }
        if case .choice(let options) = guess.kind { check(options) }
      case .write(let write): for text in write.texts { check([text]) }
      case .teacher, .run, .math, .kept, .pause, .check: break
      }
    }
  }

  private func check(_ options: [Option]) {
    for option in options {
      check([option.text])
      check([option.reason])
    }
  }

  private func check(_ templates: [Template]) {
    let text = templates.map(\.withoutNumbers).joined(separator: " | ")
    guard Self.names.contains(where: text.contains), let line = templates.first?.line else {
      return
    }
    for sentence in sentences(of: text.withoutCode)
    where namesModel(sentence) && holdsFigure(sentence) {
      log.add(
        "a bare number stands beside a model's name; if it is what a trained model does, compute it "
          + "with {= …}",
        line: line, isWarning: true)
    }
  }

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

  /// Whether a model is named, and none that an article makes any model.
  private func namesModel(_ sentence: [Character]) -> Bool {
    let words = sentence.split { !$0.isLetter }.map { String($0) }
    return words.indices.contains { index in
      Self.names.contains(where: words[index].contains)
        && (index == 0 || !Self.articles.contains(words[index - 1].lowercased()))
    }
  }

  /// A number with a point in it, dollars or a per cent.
  private func holdsFigure(_ characters: [Character]) -> Bool {
    func character(_ index: Int) -> Character {
      characters.indices.contains(index) ? characters[index] : " "
    }
    return characters.indices.contains { index in
      guard isDigit(characters[index]) else { return false }
      return character(index - 1) == "$" || character(index + 1) == "%"
        || (character(index + 1) == " " && character(index + 2) == "%")
        || (character(index + 1) == "." && isDigit(character(index + 2)))
    }
  }
}

extension Template {
  /// The text alone, as it is written.
  fileprivate var withoutNumbers: String {
    parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}

extension String {
  /// The text without what stands between backticks.
  fileprivate var withoutCode: String {
    let pieces = split(separator: "`", omittingEmptySubsequences: false)
    return pieces.indices.filter { $0.isMultiple(of: 2) }.map { pieces[$0] }.joined(separator: " ")
  }
}
