/// Everything a cell computed over some steps, with what went in.
///
/// Steps and sequences (the rows of the batch) count from 0; asking for one that is not there is a
/// programmer's mistake.
public struct CellTrace: Sendable {
  /// What the cell computes, in the order in which it is shown.
  public let quantities: [Quantity]
  /// How many steps were run.
  public let steps: Int
  /// How many sequences ran side by side.
  public let batch: Int
  /// How many units the cell has.
  public let units: Int
  /// How many numbers went in a step.
  let features: Int
  /// Gates and candidates that were given instead of computed.
  public let held: HeldGates

  /// The names of the blocks of a row of sums.
  let blocks: [String]
  /// The cell, for what is not kept but can be computed again.
  let source: any RecurrentCell
  /// What was computed sixteen sequences at a time, or one by one; where it is empty, all is below.
  let lanes: [LaneTrace]

  private let givenInputs: Tensor
  private let givenState: CellState
  /// Before the squash: for each block `[steps, batch, units]`.
  var sums: [ContiguousArray<Float>] = []
  /// After the squash, likewise; empty for the SimpleRNN, whose squashed sum is its hidden state.
  var gates: [ContiguousArray<Float>] = []
  /// `[steps, batch, units]`.
  var hidden: ContiguousArray<Float> = []
  /// `[steps, batch, units]` for an LSTM.
  var cell: ContiguousArray<Float> = []
  /// `U_h·h + b'_h` of a GRU that resets after the product, `[steps, batch, units]`.
  var recurrentCandidate: ContiguousArray<Float> = []

  init(of cell: some RecurrentCell, inputs: Tensor, from state: CellState, holding held: HeldGates)
  {
    do throws(ShapeError) {
      try cell.validate(inputs: inputs, state: state)
    } catch {
      preconditionFailure(error.description)
    }
    self.init(
      of: cell, steps: inputs.shape[0], batch: inputs.shape[1], holding: held, inputs, state, [])
    let count = steps * batch * units
    let isGated = quantities.contains { $0.kind == .gate }
    sums = blocks.map { _ in .init(reserving: count) }
    gates = isGated ? blocks.map { _ in .init(reserving: count) } : []
    hidden = .init(reserving: count)
    self.cell = .init(reserving: state.cell == nil ? 0 : count)
  }

  /// A trace that stands in vectors.
  ///
  /// - Parameters:
  ///   - cell: The cell that computed it.
  ///   - batch: How many sequences.
  ///   - held: Gates that were given.
  ///   - lanes: A trace for each sixteen sequences, or for each one; at least one.
  init(of cell: any RecurrentCell, batch: Int, holding held: HeldGates, lanes: [LaneTrace]) {
    self.init(
      of: cell, steps: lanes.first?.steps ?? 0, batch: batch, holding: held,
      Tensor(zeros: [0, 0, 0]), cell.zeroState(batch: 0), lanes)
  }

  private init(
    of cell: any RecurrentCell, steps: Int, batch: Int, holding held: HeldGates, _ inputs: Tensor,
    _ state: CellState, _ lanes: [LaneTrace]
  ) {
    quantities = cell.quantities
    self.steps = steps
    self.batch = batch
    units = cell.units
    features = cell.features
    blocks = type(of: cell).blocks
    source = cell
    self.lanes = lanes
    givenInputs = inputs
    givenState = state
    self.held = cell.holdable(held)
  }

  /// What went in, `[steps, batch, features]`.
  public var inputs: Tensor { lanes.isEmpty ? givenInputs : laneInputs }

  /// The state before the first step.
  public var initialState: CellState { lanes.isEmpty ? givenState : laneState(before: 0) }

  /// The state after the last step; the initial state when there was none.
  public var finalState: CellState { steps == 0 ? initialState : state(after: steps - 1) }

  /// The state after a step.
  public func state(after step: Int) -> CellState {
    guard lanes.isEmpty else { return laneState(before: step + 1) }
    let rows = step * batch * units..<(step + 1) * batch * units
    return CellState(
      hidden: Tensor(shape: [batch, units], values: .init(hidden[rows])),
      cell: initialState.cell == nil
        ? nil : Tensor(shape: [batch, units], values: .init(cell[rows])))
  }

  /// A quantity of all units at one step, `[units]`; empty when the cell has no such quantity.
  public func values(of quantity: String, step: Int, sequence: Int = 0) -> ContiguousArray<Float> {
    guard lanes.isEmpty else {
      return laneValues(of: quantity, step: step, sequence: sequence) ?? []
    }
    return storage(of: quantity).map { row(of: $0, step: step, sequence: sequence) } ?? []
  }

  /// The sum before the squash of all units at one step, `[units]`; nil for what has no sum.
  ///
  /// The sum of a GRU's candidate has the reset gate already applied.
  public func sums(
    of quantity: String, step: Int, sequence: Int = 0
  ) -> ContiguousArray<Float>? {
    guard lanes.isEmpty else {
      return againInRows(step: step, sequence: sequence).sums(of: quantity, step: 0)
    }
    return blocks.firstIndex(of: quantity).map { row(of: sums[$0], step: step, sequence: sequence) }
  }

