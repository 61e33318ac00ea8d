// The passes forward and back through the steps.

/// The weights of a cell in one of the two arrangements.
protocol LaneMultiplier: Sendable {
  /// Computes the sums of a step from the state before it.
  ///
  /// - Parameters:
  ///   - trace: Where inputs and state are, and where the sums go.
  ///   - step: The step.
  ///   - hasState: Whether the state before may be anything but zero.
  func fillSums(of trace: inout LaneTrace, step: Int, hasState: Bool)
}

extension LaneWeights: LaneMultiplier {
  func fillSums(of trace: inout LaneTrace, step: Int, hasState: Bool) {
    let rows = hasState ? shape.weightRows : shape.inputRows
    let start = step * shape.stateRow
    multiply(
      recurrent, stride: shape.weightRows, by: trace.state, start..<start + rows,
      into: &trace.gates, at: step * shape.sumRow)
    multiply(
      input, stride: shape.inputRows, by: trace.state, start..<start + shape.inputRows,
      into: &trace.gates, at: step * shape.sumRow + shape.inputStart)
  }
}

extension LaneCell {
  /// Runs the cell over the first steps of a trace that has inputs and a state.
  ///
  /// - Parameters:
  ///   - trace: The trace.
  ///   - steps: How many steps.
  ///   - weights: The cell's weights.
  ///   - hasState: Whether the state before the first step may be anything but zero: where it is zero,
  ///     the product with the recurrent kernel is left out.
  ///   - heed: Called after each step; what it throws ends the pass.
  func run(
    _ trace: inout LaneTrace, steps: Int, _ weights: some LaneMultiplier, hasState: Bool,
    heed: () throws -> Void
  ) rethrows {
    for step in 0..<steps {
      weights.fillSums(of: &trace, step: step, hasState: hasState || step > 0)
      advance(&trace, step: step)
      try heed()
    }
  }

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
  ///   - heed: Called after each step; what it throws ends the pass.
  func runBack(
    _ trace: inout LaneTrace, steps: Int, _ weights: LaneWeights, hasState: Bool,
    keepsStates: Bool = false, _ state: inout LaneStateGradient, _ gradient: inout LaneGradient,
    heed: () throws -> Void
  ) rethrows {
    let shape = weights.shape
    for step in (0..<steps).reversed() {
      let isFirst = step == 0 && !hasState
      let dHidden = keepsStates ? state.hidden[..<shape.count] : []
      retreat(&trace, step: step, &state)
      gradient.gather(trace, step: step)
      if step == 0 || gradient.isFull { gradient.sum(lastIsWithoutState: isFirst) }
      if !isFirst {
        let start = step * shape.sumRow
        multiply(
          weights.transposed, stride: shape.recurrentColumns, by: trace.gates,
          start..<start + shape.recurrentColumns, into: &state.hidden, at: 0, adding: true)
      }
      if keepsStates {
        trace.state.replaceSubrange(trace.hiddenPlaces(before: step + 1), with: dHidden)
      }
      try heed()
    }
  }
}
