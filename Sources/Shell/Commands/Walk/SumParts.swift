import Recurrent

/// The sum of a gate of one unit by where its terms come from.
struct SumParts {
  /// What the inputs bring.
  var inputs: Float = 0
  /// What the states before bring.
  var states: Float = 0
  /// What the biases bring.
  var biases: Float = 0

  /// Adds up terms in Double, so that the parts give the sum as exactly as they can.
  init(_ terms: [SumTerm]) {
    var (inputs, states, biases) = (0.0, 0.0, 0.0)
    for term in terms {
      switch term.source {
      case .input: inputs += Double(term.product)
      case .recurrent: states += Double(term.product)
      case .bias, .recurrentBias: biases += Double(term.product)
      }
    }
    (self.inputs, self.states, self.biases) = (Float(inputs), Float(states), Float(biases))
  }
}

extension GateMoments {
  /// What a quantity of one unit is, in the sense of the notation; 0 for one that the cell lacks.
  func value(of name: String, unit: Int, at moment: Moment) -> Float {
    let quantity = quantities.first { $0.name == name }
    return quantity.map { values(of: $0, at: moment)[unit] } ?? 0
  }

  /// The parts of a quantity's sum for one unit; `nil` for what has no sum.
  func sumParts(of quantity: Quantity, unit: Int, at moment: Moment) -> SumParts? {
    guard sums(of: quantity, at: moment) != nil else { return nil }
    return SumParts(
      model.network.cell.terms(
        of: quantity.name, unit: unit, step: moment.step, sequence: moment.sequence, in: trace))
  }

  /// The sums of all units before the squash; `nil` for what has no sum.
  func sums(of quantity: Quantity, at moment: Moment) -> ContiguousArray<Float>? {
    trace.sums(of: quantity.name, step: moment.step, sequence: moment.sequence)
  }

  /// c of all units before a moment; empty for a cell without.
  func cellBefore(_ moment: Moment) -> ContiguousArray<Float> {
    trace.previousCell(step: moment.step, sequence: moment.sequence)
  }

  /// h of all units before a moment.
  func hiddenBefore(_ moment: Moment) -> ContiguousArray<Float> {
    trace.previousHidden(step: moment.step, sequence: moment.sequence)
  }

  /// What went in at a moment: `x = 0.05906`.
  func inputText(_ moment: Moment) -> String {
    let input = trace.input(step: moment.step, sequence: moment.sequence)
    return "x = " + input.map { shownNumber($0) }.joined(separator: ", ")
  }
}

extension Quantity {
  /// What a quantity is, as the heading of its page: `the forget gate f`.
  func heading(in notation: Notation) -> String {
    let symbol = notation.symbol(of: self)
    return switch kind {
    case .gate: "the \(name) gate \(symbol)"
    case .candidate: "the candidate \(symbol)"
    case .state: "the \(name) state \(symbol)"
    case .sum: "the sum \(symbol)"
    }
  }
}
