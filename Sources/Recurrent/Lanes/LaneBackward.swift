/// The way back along traces of sixteen sequences each, with all gradients kept.
struct LaneBackward {
  private let cell: any LaneCell
  private let trace: CellTrace
  private let weights: LaneWeights

  init(_ cell: some LaneCell, _ trace: CellTrace) {
    self.cell = cell
    self.trace = trace
    weights = LaneWeights(cell)
  }

  /// Runs back.
  ///
  /// - Parameter seeds: The gradient with respect to the state after the last step.
  /// - Returns: All gradients in their shapes.
  func gradient(from seeds: CellState) -> CellGradient {
    let shape = weights.shape
    let (steps, batch, n) = (trace.steps, trace.batch, shape.units)
    var sum = LaneGradient(weights.order, steps: steps)
    var inputs = Tensor(zeros: [steps, batch, shape.features])
    var hidden = Tensor(zeros: [steps, batch, n])
    var cells = Tensor(zeros: [shape.hasCellState ? steps : 0, batch, n])
    var initial = CellState(
      hidden: Tensor(zeros: [batch, n]),
      cell: shape.hasCellState ? Tensor(zeros: [batch, n]) : nil)

    for (part, lanes) in trace.lanes.enumerated() {
      let sequences = part * Lanes.width..<min((part + 1) * Lanes.width, batch)
      var lanes = lanes
      lanes.squashCells()
      var state = LaneStateGradient(shape)
      state.load(seeds, sequences, units: n)
      cell.runBack(
        &lanes, steps: steps, weights, hasState: true, keepsStates: true, &state, &sum,
        heed: { _ in })
      for step in 0..<steps {
        let dx = weights.inputGradient(lanes, step: step)
        for (lane, sequence) in sequences.enumerated() {
          let row = step * batch + sequence
          inputs.setRow(row, to: dx.map { $0[lane] })
          hidden.setRow(row, to: lanes.values(of: .hidden, step: step, lane: lane))
          if shape.hasCellState {
            cells.setRow(row, to: lanes.values(of: .squashedCell, step: step, lane: lane))
          }
        }
      }
      for (lane, sequence) in sequences.enumerated() {
        initial.hidden.setRow(sequence, to: state.hidden[..<n].map { $0[lane] })
        initial.cell?.setRow(sequence, to: state.cell.map { $0[lane] })
      }
    }
    var ordered = sum.matrix
    weights.order.complete(&ordered)
    return CellGradient(
      parameters: weights.order.restored(ordered), inputs: inputs, hidden: hidden,
      cell: shape.hasCellState ? cells : nil, initialState: initial)
  }
}

extension LaneStateGradient {
  /// Takes the seeds of some sequences; lanes that are left get none.
  fileprivate mutating func load(_ seeds: CellState, _ sequences: Range<Int>, units: Int) {
    for (lane, sequence) in sequences.enumerated() {
      for unit in 0..<units {
        hidden[unit][lane] = seeds.hidden.values[sequence * units + unit]
        if let given = seeds.cell, !cell.isEmpty {
          cell[unit][lane] = given.values[sequence * units + unit]
        }
      }
    }
  }
}

extension Tensor {
  /// Sets a row of the last dimension.
  fileprivate mutating func setRow(_ row: Int, to numbers: some Collection<Float>) {
    let start = row * numbers.count
    values.replaceSubrange(start..<start + numbers.count, with: numbers)
  }
}
