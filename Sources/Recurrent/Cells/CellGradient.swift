/// The gradient of a loss (or of any number made from the last state) with respect to all that a cell
/// took in and carried.
public struct CellGradient: Sendable {
  /// With respect to the parameters, flat, in the cell's order; summed over steps and sequences.
  public let parameters: ContiguousArray<Float>
  /// With respect to the inputs, `[steps, batch, features]`.
  public let inputs: Tensor
  /// With respect to the hidden state after each step through all later ones, `[steps, batch, units]`.
  public let hidden: Tensor
  /// With respect to the LSTM's cell state after each step, through the hidden state of the step and
  /// all later steps, `[steps, batch, units]`; nil for the other cells.
  public let cell: Tensor?
  /// With respect to the state before the first step.
  public let initialState: CellState
}

/// A gradient while a cell runs back through the steps of a trace.
struct GradientInProgress {
  /// ∂L/∂W, `[features, width]`.
  var kernel: ContiguousArray<Float>
  /// ∂L/∂U, `[units, width]`.
  var recurrentKernel: ContiguousArray<Float>
  /// ∂L/∂b, `[width]`; a cell with a second row appends it.
  var bias: ContiguousArray<Float>

  private let trace: CellTrace
  private var inputs: ContiguousArray<Float>
  private var hidden: ContiguousArray<Float>
  private var cell: ContiguousArray<Float> = []

  init(of cell: some RecurrentCell, along trace: CellTrace) {
    precondition(
      trace.units == cell.units && trace.inputs.shape[2] == cell.features
        && trace.blocks == type(of: cell).blocks, "A cell runs back through its own trace.")
    self.trace = trace
    kernel = .init(zeros: cell.kernelRange.count)
    recurrentKernel = .init(zeros: cell.recurrentRange.count)
    bias = .init(zeros: cell.width)
    inputs = .init(zeros: trace.inputs.values.count)
    hidden = .init(zeros: trace.hidden.count)
    self.cell = .init(zeros: trace.cell.count)
  }

  mutating func keepInputs(_ dx: ContiguousArray<Float>, at step: Int) {
    inputs.replaceSubrange(step * dx.count..<(step + 1) * dx.count, with: dx)
  }

  mutating func keepHidden(_ dh: ContiguousArray<Float>, after step: Int) {
    hidden.replaceSubrange(step * dh.count..<(step + 1) * dh.count, with: dh)
  }

  mutating func keepCell(_ dc: ContiguousArray<Float>, after step: Int) {
    cell.replaceSubrange(step * dc.count..<(step + 1) * dc.count, with: dc)
  }

  /// The whole gradient, once the first step is done.
  ///
  /// - Parameters:
  ///   - dh: ∂L/∂h before the first step.
  ///   - dc: ∂L/∂c before it, for an LSTM.
  /// - Returns: All gradients in their shapes.
  func finished(dh: ContiguousArray<Float>, dc: ContiguousArray<Float>? = nil) -> CellGradient {
    let (states, state) = (
      [trace.steps, trace.batch, trace.units], [trace.batch, trace.units]
    )
    return CellGradient(
      parameters: kernel + recurrentKernel + bias,
      inputs: Tensor(shape: trace.inputs.shape, values: inputs),
      hidden: Tensor(shape: states, values: hidden),
      cell: dc.map { _ in Tensor(shape: states, values: cell) },
      initialState: CellState(
        hidden: Tensor(shape: state, values: dh),
        cell: dc.map { Tensor(shape: state, values: $0) }))
  }
}
