/// What an answer is judged to be.
public enum Verdict: Sendable, Equatable {
  /// The right answer.
  case right
  /// A wrong answer, with the reason where it is known.
  case wrong(Misconception?)
  /// No answer of the kind awaited, with a sentence that says what is; it is no try.
  case unreadable(String)
  /// Nothing but blanks; it is no try.
  case blank

  /// The word under which progress files and class reports hold the verdict.
  public var label: String {
    switch self {
    case .right: "right"
    case .wrong(let misconception): misconception?.label ?? "wrong"
    case .unreadable: "unreadable"
    case .blank: "blank"
    }
  }
}

/// A wrong answer whose reason is known, and what is said to it.
public struct Misconception: Sendable, Equatable {
  /// The same for every student, whatever was drawn or shuffled; class reports count by it.
  ///
  /// `wrong 2` is the second `wrong:` of the question, `option 3: …` the third option in the file.
  /// Found without the author's help are `rounded too far`, `lost sign`, `percent`, `one minus`, and
  /// `incomplete`, an answer that is right as far as it goes.
  public let label: String
  /// The reason that is told.
  public let reply: String

  /// Makes a misconception.
  public init(label: String, reply: String) {
    self.label = label
    self.reply = reply
  }

  /// Whether the answer has the right digits, only too few of them.
  public var isRoundedTooFar: Bool { label == Self.roundedTooFarLabel }

  /// The label of the wrong answer that the author foresaw in that place, from 0.
  static func foreseenLabel(_ index: Int) -> String { "wrong \(index + 1)" }

  static let roundedTooFarLabel = "rounded too far"
  static let incompleteLabel = "incomplete"
}
