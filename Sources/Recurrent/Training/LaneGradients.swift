/// The gradient of a batch in vectors, on one or several threads.
///
/// However many threads there are, a batch falls into the same shards, whose gradients are added in the
/// same order: the result has the same bytes.
struct LaneGradients: BatchGradients {
  private let cell: any LaneCell
  private let sequences: Sequences
  private var weights: LaneWeights
  private let shards: [Slot<LaneShard>]
  private let team: ThreadTeam

  /// Makes room for batches.
  ///
  /// - Parameters:
  ///   - cell: The cell; its parameters are given with each batch.
  ///   - sequences: The windows.
  ///   - batch: How many windows a batch has at most.
  ///   - threads: How many threads to use.
  init(_ cell: some LaneCell, _ sequences: Sequences, batch: Int, threads: Int) {
    self.cell = cell
    self.sequences = sequences
    weights = LaneWeights(cell)
    let order = weights.order
    let most = max(2, Self.memory / (order.shape.bytes(ofSteps: sequences.length) + 1))
    let count = min(batch.vectors, Self.mostShards, most)
    shards = (0..<count).map { _ in Slot(LaneShard(order, steps: sequences.length)) }
    team = ThreadTeam(threads: min(threads, count))
  }

  func ordered(_ parameters: ContiguousArray<Float>) -> ContiguousArray<Float> {
    let layer = parameters.count - cell.units - 1
    return weights.order.ordered(.init(parameters[..<layer])) + parameters[layer...]
  }

  func restored(_ ordered: ContiguousArray<Float>) -> ContiguousArray<Float> {
    let head = ordered[weights.order.count...]
    var parameters = cell.parameters + head
    weights.order.restore(ordered, to: &parameters)
    return parameters
  }

  mutating func gradient(
    at ordered: ContiguousArray<Float>, of windows: [Int], dropout: ContiguousArray<Float>?,
    heed: () throws -> Void
  ) throws -> BatchGradient {
    weights.update(from: ordered)
    defer { weights.release() }
    let (n, head) = (cell.units, weights.order.count)
    let batch = LaneBatch(
      cell: cell, weights: weights,
      head: Dense(kernel: .init(ordered[head..<head + n]), bias: ordered[head + n]),
      sequences: sequences, windows: windows,
      dropout: dropout.map { $0 + ContiguousArray(zeros: Lanes.width) } ?? [])
    let count = min(shards.count, windows.count.vectors)
    try team.run(
      parts: count, heed: heed,
      work: { [shards] part, heed in
        let places = Self.places(ofShard: part, of: count, windows: windows.count)
        try shards[part].work { shard in
          var meter = WorkMeter(batch.weights.shape)
          try shard.run(places, of: batch) { try meter.count($0, heed: heed) }
        }
      })
    var sum = BatchGradient(parameters: [], squaredErrors: 0)
    var headSum = ContiguousArray<Float>(zeros: n + 1)
    for shard in shards.prefix(count) {
      shard.work { shard in
        if sum.parameters.isEmpty {
          sum.parameters.reserveCapacity(ordered.count)
          sum.parameters.append(contentsOf: shard.gradient.matrix)
        } else {
          sum.parameters.add(1, times: shard.gradient.matrix.span)
        }
        for unit in 0..<n { headSum[unit] += shard.kernelGradient[unit].sum() }
        headSum[n] += shard.biasGradient.sum()
        sum.squaredErrors += shard.squaredErrors
      }
    }
    weights.order.complete(&sum.parameters)
    sum.parameters += headSum
    return sum
  }

  /// The windows of one of several shards: whole sixteens, but for the end of the batch.
  private static func places(ofShard shard: Int, of count: Int, windows: Int) -> Range<Int> {
    let vectors = windows.vectors
    let first = shard * vectors / count * Lanes.width
    return first..<min((shard + 1) * vectors / count * Lanes.width, windows)
  }
}

extension LaneGradients {
  /// A batch falls into at most so many shards: as many threads find work.
  private static var mostShards: Int { 8 }
  /// All shards together take at most so many bytes, if there are more than two.
  private static var memory: Int { 512 << 20 }
}
