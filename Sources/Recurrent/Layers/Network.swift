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
}
