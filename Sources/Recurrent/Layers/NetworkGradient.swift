/// The gradient of a mean squared error with respect to everything in a network.
public struct NetworkGradient: Sendable {
  /// The mean over the batch of (ŷ − y)².
  public let loss: Double
  /// The predictions ŷ, one a sequence.
  public let predictions: ContiguousArray<Float>
  /// With respect to the recurrent layer, its inputs and its states.
  public let cell: CellGradient
  /// With respect to the head's kernel and bias.
  public let head: Dense

  /// With respect to all parameters, flat, as in `Network.parameters`.
  public var parameters: ContiguousArray<Float> { cell.parameters + head.kernel + [head.bias] }
}

extension Network {
  /// The mean squared error of a batch and its gradient, without dropout.
  ///
  /// - Parameters:
  ///   - inputs: `[steps, batch, features]`.
  ///   - targets: One a sequence.
  ///   - state: The state before the first step; zeros by default.
  /// - Returns: Loss, predictions and all gradients.
  /// - Precondition: The network has a head, and there is one target a sequence.
  public func lossGradient(
    inputs: Tensor, targets: ContiguousArray<Float>, from state: CellState? = nil
  ) -> NetworkGradient {
    lossGradient(of: trace(inputs, from: state), targets: targets)
  }

  /// The same along a trace that is there, with a mask of dropout between the last hidden state and the
  /// head.
  ///
  /// - Parameters:
  ///   - trace: A trace of this network's cell.
  ///   - targets: One a sequence.
  ///   - mask: What the last hidden states are multiplied by, `[batch, units]`; nil for all ones.
  /// - Returns: Loss, predictions and all gradients.
  func lossGradient(
    of trace: CellTrace, targets: ContiguousArray<Float>,
    dropout mask: ContiguousArray<Float>? = nil
  ) -> NetworkGradient {
    guard let head else { preconditionFailure("A loss needs a head.") }
    precondition(targets.count == trace.batch, "There is one target a sequence.")
    let last = trace.finalState.hidden.values
    let hidden = mask.map { last * $0 } ?? last

    // ŷ = w·h + b, L = mean (ŷ − y)², ∂L/∂ŷ = 2·(ŷ − y)/batch
    var loss = 0.0
    var predictions: ContiguousArray<Float> = []
    var headGradient = Dense(kernel: .init(zeros: head.kernel.count), bias: 0)
    var dHidden = ContiguousArray<Float>(zeros: hidden.count)
    for sequence in 0..<trace.batch {
      let rows = sequence * cell.units..<(sequence + 1) * cell.units
      let prediction = head.output(hidden[rows])
      let difference = prediction - targets[sequence]
      let dOutput = 2 * difference / Float(trace.batch)
      predictions.append(prediction)
      loss += Double(difference) * Double(difference)
      for (unit, row) in rows.enumerated() {
        headGradient.kernel[unit] += dOutput * hidden[row]
        dHidden[row] = dOutput * head.kernel[unit]
      }
      headGradient.bias += dOutput
    }
    let seeds = CellState(
      hidden: Tensor(
        shape: [trace.batch, cell.units], values: mask.map { dHidden * $0 } ?? dHidden))
    return NetworkGradient(
      loss: loss / Double(trace.batch), predictions: predictions,
      cell: backward(trace, from: seeds), head: headGradient)
  }

  /// The gradient of the predictions after the last step with respect to all before: states, inputs
  /// and parameters (these summed over the batch).
  ///
  /// - Parameter trace: A trace of this network's cell; what is held in it lets no gradient through.
  /// - Returns: The gradient; nil without a head.
  public func predictionGradient(of trace: CellTrace) -> CellGradient? {
    guard let head else { return nil }
    let kernels = ContiguousArray(rows: trace.batch, of: head.kernel[...])
    let seeds = CellState(hidden: Tensor(shape: [trace.batch, cell.units], values: kernels))
    return backward(trace, from: seeds)
  }
}
