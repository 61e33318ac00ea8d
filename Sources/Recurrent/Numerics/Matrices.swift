// Cutting flat row-major matrices and putting them together.

extension ContiguousArray<Float> {
  /// Zeros.
  init(zeros count: Int) {
    self.init(repeating: 0, count: count)
  }

  /// Nothing yet, with room for `count` numbers.
  init(reserving count: Int) {
    self = []
    reserveCapacity(count)
  }

  /// A matrix whose rows are all the same, as sums begin with the bias.
  init(rows: Int, of row: ContiguousArray<Float>.SubSequence) {
    self = []
    reserveCapacity(rows * row.count)
    for _ in 0..<rows {
      append(contentsOf: row)
    }
  }

  /// One of the blocks that stand side by side in this matrix.
  ///
  /// - Parameters:
  ///   - block: Which, from 0.
  ///   - blocks: How many there are.
  ///   - units: The width of each.
  /// - Returns: The block as a matrix of its own, `[rows, units]`.
  func block(_ block: Int, of blocks: Int, units: Int) -> ContiguousArray<Float> {
    var result: ContiguousArray<Float> = []
    result.reserveCapacity(count / blocks)
    for start in stride(from: block * units, to: count, by: blocks * units) {
      result.append(contentsOf: self[start..<start + units])
    }
    return result
  }

  /// Puts a matrix of `units` columns where `block(_:of:units:)` would take it from.
  mutating func setBlock(
    _ block: Int, of blocks: Int, units: Int, to matrix: ContiguousArray<Float>
  ) {
    var place = block * units
    for start in stride(from: 0, to: matrix.count, by: units) {
      replaceSubrange(place..<place + units, with: matrix[start..<start + units])
      place += blocks * units
    }
  }
}

/// The rows of a matrix as columns.
func transposed(_ matrix: Span<Float>, width: Int) -> ContiguousArray<Float> {
  let height = width > 0 ? matrix.count / width : 0
  var result = ContiguousArray<Float>(zeros: matrix.count)
  for row in 0..<height {
    for column in 0..<width {
      result[column * height + row] = matrix[row * width + column]
    }
  }
  return result
}
