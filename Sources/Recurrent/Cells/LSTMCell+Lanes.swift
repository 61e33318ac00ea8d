// The LSTM's equations on vectors: one for each unit holds sixteen sequences, or one holds sixteen units.

extension LSTMCell: LaneCell {
  static var laneBlocks: [String] { blocks }

  func advance(_ trace: inout LaneTrace, step: Int) {
    trace.gates.squashToSigmoid(trace.places(ofBlocks: 0..<2, step: step))
    trace.gates.squashToTanh(trace.places(ofBlocks: 2..<3, step: step))
    trace.gates.squashToSigmoid(trace.places(ofBlocks: 3..<4, step: step))
    trace.hold(blocks: 0..<4, step: step)
    setState(
      from: trace.gates, trace.places(ofBlocks: 0..<4, step: step),
      &trace.cell, trace.cellPlaces(before: step).lowerBound,
      &trace.squashedCell, trace.cellPlaces(before: step),
      &trace.state, trace.hiddenPlaces(before: step + 1))
  }

  func retreat(_ trace: inout LaneTrace, step: Int, _ gradient: inout LaneStateGradient) {
    setSlopes(
      &trace.gates, trace.places(ofBlocks: 0..<4, step: step), cell: trace.cell,
      &trace.squashedCell, trace.cellPlaces(before: step), &gradient.hidden, &gradient.cell)
    for block in 0..<4 where trace.isHeld(block) { trace.stop(block: block, step: step) }
  }

  /// `c' = f ⊙ c + i ⊙ c̃`, `h' = o ⊙ tanh(c')`.
  @inline(never)
  private func setState(
    from gates: ContiguousArray<Lanes>, _ places: Range<Int>,
    _ cell: inout ContiguousArray<Lanes>, _ cellPlace: Int,
    _ squashedCell: inout ContiguousArray<Lanes>, _ squashedPlaces: Range<Int>,
    _ state: inout ContiguousArray<Lanes>, _ hiddenPlaces: Range<Int>
  ) {
    let n = hiddenPlaces.count
    let gates = gates.span.extracting(places)
    let (i, f) = (gates.extracting(0..<n), gates.extracting(n..<2 * n))
    let (candidate, o) = (gates.extracting(2 * n..<3 * n), gates.extracting(3 * n..<4 * n))
    var cells = cell.mutableSpan
    var c = cells._mutatingExtracting(cellPlace..<cellPlace + 2 * n)
    var squashedCells = squashedCell.mutableSpan
    var tanhC = squashedCells._mutatingExtracting(squashedPlaces)
    var states = state.mutableSpan
    var h = states._mutatingExtracting(hiddenPlaces)
    for u in 0..<n {
      let new = (f[u] * c[u]).addingProduct(i[u], candidate[u])
      let squashed = new.tanh
      c[n + u] = new
      tanhC[u] = squashed
      h[u] = o[u] * squashed
    }
  }

  /// The chain rule through both equations and the four squashes; ∂L/∂c' takes the place of tanh(c').
  @inline(never)
  private func setSlopes(
    _ gates: inout ContiguousArray<Lanes>, _ places: Range<Int>, cell: ContiguousArray<Lanes>,
    _ squashedCell: inout ContiguousArray<Lanes>, _ cellPlaces: Range<Int>,
    _ dHidden: inout ContiguousArray<Lanes>, _ dCell: inout ContiguousArray<Lanes>
  ) {
    let n = cellPlaces.count
    var all = gates.mutableSpan
    var gates = all._mutatingExtracting(places)
    let cells = cell.span.extracting(cellPlaces)
    var allSquashed = squashedCell.mutableSpan
    var squashedCells = allSquashed._mutatingExtracting(cellPlaces)
    var dHiddens = dHidden.mutableSpan
    var dCells = dCell.mutableSpan
    precondition(gates.count == 4 * n && dHiddens.count >= n && dCells.count == n)
    for u in 0..<n {
      let (i, f, candidate, o) = (gates[u], gates[n + u], gates[2 * n + u], gates[3 * n + u])
      let (c, tanhC, dh) = (cells[u], squashedCells[u], dHiddens[u])
      let dc = dCells[u].addingProduct(dh * o, tanhC.tanhSlope)
      gates[u] = dc * candidate * i.sigmoidSlope
      gates[n + u] = dc * c * f.sigmoidSlope
      gates[2 * n + u] = dc * i * candidate.tanhSlope
      gates[3 * n + u] = dh * tanhC * o.sigmoidSlope
      squashedCells[u] = dc
      dHiddens[u] = .zero
      dCells[u] = f * dc
    }
  }
}
