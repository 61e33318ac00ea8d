/// Where a cell's numbers stand in the vectors of a `LaneTrace`.
///
/// Every step has a row of sums: first the blocks that take the state before, then those that take
/// only inputs (the `W·x + b` of a GRU's candidate). And it has a row of state: h, the inputs, a one for
/// the biases; so that recurrent kernel, kernel and bias below one another are one matrix.
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
  /// The first vector of the blocks that take only inputs.
  ///
  /// Both parts fill whole panels of sixteen where they are transposed.
  let inputStart: Int
  /// Vectors of a row of sums.
  let sumRow: Int

  // MARK: The row of state

  /// Rows of the weights: recurrent kernel, kernel, bias.
  let weightRows: Int
  /// Vectors of a row of state.
  let stateRow: Int

  init(of cell: some LaneCell, _ arrangement: Arrangement) {
    self.arrangement = arrangement
    units = cell.units
    features = cell.features
    hasCellState = cell.quantities.contains { $0.name == "cell" }
    blocks = type(of: cell).laneBlocks.count
    let inputBlocks = type(of: cell).inputBlocks
    recurrentBlocks = blocks - inputBlocks
    weightRows = units + features + 1
    let panel: Int
    switch arrangement {
    case .sequences: (count, panel, stateRow) = (units, Lanes.width, weightRows.roundedUp(to: 4))
    case .units: (count, panel, stateRow) = (units.vectors, 1, units.vectors)
    }
    inputStart = (recurrentBlocks * count).roundedUp(to: panel)
    sumRow = inputStart + (inputBlocks * count).roundedUp(to: panel)
  }

  /// The first vector of a block in a row of sums.
  func start(ofBlock block: Int) -> Int {
    block < recurrentBlocks ? block * count : inputStart + (block - recurrentBlocks) * count
  }

  /// Vectors of a row of cell states: `count`, or none.
  var cellRow: Int { hasCellState ? count : 0 }

  // MARK: The weights, four rows by four columns

  /// Columns that are multiplied with the state, k·n.
  var recurrentColumns: Int { recurrentBlocks * units }

  /// Columns that are multiplied with inputs only.
  var inputColumns: Int { (blocks - recurrentBlocks) * units }

  /// Groups of four rows.
  var rowGroups: Int { weightRows.quads }

  /// The first group that has a row of the kernel or of the bias: the others are of no account while
  /// the state is zero.
  var firstInputGroup: Int { units / 4 }

  /// Groups that have such a row.
  var inputGroups: Int { rowGroups - firstInputGroup }

  // MARK: Size and work

  /// How many bytes a trace of some steps takes.
  func bytes(ofSteps steps: Int) -> Int {
    (steps + 1) * (sumRow + stateRow + 2 * cellRow) * MemoryLayout<Lanes>.size
  }

  /// How many multiplications the products of a step take.
  var multiplications: Int {
    let products = recurrentColumns * weightRows + inputColumns * (features + 1)
    return arrangement == .sequences ? products * Lanes.width : products
  }
}
