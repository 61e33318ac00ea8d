import Recurrent
import Testing

struct ActivationTests {
  @Test(arguments: [
    (Activation.linear, -2.0, -2.0, 1.0), (.relu, -2, 0, 0), (.relu, 2, 2, 1),
    (.leakyrelu, -2, -0.6, 0.3), (.leakyrelu, 2, 2, 1),
    (.tanh, 0.5, 0.462_117_157_260_009_8, 0.786_447_732_965_927_4),
    (.sigmoid, 0.53, 0.6294831119673949, 0.23323412371523908),
    (.sigmoid, 1, 0.731_058_578_630_004_9, 0.196_611_933_241_481_85),
  ])
  func valuesAndSlopes(activation: Activation, x: Double, value: Double, slope: Double) {
    #expect(abs(activation.value(at: x) - value) < 1e-12)
    #expect(abs(activation.slope(at: x) - slope) < 1e-12)
    #expect(abs(activation.value(at: Float(x)) - Float(value)) < 1e-7)
    #expect(abs(activation.slope(at: Float(x)) - Float(slope)) < 1e-7)
  }

  @Test(arguments: Activation.allCases)
  func slopesAreThoseOfTheCurve(activation: Activation) {
    for x in [-3.0, -0.7, 0.2, 1.5] {
      let slope = (activation.value(at: x + 1e-6) - activation.value(at: x - 1e-6)) / 2e-6
      #expect(abs(activation.slope(at: x) - slope) < 1e-8)
    }
  }

  @Test(arguments: Activation.allCases)
  func valuesLieInTheRange(activation: Activation) throws {
    #expect(activation.value(at: Double.nan).isNaN)
    guard let range = activation.range else { return }
    for x: Float in [-.infinity, -200, -1, 0, 1, 200, .infinity] {
      #expect(range.contains(activation.value(at: x)))
    }
    #expect(activation.value(at: -.infinity as Float) == range.lowerBound)
    #expect(activation.value(at: .infinity as Float) == range.upperBound)
  }

  @Test func slopesAtTheKinksAreThoseOfTheLibraries() {
    #expect(Activation.relu.slope(at: 0.0) == 0)
    #expect(Activation.leakyrelu.slope(at: 0.0) == 0.3)
  }
}
