/// How many multiply-adds of Floats one core of this machine can do.
public enum MultiplyAddLimit {
  /// Measures it by products that do not wait for one another and need no memory.
  ///
  /// - Returns: Multiply-adds a second, the most of several tries: a core that others use too shows
  ///   its best for a moment.
  public static func measured() -> Double {
    let rounds = 200_000
    // Six sums fit the registers of x86-64-v3; eight keep two units busy that take whole vectors.
    let rates = (0..<20).flatMap { _ in
      [rate(6, rounds) { sixSums(rounds) }, rate(8, rounds) { eightSums(rounds) }]
    }
    return rates.max() ?? 0
  }

  private static func rate(_ sums: Int, _ rounds: Int, _ work: () -> Vector) -> Double {
    let seconds = Stopwatch.seconds { keep(work()) }
    return Double(sums * Vector.scalarCount * rounds) / seconds
  }
}

private typealias Vector = SIMD16<Float>

/// Keeps the compiler from leaving out what is not used, or from knowing a number beforehand.
@inline(never)
@discardableResult
private func keep<Value>(_ value: Value) -> Value { value }

@inline(never)
private func sixSums(_ rounds: Int) -> Vector {
  let (a, b) = (Vector(repeating: keep(0.999)), Vector(repeating: keep(0.001)))
  var (s, t, u, v, w, x) = (b, b, b, b, b, b)
  for _ in 0..<rounds {
    s = b.addingProduct(s, a)
    t = b.addingProduct(t, a)
    u = b.addingProduct(u, a)
    v = b.addingProduct(v, a)
    w = b.addingProduct(w, a)
    x = b.addingProduct(x, a)
  }
  return s + t + u + v + w + x
}

@inline(never)
private func eightSums(_ rounds: Int) -> Vector {
  let (a, b) = (Vector(repeating: keep(0.999)), Vector(repeating: keep(0.001)))
  var (s, t, u, v, w, x, y, z) = (b, b, b, b, b, b, b, b)
  for _ in 0..<rounds {
    s = b.addingProduct(s, a)
    t = b.addingProduct(t, a)
    u = b.addingProduct(u, a)
    v = b.addingProduct(v, a)
    w = b.addingProduct(w, a)
    x = b.addingProduct(x, a)
    y = b.addingProduct(y, a)
    z = b.addingProduct(z, a)
  }
  return s + t + u + v + w + x + y + z
}
