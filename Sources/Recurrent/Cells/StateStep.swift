/// One step of a cell in Double: the new state, and how it changes with the one before.
///
/// A state is h, or for an LSTM h followed by c: `size` numbers.
public struct StateStep: Sendable, Equatable {
  /// The state after the step.
  public let state: [Double]
  /// The Jacobian: entry (i, j) is the slope of the new state's number i by the old one's j.
  public let jacobian: SquareMatrix
}

/// Gates of all units after their squash, with the squash's slopes.
struct SlopedGate {
  let values: [Double]
  let slopes: [Double]

  /// The gate of some sums, or what was given in its place: that has no slope.
  init(_ sums: some Collection<Double>, by activation: Activation, held: ContiguousArray<Float>?) {
    if let held {
      values = held.map(Double.init)
      slopes = held.map { _ in 0 }
    } else {
      values = sums.map { activation.value(at: $0) }
      slopes = sums.map { activation.slope(at: $0) }
    }
  }
}

/// The parameters of a cell as Doubles.
struct DoubleWeights {
  /// The recurrent weights of each block, as matrices that map columns.
  let recurrent: [SquareMatrix]
  private let parameters: [Double]
  private let features: Int
  private let units: Int
  private let width: Int
  private let biasStart: Int

  init<Cell: RecurrentCell>(_ cell: Cell) {
    recurrent = Cell.blocks.indices.map { cell.recurrentMatrix(ofBlock: $0) }
    parameters = cell.parameters.map(Double.init)
    (features, units, width) = (cell.features, cell.units, cell.width)
    biasStart = cell.biasRange.lowerBound
  }

  /// `W·x + b` of a block, with the first row of biases.
  func inputSums(_ x: [Double], block: Int) -> [Double] {
    (0..<units).map { i in
      let column = block * units + i
      return (0..<features).reduce(parameters[biasStart + column]) {
        $0 + parameters[$1 * width + column] * x[$1]
      }
    }
  }

  /// The second row of biases, b', of a block.
  func recurrentBias(block: Int) -> [Double] {
    let start = biasStart + width + block * units
    return Array(parameters[start..<start + units])
  }

  /// `W·x + U·h + b` of a block.
  func sums(_ x: [Double], _ h: [Double], block: Int) -> [Double] {
    zip(inputSums(x, block: block), recurrent[block].times(h)).map { $0 + $1 }
  }
}
