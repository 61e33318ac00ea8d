import MarketSeries
import Testing

struct MinMaxScalerTests {
  @Test func theFittedRangeBecomesZeroToOne() {
    let scaler = MinMaxScaler(fitting: [30, 19.6, .nan, 45])
    #expect(scaler == MinMaxScaler(minimum: 19.6, maximum: 45))
    #expect(scaler.span == 25.4)
    #expect(scaler.scaled(19.6) == 0)
    #expect(scaler.scaled(45) == 1)
    #expect(scaler.dollars(0.5) == 32.3)
  }

  @Test func scalingAndBackGivesTheValue() {
    let scaler = MinMaxScaler(minimum: 19.6, maximum: 45)
    for value in [0.0, 19.6, 33.03, 47.48, -5] {
      #expect(abs(scaler.dollars(scaler.scaled(value)) - value) < 1e-12)
    }
  }

  @Test func aConstantColumnScalesByOne() {
    let scaler = MinMaxScaler(fitting: [7, 7, 7])
    #expect(scaler.span == 1)
    #expect(scaler.scaled(7) == 0)
    #expect(scaler.dollars(1) == 8)
  }

  @Test(arguments: [[], [Double.nan]])
  func nothingToFitGivesTheIdentity(values: [Double]) {
    #expect(MinMaxScaler(fitting: values) == .identity)
    #expect(MinMaxScaler.identity.scaled(46.12) == 46.12)
    #expect(MinMaxScaler.identity.dollars(46.12) == 46.12)
  }
}
