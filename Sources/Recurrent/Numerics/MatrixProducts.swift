// The plain matrix products of the passes forward and backward, over flat row-major matrices.
//
// Each inner loop runs along rows that were cut out first: the compiler then drops the bounds checks
// and uses the widest vectors there are (flat indexing is ten times slower). Four rows at a time spare
// loads and stores of the sum: 54 instead of 38 GFLOP/s for [32, 50] × [50, 200].

extension ContiguousArray<Float> {
  /// Adds a product of matrices: `self[r, j] += Σ_k a[r, k] · b[k, j]`.
  ///
  /// Only the `terms` k and the `columns` j take part, so that a cell can leave out some of its gates.
  ///
  /// - Parameters:
  ///   - a: The left matrix, `[rows, aWidth]`.
  ///   - aWidth: The width of `a`.
  ///   - b: The right matrix, `[aWidth, width]`.
  ///   - width: The width of `b` and of this matrix, whose shape is `[rows, width]`.
  ///   - terms: The columns of `a` and rows of `b` summed over; all by default.
  ///   - columns: The columns of the result that are added to; all by default.
  @inline(never)
  mutating func add(
    _ a: Span<Float>, width aWidth: Int, times b: Span<Float>, width: Int,
    terms: Range<Int>? = nil, columns: Range<Int>? = nil
  ) {
    guard aWidth > 0, width > 0 else { return }
    let terms = terms ?? 0..<aWidth
    let columns = columns ?? 0..<width
    let (first, end) = (columns.lowerBound, columns.upperBound)
    var matrix = mutableSpan
    for r in 0..<(matrix.count / width) {
      var sum = matrix._mutatingExtracting(r * width + first..<r * width + end)
      let factors = a.extracting(r * aWidth..<(r + 1) * aWidth)
      var k = terms.lowerBound
      while k + 4 <= terms.upperBound {
        sum.add(
          factors[k], b.extracting(k * width + first..<k * width + end),
          factors[k + 1], b.extracting((k + 1) * width + first..<(k + 1) * width + end),
          factors[k + 2], b.extracting((k + 2) * width + first..<(k + 2) * width + end),
          factors[k + 3], b.extracting((k + 3) * width + first..<(k + 3) * width + end))
        k += 4
      }
      while k < terms.upperBound {
        sum.add(factors[k], b.extracting(k * width + first..<k * width + end))
        k += 1
      }
    }
  }

  /// Adds the outer products of rows: `self[k, j] += Σ_r a[r, k] · d[r, j]`.
  ///
  /// This is the gradient of a kernel of shape `[aWidth, width]` from its inputs `a` and the
  /// gradients `d` of its sums.
  ///
  /// - Parameters:
  ///   - a: The inputs, `[rows, aWidth]`.
  ///   - aWidth: The width of `a`.
  ///   - d: The gradients, `[rows, width]`.
  ///   - width: The width of `d` and of this matrix.
  ///   - columns: The columns of the result that are added to; all by default.
  @inline(never)
  mutating func addOuterProducts(
    _ a: Span<Float>, width aWidth: Int, _ d: Span<Float>, width: Int, columns: Range<Int>? = nil
  ) {
    guard aWidth > 0, width > 0 else { return }
    let columns = columns ?? 0..<width
    let (first, end) = (columns.lowerBound, columns.upperBound)
    let rows = d.count / width
    var matrix = mutableSpan
    for k in 0..<aWidth {
      var sum = matrix._mutatingExtracting(k * width + first..<k * width + end)
      var r = 0
      while r + 4 <= rows {
        sum.add(
          a[r * aWidth + k], d.extracting(r * width + first..<r * width + end),
          a[(r + 1) * aWidth + k], d.extracting((r + 1) * width + first..<(r + 1) * width + end),
          a[(r + 2) * aWidth + k], d.extracting((r + 2) * width + first..<(r + 2) * width + end),
          a[(r + 3) * aWidth + k], d.extracting((r + 3) * width + first..<(r + 3) * width + end))
        r += 4
      }
      while r < rows {
        sum.add(a[r * aWidth + k], d.extracting(r * width + first..<r * width + end))
        r += 1
      }
    }
  }

  /// Adds every row of a matrix: `self[j] += Σ_r d[r, j]`, the gradient of a bias.
  mutating func addRows(of d: Span<Float>) {
    guard !isEmpty else { return }
    var sum = mutableSpan
    for r in 0..<(d.count / sum.count) {
      sum.add(1, d.extracting(r * sum.count..<(r + 1) * sum.count))
    }
  }

  /// Adds `factor·x`, element by element.
  mutating func add(_ factor: Float, times x: Span<Float>) {
    var sum = mutableSpan
    sum.add(factor, x)
  }
}

extension MutableSpan<Float> {
  @inline(__always)
  fileprivate mutating func add(_ factor: Float, _ row: Span<Float>) {
    precondition(row.count == count)
    for j in 0..<count {
      self[j] += factor * row[j]
    }
  }

  @inline(__always)
  fileprivate mutating func add(
    _ factor0: Float, _ row0: Span<Float>, _ factor1: Float, _ row1: Span<Float>,
    _ factor2: Float, _ row2: Span<Float>, _ factor3: Float, _ row3: Span<Float>
  ) {
    precondition(
      row0.count == count && row1.count == count && row2.count == count && row3.count == count)
    for j in 0..<count {
      self[j] +=
        factor0 * row0[j] + factor1 * row1[j] + (factor2 * row2[j] + factor3 * row3[j])
    }
  }
}
