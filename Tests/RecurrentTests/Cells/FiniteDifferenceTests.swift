import Recurrent
import Testing

/// The gradients of every cell beside differences of the loss: a second witness, without a library.
///
/// The seeds are such that no sum of a ReLU lies within a step of its kink.
struct FiniteDifferenceTests {
  private static let step: Float = 0.01

  @Test(
    arguments: everyCell.indices, [[:], ["candidate": [0.4, -0.2, 0.1], "reset": [1, 0.5, 0]]])
  func gradientsAreSlopesOfTheLoss(cell index: Int, held: HeldGates) throws {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let inputs = makeTensor([4, 2, 2])
    let targets: ContiguousArray<Float> = [0.7, -0.4]
    let state = makeState(of: network.cell, batch: 2)
    func loss(_ network: Network, _ inputs: Tensor, _ state: CellState) -> Double {
      let predictions = network.predictions(of: network.trace(inputs, from: state, holding: held))
      return zip(predictions, targets).reduce(0) {
        $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1)) / 2
      }
    }

    // The seeds are those of the loss, so that the held gates' gradient is checked as well.
    let trace = network.trace(inputs, from: state, holding: held)
    let head = try #require(network.head)
    let errors = zip(network.predictions(of: trace), targets).map { $0 - $1 }
    let seeds = CellState(
      hidden: Tensor(
        shape: [2, 3], values: .init(errors.flatMap { error in head.kernel.map { error * $0 } })))
    let gradient = network.cell.backward(trace, from: seeds)

    expect(gradient.parameters, areSlopesOf: network.cell.parameters) {
      var network = network
      network.cell.parameters = $0
      return loss(network, inputs, state)
    }
    expect(gradient.inputs.values, areSlopesOf: inputs.values) {
      loss(network, Tensor(shape: inputs.shape, values: $0), state)
    }
    expect(gradient.initialState.hidden.values, areSlopesOf: state.hidden.values) {
      var state = state
      state.hidden.values = $0
      return loss(network, inputs, state)
    }
    if let cell = state.cell {
      expect(try #require(gradient.initialState.cell).values, areSlopesOf: cell.values) {
        var state = state
        state.cell = Tensor(shape: cell.shape, values: $0)
        return loss(network, inputs, state)
      }
    }
  }

  @Test(arguments: everyCell.indices)
  func lossGradientIsTheSlopeOfTheLoss(cell index: Int) {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let inputs = makeTensor([3, 2, 2])
    let gradient = network.lossGradient(inputs: inputs, targets: [0.5, -0.5])
    expect(gradient.parameters, areSlopesOf: network.parameters) {
      var network = network
      network.parameters = $0
      return network.lossGradient(inputs: inputs, targets: [0.5, -0.5]).loss
    }
  }

  @Test(arguments: everyCell.indices)
  func predictionGradientIsTheSlopeOfThePrediction(cell index: Int) throws {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let inputs = makeTensor([3, 1, 2], seed: 14)
    let gradient = try #require(network.predictionGradient(of: network.trace(inputs)))
    expect(gradient.inputs.values, areSlopesOf: inputs.values) {
      let trace = network.trace(Tensor(shape: inputs.shape, values: $0))
      return Double(network.predictions(of: trace).first ?? .nan)
    }
  }

  @Test func statesBetweenCarryTheGradientOfWhatFollows() throws {
    let network = makeNetwork(LSTMCell.self)
    let inputs = makeTensor([5, 1, 2])
    let trace = network.trace(inputs)
    let gradient = try #require(network.predictionGradient(of: trace))
    // Starting again from the state after step 2 must see the same slopes as passing through it.
    let rest = Tensor(shape: [2, 1, 2], values: .init(inputs.values[6...]))
    let later = network.trace(rest, from: trace.state(after: 2))
    let again = try #require(network.predictionGradient(of: later)).initialState
    let cell = try #require(gradient.cell)
    // The gradient of c includes the way through h of its own step: h = o ⊙ tanh(c).
    let output = trace.values(of: "output", step: 2)
    let c = trace.values(of: "cell", step: 2)
    for unit in 0..<3 {
      let dh = again.hidden.values[unit]
      let slope = output[unit] * Activation.tanh.slope(at: c[unit])
      let expected = try #require(again.cell).values[unit] + dh * slope
      #expect(abs(gradient.hidden.values[6 + unit] - dh) < 1e-6)
      #expect(abs(cell.values[6 + unit] - expected) < 1e-6)
    }
  }

  /// Compares a gradient with central differences, within 1 % of its largest element and what
  /// rounding does to a difference.
  private func expect(
    _ gradient: ContiguousArray<Float>, areSlopesOf values: ContiguousArray<Float>,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ function: (ContiguousArray<Float>) -> Double
  ) {
    let slopes = values.indices.map { index in
      var (above, below) = (values, values)
      above[index] += Self.step
      below[index] -= Self.step
      let run = Double(above[index]) - Double(below[index])
      return Float((function(above) - function(below)) / run)
    }
    let largest = largestMagnitude(slopes)
    #expect(largest > 1e-4, sourceLocation: sourceLocation)
    #expect(
      largestDifference(gradient, slopes) < 0.01 * largest + 4e-6, sourceLocation: sourceLocation)
  }
}
