import Recurrent
import Testing

struct LeastSquaresTests {
  /// Five rows whose fit was worked out in fractions from the normal equations; NumPy's `lstsq`
  /// gives the same.
  private let inputs: [[Double]] = [[1, 2], [2, 1], [3, 5], [4, 3], [5, 8]]
  private let targets: [Double] = [3, 1, 4, 2, 7]

  @Test func agreesWithTheFitWorkedOutInFractions() {
    let fit = LeastSquares(inputs: inputs, targets: targets)
    #expect(isNear(fit.coefficients, [-23.0 / 40, 59.0 / 56]))
    #expect(abs(fit.intercept - 157.0 / 140) < 1e-12)
  }

  @Test func residualsStandUprightOnEveryColumn() {
    let fit = LeastSquares(inputs: inputs, targets: targets)
    let residuals = zip(inputs, targets).map { $1 - fit.prediction(for: $0) }
    #expect(abs(residuals.reduce(0, +)) < 1e-12)
    for column in 0..<2 {
      #expect(abs(zip(inputs, residuals).reduce(0) { $0 + $1.0[column] * $1.1 }) < 1e-12)
    }
  }

  @Test func findsTheLineThatMadeTheData() {
    var inputs: [[Double]] = []
    for row in 0..<40 {
      inputs.append((0..<10).map { column in Double((row * row + 7 * column * row) % 23) })
    }
    let targets = inputs.map { row -> Double in 0.5 + 2 * row[0] - 3 * row[9] }
    let fit = LeastSquares(inputs: inputs, targets: targets)
    #expect(isNear(fit.coefficients, [2, 0, 0, 0, 0, 0, 0, 0, 0, -3], within: 1e-10))
    #expect(abs(fit.intercept - 0.5) < 1e-10)
  }

  @Test func keepsItsDigitsFarFromZero() {
    // The normal equations lose all of them here.
    let near = (0..<20).map { [Double($0), Double($0 * $0 % 7)] }
    let inputs = near.map { [$0[0] + 1e8, $0[1] + 1e8] }
    let targets = near.map { 3 * $0[0] - $0[1] }
    let fit = LeastSquares(inputs: inputs, targets: targets)
    #expect(isNear(fit.coefficients, [3, -1], within: 1e-9))
  }

  @Test(arguments: [0, 0.1, -1e12])
  func aConstantColumnGetsNoWeight(_ constant: Double) {
    let inputs = [1.0, 2, 3].map { [constant, $0, constant] }
    let fit = LeastSquares(inputs: inputs, targets: [2, 4, 6])
    #expect(isNear(fit.coefficients, [0, 2, 0]))
    #expect(abs(fit.intercept) < 1e-12)
  }

  @Test(arguments: [[1.0, 1.0], [1.0, -2.0], [1e-9, 1e9]])
  func columnsMadeOfOneAnotherStillPredict(_ factors: [Double]) {
    let inputs = [1.0, 2, 4, 8].map { x in factors.map { x * $0 } }
    let fit = LeastSquares(inputs: inputs, targets: [1, 3, 7, 15])
    for (row, target) in zip(inputs, [1.0, 3, 7, 15]) {
      #expect(abs(fit.prediction(for: row) - target) < 1e-12)
    }
    #expect(fit.coefficients.filter { $0 == 0 }.count == 1)
  }

  @Test func fewerRowsThanColumnsAreFittedExactly() {
    let fit = LeastSquares(inputs: [[1, 2, 3], [4, 5, 7]], targets: [1, 2])
    #expect(abs(fit.prediction(for: [1, 2, 3]) - 1) < 1e-12)
    #expect(abs(fit.prediction(for: [4, 5, 7]) - 2) < 1e-12)
  }

  @Test func withoutColumnsTheMeanIsPredicted() {
    #expect(LeastSquares(inputs: [[], []], targets: [1, 3]).prediction(for: []) == 2)
    #expect(LeastSquares(inputs: [], targets: []).intercept == 0)
  }

  @Test(arguments: [Double.nan, .infinity])
  func valuesThatAreNotFiniteDoNotTrap(_ value: Double) {
    let fit = LeastSquares(inputs: [[value, 1], [2, 3], [1, 1]], targets: [1, value, 2])
    #expect(fit.coefficients.count == 2)
    #expect(!fit.prediction(for: [1, 1]).isFinite)
  }

  private func isNear(_ found: [Double], _ expected: [Double], within tolerance: Double = 1e-12)
    -> Bool
  {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
