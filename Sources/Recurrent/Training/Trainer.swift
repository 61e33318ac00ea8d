/// How a network is trained; by default as the course's notebook trains its LSTM and GRU.
public struct TrainingRecipe: Sendable, Equatable {
  /// How many times every sequence is seen.
  public var epochs: Int
  /// Sequences a step; below 1 counts as 1.
  public var batch: Int
  /// The rule of each step.
  public var optimizer: Optimizer
  /// The share of last hidden states that are set to zero on the way to the head, 0…1.
  public var dropout: Float
  /// The greatest norm of a gradient, or nil for no limit.
  public var clipNorm: Float?
  /// The seed of shuffling and dropout.
  public var seed: UInt64
  /// Whether each epoch sees the sequences in an order of its own.
  public var shuffle: Bool

  /// Creates a recipe.
  public init(
    epochs: Int = 50, batch: Int = 32, optimizer: Optimizer = .adam(), dropout: Float = 0.3,
    clipNorm: Float? = nil, seed: UInt64 = 1, shuffle: Bool = true
  ) {
    self.epochs = epochs
    self.batch = batch
    self.optimizer = optimizer
    self.dropout = dropout
    self.clipNorm = clipNorm
    self.seed = seed
    self.shuffle = shuffle
  }
}

/// Where a training stands after a batch.
public struct TrainingProgress: Sendable, Equatable {
  /// The running epoch, from 1.
  public let epoch: Int
  /// How many epochs the recipe asks for.
  public let epochs: Int
  /// The batch that was just done, from 1.
  public let batch: Int
  /// How many batches an epoch has.
  public let batches: Int
  /// The mean squared error over the sequences of this epoch so far.
  public let lossSoFar: Double
}

/// Trains a network epoch by epoch; `network` is always that of the last whole epoch.
///
/// The same network, sequences and recipe give the same bytes on the same machine, and k epochs are
/// the same whatever the recipe's number of epochs is.
public struct Trainer: Sendable {
  /// The network after the last whole epoch.
  public private(set) var network: Network
  /// One loss a whole epoch: the mean squared error over its sequences, while the weights were
  /// changing and with dropout in force, as Keras prints it; NaN when there are no sequences.
  public private(set) var losses: [Double] = []

  /// Whether the last epoch has left a loss or a weight that is no number any more, as a rate far too large
  /// does; no later epoch brings it back.
  public var hasDiverged: Bool {
    guard let loss = losses.last else { return false }
    return !loss.isFinite || !network.parameters.allSatisfy(\.isFinite)
  }

  private let sequences: Sequences
  let recipe: TrainingRecipe
  /// How many threads it uses.
  var threads: Int
  private var optimizerState: OptimizerState
  private var shuffling: SeededGenerator
  private var dropping: SeededGenerator

  /// Creates a trainer at the network's present weights.
  ///
  /// - Parameters:
  ///   - network: The network; it has a head and takes the sequences' features.
  ///   - sequences: What it learns from; every sequence has a target.
  ///   - recipe: How it learns.
  ///   - threads: How many threads to use; by default, and at most, as many as there are processors
  ///     that this process may use. The weights are the same to the last byte whatever their number.
  public init(
    network: Network, sequences: Sequences, recipe: TrainingRecipe, threads: Int? = nil
  ) {
    precondition(network.head != nil, "Training needs a head.")
    precondition(sequences.features == network.cell.features, "The features fit the cell.")
    precondition(sequences.targets.count == sequences.count, "Every sequence has a target.")
    self.network = network
    self.sequences = sequences
    self.recipe = recipe
    self.threads = Processors.threads(threads)
    optimizerState = OptimizerState(count: network.parameterCount)
    shuffling = SeededGenerator(seed: recipe.seed, stream: .shuffling)
    dropping = SeededGenerator(seed: recipe.seed, stream: .dropout)
  }

  /// Runs one epoch.
  ///
  /// - Parameter progress: Called after each batch, and on the way where one takes long. When it throws, the
  ///   unfinished epoch is dropped, and running again starts that epoch anew.
  /// - Throws: What `progress` throws.
  public mutating func runEpoch(progress: (TrainingProgress) throws -> Void) throws {
    let parts = network.gradients(
      over: sequences, batch: min(max(1, recipe.batch), sequences.count), threads: threads)
    self =
      parts.count > 1
      ? try afterEpoch(sharedBy: parts, progress: progress)
      : try afterEpoch(parts[0], progress: progress)
  }

  /// Every thread runs the whole epoch; the work of the gradient alone is shared out.
  ///
  /// So they have to agree on nothing else.
  private func afterEpoch(
    sharedBy parts: [any BatchGradients], progress: (TrainingProgress) throws -> Void
  ) throws -> Trainer {
    let state = Slot<TrainingProgress?>(nil)
    let result = Slot(self)
    try ThreadTeam(threads: parts.count).run(
      parts: parts.count,
      heed: {
        if let state = state.work({ $0.take() }) { try progress(state) }
      },
      work: { [self] part, heed in
        let after = try afterEpoch(parts[part]) { new in
          if part == 0 { state.work { $0 = new } }
          try heed()
        }
        if part == 0 { result.work { $0 = after } }
      })
    return result.current
  }

  /// Steps through all batches.
  private func afterEpoch(
    _ gradients: any BatchGradients, progress: (TrainingProgress) throws -> Void
  ) throws -> Trainer {
    var (next, gradients) = (self, gradients)
    let loss = try next.runEpoch(&gradients, progress: progress)
    next.losses.append(loss)
    return next
  }

  /// Steps through all batches; the loss over the epoch.
  private mutating func runEpoch(
    _ gradients: inout any BatchGradients, progress: (TrainingProgress) throws -> Void
  ) throws -> Double {
    var order = Array(0..<sequences.count)
    if recipe.shuffle { order.shuffle(using: &shuffling) }
    let size = max(1, recipe.batch)
    let batches = (order.count + size - 1) / size
    var parameters = gradients.ordered(network.parameters)
    if optimizerState.step == 0 { optimizerState = OptimizerState(count: parameters.count) }
    var squaredErrors = 0.0
    var seen = 0

    for batch in 0..<batches {
      let windows = Array(order[batch * size..<min((batch + 1) * size, order.count)])
      func tell(done: Int) throws {
        try progress(
          TrainingProgress(
            epoch: losses.count + 1, epochs: recipe.epochs, batch: done, batches: batches,
            lossSoFar: seen > 0 ? squaredErrors / Double(seen) : losses.last ?? .nan))
      }
      var step = try gradients.gradient(
        at: parameters, of: windows, dropout: dropoutMask(sequences: windows.count)
      ) {
        try tell(done: batch)
      }
      if let limit = recipe.clipNorm { clip(&step.parameters, toNorm: limit) }
      optimizerState.update(&parameters, with: step.parameters, by: recipe.optimizer)
      squaredErrors += step.squaredErrors
      seen += windows.count
      try tell(done: batch + 1)
    }
    network.parameters = gradients.restored(parameters)
    return squaredErrors / Double(seen)
  }

  /// Zeros where a state is dropped and 1/(1 − rate) where it is kept, so that the mean stays.
  ///
  /// Inverted dropout, Srivastava et al. (2014), section 10; nil when nothing is dropped. A vector can be
  /// read from any place.
  private mutating func dropoutMask(sequences: Int) -> ContiguousArray<Float>? {
    let rate = recipe.dropout
    guard rate > 0 else { return nil }
    let kept = 1 / (1 - rate)
    return dropping.draw(sequences * network.cell.units, room: Lanes.width) {
      $0 < rate ? 0 : kept
    }
  }
}
