/// How the weights of a fresh network are drawn.
public enum InitialWeights: String, CaseIterable, Sendable {
  /// Keras: kernels uniform within √(6/(inputs + outputs)) (Glorot & Bengio 2010), the recurrent
  /// kernel with orthonormal rows (Saxe et al. 2014), biases zero but the LSTM's forget gate at one.
  case keras
  /// PyTorch: everything uniform within 1/√units, biases too.
  case torch

  /// Draws all parameters of a cell.
  func parameters(
    of cell: any RecurrentCell, using generator: inout SeededGenerator
  ) -> ContiguousArray<Float> {
    let width = cell.width
    switch self {
    case .keras:
      let kernel = Self.glorot(
        inputs: cell.features, outputs: width, count: cell.features * width, using: &generator)
      return kernel + orthonormalRows(cell.units, width: width, using: &generator)
        + cell.kerasBias
    case .torch:
      let limit = 1 / Float(cell.units).squareRoot()
      var drawn = ContiguousArray(cell.parameters.map { _ in generator.uniform(within: limit) })
      // PyTorch has two biases everywhere: a cell with one starts with their sum.
      if cell.kerasBias.count == width {
        for index in cell.biasRange { drawn[index] += generator.uniform(within: limit) }
      }
      return drawn
    }
  }

  /// Draws the parameters of a Dense(1) head.
  func head(units: Int, using generator: inout SeededGenerator) -> Dense {
    switch self {
    case .keras:
      let kernel = Self.glorot(inputs: units, outputs: 1, count: units, using: &generator)
      return Dense(kernel: kernel, bias: 0)
    case .torch:
      let limit = 1 / Float(units).squareRoot()
      let kernel = (0..<units).map { _ in generator.uniform(within: limit) }
      return Dense(kernel: .init(kernel), bias: generator.uniform(within: limit))
    }
  }

  private static func glorot(
    inputs: Int, outputs: Int, count: Int, using generator: inout SeededGenerator
  ) -> ContiguousArray<Float> {
    let limit = (6 / Float(inputs + outputs)).squareRoot()
    return .init((0..<count).map { _ in generator.uniform(within: limit) })
  }
}

/// Random rows of length 1 at right angles to each other.
///
/// They are the Q of a normal matrix's QR decomposition with R's diagonal above zero, as Keras'
/// `Orthogonal` has it, found by the modified Gram–Schmidt process.
///
/// - Parameters:
///   - count: How many rows; at most `width`.
///   - width: Their length.
///   - generator: Where the normal numbers come from.
/// - Returns: The rows one after the other.
private func orthonormalRows(
  _ count: Int, width: Int, using generator: inout SeededGenerator
) -> ContiguousArray<Float> {
  var rows: [[Double]] = []
  for _ in 0..<count {
    var row = (0..<width).map { _ in generator.normal() }
    // Twice is enough: what rounding leaves after the first pass goes in the second.
    for _ in 0..<2 {
      for other in rows {
        let overlap = zip(row, other).reduce(0) { $0 + $1.0 * $1.1 }
        for j in row.indices { row[j] -= overlap * other[j] }
      }
    }
    let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
    rows.append(row.map { $0 / length })
  }
  return .init(rows.joined().map { Float($0) })
}
