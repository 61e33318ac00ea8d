extension Try {
  /// The label of the misconception; nil for an answer that nobody foresaw.
  var misconception: String? {
    switch label {
    case "right", "wrong": nil
    default: label
    }
  }

  /// What was given, as a number; nil where it is none.
  var givenNumber: Double? {
    if case .number(let number, _) = GivenNumber(given), number.isFinite { number } else { nil }
  }
}
