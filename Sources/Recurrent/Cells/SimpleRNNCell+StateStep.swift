extension SimpleRNNCell {
  /// One step in Double: `∂h'/∂h = diag(φ'(a))·V`, V the recurrent kernel.
  ///
  /// Pascanu, Mikolov & Bengio (2013), equation 5, for a state after the squash.
  public func stateStep(_ x: [Double], from state: [Double], holding: HeldGates) -> StateStep {
    let weights = DoubleWeights(self)
    let hidden = SlopedGate(
      weights.sums(x, state, block: 0), by: options.activation, held: nil)
    return StateStep(
      state: hidden.values, jacobian: weights.recurrent[0].scalingRows(by: hidden.slopes))
  }
}
