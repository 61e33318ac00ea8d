// The SimpleRNN's equation on vectors.

extension SimpleRNNCell: LaneCell {
  static var laneBlocks: [String] { blocks }

  /// `h' = φ(a)`.
  func advance(_ trace: inout LaneTrace, step: Int) {
    squash(
      trace.gates, trace.places(ofBlocks: 0..<1, step: step), by: options.activation,
      into: &trace.state, at: trace.hiddenPlaces(before: step + 1).lowerBound)
  }

  /// `∂L/∂a = ∂L/∂h' ⊙ φ'(a)`.
  func retreat(_ trace: inout LaneTrace, step: Int, _ gradient: inout LaneStateGradient) {
    setSlopes(
      &trace.gates, trace.places(ofBlocks: 0..<1, step: step), state: trace.state,
      trace.hiddenPlaces(before: step + 1), &gradient.hidden)
  }

  @inline(never)
  private func setSlopes(
    _ sums: inout ContiguousArray<Lanes>, _ places: Range<Int>, state: ContiguousArray<Lanes>,
    _ hiddenPlaces: Range<Int>, _ dHidden: inout ContiguousArray<Lanes>
  ) {
    let h = state.span.extracting(hiddenPlaces)
    var all = sums.mutableSpan
    var a = all._mutatingExtracting(places)
    var dh = dHidden.mutableSpan
    precondition(a.count == h.count && dh.count >= h.count)
    switch options.activation {
    case .linear: for u in h.indices { a[u] = dh[u] }
    case .relu: for u in h.indices { a[u] = dh[u].replacing(with: 0, where: a[u] .<= 0) }
    case .leakyrelu:
      for u in h.indices { a[u] = dh[u].replacing(with: 0.3 * dh[u], where: a[u] .<= 0) }
    case .tanh: for u in h.indices { a[u] = dh[u] * h[u].tanhSlope }
    case .sigmoid: for u in h.indices { a[u] = dh[u] * h[u].sigmoidSlope }
    }
    for u in h.indices { dh[u] = .zero }
  }
}
