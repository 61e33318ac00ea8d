/// Where a cell's numbers stand in the vectors of a `LaneTrace`.
///
/// Every step has a row of sums: first the blocks that take the state before, then those that take
/// only inputs (the `W·x + b` of a GRU's candidate); and a row of state: the inputs, a one for the
/// biases, the hidden state, so that kernel, bias and recurrent kernel make one product.
struct LaneShape: Sendable, Equatable {
  /// What stands side by side in a vector.
  enum Arrangement: Sendable {
    /// Sixteen sequences of one unit.
    case sequences
    /// Sixteen units of one sequence, for a sequence that runs alone.
    case units
  }

  let arrangement: Arrangement
  /// Units, n.
  let units: Int
  /// Numbers a step, m.
  let features: Int
  /// Whether there is a cell state.
  let hasCellState: Bool
  /// Vectors of one block.
  let count: Int

  // MARK: The row of sums

  /// All blocks.
  let blocks: Int
  /// Blocks that take the state before.
  let recurrentBlocks: Int
  /// Columns of the weights that are multiplied with the state, k·n.
  let recurrentColumns: Int
  /// Columns of the weights that are multiplied with inputs only.
  let inputColumns: Int
  /// The first vector of the blocks that take only inputs.
  ///
  /// Both parts fill whole panels of sixteen where they are transposed.
  let inputStart: Int
  /// Vectors of a row of sums.
  let sumRow: Int

  // MARK: The row of state

  /// Rows of the weights that belong to inputs: the kernel's and the bias.
  let inputRows: Int
  /// All rows of the weights: kernel, bias, recurrent kernel.
  let weightRows: Int
  /// The first vector of the hidden state in a row of state.
  let hiddenStart: Int
  /// Vectors of a row of state.
  let stateRow: Int
  /// Vectors of a row of cell states: `count`, or none.
  var cellRow: Int { hasCellState ? count : 0 }

  init(of cell: some LaneCell, _ arrangement: Arrangement) {
    self.arrangement = arrangement
    units = cell.units
    features = cell.features
    hasCellState = cell.quantities.contains { $0.name == "cell" }
    let inputBlocks = type(of: cell).inputBlocks
    blocks = type(of: cell).laneBlocks.count
    recurrentBlocks = blocks - inputBlocks
    recurrentColumns = recurrentBlocks * units
    inputColumns = inputBlocks * units
    inputRows = features + 1
    weightRows = inputRows + units
    let panel: Int
    switch arrangement {
    case .sequences:
      (count, panel) = (units, Lanes.width)
      (hiddenStart, stateRow) = (inputRows, weightRows.roundedUp(to: 4))
    case .units:
      (count, panel) = (units.vectors, 1)
      (hiddenStart, stateRow) = (0, count)
    }
    inputStart = (recurrentBlocks * count).roundedUp(to: panel)
    sumRow = inputStart + (inputBlocks * count).roundedUp(to: panel)
  }

  /// The first vector of a block in a row of sums.
  func start(ofBlock block: Int) -> Int {
    block < recurrentBlocks ? block * count : inputStart + (block - recurrentBlocks) * count
  }

  // MARK: Size and work

  /// How many bytes a trace of some steps takes.
  func bytes(ofSteps steps: Int) -> Int {
    (steps + 1) * (sumRow + stateRow + 2 * cellRow) * MemoryLayout<Lanes>.size
  }

  /// How many multiplications the products of a step take.
  var multiplications: Int {
    let products = recurrentColumns * weightRows + inputColumns * inputRows
    return arrangement == .sequences ? products * Lanes.width : products
  }
}
