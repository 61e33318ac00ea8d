import Synchronization

/// The way forward over sequences, sixteen side by side or one by one.
struct LaneForward: Sendable {
  /// Where the numbers of a part stand.
  let shape: LaneShape
  private let cell: any LaneCell
  private let held: HeldGates
  private let inputs: LaneInputs
  private let weights: any LaneStepping
  /// How many first steps are run without being kept.
  private let skipped: Int

  /// Lays out the weights.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - inputs: The sequences.
  ///   - skipped: How many first steps need not be kept; at most all.
  ///   - held: Gates that are given instead of computed.
  ///   - arrangement: What stands side by side; by default what is faster.
  init(
    _ cell: some LaneCell, _ inputs: LaneInputs, skipping skipped: Int = 0,
    holding held: HeldGates = [:], _ arrangement: LaneShape.Arrangement? = nil
  ) {
    self.cell = cell
    self.inputs = inputs
    self.skipped = skipped
    self.held = cell.holdable(held)
    if (arrangement ?? Self.arrangement(of: inputs.starts.count)) == .units {
      let weights = UnitLaneWeights(cell)
      (self.weights, shape) = (weights, weights.shape)
    } else {
      let weights = LaneWeights(cell)
      (self.weights, shape) = (weights, weights.shape)
    }
  }

  /// The faster way for so many sequences: few are done sooner one after the other, as sixteen lanes
  /// take the same time however many are used.
  private static func arrangement(of sequences: Int) -> LaneShape.Arrangement {
    sequences < 9 ? .units : .sequences
  }

  /// Where a quantity of the cell stands in a trace; nil for one that it does not have.
  func quantity(_ name: String) -> LaneQuantity? { LaneQuantity(name, of: cell) }

  // MARK: Parts

  /// How many sequences run at once.
  private var width: Int { shape.arrangement == .units ? 1 : Lanes.width }

  /// How many parts there are.
  private var parts: Int { (inputs.starts.count + width - 1) / width }

  /// The sequences of a part.
  private func sequences(of part: Int) -> Range<Int> {
    part * width..<min((part + 1) * width, inputs.starts.count)
  }

  /// Room for the kept steps of a part.
  private var emptyTrace: LaneTrace { LaneTrace(shape, steps: inputs.steps - skipped) }

  /// Room for steps that are not kept.
  private var emptyPassage: LaneTrace { LaneTrace(shape, steps: min(skipped, 16)) }

  /// Runs one part.
  ///
  /// - Parameters:
  ///   - part: Which part.
  ///   - trace: Room for the kept steps.
  ///   - passage: Room for the others.
  ///   - heed: Called after some steps with their number; what it throws ends the work.
  /// - Throws: What `heed` throws.
  private func run(
    _ part: Int, _ trace: inout LaneTrace, _ passage: inout LaneTrace, heed: (Int) throws -> Void
  ) throws {
    let sequences = sequences(of: part)
    prepare(&trace, sequences)
    guard skipped > 0 else {
      return try run(sequences, &trace, from: 0, steps: inputs.steps, heed: heed)
    }
    prepare(&passage, sequences)
    for first in stride(from: 0, to: skipped, by: passage.steps) {
      let steps = min(passage.steps, skipped - first)
      try run(sequences, &passage, from: first, steps: steps, heed: heed)
      passage.carryOn(after: steps)
    }
    trace.takeState(of: passage)
    try run(sequences, &trace, from: skipped, steps: trace.steps, heed: heed)
  }

  private func prepare(_ trace: inout LaneTrace, _ sequences: Range<Int>) {
    trace.hold(held, blocks: type(of: cell).laneBlocks)
    if let state = inputs.state {
      trace.loadState(state, sequences: sequences)
    } else {
      trace.clearState()
    }
  }

