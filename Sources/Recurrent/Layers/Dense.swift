/// A dense layer with one output: `ŷ = w·h + b`, as Keras' `Dense(1)` and PyTorch's `Linear(units, 1)`.
public struct Dense: Sendable, Equatable {
  /// The weights w, `[units]`.
  public var kernel: ContiguousArray<Float>
  /// The bias b.
  public var bias: Float

  /// Creates a layer from its parameters.
  public init(kernel: ContiguousArray<Float>, bias: Float) {
    self.kernel = kernel
    self.bias = bias
  }

  /// How many parameters the layer has.
  public var parameterCount: Int { kernel.count + 1 }

  /// The output for one hidden state.
  ///
  /// - Precondition: `hidden` has as many numbers as the kernel.
  public func output(_ hidden: some Collection<Float>) -> Float {
    precondition(hidden.count == kernel.count, "A dense layer takes one number a weight.")
    return zip(hidden, kernel).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}
