import Foundation
import Recurrent
import Testing

struct PlainRecurrenceTests {
  @Test func stepJacobiansAndProductsAreThoseOfNumPy() throws {
    let golden = try Fixture.doubles("Analysis/jacobian_u3")
    let (recurrence, inputs) = try Self.layer(golden, units: 3)
    let expected = try #require(golden["step_jacobian"])
    let found = recurrence.stepJacobians(for: inputs).flatMap(\.values)
    #expect(found.count == expected.count)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    try Self.expectProducts(of: recurrence, on: inputs, golden)
  }

  @Test func productsOfFiftyUnitsOnKOAreThoseOfNumPy() throws {
    let golden = try Fixture.doubles("Analysis/jacobian_u50_ko")
    let (recurrence, inputs) = try Self.layer(golden, units: 50)
    try Self.expectProducts(of: recurrence, on: inputs, golden)
    let states = try #require(golden["step.h"])
    let hidden = recurrence.states(for: inputs).flatMap(\.hidden)
    #expect(zip(hidden, states).allSatisfy { abs($0 - $1) < 1e-12 })
    let norms = try #require(golden["step_norm2"])
    for (jacobian, norm) in zip(recurrence.stepJacobians(for: inputs), norms) {
      #expect(abs(jacobian.spectralNorm - norm) < 1e-10 * norm)
    }
  }

  @Test(arguments: [
    (0.5, Activation.tanh, 1.710_3e-6, 5e-11), (0.1, .tanh, 0.081, 5e-4),
    (0, .tanh, 2.357_948, 5e-7), (0.5, .relu, 2.357_948, 5e-7), (0.5, .linear, 2.357_948, 5e-7),
  ])
  func saturationWinsOverALargeWeight(
    x: Double, activation: Activation, product: Double, tolerance: Double
  ) throws {
    let recurrence = Self.scalar(v: 1.1, activation)
    let norms = recurrence.jacobianNorms(for: Array(repeating: [x], count: 10))
    #expect(norms.count == 10 && norms[0] == 1)
    #expect(abs(norms[9] - product) < tolerance)
  }

  @Test(arguments: Activation.allCases)
  func finiteDifferencesAreTheSecondWitness(activation: Activation) {
    let inputs = [[0.3], [-0.4], [0.2], [0.7], [-0.1]]
    let recurrence = Self.scalar(v: 0.8, activation)
    let states = recurrence.states(for: inputs)
    func last(after first: Double) -> Double {
      inputs.dropFirst().reduce(first) { (h: Double, x: [Double]) -> Double in
        activation.value(at: 0.8 * h + x[0])
      }
    }
    let step = 1e-6
    let start = states[0].hidden[0]
    let slope = (last(after: start + step) - last(after: start - step)) / (2 * step)
    let norms = recurrence.jacobianNorms(for: inputs)
    #expect(abs(abs(slope) - norms[4]) < 1e-8)
  }

  @Test func aBlockOfAKernelMapsColumns() {
    var cell = LSTMCell(units: 2, features: 1)
    // Keras: [units, 4·units] behind a kernel of [1, 4·units]; the forget gate is block 1.
    for index in cell.parameters.indices { cell.parameters[index] = Float(index) }
    let matrix = cell.recurrentMatrix(ofBlock: 1)
    #expect(matrix.values == [10, 18, 11, 19])
  }

  @Test func aLayerTakesAnotherActivation() throws {
    var cell = SimpleRNNCell(units: 1, features: 1)
    cell.parameters = [1, 0.5, 0.25]
    let linear = PlainRecurrence(cell, activation: .linear)
    #expect(linear.states(for: [[1], [0]]).map(\.hidden) == [[1.25], [0.875]])
    let own = PlainRecurrence(cell).states(for: [[1], [0]])
    #expect(abs(own[0].hidden[0] - tanh(1.25)) < 1e-15)
  }

  private static func scalar(v: Double, _ activation: Activation) -> PlainRecurrence {
    PlainRecurrence(
      recurrentMatrix: SquareMatrix(size: 1, repeating: v), inputWeights: [[1]], bias: [0],
      activation: activation)
  }

  private static func layer(
    _ golden: [String: [Double]], units: Int
  ) throws -> (PlainRecurrence, [[Double]]) {
    let kernel = try #require(golden["w.recurrent_kernel"])
    let weights = try #require(golden["w.kernel"])
    let bias = try #require(golden["w.bias"])
    let inputs = try #require(golden["x"])
    let matrix = SquareMatrix(size: units, values: .init(kernel)).transposed
    let recurrence = PlainRecurrence(
      recurrentMatrix: matrix, inputWeights: weights.map { [$0] }, bias: bias, activation: .tanh)
    return (recurrence, inputs.map { [$0] })
  }

  /// The fixture counts from the first state, we count steps back from the last.
  private static func expectProducts(
    of recurrence: PlainRecurrence, on inputs: [[Double]], _ golden: [String: [Double]]
  ) throws {
    let expected = try #require(golden["product_norm2"])
    let found = recurrence.jacobianNorms(for: inputs)
    #expect(expected.count == found.count + 1)
    for (k, norm) in found.enumerated() {
      let reference = expected[expected.count - 1 - k]
      #expect(abs(norm - reference) < 1e-9 * reference, "k = \(k)")
    }
  }
}
