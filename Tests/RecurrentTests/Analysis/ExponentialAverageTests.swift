import Recurrent
import Testing

struct ExponentialAverageTests {
  /// The first five Highs of the KO series.
  private let highs = [20.50, 20.54, 20.56, 20.78, 20.84]

  @Test func followsTheCourseOnTheFirstDays() {
    let mean = ExponentialAverage.mean(of: highs, beta: 0.8)
    #expect(isNear(mean, [4.1, 7.388, 10.0224, 12.17392, 13.907136], within: 1e-12))
    let corrected = ExponentialAverage.corrected(of: highs, beta: 0.8)
    #expect(
      isNear(corrected, [20.5, 20.522222, 20.537705, 20.619783, 20.685293], within: 5e-7))
  }

  @Test func theNotebookNeverSeesTheFirstValue() {
    let mean = ExponentialAverage.mean(of: highs, beta: 0.8, variant: .notebook)
    #expect(isNear(mean, [0, 4.108, 7.3984, 10.07472, 12.227776], within: 1e-12))
    let corrected = ExponentialAverage.corrected(of: highs, beta: 0.8, variant: .notebook)
    #expect(corrected[0] == 0)
    #expect(
      isNear(
        Array(corrected[1...]),
        ExponentialAverage.corrected(
          of: Array(highs[1...]), beta: 0.8), within: 1e-12))
  }

  @Test(arguments: [0.0, 0.5, 0.98])
  func theCumulativeAverageForgetsNothing(_ beta: Double) {
    let expected = [1.0, 1.5, 2, 2.5]
    let mean = ExponentialAverage.mean(of: [1, 2, 3, 4], beta: beta, variant: .average)
    #expect(isNear(mean, expected, within: 1e-15))
    #expect(ExponentialAverage.corrected(of: [1, 2, 3, 4], beta: beta, variant: .average) == mean)
  }

  @Test(arguments: [0.0, 0.5, 0.9, 0.999])
  func aConstantIsItsOwnCorrectedAverage(_ beta: Double) {
    let corrected = ExponentialAverage.corrected(of: [7, 7, 7, 7, 7], beta: beta)
    #expect(isNear(corrected, [7, 7, 7, 7, 7], within: 1e-10))
  }

  @Test func anImpulseShowsTheWeights() {
    let mean = ExponentialAverage.mean(of: [1, 0, 0, 0], beta: 0.9)
    let weights = (0..<4).map { ExponentialAverage.weight(ofAge: $0, beta: 0.9) }
    #expect(isNear(mean, weights, within: 1e-15))
    #expect(weights[0] == 1 - 0.9)
  }

  @Test(arguments: [0.5, 0.8, 0.9, 0.98])
  func holdsOnTheNoisyHat(_ beta: Double) throws {
    let golden = try Fixture.tensors("Analysis/ewma_hat")
    func doubles(_ name: String) throws -> [Double] {
      try #require(golden[name]).values.map(Double.init)
    }
    let hat = try doubles("x")
    typealias Average = ExponentialAverage
    // The fixture's doubles are read as Float: what is left of them is good to 6e-8.
    for (name, found) in [
      ("plain", Average.mean(of: hat, beta: beta)),
      ("corrected", Average.corrected(of: hat, beta: beta)),
      ("tutorial", Average.mean(of: hat, beta: beta, variant: .notebook)),
      ("tutorial_corrected", Average.corrected(of: hat, beta: beta, variant: .notebook)),
    ] {
      #expect(isNear(found, try doubles("\(name).b\(beta)"), within: 2e-7))
    }
  }

  @Test func halfLifeMeanAgeAndTheLagOnARampAreToldApart() {
    #expect(abs(ExponentialAverage.halfLife(beta: 0.8) - 3.106_283_7) < 1e-7)
    #expect(abs(ExponentialAverage.meanAge(beta: 0.8) - 4) < 1e-12)
    let ramp = (0..<200).map(Double.init)
    let trailing = ExponentialAverage.mean(of: ramp, beta: 0.8)
    #expect(abs(ramp[199] - trailing[199] - 4) < 1e-9)
  }

  @Test func theEndsOfBetaDoNotTrap() {
    #expect(ExponentialAverage.mean(of: [1, 2], beta: 0) == [1, 2])
    #expect(ExponentialAverage.corrected(of: [1, 2], beta: 0) == [1, 2])
    #expect(ExponentialAverage.mean(of: [1, 2], beta: 1) == [0, 0])
    #expect(ExponentialAverage.halfLife(beta: 0) == 0)
    #expect(ExponentialAverage.halfLife(beta: 1) == .infinity)
    #expect(ExponentialAverage.meanAge(beta: 1) == .infinity)
    #expect(ExponentialAverage.noiseRatio(beta: 0) == 1)
    #expect(abs(ExponentialAverage.noiseRatio(beta: 0.8) - 1.0 / 9) < 1e-15)
    #expect(ExponentialAverage.halfLife(beta: -1) == .infinity)
    #expect(ExponentialAverage.halfLife(beta: -0.8) == ExponentialAverage.halfLife(beta: 0.8))
    #expect(ExponentialAverage.mean(of: [], beta: 0.5) == [])
  }

  private func isNear(_ found: [Double], _ expected: [Double], within tolerance: Double) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance }
  }
}
