/// One option of a choice as it stands before the student.
public struct ResolvedOption: Sendable, Equatable {
  /// `a`, `b`, `c`…, by the place in which it is shown.
  public let letter: String
  /// What is chosen, with `**bold**` and `` `code` `` in it.
  public let text: String
  /// The same for every student, whatever was drawn or shuffled: the place in the file, from 1, and the
  /// text as written there.
  public let label: String
  /// Whether it is right; nil in a bet before its outcome is known.
  public let isRight: Bool?
  /// What is said to who chose it; nil in a bet before its outcome is known.
  public let reason: String?

  /// Makes an option.
  public init(
    letter: String, text: String, label: String, isRight: Bool? = nil, reason: String? = nil
  ) {
    self.letter = letter
    self.text = text
    self.label = label
    self.isRight = isRight
    self.reason = reason
  }

  /// The letter of a place, from 0; a number where the alphabet has ended.
  static func letter(at place: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return alphabet.indices.contains(place) ? String(alphabet[place]) : String(place + 1)
  }
}
