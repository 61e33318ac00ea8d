import Foundation
import Recurrent
import Testing

struct MatrixPowersTests {
  /// The names of the matrices in the fixture.
  static let names =
    [2, 3, 50].flatMap { size in ["0.5", "0.9", "1.0", "1.1"].map { "n\(size)_rho\($0)" } }
    + ["rotation_rho0.9", "nonnormal2", "nonnormal3"]

  static let golden = (try? Fixture.doubles("Analysis/matrix_powers")) ?? [:]

  @Test(arguments: names)
  func normsAreThoseOfNumPy(name: String) throws {
    let matrix = try Self.matrix(name)
    let expected = try #require(Self.golden[name + ".norm2"])
    let powers = MatrixPowers(of: matrix, count: expected.count)
    #expect(expected.count == 51 && powers.norms.count == 51)
    for (k, (found, norm)) in zip(powers.norms, expected).enumerated() {
      #expect(abs(found - norm) <= 1e-9 * norm, "k = \(k)")
    }
    let singular = try #require(Self.golden[name + ".singular_values"]?.max())
    #expect(abs(powers.largestSingularValue - singular) <= 1e-10 * singular)
  }

  @Test(arguments: names)
  func eigenvaluesAreThoseOfNumPy(name: String) throws {
    var missing = try zip(
      #require(Self.golden[name + ".eig_re"]), #require(Self.golden[name + ".eig_im"])
    ).map { $0 }
    let found = try Self.matrix(name).eigenvalues
    #expect(found.count == missing.count)
    #expect(found.map(\.modulus) == found.map(\.modulus).sorted(by: >))
    for value in found {
      let distances = missing.map { hypot($0.0 - value.real, $0.1 - value.imaginary) }
      let nearest = try #require(distances.indices.min { distances[$0] < distances[$1] })
      #expect(distances[nearest] < 1e-10)
      missing.remove(at: nearest)
    }
  }

  @Test(arguments: [
    ("n2_rho0.5", "grows then vanishes"), ("n3_rho0.5", "vanishes"),
    ("n50_rho0.5", "vanishes"), ("n2_rho1.0", "holds"), ("n3_rho1.0", "holds"),
    ("n50_rho1.0", "holds"), ("n2_rho1.1", "explodes"), ("n50_rho1.1", "explodes"),
    ("rotation_rho0.9", "vanishes"), ("nonnormal2", "grows then vanishes"),
  ])
  func theVerdictFollowsFromRadiusAndNorm(name: String, verdict: String) throws {
    #expect(try MatrixPowers(of: Self.matrix(name), count: 2).verdict.rawValue == verdict)
  }

  @Test func aScalarIsItsOwnPower() {
    let powers = MatrixPowers(of: Self.scalar(0.9), count: 100)
    #expect(abs(powers.norms[9] - 0.387_420_489) < 1e-12)
    #expect(abs(powers.norms[99] - pow(0.9, 99)) < 1e-17)
    #expect(abs(powers.halfLife - 6.578_813_5) < 1e-7)
    #expect(powers.halfLifeSeen == 7)
    #expect(powers.verdict == .vanishes)
    #expect(abs(MatrixPowers(of: Self.scalar(1.1), count: 100).norms[99] - 12_527.829) < 1e-3)
  }

  @Test func aJordanBlockGrowsAndThenVanishes() {
    let powers = MatrixPowers(of: Self.square([[0.9, 5], [0, 0.9]]), count: 101)
    #expect(powers.peak == 9)
    #expect(abs(powers.norms[9] - 19.379) < 5e-4)
    #expect(powers.norms[54] >= 1 && powers.norms[55] < 1)
    #expect(abs(powers.norms[99] - 0.016_232) < 5e-7)
    #expect(abs(powers.norms[100] - 0.0148) < 5e-5)
    #expect(abs(powers.radius - 0.9) < 1e-12)
    #expect(powers.verdict == .growsThenVanishes)
    #expect(powers.halfLifeSeen == 63)
  }

