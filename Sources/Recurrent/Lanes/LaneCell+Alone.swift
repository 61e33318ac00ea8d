// A sequence that runs alone, sixteen units side by side.

extension LaneCell {
  func runAlone(
    _ trace: inout LaneTrace, steps: Range<Int>, _ weights: UnitLaneWeights, hasState: Bool
  ) {
    runAlone(
      steps, weights, hasState, trace.shape, trace.held, trace.inputs, &trace.gates, &trace.state,
      &trace.cell)
  }

  @inline(__always)
  private func runAlone(
    _ steps: Range<Int>, _ weights: UnitLaneWeights, _ hasState: Bool, _ shape: LaneShape,
    _ held: HeldLanes, _ inputs: ContiguousArray<Float>, _ gates: inout ContiguousArray<Lanes>,
    _ state: inout ContiguousArray<Lanes>, _ cell: inout ContiguousArray<Lanes>
  ) {
    let (n, m, isGated, hasCell) = (
      shape.count, shape.features, shape.blocks == 4, shape.hasCellState
    )
    var gates = gates.mutableSpan
    var states = state.mutableSpan
    var cells = cell.mutableSpan
    let inputs = inputs.span
    let given = held.values.span
    // h, inputs, one: what a step reads, and behind it what the next one will.
    let length = shape.weightRows + Lanes.width
    var numbers = ContiguousArray<Float>(zeros: 2 * length)
    var rows = numbers.mutableSpan
    var (row, next) = (0, length)
    for u in 0..<n { rows.set(states[steps.lowerBound * n + u], at: u * Lanes.width) }

    for step in steps {
      // After h, whose last vector reaches into their places.
      for feature in 0..<m { rows[row + shape.units + feature] = inputs[step * m + feature] }
      rows[row + shape.units + m] = 1
      let first = hasState || step > 0 ? 0 : shape.units
      let gatePlace = step * shape.sumRow
      for index in 0..<weights.chunks {
        // The weights are more than the first cache holds: what was read last is read first.
        let chunk = step.isMultiple(of: 2) ? index : weights.chunks - 1 - index
        let sums = weights.sums(
          of: chunk, rows.span.extracting(row + first..<row + shape.weightRows), from: first)
        let vectors = weights.vectors(of: chunk)
        for u in vectors {
          var unit = LaneUnit(held: held.bits)
          sums.fill(&unit, vector: u - vectors.lowerBound)
          if unit.held != 0 {
            if unit.holds(0) { unit.a = given[u] }
            if unit.holds(1) { unit.b = given[n + u] }
            if unit.holds(2) { unit.c = given[2 * n + u] }
            if unit.holds(3) { unit.d = given[3 * n + u] }
          }
          if hasCell { unit.oldCell = cells[step * n + u] }
          unit.oldHidden = states[step * n + u]
          advance(&unit)
          gates[gatePlace + u] = unit.a
          if isGated {
            gates[gatePlace + n + u] = unit.b
            gates[gatePlace + 2 * n + u] = unit.c
            gates[gatePlace + 3 * n + u] = unit.d
          }
          if hasCell { cells[(step + 1) * n + u] = unit.cell }
          states[(step + 1) * n + u] = unit.hidden
          rows.set(unit.hidden, at: next + u * Lanes.width)
        }
      }
      swap(&row, &next)
    }
  }
}
