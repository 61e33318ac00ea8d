/// The weights of a cell as a sequence reads them that runs alone, sixteen units side by side.
struct UnitLaneWeights: LaneMultiplier {
  let shape: LaneShape
  /// A panel for each vector of sums, row after row: `[sumRow, weightRows]`.
  private let panels: ContiguousArray<Lanes>

  init(_ cell: some LaneCell) {
    let shape = LaneShape(of: cell, .units)
    let rows = shape.weightRows
    var panels = ContiguousArray<Lanes>(zeros: shape.sumRow * rows)
    let parameters = cell.parameters.span
    for piece in cell.lanePieces {
      let first = piece.takesInputOnly ? shape.recurrentBlocks : 0
      for block in 0..<piece.places.count / shape.units {
        let start = piece.places.lowerBound + block * shape.units
        for vector in 0..<shape.count {
          let unit = vector * Lanes.width
          let places = start + unit..<start + min(unit + Lanes.width, shape.units)
          let panel = shape.start(ofBlock: first + block) + vector
          panels[panel * rows + piece.row] += Lanes(parameters, places: places)
        }
      }
    }
    self.shape = shape
    self.panels = panels
  }

  /// Computes the sums of a step: `W·x + b + U·h`.
  ///
  /// The weights are more than the first cache holds, so that every other step walks them backwards: what
  /// was read last is read first.
  func fillSums(of trace: inout LaneTrace, step: Int, hasState: Bool) {
    let parts = shape.sumRow / 4
    for part in 0..<parts {
      let panel = 4 * (step.isMultiple(of: 2) ? part : parts - 1 - part)
      let takesState = hasState && panel < shape.inputStart
      sum(
        panel, trace.inputs, step * shape.features, trace.state,
        takesState ? trace.hiddenPlaces(before: step) : 0..<0, into: &trace.gates,
        at: step * shape.sumRow + panel)
    }
  }

  /// Four panels at once.
  @inline(never)
  private func sum(
    _ panel: Int, _ inputs: ContiguousArray<Float>, _ inputPlace: Int,
    _ state: ContiguousArray<Lanes>, _ hidden: Range<Int>,
    into sums: inout ContiguousArray<Lanes>, at place: Int
  ) {
    let rows = shape.weightRows
    let all = panels.span
    let p = all.extracting(panel * rows..<(panel + 1) * rows)
    let q = all.extracting((panel + 1) * rows..<(panel + 2) * rows)
    let r = all.extracting((panel + 2) * rows..<(panel + 3) * rows)
    let s = all.extracting((panel + 3) * rows..<(panel + 4) * rows)
    var (a, b, c, d) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    for row in 0..<shape.features {
      let x = inputs[inputPlace + row]
      a.addProduct(p[row], x)
      b.addProduct(q[row], x)
      c.addProduct(r[row], x)
      d.addProduct(s[row], x)
    }
    var row = shape.features
    a += p[row]
    b += q[row]
    c += r[row]
    d += s[row]
    row += 1
    for place in hidden {
      let h = state[place]
      let end = min(row + Lanes.width, rows)
      for (lane, row) in (row..<end).enumerated() {
        a.addProduct(p[row], h[lane])
        b.addProduct(q[row], h[lane])
        c.addProduct(r[row], h[lane])
        d.addProduct(s[row], h[lane])
      }
      row = end
    }
    var all4 = sums.mutableSpan
    var four = all4._mutatingExtracting(place..<place + 4)
    (four[0], four[1], four[2], four[3]) = (a, b, c, d)
  }
}
