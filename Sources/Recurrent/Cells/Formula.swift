/// How a quantity comes from others, in letters and with the numbers of one unit at one step.
///
/// The parts follow the equation from left to right, so that either the letters or the numbers can be printed.
public struct Formula: Sendable, Equatable {
  /// A piece of a formula.
  public enum Part: Sendable, Equatable {
    /// A sign, a bracket or the name of a function.
    case text(String)
    /// A quantity: its letter, and its value for the unit at the step.
    case number(String, Float)
    /// One minus a quantity, `(1 − z)`: its letter, and the value of the quantity itself.
    case complement(String, Float)
  }

  /// What stands to the right of the sign `=`.
  public let parts: [Part]

  /// Creates a formula from its parts.
  public init(_ parts: [Part]) {
    self.parts = parts
  }

  /// `function(letter)`, the squash of a sum; `linear` has no name.
  static func squash(_ activation: Activation, _ letter: String, _ value: Float) -> Formula {
    guard activation != .linear else { return Formula([.number(letter, value)]) }
    return Formula([.text(activation.symbol + "("), .number(letter, value), .text(")")])
  }
}

extension Activation {
  /// The function as equations write it.
  public var symbol: String { self == .sigmoid ? "σ" : rawValue }
}

extension CellTrace {
  /// The value of a quantity of one unit.
  func value(of quantity: String, unit: Int, step: Int, sequence: Int) -> Float {
    values(of: quantity, step: step, sequence: sequence)[unit]
  }

  /// h of one unit before a step.
  func previousHidden(unit: Int, step: Int, sequence: Int) -> Float {
    previousHidden(step: step, sequence: sequence)[unit]
  }

  /// c of one unit before a step; 0 for a cell without.
  func previousCell(unit: Int, step: Int, sequence: Int) -> Float {
    let cells = previousCell(step: step, sequence: sequence)
    return cells.isEmpty ? 0 : cells[unit]
  }

  /// The squash of a sum as a formula; `nil` for a quantity without a sum.
  func squashFormula(
    of quantity: String, by activation: Activation, unit: Int, step: Int, sequence: Int
  ) -> Formula? {
    sums(of: quantity, step: step, sequence: sequence).map { .squash(activation, "a", $0[unit]) }
  }
}
