extension GRUCell {
  /// One step in Double, in both forms of the reset.
  public func stateStep(
    _ x: [Double], from h: [Double], holding held: HeldGates
  ) -> StateStep {
    let weights = DoubleWeights(self)
    func gate(_ block: Int) -> SlopedGate {
      let sums = weights.sums(x, h, block: block)
      let bias = options.resetAfter ? weights.recurrentBias(block: block) : sums.map { _ in 0 }
      return SlopedGate(
        zip(sums, bias).map { $0 + $1 }, by: .sigmoid, held: held[Self.blocks[block]])
    }
    let (z, r) = (gate(0), gate(1))
    let recurrent = candidateSums(h, reset: r, weights)
    let candidate = SlopedGate(
      zip(weights.inputSums(x, block: 2), recurrent.sums).map { $0 + $1 }, by: .tanh,
      held: held[Self.blocks[2]])

    var state: [Double] = []
    var jacobian = SquareMatrix(size: units, repeating: 0)
    for i in 0..<units {
      // h' = z·h + (1 − z)·h̃
      state.append(z.values[i] * h[i] + (1 - z.values[i]) * candidate.values[i])
      for j in 0..<units {
        let byUpdate =
          (h[i] - candidate.values[i]) * z.slopes[i] * weights.recurrent[0][i, j]
        let byCandidate =
          (1 - z.values[i]) * candidate.slopes[i] * recurrent.slopes[i, j]
        jacobian[i, j] = (i == j ? z.values[i] : 0) + byUpdate + byCandidate
      }
    }
    return StateStep(state: state, jacobian: jacobian)
  }

  /// What h adds to the candidate's sum, `[units]`, and its slopes by h, `[units, units]`.
  private func candidateSums(
    _ h: [Double], reset r: SlopedGate, _ weights: DoubleWeights
  ) -> (sums: [Double], slopes: SquareMatrix) {
    var slopes = SquareMatrix(size: units, repeating: 0)
    if options.resetAfter {
      // r ⊙ (U_h·h + b'_h)
      let u = zip(weights.recurrent[2].times(h), weights.recurrentBias(block: 2)).map {
        $0 + $1
      }
      for i in 0..<units {
        for j in 0..<units {
          slopes[i, j] =
            r.slopes[i] * weights.recurrent[1][i, j] * u[i]
            + r.values[i] * weights.recurrent[2][i, j]
        }
      }
      return (zip(r.values, u).map { $0 * $1 }, slopes)
    }
    // U_h·(r ⊙ h): each r may depend on every h.
    for i in 0..<units {
      for j in 0..<units {
        let direct = weights.recurrent[2][i, j] * r.values[j]
        slopes[i, j] = (0..<units).reduce(direct) { sum, k in
          sum + weights.recurrent[2][i, k] * h[k] * r.slopes[k]
            * weights.recurrent[1][k, j]
        }
      }
    }
    return (weights.recurrent[2].times(zip(r.values, h).map { $0 * $1 }), slopes)
  }
}
