/// What a batch gives to a step of the training.
struct BatchGradient {
  /// ∂L/∂w of the mean squared error over the batch, in the order of who computed it.
  var parameters: ContiguousArray<Float>
  /// The sum of (ŷ − y)².
  var squaredErrors: Double
}

/// A way to compute the gradient of a batch, with an order of its own for the parameters.
protocol BatchGradients: Sendable {
  /// Puts a network's parameters in order; there may be zeros between them, which stay zero.
  func ordered(_ parameters: ContiguousArray<Float>) -> ContiguousArray<Float>

  /// The parameters in the order of the network.
  func restored(_ ordered: ContiguousArray<Float>) -> ContiguousArray<Float>

  /// Computes the gradient of a batch.
  ///
  /// - Parameters:
  ///   - ordered: The parameters in order.
  ///   - windows: Which sequences make up the batch.
  ///   - dropout: What each last hidden state is multiplied by, `[windows, units]`, and room for a vector
  ///     behind it; nil for all ones.
  ///   - heed: Called now and then; what it throws ends the work.
  /// - Returns: The gradient and the errors.
  /// - Throws: What `heed` throws.
  mutating func gradient(
    at ordered: ContiguousArray<Float>, of windows: [Int], dropout: ContiguousArray<Float>?,
    heed: () throws -> Void
  ) throws -> BatchGradient
}
