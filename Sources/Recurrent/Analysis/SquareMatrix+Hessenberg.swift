/// A matrix whose entries below the first subdiagonal are zero, with the eigenvalues of the one that it
/// was made of (Golub & Van Loan, Matrix Computations, 4th edition, sections 7.4 and 7.5).
struct HessenbergForm {
  let size: Int
  private(set) var matrix: SquareMatrix

  /// Brings a matrix into the form, column by column, by reflections (Householder 1958).
  init(_ matrix: SquareMatrix) {
    (size, self.matrix) = (matrix.size, matrix)
    for column in 0..<max(0, size - 2) {
      let below = (column + 1..<size).map { self.matrix[$0, column] }
      guard let reflection = Reflection(of: below) else { continue }
      reflect(rowsFrom: column + 1, by: reflection, columns: column..<size)
      reflect(columnsFrom: column + 1, by: reflection, rows: 0..<size)
    }
  }

  /// Where the block that ends at row `last` begins: above it a subdiagonal entry is as good as zero.
  func start(ofBlockEndingAt last: Int) -> Int {
    var first = last
    while first > 0 {
      let neighbours = abs(matrix[first - 1, first - 1]) + abs(matrix[first, first])
      let scale = neighbours > 0 ? neighbours : 1
      if abs(matrix[first, first - 1]) <= Double.ulpOfOne * scale { break }
      first -= 1
    }
    return first
  }

  /// One step of the implicit double-shift QR iteration (Francis 1961) on the rows and columns of a
  /// block of three or more.
  ///
  /// - Parameters:
  ///   - block: The first and the last row of the block.
  ///   - trace: The sum of the two shifts.
  ///   - determinant: Their product.
  mutating func iterate(_ block: ClosedRange<Int>, trace: Double, determinant: Double) {
    let (first, last) = (block.lowerBound, block.upperBound)
    let h = matrix
    // The first column of H² − trace·H + determinant·I.
    var bulge = [
      h[first, first] * (h[first, first] - trace) + h[first, first + 1] * h[first + 1, first]
        + determinant,
      h[first + 1, first] * (h[first, first] + h[first + 1, first + 1] - trace),
      h[first + 1, first] * h[first + 2, first + 1],
    ]
    for k in first..<last {
      if let reflection = Reflection(of: bulge) {
        let rows = first..<min(k + 4, last + 1)
        reflect(rowsFrom: k, by: reflection, columns: max(first, k - 1)..<last + 1)
        reflect(columnsFrom: k, by: reflection, rows: rows)
      }
      // What the reflection left below the subdiagonal is chased one row down.
      bulge = (k + 1...min(k + 3, last)).map { matrix[$0, k] }
    }
  }

  /// Cuts the last row of a block off, as if its subdiagonal entry were zero.
  mutating func cut(above row: Int) { matrix[row, row - 1] = 0 }

  private mutating func reflect(
    rowsFrom first: Int, by reflection: Reflection, columns: Range<Int>
  ) {
    let v = reflection.vector
    for j in columns {
      var overlap = 0.0
      for i in v.indices { overlap += v[i] * matrix[first + i, j] }
      overlap *= reflection.factor
      for i in v.indices { matrix[first + i, j] -= overlap * v[i] }
    }
  }

  private mutating func reflect(
    columnsFrom first: Int, by reflection: Reflection, rows: Range<Int>
  ) {
    let v = reflection.vector
    for i in rows {
      var overlap = 0.0
      for j in v.indices { overlap += matrix[i, first + j] * v[j] }
      overlap *= reflection.factor
      for j in v.indices { matrix[i, first + j] -= overlap * v[j] }
    }
  }
}

/// The reflection `I − factor·v·vᵀ` that turns a column into one whose first number alone is not zero.
private struct Reflection {
  let vector: [Double]
  let factor: Double

  /// The reflection of a column; nil where it is zero but for its first number.
  init?(of column: [Double]) {
    guard let first = column.first, column.dropFirst().contains(where: { $0 != 0 }) else {
      return nil
    }
    // Scaled, so that squares of tiny numbers do not vanish.
    let scale = column.reduce(0) { max($0, abs($1)) }
    var vector = column.map { $0 / scale }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    vector[0] += first < 0 ? -length : length
    self.vector = vector
    factor = 2 / vector.reduce(0) { $0 + $1 * $1 }
  }
}
