// The GRU's equations on vectors, for the reset after the product with the recurrent kernel.

extension GRUCell: LaneCell {
  /// The candidate is two blocks: what the reset gate acts on, `U_h·h + b'_h`, and the rest,
  /// `W_h·x + b_h`, in whose place the candidate itself is put.
  static var laneBlocks: [String] { ["update", "reset", "recurrent candidate", "candidate"] }
  static var inputBlocks: Int { 1 }
  var runsInLanes: Bool { options.resetAfter }

  /// Both biases of update and reset are one row of the weights; the candidate's second one belongs to
  /// its recurrent block, which no kernel enters.
  var lanePieces: [LanePiece] {
    let (gates, n) = (2 * units, units)
    func both(_ start: Int, row: Int) -> [LanePiece] {
      [
        LanePiece(places: start..<start + gates, row: row),
        LanePiece(places: start + gates..<start + gates + n, row: row, takesInputOnly: true),
      ]
    }
    let kernels = (0..<features).flatMap { both($0 * width, row: $0) }
    let bias = biasRange.lowerBound
    let second = biasRange.upperBound
    let recurrent = (0..<units).map { unit in
      let start = recurrentRange.lowerBound + unit * width
      return LanePiece(places: start..<start + width, row: features + 1 + unit)
    }
    // First the second bias, which fills the row, then the first is added to its gates.
    var first = both(bias, row: features)
    first[0].isSecond = true
    return kernels + [LanePiece(places: second..<second + width, row: features)] + first + recurrent
  }

  func advance(_ trace: inout LaneTrace, step: Int) {
    trace.gates.squashToSigmoid(trace.places(ofBlocks: 0..<2, step: step))
    trace.hold(blocks: 0..<2, step: step)
    let (gates, candidates) = (
      trace.places(ofBlocks: 0..<3, step: step), trace.places(ofBlocks: 3..<4, step: step)
    )
    setCandidate(&trace.gates, gates, candidates)
    trace.hold(blocks: 3..<4, step: step)
    setState(
      from: trace.gates, gates, candidates, &trace.state, trace.hiddenPlaces(before: step),
      trace.hiddenPlaces(before: step + 1))
  }

  func retreat(_ trace: inout LaneTrace, step: Int, _ gradient: inout LaneStateGradient) {
    setSlopes(
      &trace.gates, trace.places(ofBlocks: 0..<3, step: step),
      trace.places(ofBlocks: 3..<4, step: step), state: trace.state,
      trace.hiddenPlaces(before: step), &gradient.hidden)
    if trace.isHeld(0) { trace.stop(block: 0, step: step) }
    if trace.isHeld(1) { trace.stop(block: 1, step: step) }
    // The reset gate is reached through the candidate alone.
    if trace.isHeld(3) { for block in 1..<4 { trace.stop(block: block, step: step) } }
  }

  /// `h̃ = tanh(W_h·x + b_h + r ⊙ (U_h·h + b'_h))`.
  @inline(never)
  private func setCandidate(
    _ gates: inout ContiguousArray<Lanes>, _ gatePlaces: Range<Int>, _ candidatePlaces: Range<Int>
  ) {
    let n = candidatePlaces.count
    var all = gates.mutableSpan
    let (r, u, a) = (
      gatePlaces.lowerBound + n, gatePlaces.lowerBound + 2 * n, candidatePlaces.lowerBound
    )
    for unit in 0..<n {
      all[a + unit] = all[a + unit].addingProduct(all[r + unit], all[u + unit]).tanh
    }
  }

  /// `h' = z ⊙ h + (1 − z) ⊙ h̃`.
  @inline(never)
  private func setState(
    from gates: ContiguousArray<Lanes>, _ gatePlaces: Range<Int>, _ candidatePlaces: Range<Int>,
    _ state: inout ContiguousArray<Lanes>, _ before: Range<Int>, _ after: Range<Int>
  ) {
    let n = candidatePlaces.count
    let z = gates.span.extracting(gatePlaces)
    let candidate = gates.span.extracting(candidatePlaces)
    var states = state.mutableSpan
    var hidden = states._mutatingExtracting(before.lowerBound..<after.upperBound)
    let new = after.lowerBound - before.lowerBound
    for unit in 0..<n {
      let (h, c) = (hidden[unit], candidate[unit])
      hidden[new + unit] = c.addingProduct(z[unit], h - c)
    }
  }

  /// The chain rule through both equations and the three squashes.
  @inline(never)
  private func setSlopes(
    _ gates: inout ContiguousArray<Lanes>, _ gatePlaces: Range<Int>,
    _ candidatePlaces: Range<Int>, state: ContiguousArray<Lanes>, _ hiddenPlaces: Range<Int>,
    _ dHidden: inout ContiguousArray<Lanes>
  ) {
    let n = candidatePlaces.count
    let hidden = state.span.extracting(hiddenPlaces)
    var all = gates.mutableSpan
    var dHiddens = dHidden.mutableSpan
    let (update, reset, recurrent, candidates) = (
      gatePlaces.lowerBound, gatePlaces.lowerBound + n, gatePlaces.lowerBound + 2 * n,
      candidatePlaces.lowerBound
    )
    for unit in 0..<n {
      let (z, r) = (all[update + unit], all[reset + unit])
      let (u, candidate) = (all[recurrent + unit], all[candidates + unit])
      let (h, dh) = (hidden[unit], dHiddens[unit])
      let da = dh * (1 - z) * candidate.tanhSlope
      all[update + unit] = dh * (h - candidate) * z.sigmoidSlope
      all[reset + unit] = da * u * r.sigmoidSlope
      all[recurrent + unit] = da * r
      all[candidates + unit] = da
      dHiddens[unit] = z * dh
    }
  }
}