  /// A quantity at every step, `[steps, batch, units]`; nil when the cell has no such quantity.
  public func tensor(of quantity: String) -> Tensor? {
    guard lanes.isEmpty else { return laneTensor(of: quantity) }
    return storage(of: quantity).map { Tensor(shape: [steps, batch, units], values: $0) }
  }

  /// The sum before the squash at every step, `[steps, batch, units]`; nil for what has no sum.
  public func sumTensor(of quantity: String) -> Tensor? {
    guard lanes.isEmpty else { return inRows.sumTensor(of: quantity) }
    return blocks.firstIndex(of: quantity).map {
      Tensor(shape: [steps, batch, units], values: sums[$0])
    }
  }

  /// What went in at a step, `[features]`.
  public func input(step: Int, sequence: Int = 0) -> ContiguousArray<Float> {
    guard lanes.isEmpty else { return laneInput(step: step, sequence: sequence) }
    let start = (step * batch + sequence) * features
    return .init(inputs.values[start..<start + features])
  }

  /// The hidden state before a step, `[units]`.
  public func previousHidden(step: Int, sequence: Int = 0) -> ContiguousArray<Float> {
    guard lanes.isEmpty else { return laneHidden(before: step, sequence: sequence) }
    return step == 0
      ? row(of: initialState.hidden.values, step: 0, sequence: sequence)
      : row(of: hidden, step: step - 1, sequence: sequence)
  }

  /// The cell state before a step, `[units]`; empty for a cell without.
  public func previousCell(step: Int, sequence: Int = 0) -> ContiguousArray<Float> {
    guard lanes.isEmpty else { return laneCell(before: step, sequence: sequence) }
    guard let first = givenState.cell else { return [] }
    return step == 0
      ? row(of: first.values, step: 0, sequence: sequence)
      : row(of: cell, step: step - 1, sequence: sequence)
  }

  /// The trace by rows, every sum kept: where it stands in vectors, the cell's equations run again.
  ///
  /// Vectors hold no sums, since they are seldom asked for, and memory for them would take longer than
  /// the steps.
  var inRows: CellTrace {
    lanes.isEmpty ? self : source.forward(inputs, from: initialState, holding: held)
  }

  /// One step of one sequence computed by the cell's equations.
  private func againInRows(step: Int, sequence: Int) -> CellTrace {
    let cell = previousCell(step: step, sequence: sequence)
    let state = CellState(
      hidden: Tensor(
        shape: [1, units], values: previousHidden(step: step, sequence: sequence)),
      cell: cell.isEmpty ? nil : Tensor(shape: [1, units], values: cell))
    return source.forward(
      Tensor(shape: [1, 1, features], values: input(step: step, sequence: sequence)),
      from: state, holding: held)
  }

  private func storage(of quantity: String) -> ContiguousArray<Float>? {
    switch quantity {
    case "hidden": hidden
    case "cell": initialState.cell == nil ? nil : cell
    default: blocks.firstIndex(of: quantity).map { gates.isEmpty ? sums[$0] : gates[$0] }
    }
  }

  private func row(
    of storage: ContiguousArray<Float>, step: Int, sequence: Int
  ) -> ContiguousArray<Float> {
    let start = (step * batch + sequence) * units
    return .init(storage[start..<start + units])
  }
}

// MARK: A step of the whole batch

extension CellTrace {
  /// The rows of one step in a storage of `[steps, batch, units]`.
  func rows(of storage: ContiguousArray<Float>, step: Int) -> ContiguousArray<Float> {
    .init(storage[step * batch * units..<(step + 1) * batch * units])
  }

  /// h before a step, `[batch, units]`.
  func hidden(before step: Int) -> ContiguousArray<Float> {
    step == 0 ? initialState.hidden.values : rows(of: hidden, step: step - 1)
  }

  /// c before a step, `[batch, units]`; empty for a cell without.
  func cell(before step: Int) -> ContiguousArray<Float> {
    step == 0 ? initialState.cell?.values ?? [] : rows(of: cell, step: step - 1)
  }

  /// x at a step, `[batch, features]`.
  func inputs(at step: Int) -> ContiguousArray<Float> {
    let count = batch * features
    return .init(inputs.values[step * count..<(step + 1) * count])
  }

  /// Keeps the sum of a block, squashes it and, where the gate is held, sets it to what was given.
  ///
  /// - Returns: The block after the squash, `[batch, units]`.
  mutating func squash(
    _ sum: ContiguousArray<Float>, block: Int, by activation: Activation
  ) -> ContiguousArray<Float> {
    sums[block].append(contentsOf: sum)
    var gate = sum
    if let given = held[blocks[block]] {
      gate = .init(rows: batch, of: given[...])
    } else {
      gate.squash(activation)
    }
    gates[block].append(contentsOf: gate)
    return gate
  }

  /// Puts the gradient of a block's sum among those of all blocks; zero flows into a held gate.
  func setUnlessHeld(
    _ block: Int, of gradients: inout ContiguousArray<Float>, to gradient: ContiguousArray<Float>
  ) {
    guard held[blocks[block]] == nil else { return }
    gradients.setBlock(block, of: blocks.count, units: units, to: gradient)
  }
}
