// The loops over the vectors of a step.

extension LaneCell {
  func advance(_ trace: inout LaneTrace, step: Int) {
    advance(
      trace.shape, trace.held, &trace.gates, step * trace.shape.sumRow, &trace.state,
      trace.hiddenPlaces(before: step).lowerBound, &trace.cell, &trace.squashedCell,
      trace.cellPlaces(before: step).lowerBound)
  }

  @inline(__always)
  private func advance(
    _ shape: LaneShape, _ held: HeldLanes, _ gates: inout ContiguousArray<Lanes>, _ gatePlace: Int,
    _ state: inout ContiguousArray<Lanes>, _ hiddenPlace: Int,
    _ cell: inout ContiguousArray<Lanes>, _ squashedCell: inout ContiguousArray<Lanes>,
    _ cellPlace: Int
  ) {
    let (n, hasCell, isGated) = (shape.count, shape.hasCellState, shape.blocks == 4)
    var allGates = gates.mutableSpan
    var gates = allGates._mutatingExtracting(gatePlace..<gatePlace + shape.sumRow)
    let last = shape.start(ofBlock: shape.blocks - 1)
    var allStates = state.mutableSpan
    var hidden = allStates._mutatingExtracting(hiddenPlace..<hiddenPlace + shape.stateRow + n)
    var allCells = cell.mutableSpan
    var cells = allCells._mutatingExtracting(cellPlace..<cellPlace + 2 * shape.cellRow)
    var allSquashed = squashedCell.mutableSpan
    let goesBack = allSquashed.count > 0
    var squashed = allSquashed._mutatingExtracting(
      goesBack ? cellPlace..<cellPlace + shape.cellRow : 0..<0)
    let given = held.values.span
    for u in 0..<n {
      var unit = LaneUnit(held: held.bits)
      unit.a = unit.holds(0) ? given[u] : gates[u]
      if isGated {
        unit.b = unit.holds(1) ? given[n + u] : gates[n + u]
        unit.c = unit.holds(2) ? given[2 * n + u] : gates[2 * n + u]
        unit.d = unit.holds(3) ? given[3 * n + u] : gates[last + u]
      }
      if hasCell { unit.oldCell = cells[u] }
      unit.oldHidden = hidden[u]
      advance(&unit)
      gates[u] = unit.a
      if isGated { (gates[n + u], gates[2 * n + u], gates[last + u]) = (unit.b, unit.c, unit.d) }
      if hasCell { cells[n + u] = unit.cell }
      if goesBack { squashed[u] = unit.squashedCell }
      hidden[shape.stateRow + u] = unit.hidden
    }
  }

  func retreat(
    _ trace: inout LaneTrace, step: Int, _ gradient: inout LaneStateGradient, keepsCells: Bool
  ) {
    retreat(
      trace.shape, keepsCells, trace.held.bits, &trace.gates, step * trace.shape.sumRow,
      trace.state,
      trace.hiddenPlaces(before: step).lowerBound, trace.cell, &trace.squashedCell,
      trace.cellPlaces(before: step).lowerBound, &gradient.hidden, &gradient.cell)
  }

  @inline(__always)
  private func retreat(
    _ shape: LaneShape, _ keepsCells: Bool, _ held: UInt8,
    _ gates: inout ContiguousArray<Lanes>, _ gatePlace: Int, _ state: ContiguousArray<Lanes>,
    _ hiddenPlace: Int, _ cell: ContiguousArray<Lanes>,
    _ squashedCell: inout ContiguousArray<Lanes>, _ cellPlace: Int,
    _ dHidden: inout ContiguousArray<Lanes>, _ dCell: inout ContiguousArray<Lanes>
  ) {
    let (n, hasCell, isGated) = (shape.count, shape.hasCellState, shape.blocks == 4)
    var allGates = gates.mutableSpan
    var gates = allGates._mutatingExtracting(gatePlace..<gatePlace + shape.sumRow)
    let last = shape.start(ofBlock: shape.blocks - 1)
    let hidden = state.span.extracting(hiddenPlace..<hiddenPlace + shape.stateRow + n)
    let cells = cell.span.extracting(cellPlace..<cellPlace + shape.cellRow)
    var allSquashed = squashedCell.mutableSpan
    var squashed = allSquashed._mutatingExtracting(cellPlace..<cellPlace + shape.cellRow)
    var dHidden = dHidden.mutableSpan
    var dCell = dCell.mutableSpan
    for u in 0..<n {
      var unit = LaneUnit(held: held)
      unit.a = gates[u]
      if isGated { (unit.b, unit.c, unit.d) = (gates[n + u], gates[2 * n + u], gates[last + u]) }
      if hasCell { (unit.oldCell, unit.squashedCell) = (cells[u], squashed[u]) }
      (unit.oldHidden, unit.hidden) = (hidden[u], hidden[shape.stateRow + u])
      var gradient = LaneUnitGradient(hidden: dHidden[u], cell: hasCell ? dCell[u] : .zero)
      retreat(&unit, &gradient)
      gates[u] = unit.holds(0) ? .zero : unit.a
      if isGated {
        gates[n + u] = unit.holds(1) ? .zero : unit.b
        gates[2 * n + u] = unit.holds(2) ? .zero : unit.c
        gates[last + u] = unit.holds(3) ? .zero : unit.d
      }
      if hasCell { dCell[u] = gradient.cell }
      if keepsCells { squashed[u] = unit.squashedCell }
      if Self.carriesHidden { dHidden[u] = gradient.hidden }
    }
  }
}
