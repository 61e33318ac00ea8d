/// The gradient of a batch in vectors, on one or several threads.
///
/// However many threads there are, a batch falls into the same shards, whose gradients are added in the
/// same order: the result has the same bytes.
struct LaneGradients: BatchGradients {
  private let cell: any LaneCell
  private let sequences: Sequences
  private let pieces: [LanePiece]
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
    pieces = cell.lanePieces
    weights = LaneWeights(cell)
    let shape = weights.shape
    let most = max(2, Self.memory / (shape.bytes(ofSteps: sequences.length) + 1))
    let count = min(batch.vectors, Self.mostShards, most)
    shards = (0..<count).map { _ in Slot(LaneShard(shape, steps: sequences.length)) }
    team = ThreadTeam(threads: min(threads, count))
  }

  mutating func gradient(
    at parameters: ContiguousArray<Float>, of windows: [Int],
    dropout: ContiguousArray<Float>?, heed: () throws -> Void
  ) throws -> BatchGradient {
    weights.update(from: parameters)
    let n = cell.units
    let layer = parameters.count - n - 1
    let batch = LaneBatch(
      cell: cell, weights: weights,
      head: Dense(kernel: .init(parameters[layer..<layer + n]), bias: parameters[layer + n]),
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
    var sum = BatchGradient(
      parameters: .init(zeros: parameters.count), squaredErrors: 0)
    for shard in shards.prefix(count) {
      shard.work { shard in
        for piece in pieces { shard.gradient.add(piece, to: &sum.parameters) }
        for unit in 0..<n { sum.parameters[layer + unit] += shard.kernelGradient[unit].sum() }
        sum.parameters[layer + n] += shard.biasGradient.sum()
        sum.squaredErrors += shard.squaredErrors
      }
    }
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
