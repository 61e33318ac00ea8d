import Recurrent
import Testing

struct UnitBenchTests {
  private let inputs = [0.7, -0.3, 0.9, 0.2, -1.1]
  private let weights = UnitBench.Weights(input: 0.8, recurrent: -0.6, bias: 0.1)

  /// Every part computed from weights of its own.
  private func bench(
    _ cell: UnitBench.Cell, hidden: Double = 0.2, cellState: Double = -0.4
  ) -> (bench: UnitBench, weights: [UnitBench.Weights]) {
    var sources: [String: UnitBench.Source] = [:]
    var all: [UnitBench.Weights] = []
    for (index, name) in cell.parts.enumerated() {
      let shift = Double(index)
      let weights = UnitBench.Weights(
        input: 0.8 - 0.5 * shift, recurrent: -0.6 + 0.4 * shift, bias: 0.1 + 0.3 * shift)
      let isGate = name != "candidate" && name != "hidden"
      sources[name] = .computed(weights, isGate ? .sigmoid : .tanh)
      all.append(weights)
    }
    let bench = UnitBench(
      cell, sources: sources, initialHidden: hidden, initialCell: cellState)
    return (bench, all)
  }

  /// The same unit among the cells of the networks.
  private func network(_ cell: any RecurrentCell, _ weights: [UnitBench.Weights]) -> CellTrace {
    var cell = cell
    for (block, weights) in zip(type(of: cell).blocks, weights) {
      cell.set(.kernel, of: block, to: [Float(weights.input)])
      cell.set(.recurrentKernel, of: block, to: [Float(weights.recurrent)])
      cell.set(.bias, of: block, to: [Float(weights.bias)])
    }
    let isLSTM = cell.zeroState(batch: 1).cell != nil
    return cell.forward(
      Tensor(shape: [inputs.count, 1, 1], values: .init(inputs.map { Float($0) })),
      from: CellState(
        hidden: Tensor(shape: [1, 1], values: [0.2]),
        cell: isLSTM ? Tensor(shape: [1, 1], values: [-0.4]) : nil))
  }

  @Test(arguments: [
    (UnitBench.Cell.rnn, SimpleRNNCell(units: 1, features: 1) as any RecurrentCell),
    (.lstm, LSTMCell(units: 1, features: 1)), (.gru, GRUCell(units: 1, features: 1)),
    (.gru, GRUCell(units: 1, features: 1, options: CellOptions(resetAfter: false))),
  ])
  func oneUnitIsWhatTheNetworksCompute(name: UnitBench.Cell, cell: any RecurrentCell) {
    let (bench, weights) = bench(name)
    let steps = bench.run(inputs)
    let trace = network(cell, weights)
    #expect(steps.count == inputs.count)
    for (index, step) in steps.enumerated() {
      for quantity in cell.quantities where quantity.kind != .sum {
        let expected = Double(trace.values(of: quantity.name, step: index)[0])
        let found =
          switch quantity.name {
          case "hidden": step.hidden
          case "cell": step.cell ?? .nan
          default: step.value(quantity.name)
          }
        #expect(abs(found - expected) < 2e-6, "\(name) \(quantity.name) step \(index)")
      }
    }
  }

  @Test func theRecurrentUnitOfTheCourseComesOut() {
    let weights = UnitBench.Weights(input: 1, recurrent: 0.5)
    let steps = UnitBench(.rnn, sources: ["hidden": .computed(weights, .tanh)]).run([1, 0, 0])
    #expect(abs(steps[0].hidden - 0.7616) < 5e-5)
    #expect(abs(steps[1].hidden - 0.3634) < 5e-5)
    #expect(abs(steps[2].hidden - 0.1797) < 5e-5)
    #expect(steps[1].parts["hidden"]?.sum == 0.5 * steps[0].hidden)
  }

  @Test func anInputGateThatClosesHoldsWhatWasWritten() {
    let bench = UnitBench(
      .lstm,
      sources: [
        "forget": .given([1]), "input": .given([1, 0]), "output": .given([0.5]),
        "candidate": .computed(.init(input: 1), .tanh),
      ])
    let steps = bench.run([0.7, 0.1, 0.9])
    #expect(steps.allSatisfy { $0.cell == steps[0].cell })
    #expect(abs((steps[2].cell ?? 0) - 0.604367777) < 1e-9)
    #expect(abs(steps[2].hidden - 0.5 * 0.5402) < 5e-5)
  }

  @Test(arguments: [UnitBench.Cell.lstm, .gru])
  func tiedGatesAndALinearCandidateAreTheAverage(cell: UnitBench.Cell) {
    var bench = UnitBench(cell, sources: ["candidate": .computed(.init(input: 1), .linear)])
    bench.sources["forget"] = .given([0.8])
    bench.sources["input"] = .given([0.2])
    bench.sources["update"] = .given([0.8])
    let steps = bench.run(inputs)
    let mean = ExponentialAverage.mean(of: inputs, beta: 0.8)
    for (step, mean) in zip(steps, mean) {
      #expect(abs((step.cell ?? step.hidden) - mean) < 1e-15)
    }
  }

  @Test func anOpenGRUIsTheRecurrentUnit() {
    let rnn = UnitBench(.rnn, sources: ["hidden": .computed(weights, .tanh)])
    let gru = UnitBench(
      .gru,
      sources: [
        "update": .given([0]), "reset": .given([1]), "candidate": .computed(weights, .tanh),
      ])
    #expect(rnn.run(inputs).map(\.hidden) == gru.run(inputs).map(\.hidden))
  }

  @Test func numbersBeyondDoubleAreInfiniteAndNoTrap() {
    let steps = UnitBench(
      .rnn, sources: ["hidden": .computed(.init(input: 1, recurrent: 1e200), .linear)]
    ).run([1e200, 0, 0])
    #expect(steps[2].hidden == .infinity)
  }

  @Test func noInputsMakeNoSteps() {
    #expect(UnitBench(.lstm, sources: [:]).run([]).isEmpty)
  }
}
