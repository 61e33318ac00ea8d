/// What a cell computed over some steps for sixteen sequences, or for one alone, in vectors.
///
/// On the way back the gradients take the place of what they are gradients of.
struct LaneTrace: Sendable {
  let shape: LaneShape
  /// How many steps there is room for.
  let steps: Int
  /// Before each step and after the last: h, inputs and one as `shape` says, `[steps + 1, stateRow]`.
  var state: ContiguousArray<Lanes>
  /// The sums of each step, then its gates, `[steps, sumRow]`; on the way back their gradients.
  var gates: ContiguousArray<Lanes>
  /// c before each step and after the last, `[steps + 1, count]`, where the cell has one.
  var cell: ContiguousArray<Lanes>
  /// tanh(c) after each step, `[steps, count]`, on the way back ∂L/∂c; empty where there is no such way.
  var squashedCell: ContiguousArray<Lanes>
  /// The inputs of a sequence that runs alone, `[steps, features]`.
  var inputs: ContiguousArray<Float>
  /// Blocks that are given instead of computed.
  var held = HeldLanes()

  /// Room for some steps, all zero but for the ones of the biases.
  ///
  /// - Parameters:
  ///   - shape: Where the numbers stand.
  ///   - steps: How many steps.
  ///   - goesBack: Whether what the way back needs is kept.
  init(_ shape: LaneShape, steps: Int, goesBack: Bool = false) {
    self.shape = shape
    self.steps = steps
    state = .init(zeros: (steps + 1) * shape.stateRow)
    gates = .init(zeros: steps * shape.sumRow)
    cell = .init(zeros: (steps + 1) * shape.cellRow)
    squashedCell = .init(zeros: goesBack ? steps * shape.cellRow : 0)
    inputs = .init(zeros: shape.arrangement == .units ? steps * shape.features : 0)
    if shape.arrangement == .sequences {
      for step in 0...steps {
        state[step * shape.stateRow + shape.units + shape.features] = .init(repeating: 1)
      }
    }
  }

  // MARK: Places

  /// The vectors of some blocks at a step.
  func places(ofBlocks blocks: Range<Int>, step: Int) -> Range<Int> {
    let start = step * shape.sumRow + shape.start(ofBlock: blocks.lowerBound)
    return start..<start + blocks.count * shape.count
  }

  /// The vectors of h before a step.
  func hiddenPlaces(before step: Int) -> Range<Int> {
    step * shape.stateRow..<step * shape.stateRow + shape.count
  }

  /// The vectors of c before a step, and of tanh(c) after it.
  func cellPlaces(before step: Int) -> Range<Int> {
    step * shape.cellRow..<(step + 1) * shape.cellRow
  }
}

extension LaneTrace {
  /// Computes what the way back needs and was not kept.
  mutating func squashCells() {
    guard squashedCell.isEmpty, shape.hasCellState else { return }
    squashedCell = .init(cell[shape.cellRow...].map(\.tanh))
  }
}

/// Blocks that are given instead of computed.
struct HeldLanes: Sendable {
  /// The values, `[blocks, count]`; empty where no block is held.
  private(set) var values: ContiguousArray<Lanes> = []
  /// Bit k is set where block k is held.
  private(set) var bits: UInt8 = 0

  /// Holds a block.
  ///
  /// - Parameters:
  ///   - block: Which block.
  ///   - blocks: How many there are.
  ///   - vectors: Its values, `[count]`.
  mutating func hold(_ block: Int, of blocks: Int, at vectors: ContiguousArray<Lanes>) {
    if values.isEmpty { values = .init(zeros: blocks * vectors.count) }
    values.replaceSubrange(block * vectors.count..<(block + 1) * vectors.count, with: vectors)
    bits |= 1 << UInt8(block)
  }
}
