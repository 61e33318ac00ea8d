// How numbers come out of a trace.

/// Something that a trace holds after each step.
enum LaneQuantity: Sendable {
  /// The gate or sum of a block.
  case block(Int)
  case hidden
  case cell
  /// tanh(c).
  case squashedCell

  /// The quantity of a cell, by its name.
  init?(_ name: String, of cell: some LaneCell) {
    switch name {
    case "hidden": self = .hidden
    case "cell": self = .cell
    default:
      guard let block = type(of: cell).laneBlocks.firstIndex(of: name) else { return nil }
      self = .block(block)
    }
  }
}

extension LaneTrace {
  /// The vectors of a quantity after a step; h and c also after step −1, before the first.
  func vectors(of quantity: LaneQuantity, step: Int) -> ContiguousArray<Lanes>.SubSequence {
    switch quantity {
    case .block(let block): gates[places(ofBlocks: block..<block + 1, step: step)]
    case .hidden: state[hiddenPlaces(before: step + 1)]
    case .cell: shape.hasCellState ? cell[cellPlaces(before: step + 1)] : []
    case .squashedCell: shape.hasCellState ? squashedCell[cellPlaces(before: step)] : []
    }
  }

  /// A quantity of all units after a step, `[units]`.
  ///
  /// - Parameters:
  ///   - quantity: The quantity.
  ///   - step: The step; −1 is before the first, for h and c.
  ///   - lane: Which of the sequences; of no account for one that runs alone.
  /// - Returns: One number a unit; nothing for c of a cell that has none.
  func values(of quantity: LaneQuantity, step: Int, lane: Int) -> ContiguousArray<Float> {
    let vectors = vectors(of: quantity, step: step)
    if shape.arrangement == .sequences { return .init(vectors.map { $0[lane] }) }
    var values = ContiguousArray<Float>(reserving: shape.units)
    for vector in vectors {
      for lane in 0..<min(Lanes.width, shape.units - values.count) { values.append(vector[lane]) }
    }
    return values
  }

  /// What a head gives out after a step, one number a lane; the same as from each row by itself.
  func outputs(of head: Dense, step: Int) -> [Float] {
    let vectors = vectors(of: .hidden, step: step)
    guard shape.arrangement == .sequences else {
      return [head.output(values(of: .hidden, step: step, lane: 0))]
    }
    var sum = Lanes(repeating: head.bias)
    for (vector, weight) in zip(vectors, head.kernel) { sum += vector * weight }
    return (0..<Lanes.width).map { sum[$0] }
  }

  /// What went in at a step, `[features]`.
  func input(step: Int, lane: Int) -> ContiguousArray<Float> {
    let m = shape.features
    guard shape.arrangement == .sequences else {
      return .init(inputs[step * m..<(step + 1) * m])
    }
    let start = step * shape.stateRow + shape.units
    return .init((start..<start + m).map { state[$0][lane] })
  }
}
