/// A cell whose equations also run on vectors of sixteen sequences, or of sixteen units.
///
/// `forward` and `backward` of `RecurrentCell` stay the witness that these are tested against, and a
/// cell that has no such form runs by them.
protocol LaneCell: RecurrentCell {
  /// The blocks of a row of sums, at most four; those that take only inputs stand last.
  static var laneBlocks: [String] { get }
  /// How many blocks take only inputs.
  static var inputBlocks: Int { get }
  /// Whether a part of h goes on to the next step past the sums, as in a GRU.
  static var carriesHidden: Bool { get }
  /// Whether this form knows the cell's options.
  var runsInLanes: Bool { get }
  /// Which row of weights each row of parameters is.
  var lanePieces: [LanePiece] { get }

  /// Turns sums into gates and the state before into the state after.
  func advance(_ unit: inout LaneUnit)

  /// Turns gates into the gradients of their sums, and the gradient of the state after into that of the
  /// state before.
  func retreat(_ unit: inout LaneUnit, _ gradient: inout LaneUnitGradient)

  // The loops over these are the same for all cells. They stand here so that each cell has its own,
  // with its equations inside.

  /// Advances all vectors of a step of a trace.
  func advance(_ trace: inout LaneTrace, step: Int)

  /// Takes all vectors of a step of a trace back; where `keepsCells`, ∂L/∂c stays in the trace.
  func retreat(
    _ trace: inout LaneTrace, step: Int, _ gradient: inout LaneStateGradient, keepsCells: Bool)

  /// Runs a sequence alone through some steps of a trace.
  func runAlone(
    _ trace: inout LaneTrace, steps: Range<Int>, _ weights: UnitLaneWeights, hasState: Bool)
}

extension LaneCell {
  static var inputBlocks: Int { 0 }
  static var carriesHidden: Bool { false }
  var runsInLanes: Bool { true }

  /// The pieces of a cell with one bias: every row of its parameters is a row of weights.
  var lanePieces: [LanePiece] {
    (0..<units + features + 1).map { row in
      // The kernel comes first among the parameters and behind the recurrent one among the weights.
      let line = row < units ? features + row : row < units + features ? row - units : row
      return LanePiece(places: line * width..<(line + 1) * width, row: row)
    }
  }
}

/// Parameters that stand in one row of the weights, from the first column on.
struct LanePiece: Sendable {
  /// Their places among the cell's parameters.
  let places: Range<Int>
  /// The row of the weights: the units, then the features, then the bias.
  let row: Int
  /// Whether they belong to the blocks that take only inputs.
  var takesInputOnly = false
  /// Whether they are a second bias, added to the first.
  var isSecond = false
}

/// The gradient of the state while it runs back through the steps.
struct LaneStateGradient: Sendable {
  /// ∂L/∂h, `count` vectors of the shape, with room for whole fours.
  var hidden: ContiguousArray<Lanes>
  /// ∂L/∂c, `count` vectors, where the cell has a cell state.
  var cell: ContiguousArray<Lanes>

  /// Zeros.
  init(_ shape: LaneShape) {
    hidden = .init(zeros: shape.count.roundedUp(to: 4))
    cell = .init(zeros: shape.hasCellState ? shape.count : 0)
  }
}
