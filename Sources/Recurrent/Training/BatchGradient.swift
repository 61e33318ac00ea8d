/// What a batch gives to a step of the training.
struct BatchGradient {
  /// ∂L/∂w of the mean squared error over the batch, as in `Network.parameters`.
  var parameters: ContiguousArray<Float>
  /// The sum of (ŷ − y)².
  var squaredErrors: Double
}

/// A way to compute the gradient of a batch.
protocol BatchGradients: Sendable {
  /// Computes the gradient of a batch.
  ///
  /// - Parameters:
  ///   - parameters: The network's parameters.
  ///   - windows: Which sequences make up the batch.
  ///   - dropout: What each last hidden state is multiplied by, `[windows, units]`; nil for all ones.
  ///   - heed: Called now and then; what it throws ends the work.
  /// - Returns: The gradient and the errors.
  /// - Throws: What `heed` throws.
  mutating func gradient(
    at parameters: ContiguousArray<Float>, of windows: [Int],
    dropout: ContiguousArray<Float>?, heed: () throws -> Void
  ) throws -> BatchGradient
}
