/// The weights of a cell as the products of sixteen sequences read them.
struct LaneWeights: Sendable {
  let order: LaneOrder
  /// The matrix in the order of `LaneOrder`.
  private(set) var matrix: ContiguousArray<Float>
  /// The recurrent kernel with rows and columns exchanged, for the way back: for each four units all
  /// columns, four by four.
  private(set) var transposed: ContiguousArray<Float>

  /// Room for weights.
  init(_ order: LaneOrder) {
    self.order = order
    matrix = []
    transposed = .init(
      zeros: 16 * order.shape.units.quads * order.shape.recurrentColumns.quads)
  }

  /// Lays out the weights of a cell.
  init(_ cell: some LaneCell) {
    self.init(LaneOrder(cell))
    update(from: order.ordered(cell.parameters))
  }

  var shape: LaneShape { order.shape }

  /// Takes other parameters of the same cell, in the order of `LaneOrder`.
  mutating func update(from ordered: ContiguousArray<Float>) {
    matrix = ordered
    for (second, first) in order.firstBiases.enumerated() {
      matrix[first] += ordered[order.matrixCount + second]
    }
    transposeBlocks(
      matrix, rowGroups: shape.rowGroups, units: shape.units.quads,
      columns: shape.recurrentColumns.quads, into: &transposed)
  }

  /// Lets the parameters go, so that who owns them can change them without a copy.
  mutating func release() { matrix = [] }

  // MARK: Parts of the matrix

  /// What the state before a step is multiplied with; of no state, the inputs alone.
  ///
  /// Whole fours of columns, so that every sum is made in the same order as for a sequence alone.
  func recurrent(hasState: Bool) -> LaneBlocks {
    let first = hasState ? 0 : shape.firstInputGroup
    return LaneBlocks(
      start: first, count: shape.rowGroups - first, stride: shape.rowGroups,
      columns: shape.recurrentColumns.roundedUp(to: 4))
  }

  /// What the inputs are multiplied with for the blocks that take nothing else.
  var input: LaneBlocks {
    LaneBlocks(
      start: shape.inputStartBlock, count: shape.inputGroups, stride: shape.inputGroups,
      columns: shape.inputColumns.roundedUp(to: 4))
  }

  /// What the gradients of sums are multiplied with, to make that of the state before.
  var back: LaneBlocks {
    let columns = shape.recurrentColumns.quads
    return LaneBlocks(start: 0, count: columns, stride: columns, columns: shape.units)
  }

  /// ∂L/∂x = Wᵀ·∂L/∂a of a step, a vector for each feature.
  func inputGradient(_ trace: LaneTrace, step: Int) -> ContiguousArray<Lanes> {
    .init(
      (0..<shape.features).map { feature in
        let row = shape.units + feature
        var sum = Lanes.zero
        let start = step * shape.sumRow
        for column in 0..<shape.recurrentColumns {
          let weight = matrix[shape.place(row: row, column: column, takesInputOnly: false)]
          sum.addProduct(trace.gates[start + column], weight)
        }
        for column in 0..<shape.inputColumns {
          let weight = matrix[shape.place(row: row, column: column, takesInputOnly: true)]
          sum.addProduct(trace.gates[start + shape.inputStart + column], weight)
        }
        return sum
      })
  }
}

@inline(never)
private func transposeBlocks(
  _ matrix: ContiguousArray<Float>, rowGroups: Int, units: Int, columns: Int,
  into transposed: inout ContiguousArray<Float>
) {
  let matrix = matrix.span
  var transposed = transposed.mutableSpan
  for column in 0..<columns {
    let start = 16 * column * rowGroups
    let groups = matrix.extracting(start..<start + 16 * units)
    for group in 0..<units {
      transposed.set(
        Lanes(groups, at: 16 * group).blockTransposed, at: 16 * (group * columns + column))
    }
  }
}
