import Recurrent
import Testing

struct LeakyUnitTests {
  /// A wave up to the greatest scaled price, 1.0976, with jumps in it.
  private let values: [Double] = (0..<200).map { t in
    1.0976 * (t.isMultiple(of: 17) ? 0.1 : 1 - abs(Double(t) - 100) / 100)
  }

  /// The state over ε at every step.
  private func states(_ network: Network, scale: Double) -> [Double] {
    let trace = network.trace(
      Tensor(shape: [values.count, 1, 1], values: .init(values.map { Float($0) })))
    let name = trace.initialState.cell == nil ? "hidden" : "cell"
    return values.indices.map { Double(trace.values(of: name, step: $0)[0]) / scale }
  }

  @Test(arguments: [LSTMCell.self, GRUCell.self] as [any RecurrentCell.Type], [0.5, 0.8, 0.9])
  func theStateIsTheAverageWithinItsBound(cell: any RecurrentCell.Type, beta: Double) throws {
    let scale = LeakyUnit.usualScale
    let network = try #require(
      LeakyUnit.network(cell, units: 1, features: 1, beta: beta, scale: scale))
    let mean = ExponentialAverage.mean(of: values, beta: beta)
    let worst = zip(states(network, scale: scale), mean).map { abs($0 - $1) }.max() ?? .nan
    let bound = LeakyUnit.errorBound(scale: scale, greatest: 1.0976)
    #expect(worst < bound)
    #expect(worst > bound / 10, "a bound that is never neared says nothing")
  }

  @Test(arguments: [LSTMCell.self, GRUCell.self] as [any RecurrentCell.Type])
  func theHeadUndoesTheScaleWhateverTheUnits(cell: any RecurrentCell.Type) throws {
    let scale = LeakyUnit.usualScale
    let network = try #require(
      LeakyUnit.network(cell, units: 3, features: 2, beta: 0.8, scale: scale))
    // The second feature must not count.
    let inputs = ContiguousArray<Float>(values.map { [Float($0), 5] }.joined())
    let trace = network.trace(Tensor(shape: [values.count, 1, 2], values: inputs))
    let mean = ExponentialAverage.mean(of: values, beta: 0.8)
    let prediction = Double(network.predictions(of: trace)[0])
    let bound = 2 * LeakyUnit.errorBound(scale: scale, greatest: 1.0976)
    #expect(abs(prediction - (mean.last ?? 0)) < bound)
  }

  @Test func theBiasHoldsTheGateAtBeta() {
    #expect(abs(LeakyUnit.bias(beta: 0.8) - 1.386294361) < 1e-9)
    #expect(LeakyUnit.bias(beta: 0.5) == 0)
  }

  @Test func aCellWithoutGatesIsNoAverage() {
    #expect(
      LeakyUnit.network(SimpleRNNCell.self, units: 1, features: 1, beta: 0.8, scale: 0.01) == nil)
  }
}
