/// Sequences as they stand in rows of numbers, and the state that they begin with.
struct LaneInputs: Sendable {
  /// Where the numbers are.
  let numbers: ContiguousArray<Float>
  /// The place of each sequence's first number.
  let starts: [Int]
  /// How far one step's numbers are from the next one's.
  let stride: Int
  /// How many steps there are.
  let steps: Int
  /// The state before the first step; nil for zeros.
  let state: CellState?

  /// All sequences of a tensor `[steps, batch, features]`.
  init(_ inputs: Tensor, from state: CellState?) {
    let (batch, features) = (inputs.shape[1], inputs.shape[2])
    numbers = inputs.values
    starts = (0..<batch).map { $0 * features }
    stride = batch * features
    steps = inputs.shape[0]
    self.state = state
  }

  /// Windows, from a state of zero.
  init(_ sequences: Sequences) {
    numbers = sequences.rows
    starts = sequences.firstRows.map { $0 * sequences.features }
    stride = sequences.features
    steps = sequences.length
    state = nil
  }
}
