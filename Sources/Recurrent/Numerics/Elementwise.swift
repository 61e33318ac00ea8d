// Arithmetic of matrices of one shape, number by number, so that a cell reads as its equations.
//
// The temporary results cost less than a tenth of the products beside them.

/// The Hadamard product ⊙ of two matrices of one shape.
@inline(never)
func * (a: ContiguousArray<Float>, b: ContiguousArray<Float>) -> ContiguousArray<Float> {
  var result = a
  result.combine(b) { $0 * $1 }
  return result
}

extension ContiguousArray<Float> {
  /// The sum of two matrices of one shape.
  @inline(never)
  func plus(_ other: ContiguousArray<Float>) -> ContiguousArray<Float> {
    var result = self
    result.combine(other) { $0 + $1 }
    return result
  }

  /// The difference of two matrices of one shape.
  @inline(never)
  func minus(_ other: ContiguousArray<Float>) -> ContiguousArray<Float> {
    var result = self
    result.combine(other) { $0 - $1 }
    return result
  }

  /// 1 − x of every number.
  var complement: ContiguousArray<Float> { mapped { 1 - $0 } }

  /// The slope of the logistic function where it has these values: s·(1 − s).
  var sigmoidSlope: ContiguousArray<Float> { mapped { $0 * (1 - $0) } }

  /// The slope of the hyperbolic tangent where it has these values: 1 − t².
  var tanhSlope: ContiguousArray<Float> { mapped { 1 - $0 * $0 } }

  @inline(__always)
  fileprivate mutating func combine(
    _ other: ContiguousArray<Float>, _ operation: (Float, Float) -> Float
  ) {
    let b = other.span
    var a = mutableSpan
    precondition(a.count == b.count)
    for j in 0..<a.count { a[j] = operation(a[j], b[j]) }
  }

  @inline(__always)
  private func mapped(_ operation: (Float) -> Float) -> ContiguousArray<Float> {
    var result = self
    var a = result.mutableSpan
    for j in 0..<a.count { a[j] = operation(a[j]) }
    return result
  }
}
