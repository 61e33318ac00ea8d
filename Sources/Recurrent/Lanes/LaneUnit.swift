/// What one vector of units holds at a step: sixteen sequences of one unit, or sixteen units of one
/// sequence.
struct LaneUnit {
  /// The sums of the cell's blocks, then its gates, then the gradients of the sums.
  ///
  /// A cell with fewer blocks leaves the last ones alone.
  var a = Lanes.zero, b = Lanes.zero, c = Lanes.zero, d = Lanes.zero
  /// c before the step, and after it.
  var oldCell = Lanes.zero, cell = Lanes.zero
  /// tanh(c) after the step.
  var squashedCell = Lanes.zero
  /// h before the step, and after it.
  var oldHidden = Lanes.zero, hidden = Lanes.zero
  /// Bit k is set where block k is given: the gate itself then stands in the place of its sum.
  let held: UInt8

  /// Whether a block is given instead of computed.
  @inline(__always)
  func holds(_ block: UInt8) -> Bool { held & (1 << block) != 0 }
}

/// The gradient of one vector of units.
struct LaneUnitGradient {
  /// ∂L/∂h after the step; then, where a part of h goes past the sums, that part's before the step.
  var hidden: Lanes
  /// ∂L/∂c after the step, then before it; the unit's `squashedCell` keeps the former.
  var cell: Lanes
}
