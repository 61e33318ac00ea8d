/// One term of the sum before a squash, as `0.31 · h₇`.
public struct SumTerm: Sendable, Equatable {
  /// Where a term comes from.
  public enum Source: Sendable, Equatable {
    /// A number that went in.
    case input(feature: Int)
    /// A unit's hidden state of the step before.
    case recurrent(unit: Int)
    /// The bias (the input's, where there are two).
    case bias
    /// The second bias of a GRU that resets after the product.
    case recurrentBias
  }

  /// Where the term comes from.
  public let source: Source
  /// The weight, or the bias itself.
  public let weight: Float
  /// What is weighted: x, the hidden state before (times the reset gate in a GRU that resets before
  /// the product), or 1 for a bias.
  public let value: Float
  /// The reset gate for the recurrent terms of a GRU's candidate that resets after the product, else 1.
  public let factor: Float

  /// Creates a term.
  public init(source: Source, weight: Float, value: Float, factor: Float = 1) {
    self.source = source
    self.weight = weight
    self.value = value
    self.factor = factor
  }

  /// What the term adds to the sum.
  public var product: Float { factor * weight * value }
}
