// The GRU's equations on vectors, for the reset after the product with the recurrent kernel.

extension GRUCell: LaneCell {
  /// The candidate is two blocks: what the reset gate acts on, `U_h·h + b'_h`, and the rest,
  /// `W_h·x + b_h`, in whose place the candidate itself is put.
  static var laneBlocks: [String] { ["update", "reset", "recurrent candidate", "candidate"] }
  static var inputBlocks: Int { 1 }
  static var carriesHidden: Bool { true }
  var runsInLanes: Bool { options.resetAfter }

  /// Both biases of update and reset are one row of the weights; the candidate's second one belongs to
  /// its recurrent block, which no kernel enters.
  var lanePieces: [LanePiece] {
    let (gates, n) = (2 * units, units)
    func parts(_ start: Int, row: Int) -> [LanePiece] {
      [
        LanePiece(places: start..<start + gates, row: row),
        LanePiece(places: start + gates..<start + gates + n, row: row, takesInputOnly: true),
      ]
    }
    let recurrent = (0..<n).map { unit in
      let start = recurrentRange.lowerBound + unit * width
      return LanePiece(places: start..<start + width, row: unit)
    }
    let kernel = (0..<features).flatMap { parts($0 * width, row: n + $0) }
    let second = biasRange.upperBound
    var biases = parts(biasRange.lowerBound, row: n + features)
    biases[0].isSecond = true
    let recurrentBias = LanePiece(places: second..<second + width, row: n + features)
    return recurrent + kernel + [recurrentBias] + biases
  }

  @inline(__always)
  func advance(_ unit: inout LaneUnit) {
    let z = unit.holds(0) ? unit.a : unit.a.sigmoid
    let r = unit.holds(1) ? unit.b : unit.b.sigmoid
    // h̃ = tanh(W_h·x + b_h + r ⊙ (U_h·h + b'_h))
    let candidate = unit.holds(3) ? unit.d : unit.d.addingProduct(r, unit.c).tanh
    // h' = z ⊙ h + (1 − z) ⊙ h̃
    unit.hidden = candidate.addingProduct(z, unit.oldHidden - candidate)
    (unit.a, unit.b, unit.d) = (z, r, candidate)
  }

  @inline(__always)
  func retreat(_ unit: inout LaneUnit, _ gradient: inout LaneUnitGradient) {
    let (z, r, recurrent, candidate) = (unit.a, unit.b, unit.c, unit.d)
    let dh = gradient.hidden
    // Through h' = z ⊙ h + (1 − z) ⊙ h̃ and the squashes of z and h̃
    unit.a = dh * (unit.oldHidden - candidate) * z.sigmoidSlope
    let dCandidate = unit.holds(3) ? .zero : dh * (1 - z) * candidate.tanhSlope
    // Through a_h = … + r ⊙ u_h
    unit.b = dCandidate * recurrent * r.sigmoidSlope
    unit.c = dCandidate * r
    unit.d = dCandidate
    gradient.hidden = z * dh
  }
}
