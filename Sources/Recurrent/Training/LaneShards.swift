/// How batches fall into shards, and where threads hand each other the gradients of theirs.
///
/// Each thread hands its gradients over in a slot of its own for each reader. So nobody waits for a lock,
/// and what is handed over is not copied.
final class LaneShards: Sendable {
  let cell: any LaneCell
  let sequences: Sequences
  let order: LaneOrder
  /// How many threads there is work for.
  let threads: Int
  /// How many shards a batch has at most.
  let most: Int
  let barrier: Barrier
  /// For each shard what each thread shall read.
  private let handed: [[Slot<ShardGradient?>]]

  /// A batch falls into at most so many shards: as many threads find work.
  private static let most = 8
  /// All shards together take at most so many bytes, if there are more than two.
  private static let memory = 512 << 20

  /// Lays out the shards.
  ///
  /// - Parameters:
  ///   - cell: The cell; its parameters are given with each batch.
  ///   - sequences: The windows.
  ///   - batch: How many windows a batch has at most.
  ///   - threads: How many threads there are.
  init(_ cell: some LaneCell, _ sequences: Sequences, batch: Int, threads: Int) {
    self.cell = cell
    self.sequences = sequences
    let order = LaneOrder(cell)
    self.order = order
    let fitting = max(2, Self.memory / (order.shape.bytes(ofSteps: sequences.length) + 1))
    let most = min(batch.vectors, Self.most, fitting)
    self.most = most
    let threads = min(threads, most)
    self.threads = threads
    barrier = Barrier(threads: threads)
    handed = (0..<most).map { _ in (0..<threads).map { _ in Slot(nil) } }
  }

  /// The shards of a thread.
  func shards(ofThread thread: Int) -> StrideTo<Int> { stride(from: thread, to: most, by: threads) }

  /// How many shards a batch of so many windows has.
  func count(of windows: Int) -> Int { min(most, windows.vectors) }

  /// The windows of one of several shards: whole sixteens, but for the end of the batch.
  func places(ofShard shard: Int, of count: Int, windows: Int) -> Range<Int> {
    let first = shard * windows.vectors / count * Lanes.width
    return first..<min((shard + 1) * windows.vectors / count * Lanes.width, windows)
  }

  /// Hands the gradient of a shard to all threads.
  func hand(_ gradient: ShardGradient, ofShard shard: Int) {
    for slot in handed[shard] { slot.work { $0 = gradient } }
  }

  /// Adds up the gradients of all shards of a batch, which a thread thereby takes away.
  func sum(of windows: Int, forThread thread: Int) -> BatchGradient {
    let n = order.shape.units
    var sum = BatchGradient(parameters: [], squaredErrors: 0)
    sum.parameters.reserveCapacity(order.count + n + 1)
    var head = ContiguousArray<Float>(zeros: n + 1)
    for shard in handed.prefix(count(of: windows)) {
      guard let shard = shard[thread].work({ $0.take() }) else { continue }
      if sum.parameters.isEmpty {
        sum.parameters.append(contentsOf: shard.matrix)
      } else {
        sum.parameters.add(1, times: shard.matrix.span)
      }
      for unit in 0..<n { head[unit] += shard.headKernel[unit].sum() }
      head[n] += shard.headBias.sum()
      sum.squaredErrors += shard.squaredErrors
    }
    order.complete(&sum.parameters)
    sum.parameters += head
    return sum
  }
}

/// What a shard gives to the gradient of a batch.
struct ShardGradient: Sendable {
  /// ∂L/∂w of the cell, as `LaneGradient` has it.
  let matrix: ContiguousArray<Float>
  /// That of the head's kernel, the lanes still to be summed, `[units]`.
  let headKernel: ContiguousArray<Lanes>
  /// That of its bias, likewise.
  let headBias: Lanes
  /// The sum of (ŷ − y)².
  let squaredErrors: Double
}
