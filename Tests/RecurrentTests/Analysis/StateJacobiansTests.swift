import Testing

@testable import Recurrent

struct StateJacobiansTests {
  static let held: [HeldGates] = [[:], ["candidate": [0.4, -0.2, 0.1], "reset": [1, 0.5, 0]]]

  @Test(arguments: [("jacobian_u3", 3), ("jacobian_u50_ko", 50)])
  func theRNNsAreThoseOfNumPy(name: String, units: Int) throws {
    let golden = try Fixture.doubles("Analysis/" + name)
    var cell = SimpleRNNCell(units: units, features: 1)
    cell.parameters = .init(
      ["w.kernel", "w.recurrent_kernel", "w.bias"].flatMap { golden[$0] ?? [] }.map { Float($0) })
    let jacobians = StateJacobians(of: cell, inputs: try #require(golden["x"]).map { [$0] })
    expect(jacobians.states.joined(), equal: try #require(golden["step.h"]))
    let norms = jacobians.productNorms { _ in }
    expect(norms, equal: try #require(golden["product_norm2"]))
    expect(jacobians.products[0].values, equal: try #require(golden["product_to_h0"]))
    expect(jacobians.steps.map(\.spectralNorm), equal: try #require(golden["step_norm2"]))
    if let steps = golden["step_jacobian"] {
      expect(jacobians.steps.flatMap(\.values), equal: steps)
    }
  }

  private func expect(
    _ found: some Collection<Double>, equal expected: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    let largest = zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(largest < 1e-10, sourceLocation: sourceLocation)
  }

  @Test(arguments: everyCell.indices, held)
  func aStepsJacobianHoldsTheSlopesOfTheNewState(cell index: Int, held: HeldGates) {
    let cell = makeNetwork(everyCell[index].0, options: everyCell[index].1).cell
    let start = makeStart(of: cell)
    let x = [0.3, -0.7]
    let step = cell.stateStep(x, from: start, holding: held)
    let size = start.count
    #expect(step.state.count == size && step.jacobian.size == size)
    for j in 0..<size {
      var (above, below) = (start, start)
      above[j] += 1e-5
      below[j] -= 1e-5
      let high = cell.stateStep(x, from: above, holding: held).state
      let low = cell.stateStep(x, from: below, holding: held).state
      for i in 0..<size {
        let slope = (high[i] - low[i]) / (above[j] - below[j])
        #expect(abs(step.jacobian[i, j] - slope) < 1e-8, "\(i), \(j)")
      }
    }
  }

  @Test(arguments: everyCell.indices, held)
  func theStatesAreThoseOfTheNetwork(cell index: Int, held: HeldGates) throws {
    let network = makeNetwork(everyCell[index].0, options: everyCell[index].1)
    let inputs = makeTensor([4, 1, 2])
    let trace = network.trace(inputs, holding: held)
    let steps = (0..<4).map { trace.input(step: $0).map(Double.init) }
    let exact = StateJacobians(of: network.cell, inputs: steps, holding: held)
    let last = trace.finalState
    let expected = last.hidden.values + (last.cell?.values ?? [])
    #expect(largestDifference(exact.states[3].map { Float($0) }, expected) < 2e-6)
    let output = try #require(network.exactOutput(after: steps, holding: held))
    #expect(abs(Float(output) - network.predictions(of: trace)[0]) < 2e-6)
  }

  @Test(arguments: everyCell.indices, held)
  func productsCarryTheGradientOfThePrediction(cell index: Int, held: HeldGates) throws {
    let network = makeNetwork(everyCell[index].0, options: everyCell[index].1)
    let trace = network.trace(makeTensor([5, 1, 2]), holding: held)
    let gradient = try #require(network.predictionGradient(of: trace))
    let head = try #require(network.head)
    let steps = (0..<5).map { trace.input(step: $0).map(Double.init) }
    let jacobians = StateJacobians(of: network.cell, inputs: steps, holding: held)
    let first = jacobians.products[0]
    // ∂ŷ/∂s_0 = (w, 0)·∂s_T/∂s_0
    let found = (0..<jacobians.size).map { j in
      (0..<3).reduce(0) { $0 + Double(head.kernel[$1]) * first[$1, j] }
    }
    let expected = gradient.initialState.hidden.values + (gradient.initialState.cell?.values ?? [])
    let scale = max(largestMagnitude(expected), 1e-3)
    #expect(largestDifference(found.map { Float($0) }, expected) < 1e-4 * scale)
  }

  @Test func withoutInputsThereIsNoOutput() {
    #expect(makeNetwork().exactOutput(after: []) == nil)
    #expect(StateJacobians(of: makeNetwork().cell, inputs: []).products.count == 1)
  }

  private func makeStart(of cell: any RecurrentCell) -> [Double] {
    let state = makeState(of: cell, batch: 1)
    return (state.hidden.values + (state.cell?.values ?? [])).map(Double.init)
  }
}
