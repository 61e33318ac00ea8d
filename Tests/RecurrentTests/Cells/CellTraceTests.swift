import Recurrent
import Testing

struct CellTraceTests {
  @Test(arguments: everyCell.indices)
  func everyQuantityHasOneNumberAUnitAndStep(cell index: Int) throws {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let trace = network.trace(makeTensor([4, 2, 2]))
    #expect((trace.steps, trace.batch, trace.units) == (4, 2, 3))
    for quantity in trace.quantities {
      let tensor = try #require(trace.tensor(of: quantity.name))
      #expect(tensor.shape == [4, 2, 3])
      let last = trace.values(of: quantity.name, step: 3, sequence: 1)
      #expect(last == .init(tensor.values.suffix(3)))
      if let range = quantity.range { #expect(tensor.values.allSatisfy(range.contains)) }
      let sums = trace.sumTensor(of: quantity.name)
      #expect((sums == nil) == (quantity.kind == .state))
    }
  }

  @Test func whatACellDoesNotHaveIsEmpty() {
    let trace = makeNetwork(GRUCell.self).trace(makeTensor([1, 1, 2]))
    #expect(trace.values(of: "cell", step: 0).isEmpty)
    #expect(trace.values(of: "wind", step: 0).isEmpty)
    #expect(trace.tensor(of: "cell") == nil)
    #expect(trace.sums(of: "hidden", step: 0) == nil)
    #expect(trace.sumTensor(of: "wind") == nil)
  }

  @Test(arguments: everyCell.indices)
  func noStepsLeaveTheStateAsItWas(cell index: Int) {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let state = makeState(of: network.cell, batch: 2)
    let trace = network.trace(Tensor(zeros: [0, 2, 2]), from: state)
    #expect(trace.finalState == state)
    let gradient = network.cell.backward(trace, from: state)
    #expect(gradient.initialState == state)
    #expect(gradient.parameters.allSatisfy { $0 == 0 })
  }

  @Test(arguments: everyCell.indices)
  func numbersThatAreNoneDoNotTrap(cell index: Int) {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    for value in [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude] {
      let inputs = Tensor(shape: [2, 1, 2], values: .init(repeating: value, count: 4))
      let gradient = network.lossGradient(inputs: inputs, targets: [value])
      #expect(!gradient.loss.isFinite || gradient.loss > 1e30)
    }
  }
}
