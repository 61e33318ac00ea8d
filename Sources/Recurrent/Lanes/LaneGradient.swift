/// The gradient of a cell's weights, summed over steps and sequences.
struct LaneGradient: Sendable {
  /// The sums so far, in the order of the matrix of `LaneOrder`.
  private(set) var matrix: ContiguousArray<Float>
  /// Whether nothing was summed yet, so that what stands in `matrix` is of no account.
  private var isEmpty = true

  private let shape: LaneShape
  private let recurrentPanels: Int
  private let panels: Int
  /// How many steps are gathered before their outer products are summed.
  private let capacity: Int
  private var gathered = 0
  /// The rows of state of the gathered steps, four by four: `[rowGroups, 4·capacity]` blocks.
  private var factors: ContiguousArray<Float>
  /// The gradients of the sums of the gathered steps, sixteen by sixteen: `[panels, 16·capacity]`.
  private var sums: ContiguousArray<Lanes>

  /// Zero, with room to gather up to `steps` steps.
  init(_ order: LaneOrder, steps: Int) {
    shape = order.shape
    // More steps at a time would not stay in the cache.
    capacity = max(1, min(steps, 16))
    recurrentPanels = shape.inputStart / Lanes.width
    panels = shape.sumRow / Lanes.width
    matrix = .init(zeros: order.matrixCount)
    factors = .init(zeros: shape.rowGroups * capacity * 64)
    sums = .init(zeros: shape.sumRow * capacity)
  }

  /// Makes it zero.
  mutating func clear() { isEmpty = true }

  /// Whether `sum` must be called before the next step.
  var isFull: Bool { gathered == capacity }

  /// Takes the gradient of a step's sums, which stands in the trace in the place of its gates.
  mutating func gather(_ trace: LaneTrace, step: Int) {
    let (state, gates) = (step * shape.stateRow, step * shape.sumRow)
    transposeFours(
      trace.state, state..<state + shape.stateRow, into: &factors, at: gathered * 64,
      step: capacity * 64)
    transpose(
      trace.gates, gates..<gates + shape.sumRow, into: &sums, at: gathered * Lanes.width,
      step: capacity * Lanes.width)
    gathered += 1
  }

  /// Adds the outer products of what was gathered.
  ///
  /// - Parameter lastIsWithoutState: Whether the state before the step gathered last was zero.
  mutating func sum(lastIsWithoutState: Bool) {
    let inputGroups = shape.firstInputGroup..<shape.rowGroups
    for panel in 0..<panels {
      guard panel < recurrentPanels else {
        let place = panel - recurrentPanels
        sum(
          panel, inputGroups, gathered,
          LaneBlocks(
            start: shape.inputStartBlock + place * 4 * shape.inputGroups,
            count: inputGroups.count, stride: shape.inputGroups,
            columns: shape.inputColumns - place * Lanes.width))
        continue
      }
      // What has no inputs gets nothing from a step without state.
      for (groups, steps) in [
        (0..<shape.firstInputGroup, lastIsWithoutState ? gathered - 1 : gathered),
        (inputGroups, gathered),
      ] {
        sum(
          panel, groups, steps,
          LaneBlocks(
            start: panel * 4 * shape.rowGroups + groups.lowerBound, count: groups.count,
            stride: shape.rowGroups, columns: shape.recurrentColumns - panel * Lanes.width))
      }
    }
    gathered = 0
    isEmpty = false
  }

  private mutating func sum(_ panel: Int, _ groups: Range<Int>, _ steps: Int, _ blocks: LaneBlocks)
  {
    let first = panel * capacity * Lanes.width
    sumOuterProducts(
      factors, groups: groups, stride: capacity * 4, by: sums,
      first..<first + steps * Lanes.width, into: &matrix, blocks, adding: !isEmpty)
  }
}
