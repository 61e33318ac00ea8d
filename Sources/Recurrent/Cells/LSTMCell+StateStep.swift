extension LSTMCell {
  /// One step in Double; the state is h followed by c, the Jacobian `[2·units, 2·units]`.
  public func stateStep(
    _ x: [Double], from state: [Double], holding held: HeldGates
  ) -> StateStep {
    let weights = DoubleWeights(self)
    let (h, c) = (Array(state[..<units]), Array(state[units...]))
    func gate(_ block: Int, _ activation: Activation) -> SlopedGate {
      SlopedGate(
        weights.sums(x, h, block: block), by: activation, held: held[Self.blocks[block]])
    }
    let (i, f, g, o) = (gate(0, .sigmoid), gate(1, .sigmoid), gate(2, .tanh), gate(3, .sigmoid))

    var newState = [Double](repeating: 0, count: 2 * units)
    var jacobian = SquareMatrix(size: 2 * units, repeating: 0)
    for n in 0..<units {
      // c' = f·c + i·c̃, h' = o·tanh(c')
      let newCell = f.values[n] * c[n] + i.values[n] * g.values[n]
      let shown = Activation.tanh.value(at: newCell)
      newState[n] = o.values[n] * shown
      newState[units + n] = newCell
      let hiddenByCell = o.values[n] * Activation.tanh.slope(at: newCell)
      for j in 0..<units {
        let cellByHidden =
          c[n] * f.slopes[n] * weights.recurrent[1][n, j]
          + g.values[n] * i.slopes[n] * weights.recurrent[0][n, j]
          + i.values[n] * g.slopes[n] * weights.recurrent[2][n, j]
        jacobian[units + n, j] = cellByHidden
        jacobian[n, j] =
          shown * o.slopes[n] * weights.recurrent[3][n, j]
          + hiddenByCell * cellByHidden
      }
      jacobian[units + n, units + n] = f.values[n]
      jacobian[n, units + n] = hiddenByCell * f.values[n]
    }
    return StateStep(state: newState, jacobian: jacobian)
  }
}
