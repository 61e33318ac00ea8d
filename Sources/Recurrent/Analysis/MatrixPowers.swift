#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// The powers `V^k` of a recurrent matrix: what is left of a difference after k steps of a linear
/// recurrence, and of a gradient on its way back (Pascanu, Mikolov & Bengio 2013).
///
/// The spectral radius governs the end, the largest singular value the start.
public struct MatrixPowers: Sendable {
  /// What becomes of the powers as k grows.
  public enum Verdict: String, Sendable {
    /// They go to zero and never grow on the way.
    case vanishes
    /// They neither vanish nor grow without end.
    case holds
    /// They grow without end.
    case explodes
    /// They grow at first and then go to zero: the largest singular value is above 1.
    case growsThenVanishes = "grows then vanishes"
  }

  /// Within this distance of 1 a radius or a singular value counts as 1: weights are stored as `Float`.
  public static let tolerance = 1e-6

  /// The matrix V.
  public let matrix: SquareMatrix
  /// The spectral norm of `V^k` for k = 0, 1, … ; infinite beyond the largest `Double`.
  public let norms: [Double]
  /// The eigenvalues of V, the largest modulus first.
  public let eigenvalues: [Eigenvalue]
  /// The largest singular value of V, which is the norm of `V^1`.
  public let largestSingularValue: Double
  /// What becomes of the powers as k grows.
  public let verdict: Verdict

  /// Computes the powers.
  ///
  /// - Parameters:
  ///   - matrix: V.
  ///   - count: How many powers, `V^0` included.
  ///   - progress: Called as work goes on, with the part that is done; what it throws ends the work.
  /// - Throws: What `progress` throws.
  /// - Complexity: `count`·n³ multiplications.
  public init(
    of matrix: SquareMatrix, count: Int, progress: (Double) throws -> Void
  ) rethrows {
    self.matrix = matrix
    let factor = ScaledMatrix(matrix)
    var power = ScaledMatrix(.identity(size: matrix.size))
    var norms: [Double] = []
    for k in 0..<max(0, count) {
      if k > 0 { power.multiply(by: factor) }
      norms.append(power.spectralNorm)
      try progress(Double(k + 1) / Double(count))
    }
    self.norms = norms
    eigenvalues = matrix.eigenvalues
    largestSingularValue = norms.count > 1 ? norms[1] : matrix.spectralNorm
    verdict = Self.verdict(
      on: matrix, radius: eigenvalues.first?.modulus ?? 0, stretch: largestSingularValue)
  }

  /// Computes the powers without a word on the way: `V^0` up to `V^(count−1)`.
  public init(of matrix: SquareMatrix, count: Int) {
    self.init(of: matrix, count: count) { _ in }
  }

  /// The largest modulus of an eigenvalue.
  public var radius: Double { eigenvalues.first?.modulus ?? 0 }

  /// After how many steps half is left in the long run: `ln ½ / ln radius`; infinite where the radius
  /// is 1 or above, within the tolerance.
  public var halfLife: Double {
    if radius >= 1 - Self.tolerance { return .infinity }
    return log(0.5) / log(radius)
  }

  /// After how many steps the powers are twice as large in the long run: `ln 2 / ln radius`; infinite
  /// where the radius is 1 or below, within the tolerance.
  public var doublingTime: Double {
    if radius <= 1 + Self.tolerance { return .infinity }
    return log(2) / log(radius)
  }

  /// The first k at which the norm is a half or less; nil where no computed power is.
  public var halfLifeSeen: Int? { norms.firstIndex { $0 <= 0.5 } }

  /// The k with the largest norm, the first of equals.
  public var peak: Int {
    norms.indices.reduce(0) { norms[$1] > norms[$0] ? $1 : $0 }
  }

  private static func verdict(
    on matrix: SquareMatrix, radius: Double, stretch: Double
  ) -> Verdict {
    if radius > 1 + tolerance { return .explodes }
    if radius < 1 - tolerance { return stretch > 1 + tolerance ? .growsThenVanishes : .vanishes }
    // A double eigenvalue of modulus 1 may still let the powers grow, in proportion to k. Squaring
    // gives V^256 and V^65536; a radius that is 1 within the tolerance moves the norm by 7 % at most.
    var power = ScaledMatrix(matrix)
    for _ in 0..<8 { power.multiply(by: power) }
    let early = power.spectralNorm
    for _ in 0..<8 { power.multiply(by: power) }
    return power.spectralNorm > 2 * early ? .explodes : .holds
  }
}

/// A matrix times a power of two, so that products neither overflow nor vanish on the way.
struct ScaledMatrix {
  private var matrix: SquareMatrix
  private var exponent = 0

  /// Takes a matrix, its entries brought near 1; powers of two are exact.
  init(_ matrix: SquareMatrix) {
    self.matrix = matrix
    rescale(to: matrix.largestMagnitude)
  }

  /// Puts the product of this matrix and `factor` in its place.
  mutating func multiply(by factor: ScaledMatrix) {
    matrix = matrix.times(factor.matrix)
    exponent += factor.exponent
    rescale(to: matrix.largestMagnitude)
  }

  /// The norm; infinite beyond the largest `Double`, 0 below the smallest.
  var spectralNorm: Double {
    let norm = matrix.largestMagnitude == 0 ? 0 : matrix.unscaledSpectralNorm
    return Double(sign: .plus, exponent: exponent, significand: norm)
  }

  private mutating func rescale(to largest: Double) {
    guard largest > 0, largest.isFinite, !(0x1p-40...0x1p40).contains(largest) else { return }
    let shift = Int(largest.exponent)
    exponent += shift
    for i in matrix.values.indices {
      matrix.values[i] = Double(
        sign: matrix.values[i].sign, exponent: -shift, significand: abs(matrix.values[i]))
    }
  }
}
