/// What all shards of a batch share.
struct LaneBatch: Sendable {
  let cell: any LaneCell
  let weights: LaneWeights
  let head: Dense
  let sequences: Sequences
  /// Which windows make up the batch.
  let windows: [Int]
  /// What each last hidden state is multiplied by, `[windows, units]`, and a vector's length behind it;
  /// empty where nothing is dropped.
  let dropout: ContiguousArray<Float>
}

/// A part of each batch that runs through the network by itself: sequences sixteen by sixteen, and the
/// gradient summed over them.
struct LaneShard: Sendable {
  private var gradient: LaneGradient
  private var kernelGradient: ContiguousArray<Lanes>
  private var biasGradient = Lanes.zero
  private var squaredErrors = 0.0
  private var trace: LaneTrace
  private var state: LaneStateGradient
  /// What the last hidden states are multiplied by, a vector a unit.
  private var mask: ContiguousArray<Lanes>
  private var maskRows: ContiguousArray<Lanes>
  private var maskColumns: ContiguousArray<Lanes>

  init(_ order: LaneOrder, steps: Int) {
    let shape = order.shape
    gradient = LaneGradient(order, steps: steps)
    kernelGradient = .init(zeros: shape.units)
    trace = LaneTrace(shape, steps: steps, goesBack: true)
    state = LaneStateGradient(shape)
    mask = .init(
      repeating: Lanes(repeating: 1), count: shape.units.roundedUp(to: Lanes.width))
    maskRows = .init(zeros: Lanes.width)
    maskColumns = maskRows
  }

  /// What the last run came to; while somebody holds it, the next run would copy it.
  var result: ShardGradient {
    ShardGradient(
      matrix: gradient.matrix, headKernel: kernelGradient, headBias: biasGradient,
      squaredErrors: squaredErrors)
  }

  /// Runs some windows of a batch forward and back.
  ///
  /// - Parameters:
  ///   - windows: Their places in the batch.
  ///   - batch: What all shards of the batch share.
  ///   - heed: Called after some steps with their number; what it throws ends the work.
  /// - Throws: What `heed` throws.
  mutating func run(
    _ windows: Range<Int>, of batch: LaneBatch, heed: (Int) throws -> Void
  ) throws {
    gradient.clear()
    for unit in kernelGradient.indices { kernelGradient[unit] = .zero }
    biasGradient = .zero
    squaredErrors = 0
    let steps = batch.sequences.length
    let features = trace.shape.features
    for start in stride(from: windows.lowerBound, to: windows.upperBound, by: Lanes.width) {
      let places = start..<min(start + Lanes.width, windows.upperBound)
      trace.load(
        batch.sequences.rows,
        starts: places.map { batch.sequences.firstRows[batch.windows[$0]] * features },
        stride: features, steps: steps)
      try batch.weights.run(batch.cell, &trace, steps: steps, hasState: false, heed: heed)
      compare(places, with: batch)
      try batch.cell.runBack(
        &trace, steps: steps, batch.weights, hasState: false, &state, &gradient, heed: heed)
    }
  }

  /// The head's way forward and back: `ŷ = w·h + b`, L = mean (ŷ − y)², ∂L/∂ŷ = 2·(ŷ − y)/batch.
  private mutating func compare(_ places: Range<Int>, with batch: LaneBatch) {
    if !batch.dropout.isEmpty { takeMask(places, from: batch.dropout) }
    let first = trace.hiddenPlaces(before: batch.sequences.length).lowerBound
    let kernel = batch.head.kernel
    var output = Lanes(repeating: batch.head.bias)
    for unit in kernel.indices {
      output += kernel[unit] * (trace.state[first + unit] * mask[unit])
    }
    var errors = Lanes.zero
    for (lane, place) in places.enumerated() {
      let error = output[lane] - batch.sequences.targets[batch.windows[place]]
      squaredErrors += Double(error) * Double(error)
      errors[lane] = error
    }
    let dOutput = 2 * errors / Float(batch.windows.count)
    for unit in kernel.indices {
      let kept = dOutput * mask[unit]
      kernelGradient[unit] += kept * trace.state[first + unit]
      state.hidden[unit] = kept * kernel[unit]
    }
    biasGradient += dOutput
    for unit in state.cell.indices { state.cell[unit] = .zero }
  }

  /// Turns the dropout of some sequences from rows into vectors.
  private mutating func takeMask(_ places: Range<Int>, from dropout: ContiguousArray<Float>) {
    let units = trace.shape.units
    for unit in stride(from: 0, to: units, by: Lanes.width) {
      for (lane, place) in places.enumerated() {
        maskRows[lane] = Lanes(dropout.span, at: place * units + unit)
      }
      transpose(maskRows, 0..<Lanes.width, into: &maskColumns, at: 0)
      for place in 0..<Lanes.width { mask[unit + place % 4 * 4 + place / 4] = maskColumns[place] }
    }
  }
}
