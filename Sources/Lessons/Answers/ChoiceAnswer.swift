/// The options of a question, in the order shown.
struct ChoiceAnswer: Sendable, Equatable {
  let options: [ResolvedOption]

  /// Judges what was typed: right are all the right options and no other.
  func verdict(on given: String) -> Verdict {
    switch OptionReader(options).reading(of: given) {
    case .blank: return .blank
    case .unreadable(let sentence): return .unreadable(sentence)
    case .chosen(let places):
      if let wrong = places.map({ options[$0] }).first(where: { $0.isRight != true }) {
        return .wrong(Misconception(label: wrong.label, reply: wrong.reason ?? ""))
      }
      let missing = options.count { $0.isRight == true } - places.count
      guard missing > 0 else { return .right }
      let rest = missing == 1 ? "one more is" : "\(missing) more are"
      return .wrong(
        Misconception(
          label: Misconception.incompleteLabel, reply: "That is right, and \(rest) right too."))
    }
  }

  /// The words of the right options, as `answer` shows them.
  var text: String {
    options.filter { $0.isRight == true }.map(\.text).joined(separator: " | ")
  }
}
