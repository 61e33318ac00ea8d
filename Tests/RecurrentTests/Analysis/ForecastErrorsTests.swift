import Recurrent
import Testing

struct ForecastErrorsTests {
  @Test func squaredBiasAndSpreadAddUpToTheSquaredError() {
    let errors = ForecastErrors(
      predicted: [1, 3, 2.5, 7], actual: [2, 2, 2, 5], baseline: [2, 2, 2, 2])
    #expect(errors.bias == 0.625)
    #expect(abs(errors.rmse - (6.25 / 4).squareRoot()) < 1e-15)
    let parts = errors.bias * errors.bias + errors.standardDeviation * errors.standardDeviation
    #expect(abs(errors.rmse * errors.rmse - parts) < 1e-14)
    #expect(errors.count == 4)
  }

  @Test func aTieWithTheBaselineIsNoWin() {
    let errors = ForecastErrors(
      predicted: [11, 12, 13], actual: [10, 10, 10], baseline: [9, 7, 12.5])
    #expect(errors.wins == 1)
  }

  @Test func aForecastTooHighHasAPositiveBias() {
    #expect(ForecastErrors(predicted: [3], actual: [1], baseline: [1]).bias == 2)
  }

  @Test func noForecastHasNoFigures() {
    let errors = ForecastErrors(predicted: [], actual: [], baseline: [])
    #expect(errors.rmse.isNaN && errors.bias.isNaN && errors.standardDeviation.isNaN)
    #expect(errors.count == 0 && errors.wins == 0)
  }
}
