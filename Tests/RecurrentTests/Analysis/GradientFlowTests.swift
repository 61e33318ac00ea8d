import Testing

@testable import Recurrent

struct GradientFlowTests {
  @Test(arguments: everyCell.indices)
  func theNormsAreThoseOfTheWholeStatesJacobian(cell index: Int) throws {
    let network = makeNetwork(everyCell[index].0, options: everyCell[index].1)
    let trace = network.trace(makeTensor([6, 1, 2]))
    let norms = try #require(flow(network, trace).norms(at: .state))
    let steps = (0..<6).map { trace.input(step: $0).map(Double.init) }
    let jacobians = StateJacobians(of: network.cell, inputs: steps)
    let head = try #require(network.head)
    for (norm, product) in zip(norms, jacobians.products.dropFirst()) {
      let row = (0..<jacobians.size).map { j in
        (0..<3).reduce(0) { $0 + Double(head.kernel[$1]) * product[$1, j] }
      }
      let expected = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(abs(norm - expected) < 1e-5 * max(expected, 1e-2))
    }
    #expect(norms.count == 6)
  }

  @Test func severalSequencesGiveTheMeanOfEach() throws {
    let network = makeNetwork(LSTMCell.self)
    let inputs = makeTensor([4, 3, 2])
    let all = flow(network, network.trace(inputs))
    let single = (0..<3).map { sequence -> GradientFlow in
      var values: ContiguousArray<Float> = []
      for step in 0..<4 {
        let start = (step * 3 + sequence) * 2
        values += inputs.values[start..<start + 2]
      }
      return flow(network, network.trace(Tensor(shape: [4, 1, 2], values: values)))
    }
    for place in GradientFlow.Place.allCases {
      let norms = try #require(all.norms(at: place))
      for step in 0..<4 {
        let mean = mean(single.map { $0.norms(at: place)?[step] ?? .nan })
        #expect(abs(norms[step] - mean) < 1e-6)
      }
    }
    for step in 0..<4 {
      #expect(abs(all.inputs[step][1] - mean(single.map { $0.inputs[step][1] })) < 1e-6)
      let path = try #require(all.cellPath)
      #expect(abs(path[step] - mean(single.map { $0.cellPath?[step] ?? .nan })) < 1e-6)
    }
  }

  /// Keras' bias of 1 against PyTorch's of 0 on average: 0.731^9 against 0.5^9.
  @Test(arguments: [(Float(0.731_058_6), 0.059_644), (0.5, 0.001_953_1), (1, 1), (0, 0)])
  func theCellPathIsTheProductOfTheForgetGates(forget: Float, share: Double) throws {
    let network = makeNetwork(LSTMCell.self)
    let held = ["forget": ContiguousArray(repeating: forget, count: 3)]
    let trace = network.trace(makeTensor([10, 1, 2]), holding: held)
    let path = try #require(flow(network, trace).cellPath)
    #expect(abs(path[0] / path[9] - share) < 1e-6)
  }

  @Test func onlyAnLSTMHasACellPath() throws {
    for cell: any RecurrentCell.Type in [SimpleRNNCell.self, GRUCell.self] {
      let network = makeNetwork(cell)
      let flow = flow(network, network.trace(makeTensor([3, 1, 2])))
      #expect(flow.cellPath == nil && flow.norms(at: .c) == nil)
      #expect(flow.norms(at: .state) == flow.norms(at: .h))
    }
  }

  /// The textbook on its head: over ten steps a fresh RNN passes more to the oldest one than gates do.
  @Test func freshCellsPassTheSharesThatTheCourseNames() throws {
    let inputs = Tensor(
      shape: [10, 1, 1], values: [0.9, 0.91, 0.93, 0.92, 0.95, 0.94, 0.96, 0.97, 0.96, 0.95])
    let cells: [(any RecurrentCell.Type, ClosedRange<Double>)] = [
      (SimpleRNNCell.self, 0.3...0.9), (LSTMCell.self, 0.04...0.1), (GRUCell.self, 0.003...0.03),
    ]
    for (cell, range) in cells {
      for seed in 1...5 {
        let network = Network(cell, units: 50, seed: UInt64(seed))
        let norms = try #require(flow(network, network.trace(inputs)).norms(at: .state))
        #expect(range.contains(norms[0] / norms[9]), "\(cell.name), seed \(seed)")
      }
    }
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func flow(_ network: Network, _ trace: CellTrace) -> GradientFlow {
    guard let gradient = network.predictionGradient(of: trace) else {
      preconditionFailure("The networks of these tests have heads.")
    }
    return GradientFlow(gradient, along: trace)
  }
}
