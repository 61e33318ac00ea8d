/// A square matrix of `Double`, for questions about powers and eigenvalues.
///
/// It maps columns: entry (i, j) is the share of the old state's number j in the new state's number i.
public struct SquareMatrix: Sendable, Equatable {
  /// How many rows and columns it has, n.
  public let size: Int
  /// The entries row by row, `[n, n]`.
  public var values: ContiguousArray<Double>

  /// Creates a matrix from its entries, row by row.
  ///
  /// - Precondition: There are `size`² entries.
  public init(size: Int, values: ContiguousArray<Double>) {
    precondition(size >= 0 && values.count == size * size, "A square matrix has n·n entries.")
    (self.size, self.values) = (size, values)
  }

  /// Creates a matrix from its rows; nil where they are not as long as they are many.
  public init?(rows: [[Double]]) {
    guard rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    self.init(size: rows.count, values: .init(rows.joined()))
  }

  /// Creates a matrix of one value everywhere.
  public init(size: Int, repeating value: Double) {
    self.init(size: size, values: .init(repeating: value, count: size * size))
  }

  /// The matrix that changes nothing: ones on the diagonal, zeros elsewhere.
  public static func identity(size: Int) -> SquareMatrix {
    var matrix = SquareMatrix(size: size, repeating: 0)
    for i in 0..<size { matrix[i, i] = 1 }
    return matrix
  }

  /// The entry in row i and column j.
  public subscript(i: Int, j: Int) -> Double {
    get { values[i * size + j] }
    set { values[i * size + j] = newValue }
  }

  /// The greatest absolute value of an entry; 0 for an empty matrix, NaN where an entry is NaN.
  public var largestMagnitude: Double {
    var (largest, hasNaN) = (0.0, false)
    for value in values {
      hasNaN = hasNaN || value.isNaN
      largest = abs(value) > largest ? abs(value) : largest
    }
    return hasNaN ? .nan : largest
  }

  /// The rows as columns.
  public var transposed: SquareMatrix {
    var result = self
    for i in 0..<size {
      for j in 0..<size { result.values[j * size + i] = values[i * size + j] }
    }
    return result
  }

  /// The product of two matrices of one size: first `other`, then this one.
  ///
  /// - Precondition: Both have the same size.
  /// - Complexity: n³ multiplications; 50 × 50 takes some 15 µs, four rows at a time.
  public func times(_ other: SquareMatrix) -> SquareMatrix {
    precondition(size == other.size, "Only matrices of one size are multiplied.")
    var product = SquareMatrix(size: size, repeating: 0)
    for i in 0..<size {
      product.values.addRows(
        of: other, scaledBy: values.span.extracting(i * size..<(i + 1) * size), at: i * size)
    }
    return product
  }

  /// Each row i multiplied by `factors[i]`.
  ///
  /// - Precondition: There is a factor a row.
  public func scalingRows(by factors: [Double]) -> SquareMatrix {
    precondition(factors.count == size, "There is a factor a row.")
    var result = self
    for i in 0..<size {
      for j in 0..<size { result[i, j] *= factors[i] }
    }
    return result
  }

  /// The product with a column of n numbers.
  ///
  /// - Precondition: `column` has n numbers.
  public func times(_ column: [Double]) -> [Double] {
    precondition(column.count == size, "A column has as many numbers as the matrix has columns.")
    return (0..<size).map { i in
      column.indices.reduce(0) { $0 + self[i, $1] * column[$1] }
    }
  }
}

extension ContiguousArray<Double> {
  /// Adds `Σ_k factors[k] · row k` of a matrix to the n numbers from `place` on.
  ///
  /// The inner loops run along rows cut out first, so that they need no bounds checks and vectorise.
  mutating func addRows(of matrix: SquareMatrix, scaledBy factors: Span<Double>, at place: Int) {
    let (n, rows) = (matrix.size, matrix.values.span)
    var all = mutableSpan
    var sum = all._mutatingExtracting(place..<place + n)
    var k = 0
    while k + 4 <= n {
      let (a, b, c, d) = (factors[k], factors[k + 1], factors[k + 2], factors[k + 3])
      let first = rows.extracting(k * n..<(k + 1) * n)
      let second = rows.extracting((k + 1) * n..<(k + 2) * n)
      let third = rows.extracting((k + 2) * n..<(k + 3) * n)
      let fourth = rows.extracting((k + 3) * n..<(k + 4) * n)
      for j in sum.indices {
        sum[j] += (a * first[j] + b * second[j]) + (c * third[j] + d * fourth[j])
      }
      k += 4
    }
    while k < n {
      let row = rows.extracting(k * n..<(k + 1) * n)
      let factor = factors[k]
      for j in sum.indices { sum[j] += factor * row[j] }
      k += 1
    }
  }
}
