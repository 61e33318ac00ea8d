#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// An eigenvalue, real or one of a complex pair.
public struct Eigenvalue: Sendable, Equatable {
  /// Its real part.
  public let real: Double
  /// Its imaginary part; 0 for a real eigenvalue.
  public let imaginary: Double

  /// Its absolute value: by how much a step along it stretches.
  public var modulus: Double { hypot(real, imaginary) }
}

extension SquareMatrix {
  /// All eigenvalues, the largest modulus first, each as often as it occurs.
  ///
  /// The matrix is brought into Hessenberg form and shrunk by the shifted QR iteration: Golub & Van
  /// Loan, Matrix Computations, 4th edition, algorithms 7.4.2 and 7.5.2; the numbers of NumPy's
  /// `eigvals`. NaN where an entry is not finite.
  ///
  /// - Complexity: Some 10·n³ multiplications.
  public var eigenvalues: [Eigenvalue] {
    let scale = largestMagnitude
    guard scale.isFinite else {
      return Array(repeating: Eigenvalue(real: .nan, imaginary: 0), count: size)
    }
    guard scale > 0 else {
      return Array(repeating: Eigenvalue(real: 0, imaginary: 0), count: size)
    }
    // With entries of at most 1 nothing overflows on the way.
    let scaled = SquareMatrix(size: size, values: .init(values.map { $0 / scale }))
    return HessenbergForm(scaled).eigenvalues.map {
      Eigenvalue(real: $0.real * scale, imaginary: $0.imaginary * scale)
    }.sorted { ($0.modulus, $0.real, $0.imaginary) > ($1.modulus, $1.real, $1.imaginary) }
  }

  /// The largest modulus of an eigenvalue: by how much a power grows a step in the long run.
  public var spectralRadius: Double { eigenvalues.first?.modulus ?? 0 }
}

extension HessenbergForm {
  /// After so many steps without an eigenvalue the shifts are chosen in another way (Francis and his
  /// followers met matrices on which the usual ones go in circles).
  private static let patience = 10
  /// After so many steps the smallest entry is taken for zero; no matrix is known that gets here.
  private static let limit = 300

  /// The eigenvalues in the order in which the iteration finds them.
  fileprivate var eigenvalues: [Eigenvalue] {
    var form = self
    var found: [Eigenvalue] = []
    var last = size - 1
    var steps = 0
    while last >= 0 {
      let first = form.start(ofBlockEndingAt: last)
      let h = form.matrix
      if first == last {
        found.append(Eigenvalue(real: h[last, last], imaginary: 0))
        (last, steps) = (last - 1, 0)
      } else if first == last - 1 {
        found += pair(h[first, first], h[first, last], h[last, first], h[last, last])
        (last, steps) = (last - 2, 0)
      } else if steps == Self.limit {
        form.cut(above: last)
      } else {
        steps += 1
        var trace = h[last - 1, last - 1] + h[last, last]
        var determinant =
          h[last - 1, last - 1] * h[last, last] - h[last - 1, last] * h[last, last - 1]
        if steps.isMultiple(of: Self.patience) {
          let size = abs(h[last, last - 1]) + abs(h[last - 1, last - 2])
          (trace, determinant) = (1.5 * size, size * size)
        }
        form.iterate(first...last, trace: trace, determinant: determinant)
      }
    }
    return found
  }

  /// The two eigenvalues of `[[a, b], [c, d]]`.
  private func pair(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Eigenvalue] {
    let half = (a - d) / 2
    let square = half * half + b * c
    if square < 0 {
      let imaginary = (-square).squareRoot()
      return [
        Eigenvalue(real: d + half, imaginary: imaginary),
        Eigenvalue(real: d + half, imaginary: -imaginary),
      ]
    }
    // The root of the larger distance first: the other follows without cancellation.
    let distance = half < 0 ? half - square.squareRoot() : half + square.squareRoot()
    return [
      Eigenvalue(real: d + distance, imaginary: 0),
      Eigenvalue(real: distance == 0 ? d : d - b * c / distance, imaginary: 0),
    ]
  }
}