  @Test func smallEntriesMayHold() {
    let holds = MatrixPowers(of: SquareMatrix(size: 50, repeating: 0.02), count: 50)
    #expect(holds.verdict == .holds)
    #expect(holds.halfLife == .infinity)
    #expect(holds.norms.allSatisfy { abs($0 - 1) < 1e-12 })
    let grows = MatrixPowers(of: SquareMatrix(size: 50, repeating: 0.03), count: 2)
    #expect(abs(grows.radius - 1.5) < 1e-12 && grows.verdict == .explodes)
  }

  @Test func aRotationTurnsAndHolds() {
    let powers = MatrixPowers(of: Self.square([[0.8, 0.6], [-0.6, 0.8]]), count: 50)
    #expect(powers.verdict == .holds)
    #expect(powers.norms.allSatisfy { abs($0 - 1) < 1e-12 })
    #expect(powers.eigenvalues.map(\.imaginary) == [0.6, -0.6])
  }

  @Test func aDoubleEigenvalueOfOneGrowsWithoutEnd() {
    #expect(MatrixPowers(of: Self.square([[1, 1], [0, 1]]), count: 2).verdict == .explodes)
    #expect(MatrixPowers(of: Self.square([[1, 5], [0, 0.5]]), count: 2).verdict == .holds)
  }

  @Test func powersBeyondDoubleAreInfiniteAndBelowItZero() {
    let exploding = MatrixPowers(of: Self.square([[1e200, 0], [1, 1e200]]), count: 5)
    #expect(abs(exploding.norms[1] / 1e200 - 1) < 1e-12)
    #expect(exploding.norms[2...].allSatisfy { $0 == .infinity })
    let vanishing = MatrixPowers(of: Self.scalar(1e-200), count: 4)
    #expect(Array(vanishing.norms[2...]) == [0, 0])
    // What overflowed on the way comes back: the exponent is kept beside the matrix.
    let back = MatrixPowers(of: Self.square([[0, 1e130], [1e-130, 0]]), count: 5)
    #expect(abs(back.norms[3] / 1e130 - 1) < 1e-12 && abs(back.norms[4] - 1) < 1e-12)
  }

  @Test func aNilpotentMatrixEndsAtZero() {
    let powers = MatrixPowers(of: Self.square([[0, 1, 0], [0, 0, 1], [0, 0, 0]]), count: 5)
    #expect(powers.norms == [1, 1, 1, 0, 0])
    #expect(powers.radius == 0 && powers.halfLife == 0)
    #expect(MatrixPowers(of: Self.scalar(0), count: 3).norms == [1, 0, 0])
  }

  @Test func progressEndsTheWork() {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try MatrixPowers(of: .identity(size: 3), count: 10) { if $0 > 0.5 { throw Enough() } }
    }
  }

  @Test(arguments: [InitialWeights.keras, .torch])
  func freshRecurrentKernelsAreAsTheLibrariesDrawThem(scheme: InitialWeights) {
    for seed in 1...5 {
      let network = Network(SimpleRNNCell.self, units: 50, scheme: scheme, seed: UInt64(seed))
      let powers = MatrixPowers(of: network.cell.recurrentMatrix(ofBlock: 0), count: 2)
      switch scheme {
      case .keras:
        #expect(powers.verdict == .holds, "seed \(seed)")
      case .torch:
        #expect((0.5...0.8).contains(powers.radius), "seed \(seed)")
        #expect((1.0...1.25).contains(powers.largestSingularValue), "seed \(seed)")
      }
    }
  }

  private static func scalar(_ value: Double) -> SquareMatrix {
    SquareMatrix(size: 1, repeating: value)
  }

  private static func square(_ rows: [[Double]]) -> SquareMatrix {
    SquareMatrix(rows: rows) ?? .identity(size: 0)
  }

  private static func matrix(_ name: String) throws -> SquareMatrix {
    let values = try #require(golden[name + ".V"])
    return SquareMatrix(size: Int(Double(values.count).squareRoot()), values: .init(values))
  }
}
