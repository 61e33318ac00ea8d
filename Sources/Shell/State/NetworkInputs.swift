import Grammar

extension Located {
  /// What was typed behind `x=` as inputs of a network, `[steps][features]`, scaled.
  ///
  /// - Throws: `Mistake` at what is no number, or where a step has too few or too many of them.
  func networkInputs(features: Int) throws(Mistake) -> [[Float]] {
    try inputs(features: features).map { $0.map { Float($0) } }
  }

  /// What was typed behind `x=`, `[steps][features]`, as exact as it was typed.
  ///
  /// - Throws: `Mistake` at what is no number or far too large, or where a step has too few or too many
  ///   of them.
  func inputs(features: Int) throws(Mistake) -> [[Double]] {
    let steps: [[Double]]
    switch literal {
    case .matrix(let rows):
      steps = rows
    case .list(let items):
      var numbers: [[Double]] = []
      for item in items {
        guard let number = item.literal.number else { throw item.noInput }
        numbers.append([number])
      }
      steps = numbers
    default:
      guard let number = literal.number else { throw noInput }
      steps = [[number]]
    }
    guard let first = steps.first, first.count == features else {
      throw Mistake(
        features == 1
          ? "x= takes one number a step, as 0.5,0.6"
          : "x= takes \(features) numbers a step, as [[0.5, 0.2], [0.6, 0.3]]", at: range)
    }
    guard steps.joined().allSatisfy({ abs($0) <= 1_000_000 }) else {
      throw Mistake(
        "x= takes numbers from −1000000 to 1000000; scaled prices go from 0 to 1", at: range)
    }
    return steps
  }

  private var noInput: Mistake {
    Mistake("x=\(text): expected \(KeyKind.inputs.expectation)", at: range)
  }
}
