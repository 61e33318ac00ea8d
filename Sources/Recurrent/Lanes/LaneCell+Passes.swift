// The passes forward and back through the steps.

/// The weights of a cell in one of the two arrangements.
protocol LaneStepping: Sendable {
  /// Runs a cell over the first steps of a trace that has inputs and a state.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - trace: The trace.
  ///   - steps: How many steps.
  ///   - hasState: Whether the state before the first step may be anything but zero: where it is zero,
  ///     the product with the recurrent kernel is left out.
  ///   - heed: Called after some steps with their number; what it throws ends the pass.
  func run(
    _ cell: some LaneCell, _ trace: inout LaneTrace, steps: Int, hasState: Bool,
    heed: (Int) throws -> Void
  ) rethrows
}

extension LaneWeights: LaneStepping {
  func run(
    _ cell: some LaneCell, _ trace: inout LaneTrace, steps: Int, hasState: Bool,
    heed: (Int) throws -> Void
  ) rethrows {
    for step in 0..<steps {
      let hasState = hasState || step > 0
      let (state, sums) = (step * shape.stateRow, step * shape.sumRow)
      let inputs = 4 * shape.firstInputGroup
      multiply(
        matrix, recurrent(hasState: hasState), by: trace.state,
        from: hasState ? state : state + inputs, into: &trace.gates, at: sums)
      multiply(
        matrix, input, by: trace.state, from: state + inputs, into: &trace.gates,
        at: sums + shape.inputStart)
      cell.advance(&trace, step: step)
      try heed(1)
    }
  }
}

extension UnitLaneWeights: LaneStepping {
  func run(
    _ cell: some LaneCell, _ trace: inout LaneTrace, steps: Int, hasState: Bool,
    heed: (Int) throws -> Void
  ) rethrows {
    for first in stride(from: 0, to: steps, by: 64) {
      let stretch = first..<min(first + 64, steps)
      cell.runAlone(&trace, steps: stretch, self, hasState: hasState)
      try heed(stretch.count)
    }
  }
}

extension LaneCell {
  /// Runs back through the first steps of a trace, whose gates give way to the gradients of their sums.
  ///
  /// - Parameters:
  ///   - trace: The trace.
  ///   - steps: How many steps.
  ///   - weights: The cell's weights.
  ///   - hasState: Whether the state before the first step may be anything but zero.
  ///   - keepsStates: Whether h gives way to ∂L/∂h after each step.
  ///   - state: The gradient of the state after the last step, as far as it does not come through later
  ///     steps; then of that before the first, where `hasState`.
  ///   - gradient: Where the gradient of the weights is added.
  ///   - heed: Called after some steps with their number; what it throws ends the pass.
  func runBack(
    _ trace: inout LaneTrace, steps: Int, _ weights: LaneWeights, hasState: Bool,
    keepsStates: Bool = false, _ state: inout LaneStateGradient, _ gradient: inout LaneGradient,
    heed: (Int) throws -> Void
  ) rethrows {
    let shape = weights.shape
    for step in (0..<steps).reversed() {
      let isFirst = step == 0 && !hasState
      let dHidden = keepsStates ? state.hidden[..<shape.count] : []
      retreat(&trace, step: step, &state, keepsCells: keepsStates && shape.hasCellState)
      gradient.gather(trace, step: step)
      if step == 0 || gradient.isFull { gradient.sum(lastIsWithoutState: isFirst) }
      if !isFirst {
        multiply(
          weights.transposed, weights.back, by: trace.gates, from: step * shape.sumRow,
          into: &state.hidden, at: 0, adding: Self.carriesHidden)
      }
      if keepsStates {
        trace.state.replaceSubrange(trace.hiddenPlaces(before: step + 1), with: dHidden)
      }
      try heed(1)
    }
  }
}
