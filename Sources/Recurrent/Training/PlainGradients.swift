/// The gradient of a batch by the cell's own equations, on one thread.
struct PlainGradients: BatchGradients {
  private var network: Network
  private let sequences: Sequences

  init(_ network: Network, _ sequences: Sequences) {
    self.network = network
    self.sequences = sequences
  }

  func ordered(_ parameters: ContiguousArray<Float>) -> ContiguousArray<Float> { parameters }

  func restored(_ ordered: ContiguousArray<Float>) -> ContiguousArray<Float> { ordered }

  mutating func gradient(
    at parameters: ContiguousArray<Float>, of windows: [Int], dropout: ContiguousArray<Float>?,
    heed: () throws -> Void
  ) throws -> BatchGradient {
    network.parameters = parameters
    let n = network.cell.units
    var sum = BatchGradient(parameters: .init(zeros: parameters.count), squaredErrors: 0)
    for first in stride(from: 0, to: windows.count, by: shardSize) {
      if first > 0 { try heed() }
      let places = first..<min(first + shardSize, windows.count)
      let trace = network.cell.forward(
        sequences.inputs(of: windows[places]), from: network.cell.zeroState(batch: places.count))
      let gradient = network.lossGradient(
        of: trace, targets: .init(windows[places].map { sequences.targets[$0] }),
        dropout: dropout.map { .init($0[places.lowerBound * n..<places.upperBound * n]) })
      // The mean over the batch is the mean of its shards, each by its share.
      sum.parameters.add(
        Float(places.count) / Float(windows.count), times: gradient.parameters.span)
      sum.squaredErrors += gradient.loss * Double(places.count)
    }
    return sum
  }

  /// How many sequences go through the network at once: at most 32, fewer for large networks, so that
  /// an interruption is heeded soon.
  private var shardSize: Int {
    // Forward and twice backward, a multiplication and an addition for each parameter and step.
    let operations = 6 * sequences.length * network.parameterCount
    return max(1, min(32, 1_000_000_000 / max(1, operations)))
  }
}