  private func run(
    _ sequences: Range<Int>, _ trace: inout LaneTrace, from first: Int, steps: Int,
    heed: (Int) throws -> Void
  ) throws {
    trace.load(
      inputs.numbers, starts: inputs.starts[sequences].map { $0 + first * inputs.stride },
      stride: inputs.stride, steps: steps)
    try weights.run(
      cell, &trace, steps: steps, hasState: first > 0 || inputs.state != nil, heed: heed)
  }

  // MARK: All parts

  /// Runs all parts and keeps them.
  ///
  /// - Parameters:
  ///   - old: Traces that are needed no more: their memory is taken where it fits, since fresh memory
  ///     takes twice the time of the computation.
  ///   - threads: How many threads to use.
  ///   - progress: Called on the calling thread with the part that is done, 0…1; what it throws ends the
  ///     work.
  /// - Returns: The kept steps of each part.
  /// - Throws: What `progress` throws.
  func traces<Failure: Error>(
    reusing old: consuming [LaneTrace], threads: Int,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> [LaneTrace] {
    let kept = inputs.steps - skipped
    let fits = old.count == parts && old.allSatisfy { $0.shape == shape && $0.steps == kept }
    let slots = (0..<parts).map { Slot(fits ? old[$0] : nil) }
    old = []
    try inGroups(threads: threads, progress: progress) { parts, heed in
      var passage = emptyPassage
      for part in parts {
        try slots[part].work { trace in
          var own = trace ?? emptyTrace
          trace = nil
          defer { trace = own }
          try run(part, &own, &passage, heed: heed)
        }
      }
    }
    return slots.compactMap(\.current)
  }

  /// Runs all parts, of which nothing stays but what is read from each.
  ///
  /// - Parameters:
  ///   - threads: How many threads to use.
  ///   - progress: Called on the calling thread with the part that is done, 0…1; what it throws ends the
  ///     work.
  ///   - read: Reads the kept steps of a part, from the sequences it is told.
  /// - Returns: What was read, part after part.
  /// - Throws: What `progress` throws.
  func results<Result: Sendable, Failure: Error>(
    threads: Int, progress: (Double) throws(Failure) -> Void,
    _ read: @escaping @Sendable (LaneTrace, Range<Int>) -> Result
  ) throws(Failure) -> [Result] {
    let slots = (0..<parts).map { _ in Slot<Result?>(nil) }
    try inGroups(threads: threads, progress: progress) { parts, heed in
      var (trace, passage) = (emptyTrace, emptyPassage)
      for part in parts {
        try run(part, &trace, &passage, heed: heed)
        let result = read(trace, sequences(of: part))
        slots[part].work { $0 = result }
      }
    }
    return slots.compactMap(\.current)
  }

  /// Runs work on some neighbouring parts at a time, so that they share their memory.
  private func inGroups<Failure: Error>(
    threads: Int, progress: (Double) throws(Failure) -> Void,
    _ work: @escaping @Sendable (Range<Int>, _ heed: (Int) throws -> Void) throws -> Void
  ) throws(Failure) {
    let all = parts * inputs.steps
    // A thread is worth its start from about a millisecond on.
    let useful = all * shape.multiplications / 50_000_000
    let threads = max(1, min(threads, parts, useful))
    let size = max(1, min(16, parts / (4 * threads)))
    let done = Counter()
    // Nothing is told of short work, and of long work not after every part.
    let portion = WorkMeter.portion(of: shape)
    var told = 0
    try ThreadTeam(threads: threads).run(
      parts: (parts + size - 1) / size,
      heed: { () throws(Failure) in
        let count = done.count
        guard count - told > portion else { return }
        told = count
        try progress(Double(count) / Double(max(1, all)))
      },
      work: { group, heed in
        var meter = WorkMeter(shape)
        try work(group * size..<min((group + 1) * size, parts)) { steps in
          done.add(steps)
          try meter.count(steps, heed: heed)
        }
      })
  }
}

/// A number that several threads count up.
private final class Counter: Sendable {
  private let number = Atomic(0)

  var count: Int { number.load(ordering: .relaxed) }

  func add(_ more: Int) { number.add(more, ordering: .relaxed) }
}
