import Recurrent
import Testing

struct TestSignalTests {
  @Test func theHatPeaksInTheMiddle() {
    let hat = TestSignal.hat.values(TestSignal.hatLength)
    #expect(hat.count == 200 && hat[0] == 0 && hat[199] == 0)
    #expect(hat[99] == 1 && hat[100] == 1)
    #expect(hat[50] == 50.0 / 99 && hat[149] == 50.0 / 99)
    #expect(TestSignal.hat.values(203).suffix(3) == [0, 0, 0])
  }

  @Test(arguments: [(0.8, 0.973_657, 102), (0.5, 0.994_949, 100)])
  func averagesOfTheHatPeakLater(beta: Double, peak: Double, t: Int) {
    let mean = ExponentialAverage.mean(of: TestSignal.hat.values(200), beta: beta)
    #expect(abs((mean.max() ?? 0) - peak) < 5e-7)
    #expect(mean.firstIndex(of: mean.max() ?? 0) == t)
  }

  @Test func theOtherSignalsAreWhatTheySay() {
    #expect(TestSignal.ones.values(3) == [1, 1, 1])
    #expect(TestSignal.impulse.values(3) == [1, 0, 0])
    #expect(TestSignal.ramp.values(3) == [0, 1, 2])
    #expect(TestSignal.ramp.values(-1) == [])
  }

  @Test func noiseFollowsFromTheSeedAndHasTheAskedDeviation() {
    let zeros = [Double](repeating: 0, count: 20_000)
    let noise = zeros.withNoise(0.1, seed: 1)
    #expect(noise == zeros.withNoise(0.1, seed: 1))
    #expect(noise != zeros.withNoise(0.1, seed: 2))
    #expect(zeros.withNoise(0, seed: 1) == zeros)
    let variance = noise.reduce(0) { $0 + $1 * $1 } / Double(noise.count)
    #expect(abs(variance.squareRoot() - 0.1) < 0.003)
    // What an average leaves of the noise.
    let left = ExponentialAverage.mean(of: noise, beta: 0.8)
    let ratio = left.reduce(0) { $0 + $1 * $1 } / Double(left.count) / variance
    #expect(abs(ratio - ExponentialAverage.noiseRatio(beta: 0.8)) < 0.01)
  }
}
