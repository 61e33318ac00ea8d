/// The words that are right for a question, and the wrong ones that the author foresaw.
struct TextAnswer: Sendable, Equatable {
  /// Wrong words with one reason.
  struct Foreseen: Sendable, Equatable {
    let answers: [String]
    let reply: String
  }

  let answers: [String]
  /// In the order written.
  let foreseen: [Foreseen]

  /// Judges what was typed.
  ///
  /// A slip of the keys in a long word is no try: the word is known, not its spelling.
  func verdict(on given: String) -> Verdict {
    let folded = FoldedText(given)
    guard !folded.isEmpty else { return .blank }
    if Self.holds(folded, answers) { return .right }
    if let place = foreseen.firstIndex(where: { Self.holds(folded, $0.answers) }) {
      return .wrong(
        Misconception(
          label: Misconception.foreseenLabel(place), reply: foreseen[place].reply))
    }
    return Self.isMisspelt(folded, of: answers)
      ? .unreadable("Nearly: look at the spelling once more.") : .wrong(nil)
  }

  /// Whether the line is one of the words that the author wrote, right or wrong.
  func foresees(_ given: String) -> Bool {
    let folded = FoldedText(given)
    return Self.holds(folded, answers) || foreseen.contains { Self.holds(folded, $0.answers) }
  }

  private static func holds(_ folded: FoldedText, _ words: [String]) -> Bool {
    words.contains { FoldedText($0) == folded }
  }

  /// Whether a right word of five letters or more was meant.
  ///
  /// One letter may be missing, too many or another one, or two neighbours be swapped. The first letter
  /// counts, since `decreases` is no `increases`.
  private static func isMisspelt(_ folded: FoldedText, of words: [String]) -> Bool {
    let typed = Array(folded.text)
    guard typed.allSatisfy(\.isLetter) else { return false }
    return words.map { Array(FoldedText($0).text) }.contains { word in
      guard word.count >= 5, typed.first == word.first else { return false }
      let start = zip(typed, word).prefix { $0 == $1 }.count
      let rest = (typed.dropFirst(start), word.dropFirst(start))
      let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
      let (left, right) = (Array(rest.0.dropLast(end)), Array(rest.1.dropLast(end)))
      return max(left.count, right.count) == 1
        || left.count == 2 && right.count == 2 && left == right.reversed()
    }
  }
}

extension TextAnswer {
  /// Puts the draws into the words of a question.
  ///
  /// - Throws: `Mistake` at what cannot be computed; what interrupts.
  init(_ question: TextQuestion, _ filling: Filling<some Evaluator>) throws {
    self.init(
      answers: try question.answers.map(filling.text),
      foreseen: try question.wrongs.map {
        Foreseen(answers: try $0.answers.map(filling.text), reply: try filling.text($0.reply))
      })
  }
}
