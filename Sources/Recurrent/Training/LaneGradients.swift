/// The gradients of batches in vectors, as one of several threads computes them.
///
/// However many threads there are, a batch falls into the same shards, whose gradients are added in the
/// same order: the result has the same bytes. Each thread runs its shards, waits for the others and adds
/// all; so each has the gradient, and nothing else has to go from one thread to another.
struct LaneGradients: BatchGradients {
  private let shared: LaneShards
  private let thread: Int
  private var weights: LaneWeights
  /// The shards that this thread runs; none before its first batch, so that no copy shares their memory.
  private var shards: [LaneShard] = []

  /// The gradients of one of the threads that share the shards.
  init(_ shared: LaneShards, thread: Int) {
    self.shared = shared
    self.thread = thread
    weights = LaneWeights(shared.order)
  }

  func ordered(_ parameters: ContiguousArray<Float>) -> ContiguousArray<Float> {
    let layer = parameters.count - shared.order.shape.units - 1
    return shared.order.ordered(.init(parameters[..<layer])) + parameters[layer...]
  }

  func restored(_ ordered: ContiguousArray<Float>) -> ContiguousArray<Float> {
    shared.order.restored(ordered) + ordered[shared.order.count...]
  }

  mutating func gradient(
    at ordered: ContiguousArray<Float>, of windows: [Int], dropout: ContiguousArray<Float>?,
    heed: () throws -> Void
  ) throws -> BatchGradient {
    weights.update(from: ordered)
    // What is shared would be copied when the optimiser changes it.
    defer { weights.release() }
    let head = ordered[shared.order.count...]
    let batch = LaneBatch(
      cell: shared.cell, weights: weights,
      head: Dense(kernel: .init(head.dropLast()), bias: head.last ?? 0),
      sequences: shared.sequences, windows: windows,
      dropout: dropout ?? [])
    try run(batch, heed: heed)
    try shared.barrier.pass(heed: heed)
    let sum = shared.sum(of: windows.count, forThread: thread)
    // Nobody may go on to the next batch before all have read this one.
    try shared.barrier.pass(heed: heed)
    return sum
  }

  /// Runs the shards of this thread and hands their gradients to all.
  private mutating func run(_ batch: LaneBatch, heed: () throws -> Void) throws {
    let own = shared.shards(ofThread: thread)
    if shards.isEmpty {
      shards = own.map { _ in LaneShard(shared.order, steps: shared.sequences.length) }
    }
    var meter = WorkMeter(shared.order.shape)
    let count = shared.count(of: batch.windows.count)
    for (place, index) in own.enumerated() where index < count {
      let windows = shared.places(ofShard: index, of: count, windows: batch.windows.count)
      try shards[place].run(windows, of: batch) { try meter.count($0, heed: heed) }
      shared.hand(shards[place].result, ofShard: index)
    }
  }
}
