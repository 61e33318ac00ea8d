// A trace that stands in vectors, read by rows.

extension CellTrace {
  /// Where a sequence stands: in which trace, in which lane.
  private func place(of sequence: Int) -> (trace: LaneTrace, lane: Int) {
    lanes[0].shape.arrangement == .units
      ? (lanes[sequence], 0)
      : (lanes[sequence / Lanes.width], sequence % Lanes.width)
  }

  private func laneQuantity(_ name: String) -> LaneQuantity? {
    guard let cell = source as? any LaneCell, quantities.contains(where: { $0.name == name }) else {
      return nil
    }
    return LaneQuantity(name, of: cell)
  }

  func laneValues(
    of quantity: String, step: Int, sequence: Int
  ) -> ContiguousArray<Float>? {
    laneQuantity(quantity).map {
      let place = place(of: sequence)
      return place.trace.values(of: $0, step: step, lane: place.lane)
    }
  }

  func laneTensor(of quantity: String) -> Tensor? {
    laneQuantity(quantity).map { quantity in
      rows(width: units, steps: 0..<steps) { $0.values(of: quantity, step: $1, lane: $2) }
    }
  }

  func laneInput(step: Int, sequence: Int) -> ContiguousArray<Float> {
    let place = place(of: sequence)
    return place.trace.input(step: step, lane: place.lane)
  }

  func laneHidden(before step: Int, sequence: Int) -> ContiguousArray<Float> {
    let place = place(of: sequence)
    return place.trace.values(of: .hidden, step: step - 1, lane: place.lane)
  }

  func laneCell(before step: Int, sequence: Int) -> ContiguousArray<Float> {
    let place = place(of: sequence)
    return place.trace.values(of: .cell, step: step - 1, lane: place.lane)
  }

  var laneInputs: Tensor {
    rows(width: features, steps: 0..<steps) { $0.input(step: $1, lane: $2) }
  }

  func laneState(before step: Int) -> CellState {
    func state(_ quantity: LaneQuantity) -> Tensor {
      let rows = rows(width: units, steps: step - 1..<step) {
        $0.values(of: quantity, step: $1, lane: $2)
      }
      return Tensor(shape: [batch, units], values: rows.values)
    }
    return CellState(
      hidden: state(.hidden), cell: lanes[0].shape.hasCellState ? state(.cell) : nil)
  }

  /// Some rows of every sequence at some steps, `[steps, batch, width]`.
  private func rows(
    width: Int, steps: Range<Int>, _ row: (LaneTrace, Int, Int) -> ContiguousArray<Float>
  ) -> Tensor {
    var values = ContiguousArray<Float>(reserving: steps.count * batch * width)
    for step in steps {
      for sequence in 0..<batch {
        let place = place(of: sequence)
        values.append(contentsOf: row(place.trace, step, place.lane))
      }
    }
    return Tensor(shape: [steps.count, batch, width], values: values)
  }
}
