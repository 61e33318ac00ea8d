// The LSTM's equations on vectors.

extension LSTMCell: LaneCell {
  static var laneBlocks: [String] { blocks }

  @inline(__always)
  func advance(_ unit: inout LaneUnit) {
    let i = unit.holds(0) ? unit.a : unit.a.sigmoid
    let f = unit.holds(1) ? unit.b : unit.b.sigmoid
    let candidate = unit.holds(2) ? unit.c : unit.c.tanh
    let o = unit.holds(3) ? unit.d : unit.d.sigmoid
    // c' = f ⊙ c + i ⊙ c̃, h' = o ⊙ tanh(c')
    unit.cell = (f * unit.oldCell).addingProduct(i, candidate)
    unit.squashedCell = unit.cell.tanh
    unit.hidden = o * unit.squashedCell
    (unit.a, unit.b, unit.c, unit.d) = (i, f, candidate, o)
  }

  @inline(__always)
  func retreat(_ unit: inout LaneUnit, _ gradient: inout LaneUnitGradient) {
    let (i, f, candidate, o) = (unit.a, unit.b, unit.c, unit.d)
    let (tanhC, dh) = (unit.squashedCell, gradient.hidden)
    // ∂L/∂c' through h' = o ⊙ tanh(c') and through the step after
    let dc = gradient.cell.addingProduct(dh * o, tanhC.tanhSlope)
    // Through c' = f ⊙ c + i ⊙ c̃ and the squashes
    unit.a = dc * candidate * i.sigmoidSlope
    unit.b = dc * unit.oldCell * f.sigmoidSlope
    unit.c = dc * i * candidate.tanhSlope
    unit.d = dh * tanhC * o.sigmoidSlope
    unit.squashedCell = dc
    gradient.cell = f * dc
  }
}
