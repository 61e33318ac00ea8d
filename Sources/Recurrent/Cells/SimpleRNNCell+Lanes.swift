// The SimpleRNN's equation on vectors.

extension SimpleRNNCell: LaneCell {
  static var laneBlocks: [String] { blocks }

  /// `h' = φ(a)`.
  @inline(__always)
  func advance(_ unit: inout LaneUnit) {
    unit.hidden =
      switch options.activation {
      case .linear: unit.a
      case .relu: unit.a.replacing(with: 0, where: unit.a .< 0)
      case .leakyrelu: unit.a.replacing(with: 0.3 * unit.a, where: unit.a .< 0)
      case .tanh: unit.a.tanh
      case .sigmoid: unit.a.sigmoid
      }
  }

  /// `∂L/∂a = ∂L/∂h' ⊙ φ'(a)`.
  @inline(__always)
  func retreat(_ unit: inout LaneUnit, _ gradient: inout LaneUnitGradient) {
    let dh = gradient.hidden
    unit.a =
      switch options.activation {
      case .linear: dh
      case .relu: dh.replacing(with: 0, where: unit.a .<= 0)
      case .leakyrelu: dh.replacing(with: 0.3 * dh, where: unit.a .<= 0)
      case .tanh: dh * unit.hidden.tanhSlope
      case .sigmoid: dh * unit.hidden.sigmoidSlope
      }
  }
}
