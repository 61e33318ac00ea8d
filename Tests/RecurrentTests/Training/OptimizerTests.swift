import Recurrent
import Testing

struct OptimizerTests {
  /// Gradients 1e-3 and −2e-3 from 1: where ε stands shows in the fourth digit.
  @Test(arguments: [
    (OptimizerConvention.keras, [0.999_003_2, 0.999_368_7] as [Float]),
    (.torch, [0.999_000_0, 0.999_366_1]),
  ])
  func adamPutsEpsilonWhereItsLibraryDoes(convention: OptimizerConvention, expected: [Float]) {
    var (weight, state) = ([1] as ContiguousArray<Float>, OptimizerState(count: 1))
    let weights = ([1e-3, -2e-3] as [Float]).map { gradient in
      state.update(&weight, with: [gradient], by: .adam(convention: convention))
      return weight[0]
    }
    #expect(largestDifference(weights, expected) < 2e-7)
    #expect(state.step == 2)
  }

  @Test func ratesAreThoseOfTheLibraries() {
    #expect(Optimizer.defaultRate(of: "adam", convention: .keras) == 0.001)
    #expect(Optimizer.defaultRate(of: "adam", convention: .torch) == 0.001)
    #expect(Optimizer.defaultRate(of: "rmsprop", convention: .keras) == 0.001)
    #expect(Optimizer.defaultRate(of: "rmsprop", convention: .torch) == 0.01)
    #expect(Optimizer.rmsprop(rate: 0.5).rate == 0.5)
    #expect(Optimizer.adam().name == "adam")
  }

  @Test func clippingShortensAndKeepsTheDirection() {
    var gradient: ContiguousArray<Float> = [3, 0, -4]
    clip(&gradient, toNorm: 10)
    #expect(gradient == [3, 0, -4])
    clip(&gradient, toNorm: 1)
    #expect(largestDifference(gradient, [0.6, 0, -0.8]) < 1e-6)
  }

  @Test func clippingWhatIsNoNumberDoesNotTrap() {
    var gradient: ContiguousArray<Float> = [.nan, 1]
    clip(&gradient, toNorm: 0.5)
    #expect(gradient[1] == 1)
    gradient = [.greatestFiniteMagnitude, .greatestFiniteMagnitude]
    clip(&gradient, toNorm: 1)
    #expect(abs(gradient[0] - Float(0.5).squareRoot()) < 1e-6)
    gradient = [0, 0]
    clip(&gradient, toNorm: 0)
    #expect(gradient == [0, 0])
  }
}
