extension SquareMatrix {
  /// The largest singular value ‖A‖₂: the most by which the matrix stretches any column.
  ///
  /// The square root of the largest eigenvalue of AᵀA, found by the Lanczos process with every vector
  /// kept at right angles to all before (Golub & Van Loan, Matrix Computations, 4th edition,
  /// section 10.1). It stops when the residual says that 11 digits stand, after n steps at the latest,
  /// where it is exact. The largest eigenvalue suffers nothing from the square. NaN where an entry is
  /// not finite.
  public var spectralNorm: Double {
    let scale = largestMagnitude
    guard scale.isFinite else { return .nan }
    // A single number needs no rounding either.
    guard scale > 0, size > 1 else { return scale }
    // With entries of at most 1 nothing overflows on the way.
    let scaled = SquareMatrix(size: size, values: .init(values.map { $0 / scale }))
    return scaled.largestEigenvalueOfSquare.squareRoot() * scale
  }

  /// The largest eigenvalue of AᵀA.
  private var largestEigenvalueOfSquare: Double {
    let turned = transposed
    // A vector with a part in every direction, always the same, so that answers repeat.
    var generator = SeededGenerator(seed: UInt64(size))
    var start = ContiguousArray((0..<size).map { _ in generator.normal() })
    start.scale(by: 1 / start.dot(start).squareRoot())
    var basis = [start]
    var reduced = Tridiagonal()
    while true {
      // w = Aᵀ·A·q
      let q = basis[basis.count - 1]
      var image = ContiguousArray(repeating: 0.0, count: size)
      image.addRows(of: turned, scaledBy: q.span, at: 0)
      var w = ContiguousArray(repeating: 0.0, count: size)
      w.addRows(of: self, scaledBy: image.span, at: 0)
      reduced.diagonal.append(q.dot(w))
      // Twice is enough: what rounding leaves after the first pass goes in the second.
      for _ in 0..<2 {
        for vector in basis { w.add(-vector.dot(w), times: vector) }
      }
      let rest = w.dot(w).squareRoot()
      let top = reduced.largestEigenvalue()
      let isDone = rest <= 1e-14 * top.value || rest * top.lastShare <= 1e-11 * top.value
      if isDone || basis.count == size { return top.value }
      reduced.offDiagonal.append(rest)
      w.scale(by: 1 / rest)
      basis.append(w)
    }
  }
}

/// A symmetric matrix with one diagonal beside the main one, no eigenvalue below zero, that grows.
private struct Tridiagonal {
  var diagonal: [Double] = []
  var offDiagonal: [Double] = []
  /// The last eigenvalue found; it only grows when the matrix does.
  private var known = 0.0

  /// The largest eigenvalue, and the share that the last number has in its eigenvector.
  ///
  /// Newton's method on the characteristic polynomial, coming from above, where it cannot overshoot
  /// since all roots are real (Wilkinson 1965, The Algebraic Eigenvalue Problem, chapter 7).
  mutating func largestEigenvalue() -> (value: Double, lastShare: Double) {
    // The trace bounds it, and so do the last one and what a further row can add to it.
    let last = offDiagonal.last ?? 0
    let added = max(known, diagonal[diagonal.count - 1]) + last
    var value = min(diagonal.reduce(0, +), added)
    value += value * 1e-15
    for _ in 0..<200 {
      let step = newtonStep(at: value)
      // Below the root the pivots change their sign: rounding is all that is left.
      guard step > value * 1e-15 else { break }
      value -= step
    }
    known = value
    return (value, lastShare(at: value))
  }

  private func newtonStep(at value: Double) -> Double {
    var (pivot, slope) = (value - diagonal[0], 1.0)
    guard pivot > 0 else { return 0 }
    var sum = slope / pivot
    for i in 1..<max(1, diagonal.count) {
      let coupling = offDiagonal[i - 1] * offDiagonal[i - 1] / pivot
      slope = 1 + coupling * slope / pivot
      pivot = value - diagonal[i] - coupling
      guard pivot > 0 else { return 0 }
      sum += slope / pivot
    }
    return 1 / sum
  }

  /// The eigenvector from its first number down, each from the one before.
  private func lastShare(at value: Double) -> Double {
    var (share, squares) = (1.0, 1.0)
    var pivot = value - diagonal[0]
    for i in 1..<max(1, diagonal.count) {
      share *= pivot / offDiagonal[i - 1]
      squares += share * share
      pivot = value - diagonal[i] - offDiagonal[i - 1] * offDiagonal[i - 1] / pivot
    }
    return abs(share) / squares.squareRoot()
  }
}

extension ContiguousArray<Double> {
  /// The sum of products with another column, in four partial sums that run side by side.
  fileprivate func dot(_ other: Self) -> Double {
    let (a, b) = (span, other.span)
    var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
    var i = 0
    while i + 4 <= a.count {
      first += a[i] * b[i]
      second += a[i + 1] * b[i + 1]
      third += a[i + 2] * b[i + 2]
      fourth += a[i + 3] * b[i + 3]
      i += 4
    }
    while i < a.count {
      first += a[i] * b[i]
      i += 1
    }
    return (first + second) + (third + fourth)
  }

  fileprivate mutating func add(_ factor: Double, times other: Self) {
    let source = other.span
    var sum = mutableSpan
    for i in sum.indices { sum[i] += factor * source[i] }
  }

  fileprivate mutating func scale(by factor: Double) {
    for i in indices { self[i] *= factor }
  }
}
