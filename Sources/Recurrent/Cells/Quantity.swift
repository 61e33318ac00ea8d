/// One of the things that a cell computes at each step, as the LSTM's forget gate.
public struct Quantity: Sendable, Hashable {
  /// What role a quantity plays.
  public enum Kind: Sendable {
    /// A share between 0 and 1 that lets something through.
    case gate
    /// What may be written into the state.
    case candidate
    /// What the cell carries to the next step.
    case state
    /// A sum before its squash, shown as a quantity of its own.
    case sum
  }

  /// The long name, as "forget".
  public let name: String
  /// The letter in the equations, as "f".
  public let symbol: String
  /// Its role.
  public let kind: Kind
  /// The least and the greatest value, or nil when there is no bound.
  public let range: ClosedRange<Float>?

  /// What a share of it does, to be read behind a percentage: "of the old c stays"; nil for
  /// what is no gate.
  public var meaning: String? = nil

  static func gate(_ name: String, _ symbol: String, _ meaning: String) -> Quantity {
    Quantity(name: name, symbol: symbol, kind: .gate, range: 0...1, meaning: meaning)
  }

  static func candidate(_ symbol: String) -> Quantity {
    Quantity(name: "candidate", symbol: symbol, kind: .candidate, range: -1...1)
  }

  static func hidden(range: ClosedRange<Float>? = -1...1) -> Quantity {
    Quantity(name: "hidden", symbol: "h", kind: .state, range: range)
  }
}
