// How sequences and states come into a trace, and how the state goes on from one trace to the next.

extension LaneTrace {
  /// Takes the inputs of some sequences, one a lane; what lanes are left repeat the last one.
  ///
  /// A repeated sequence can do nothing that the last one does not, so no lane becomes infinite alone.
  ///
  /// - Parameters:
  ///   - numbers: Where the inputs are.
  ///   - starts: The place of each sequence's first number.
  ///   - stride: How far one step's numbers are from the next one's.
  ///   - steps: How many steps.
  mutating func load(_ numbers: ContiguousArray<Float>, starts: [Int], stride: Int, steps: Int) {
    guard let last = starts.last else { return }
    for step in 0..<steps {
      for feature in 0..<shape.features {
        let place = step * stride + feature
        guard shape.arrangement == .sequences else {
          inputs[step * shape.features + feature] = numbers[last + place]
          continue
        }
        var vector = Lanes(repeating: numbers[last + place])
        for (lane, start) in starts.enumerated() { vector[lane] = numbers[start + place] }
        state[step * shape.stateRow + shape.units + feature] = vector
      }
    }
  }

  /// Makes the state before the first step zero.
  mutating func clearState() {
    for place in hiddenPlaces(before: 0) { state[place] = .zero }
    for place in cellPlaces(before: 0) { cell[place] = .zero }
  }

  /// Takes the state before the first step from some rows of a state.
  mutating func loadState(_ initial: CellState, sequences: Range<Int>) {
    Self.set(&state, hiddenPlaces(before: 0), from: initial.hidden.values, sequences, shape)
    guard let given = initial.cell else { return }
    Self.set(&cell, cellPlaces(before: 0), from: given.values, sequences, shape)
  }

  /// Takes the state after some steps as the one before the first.
  mutating func carryOn(after steps: Int) {
    Self.copy(&state, hiddenPlaces(before: steps), to: hiddenPlaces(before: 0))
    Self.copy(&cell, cellPlaces(before: steps), to: cellPlaces(before: 0))
  }

  /// Takes the state before the first step from that of another trace.
  mutating func takeState(of other: LaneTrace) {
    state.replaceSubrange(
      hiddenPlaces(before: 0), with: other.state[other.hiddenPlaces(before: 0)])
    cell.replaceSubrange(cellPlaces(before: 0), with: other.cell[other.cellPlaces(before: 0)])
  }

  private static func copy(
    _ vectors: inout ContiguousArray<Lanes>, _ places: Range<Int>, to others: Range<Int>
  ) {
    for (place, other) in zip(places, others) { vectors[other] = vectors[place] }
  }

  /// Holds blocks at given values, one number a unit.
  mutating func hold(_ gates: HeldGates, blocks: [String]) {
    held = HeldLanes()
    for (block, name) in blocks.enumerated() {
      guard let values = gates[name] else { continue }
      var vectors = ContiguousArray<Lanes>(zeros: shape.count)
      Self.set(&vectors, 0..<shape.count, from: values, 0..<1, shape)
      held.hold(block, of: blocks.count, at: vectors)
    }
  }

  /// Fills vectors from rows of one number a unit.
  private static func set(
    _ vectors: inout ContiguousArray<Lanes>, _ places: Range<Int>,
    from rows: ContiguousArray<Float>, _ sequences: Range<Int>, _ shape: LaneShape
  ) {
    let n = shape.units
    let last = (sequences.upperBound - 1) * n
    switch shape.arrangement {
    case .sequences:
      for unit in 0..<n {
        var vector = Lanes(repeating: rows[last + unit])
        for (lane, sequence) in sequences.enumerated() { vector[lane] = rows[sequence * n + unit] }
        vectors[places.lowerBound + unit] = vector
      }
    case .units:
      for (place, unit) in zip(places, stride(from: 0, to: n, by: Lanes.width)) {
        vectors[place] = Lanes(
          rows.span, places: last + unit..<last + min(unit + Lanes.width, n))
      }
    }
  }
}
