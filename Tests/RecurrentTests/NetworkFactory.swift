@testable import Recurrent

/// Every cell with every option that changes its equations.
let everyCell: [(any RecurrentCell.Type, CellOptions)] =
  Activation.allCases.map { (SimpleRNNCell.self, CellOptions(activation: $0)) } + [
    (LSTMCell.self, CellOptions()),
    (GRUCell.self, CellOptions(resetAfter: true)),
    (GRUCell.self, CellOptions(resetAfter: false)),
  ]

/// A small network with weights and biases drawn within `limit`, none of them zero.
func makeNetwork(
  _ cell: any RecurrentCell.Type = LSTMCell.self, options: CellOptions = .init(), units: Int = 3,
  features: Int = 2, limit: Float = 0.8, seed: UInt64 = 7
) -> Network {
  var network = Network(cell, units: units, features: features, options: options, seed: seed)
  var generator = SeededGenerator(seed: seed)
  network.parameters = .init(network.parameters.map { _ in generator.uniform(within: limit) })
  return network
}

/// A tensor of numbers drawn within `limit`.
func makeTensor(_ shape: [Int], limit: Float = 1, seed: UInt64 = 11) -> Tensor {
  var generator = SeededGenerator(seed: seed)
  var tensor = Tensor(zeros: shape)
  for index in tensor.values.indices { tensor.values[index] = generator.uniform(within: limit) }
  return tensor
}

/// A state that is not zero.
func makeState(of cell: any RecurrentCell, batch: Int, seed: UInt64 = 13) -> CellState {
  CellState(
    hidden: makeTensor([batch, cell.units], limit: 0.5, seed: seed),
    cell: cell.zeroState(batch: batch).cell.map { makeTensor($0.shape, seed: seed + 1) })
}

/// Windows of 10 over a slow wave; the target is the next value.
func makeSequences(count: Int = 40, length: Int = 10) -> Sequences {
  let rows = ContiguousArray((0..<count + length).map { Float($0 * 37 % 100) / 100 })
  return Sequences(
    rows: rows, features: 1, length: length, firstRows: Array(0..<count),
    targets: .init(rows[length...]))
}

/// The ways in which a cell can run.
enum Way: CaseIterable {
  /// By its equations.
  case equations
  /// Sixteen sequences side by side.
  case sequences
  /// Sixteen units side by side.
  case units

  /// Runs a network's cell in this way; nil where the cell does not know it.
  func trace(
    _ network: Network, _ inputs: Tensor, from state: CellState? = nil,
    holding held: HeldGates = [:]
  ) -> CellTrace? {
    let cell = network.cell
    guard self != .equations else {
      return cell.forward(
        inputs, from: state ?? cell.zeroState(batch: inputs.shape[1]), holding: held)
    }
    return network.laneForward(
      LaneInputs(inputs, from: state), holding: held,
      arrangement: self == .sequences ? .sequences : .units
    ).map {
      CellTrace(
        of: cell, batch: inputs.shape[1], holding: held,
        lanes: $0.traces(reusing: [], threads: 1, progress: { (_: Double) throws(Never) in }))
    }
  }
}
