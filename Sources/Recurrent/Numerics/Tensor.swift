/// Numbers in a box of any number of dimensions, stored row by row: the last index runs fastest.
public struct Tensor: Sendable, Equatable {
  /// The length of each dimension, outermost first; their product is `values.count`.
  public var shape: [Int]
  /// All numbers, row-major.
  public var values: ContiguousArray<Float>

  /// Creates a tensor from its numbers.
  ///
  /// - Precondition: `values` holds as many numbers as `shape` asks for.
  public init(shape: [Int], values: ContiguousArray<Float>) {
    precondition(values.count == shape.reduce(1, *), "A tensor holds the product of its shape.")
    self.shape = shape
    self.values = values
  }

  /// Creates a tensor of zeros.
  public init(zeros shape: [Int]) {
    self.init(shape: shape, values: .init(repeating: 0, count: shape.reduce(1, *)))
  }
}

/// A tensor whose shape is not the one that was asked for.
public struct ShapeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the tensor is, as "inputs" or "hidden state".
  public let what: String
  /// The shape asked for; a word stands where any length will do.
  public let expected: String
  /// The shape that was given; nil when there was no tensor.
  public let given: [Int]?

  /// One line: what, the shape expected, the shape given.
  public var description: String {
    "\(what): expected shape \(expected), got \(given.map { "\($0)" } ?? "none")"
  }
}
