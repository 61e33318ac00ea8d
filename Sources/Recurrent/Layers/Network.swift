/// A recurrent layer and, unless it was loaded without one, its Dense(1) head.
public struct Network: Sendable {
  /// The recurrent layer.
  public var cell: any RecurrentCell
  /// What makes a prediction from the last hidden state.
  public var head: Dense?

  /// Creates a network from its layers.
  ///
  /// - Precondition: The head, if there is one, has a weight for each unit.
  public init(cell: any RecurrentCell, head: Dense?) {
    precondition(head.map { $0.kernel.count == cell.units } ?? true, "The head fits the cell.")
    self.cell = cell
    self.head = head
  }

  /// Creates a network with fresh random weights.
  ///
  /// - Parameters:
  ///   - cell: The kind of cell.
  ///   - units: How many hidden units; above zero.
  ///   - features: How many numbers a step; above zero.
  ///   - options: What else the cell is told.
  ///   - scheme: How the weights are drawn.
  ///   - seed: The same seed gives the same weights.
  public init(
    _ cell: any RecurrentCell.Type, units: Int, features: Int = 1, options: CellOptions = .init(),
    scheme: InitialWeights = .keras, seed: UInt64
  ) {
    self.init(
      cell, units: units, features: features, options: options, scheme: scheme, seed: seed,
      progress: {})
  }

  /// Creates the same network, but can be interrupted, since a large one takes seconds to draw.
  ///
  /// - Parameters:
  ///   - cell: The kind of cell.
  ///   - units: How many hidden units; above zero.
  ///   - features: How many numbers a step; above zero.
  ///   - options: What else the cell is told.
  ///   - scheme: How the weights are drawn.
  ///   - seed: The same seed gives the same weights.
  ///   - progress: Called now and then; what it throws ends the work.
  /// - Throws: What `progress` throws.
  public init(
    _ cell: any RecurrentCell.Type, units: Int, features: Int = 1, options: CellOptions = .init(),
    scheme: InitialWeights = .keras, seed: UInt64, progress: () throws -> Void
  ) rethrows {
    self.cell = cell.init(units: units, features: features, options: options)
    var generator = SeededGenerator(seed: seed, stream: .weights)
    self.cell.parameters = try scheme.parameters(
      of: self.cell, using: &generator, progress: progress)
    head = scheme.head(units: units, using: &generator)
  }

  /// How many parameters the recurrent layer has.
  public var layerParameterCount: Int { cell.parameters.count }

  /// How many parameters the head has; 0 without one.
  public var headParameterCount: Int { head?.parameterCount ?? 0 }

  /// How many parameters there are in all.
  public var parameterCount: Int { layerParameterCount + headParameterCount }

  /// All parameters, flat: the cell's, then the head's kernel and bias.
  ///
  /// - Precondition: Their number does not change.
  public var parameters: ContiguousArray<Float> {
    get { cell.parameters + (head.map { $0.kernel + [$0.bias] } ?? []) }
    set {
      precondition(newValue.count == parameterCount, "A network's size is fixed.")
      let layer = layerParameterCount
      cell.parameters = .init(newValue[..<layer])
      if let head {
        let end = layer + head.kernel.count
        self.head = Dense(kernel: .init(newValue[layer..<end]), bias: newValue[end])
      }
    }
  }

  /// Runs the recurrent layer and keeps everything it computed.
  ///
  /// - Parameters:
  ///   - inputs: `[steps, batch, features]`.
  ///   - state: The state before the first step; zeros by default.
  ///   - held: Gates and candidates that are given instead of computed.
  /// - Returns: The trace of all steps.
  /// - Precondition: `cell.validate(inputs:state:)` passes.
  public func trace(
    _ inputs: Tensor, from state: CellState? = nil, holding held: HeldGates = [:]
  ) -> CellTrace {
    let batch = inputs.shape.count > 1 ? inputs.shape[1] : 0
    return cell.forward(inputs, from: state ?? cell.zeroState(batch: batch), holding: held)
  }

  /// Runs the recurrent layer over windows, each from a zero state, and keeps everything it computed.
  public func trace(of sequences: Sequences, holding held: HeldGates = [:]) -> CellTrace {
    trace(sequences.inputs(of: 0..<sequences.count), holding: held)
  }

  /// The prediction from one hidden state, `[units]`; nil without a head.
  public func output(hidden: ContiguousArray<Float>) -> Float? { head?.output(hidden) }

  /// The predictions after the last step of a trace, one a sequence; empty without a head.
  public func predictions(of trace: CellTrace) -> ContiguousArray<Float> {
    guard let head else { return [] }
    let hidden = trace.finalState.hidden.values
    return .init(
      stride(from: 0, to: hidden.count, by: cell.units).map {
        head.output(hidden[$0..<$0 + cell.units])
      })
  }

  /// The predictions for windows, one each, without keeping the trace of all; empty without a head.
  public func predictions(
    for sequences: Sequences, holding held: HeldGates = [:]
  ) -> ContiguousArray<Float> {
    var predictions: ContiguousArray<Float> = []
    for start in stride(from: 0, to: sequences.count, by: Self.predictionBatch) {
      let end = min(start + Self.predictionBatch, sequences.count)
      let trace = trace(sequences.inputs(of: start..<end), holding: held)
      predictions.append(contentsOf: self.predictions(of: trace))
    }
    return predictions
  }

  /// Windows that are predicted side by side: enough for the products, few enough for the cache.
  private static let predictionBatch = 64
}
