/// Ordinary least squares with an intercept: the linear forecast that a network on the same window
/// has to beat.
///
/// The columns are centred, then reduced by Householder reflections with column pivoting (Golub &
/// Van Loan, Matrix Computations, 4th edition, algorithm 5.4.1), which loses half as many digits as
/// the normal equations. A column that is constant, or made of the others, gets the coefficient 0.
public struct LeastSquares: Sendable, Equatable {
  /// The weight of each column.
  public let coefficients: [Double]
  /// What is predicted where every column is zero.
  public let intercept: Double

  /// Fits the targets.
  ///
  /// Without any row everything is zero; values that are not finite give coefficients that mean
  /// nothing, but never a trap.
  ///
  /// - Parameters:
  ///   - inputs: One row for each target, all of one length.
  ///   - targets: What is to be predicted from each row.
  /// - Precondition: There is one row for each target, and the rows are of one length.
  public init(inputs: [[Double]], targets: [Double]) {
    let columnCount = inputs.first?.count ?? 0
    precondition(inputs.count == targets.count, "each target needs one row of inputs")
    precondition(
      inputs.allSatisfy { $0.count == columnCount }, "rows of inputs must be of one length")

    var columns = (0..<columnCount).map { column in inputs.map { $0[column] } }
    let sizes = columns.map(norm)
    let centres = columns.map(mean)
    for column in columns.indices {
      columns[column] = columns[column].map { $0 - centres[column] }
    }
    let targetCentre = mean(targets)
    var right = targets.map { $0 - targetCentre }

    let pivots = reduce(&columns, with: &right, sizes: sizes)
    var coefficients = [Double](repeating: 0, count: columnCount)
    for row in pivots.indices.reversed() {
      var rest = right[row]
      for later in pivots[(row + 1)...] { rest -= columns[later][row] * coefficients[later] }
      coefficients[pivots[row]] = rest / columns[pivots[row]][row]
    }
    self.coefficients = coefficients
    intercept = zip(coefficients, centres).reduce(targetCentre) { $0 - $1.0 * $1.1 }
  }

  /// The forecast for one row.
  ///
  /// - Parameter row: The values of the columns.
  /// - Returns: The intercept and the weighted values, added up.
  /// - Precondition: The row has one value for each coefficient.
  public func prediction(for row: some Collection<Double>) -> Double {
    precondition(row.count == coefficients.count, "the row needs one value for each coefficient")
    return zip(coefficients, row).reduce(intercept) { $0 + $1.0 * $1.1 }
  }
}

/// Turns the columns into an upper triangle, the longest remaining column first, and the right side
/// with them.
///
/// - Parameters:
///   - columns: The centred columns; on return the pivots' hold the triangle.
///   - right: The centred targets.
///   - sizes: The norm of each column before it was centred, against which what is left of it
///     counts as nothing.
/// - Returns: The columns used, in order: as many as the rank.
private func reduce(
  _ columns: inout [[Double]], with right: inout [Double], sizes: [Double]
) -> [Int] {
  let negligible = Double(max(right.count, columns.count)) * Double.ulpOfOne
  var pivots: [Int] = []
  var waiting = Array(columns.indices)
  for row in right.indices {
    let left = waiting.map { sizes[$0] == 0 ? 0 : norm(columns[$0][row...]) / sizes[$0] }
    guard let best = left.indices.max(by: { left[$0] < left[$1] }), left[best] > negligible
    else { break }
    let pivot = waiting.remove(at: best)
    pivots.append(pivot)

    // The reflection I − 2 v vᵀ / vᵀv sends the pivot to (∓‖pivot‖, 0, …); the sign avoids a
    // difference of near numbers.
    var v = Array(columns[pivot][row...])
    v[0] += v[0] < 0 ? -norm(v) : norm(v)
    let square = v.reduce(0) { $0 + $1 * $1 }
    for column in [pivot] + waiting { reflect(&columns[column], from: row, along: v, square) }
    reflect(&right, from: row, along: v, square)
  }
  return pivots
}

private func reflect(
  _ column: inout [Double], from row: Int, along v: [Double], _ square: Double
) {
  var dot = 0.0
  for index in v.indices { dot += v[index] * column[row + index] }
  let factor = 2 * dot / square
  for index in v.indices { column[row + index] -= factor * v[index] }
}

private func norm(_ values: some Sequence<Double>) -> Double {
  values.reduce(0) { $0 + $1 * $1 }.squareRoot()
}

private func mean(_ values: [Double]) -> Double {
  values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
}
