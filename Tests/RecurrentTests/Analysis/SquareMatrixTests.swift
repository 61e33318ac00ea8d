import Foundation
import Recurrent
import Testing

struct SquareMatrixTests {
  @Test func productsAndColumnsFollowTheirDefinition() throws {
    let a = Self.random(7, seed: 1)
    let b = Self.random(7, seed: 2)
    let product = a.times(b)
    for i in 0..<7 {
      for j in 0..<7 {
        let expected = (0..<7).reduce(0) { $0 + a[i, $1] * b[$1, j] }
        #expect(abs(product[i, j] - expected) < 1e-13)
      }
    }
    let column = (0..<7).map { b[$0, 3] }
    for (found, expected) in zip(a.times(column), (0..<7).map { product[$0, 3] }) {
      #expect(abs(found - expected) < 1e-13)
    }
    #expect(a.times(.identity(size: 7)) == a)
    #expect(a.transposed[2, 5] == a[5, 2])
  }

  @Test func raggedRowsAreNoMatrix() {
    #expect(SquareMatrix(rows: [[1, 2], [3]]) == nil)
    #expect(SquareMatrix(rows: [[1, 2, 3], [4, 5, 6]]) == nil)
    #expect(SquareMatrix(rows: [[1, 2], [3, 4]])?.transposed.values == [1, 3, 2, 4])
  }

  @Test(arguments: [1, 2, 3, 5, 20, 60])
  func theSpectralNormBoundsEveryColumnAndIsReached(size: Int) {
    let matrix = Self.random(size, seed: UInt64(size))
    let norm = matrix.spectralNorm
    // The power method needs thousands of steps where Lanczos needs a few: a second witness.
    var column = (0..<size).map { Double($0 % 3) - 0.9 }
    for _ in 0..<4000 {
      column = matrix.transposed.times(matrix.times(column))
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      column = column.map { $0 / length }
    }
    let reached = matrix.times(column).reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(reached <= norm * (1 + 1e-12))
    #expect(abs(reached - norm) < 1e-9 * norm)
  }

  @Test func theSpectralNormTellsCloseSingularValuesApart() {
    var diagonal = SquareMatrix.identity(size: 40)
    diagonal[17, 17] = 1 + 1e-4
    #expect(abs(diagonal.spectralNorm - (1 + 1e-4)) < 1e-11)
    diagonal[39, 39] = -3
    #expect(abs(diagonal.spectralNorm - 3) < 1e-12)
  }

  @Test func eigenvaluesSolveTheCharacteristicEquation() {
    // The companion matrix of (x−1)(x−2)(x−3)(x²+1).
    let coefficients = [6.0, -11, 12, -12, 6]
    var companion = SquareMatrix(size: 5, repeating: 0)
    for i in 0..<5 { companion[i, 4] = coefficients[i] }
    for i in 1..<5 { companion[i, i - 1] = 1 }
    let found = companion.eigenvalues
    #expect(zip(found.map(\.modulus), [3, 2, 1, 1, 1]).allSatisfy { abs($0 - $1) < 1e-10 })
    #expect(abs(found.reduce(0) { $0 + $1.real } - 6) < 1e-10)
    #expect(found.contains { abs($0.imaginary - 1) < 1e-10 && abs($0.real) < 1e-10 })
  }

  @Test(arguments: [2, 4, 10, 30])
  func aCyclicShiftHasTheRootsOfOne(size: Int) {
    // Without other shifts now and then the iteration would go in circles here.
    var shift = SquareMatrix(size: size, repeating: 0)
    for i in 0..<size { shift[i, (i + 1) % size] = 1 }
    let found = shift.eigenvalues
    #expect(found.count == size)
    #expect(found.allSatisfy { abs($0.modulus - 1) < 1e-12 })
    for k in 0..<size {
      let angle = 2 * Double.pi * Double(k) / Double(size)
      #expect(found.contains { hypot($0.real - cos(angle), $0.imaginary - sin(angle)) < 1e-12 })
    }
  }

  @Test func whatIsNotFiniteGivesNaNAndNoTrap() {
    var matrix = SquareMatrix.identity(size: 3)
    matrix[1, 2] = .nan
    #expect(matrix.spectralNorm.isNaN && matrix.spectralRadius.isNaN)
    #expect(matrix.largestMagnitude.isNaN)
    #expect(SquareMatrix(size: 0, values: []).spectralNorm == 0)
    #expect(SquareMatrix(size: 0, values: []).spectralRadius == 0)
    #expect(SquareMatrix(size: 2, repeating: 0).eigenvalues.map(\.modulus) == [0, 0])
  }

  private static func random(_ size: Int, seed: UInt64) -> SquareMatrix {
    var generator = SeededGenerator(seed: seed)
    return SquareMatrix(
      size: size, values: .init((0..<size * size).map { _ in generator.normal() }))
  }
}
