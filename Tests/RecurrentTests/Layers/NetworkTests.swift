import Recurrent
import Testing

struct NetworkTests {
  @Test func parameterCountsAreThoseOfKeras() {
    let counts = CellTable.all.map { Network($0, units: 50, seed: 1).layerParameterCount }
    #expect(counts == [2_600, 10_400, 7_950])
    let network = Network(LSTMCell.self, units: 50, seed: 1)
    #expect(network.headParameterCount == 51)
    #expect(network.parameterCount == 10_451)
    #expect(network.parameters.count == 10_451)
    let before = Network(GRUCell.self, units: 50, options: .init(resetAfter: false), seed: 1)
    #expect(before.layerParameterCount == 7_800)
  }

  @Test func parametersGoInAndComeOut() throws {
    var network = makeNetwork(GRUCell.self)
    let numbers = ContiguousArray((0..<network.parameterCount).map { Float($0) })
    network.parameters = numbers
    #expect(network.parameters == numbers)
    #expect(network.cell.parameters == .init(numbers.dropLast(4)))
    #expect(
      network.head == Dense(kernel: .init(numbers.suffix(4).dropLast()), bias: numbers.last ?? 0))
  }

  @Test(arguments: everyCell.indices)
  func predictionsAreTheHeadOfTheLastState(cell index: Int) throws {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options, features: 1)
    let sequences = makeSequences(count: 150)
    let trace = network.trace(of: sequences)
    let predictions = network.predictions(for: sequences)
    #expect(largestDifference(predictions, network.predictions(of: trace)) < 1e-6)
    for sequence in [0, 63, 64, 149] {
      let hidden = trace.values(of: "hidden", step: 9, sequence: sequence)
      let output = try #require(network.output(hidden: hidden))
      #expect(abs(predictions[sequence] - output) < 1e-6)
    }
  }

  @Test func aNetworkWithoutHeadPredictsNothing() {
    var network = makeNetwork(features: 1)
    network.head = nil
    let trace = network.trace(of: makeSequences())
    #expect(network.predictions(for: makeSequences()).isEmpty)
    #expect(network.predictions(of: trace).isEmpty)
    #expect(network.output(hidden: [1, 2, 3]) == nil)
    #expect(network.predictionGradient(of: trace) == nil)
    #expect(network.parameters == network.cell.parameters)
    #expect(network.headParameterCount == 0)
  }

  @Test func heldGatesReachThePredictions() {
    let network = makeNetwork(features: 1)
    let sequences = makeSequences()
    let held: HeldGates = ["output": [0, 0, 0]]
    let bias = network.head?.bias ?? .nan
    #expect(network.predictions(for: sequences, holding: held).allSatisfy { $0 == bias })
    #expect(network.predictions(for: sequences).allSatisfy { $0 != bias })
  }

  @Test func windowsAreViewsIntoTheRows() {
    let sequences = Sequences(
      rows: [0, 1, 10, 11, 20, 21, 30, 31], features: 2, length: 2, firstRows: [2, 0], targets: [])
    #expect(
      sequences.inputs(of: [0, 1])
        == Tensor(shape: [2, 2, 2], values: [20, 21, 0, 1, 30, 31, 10, 11]))
    #expect(sequences.inputs(of: [1]).values == [0, 1, 10, 11])
    #expect(sequences.inputs(of: []) == Tensor(zeros: [2, 0, 2]))
  }

  @Test func noWindowsGiveNoPredictions() {
    let none = Sequences(rows: [], features: 1, length: 10, firstRows: [], targets: [])
    #expect(makeNetwork(features: 1).predictions(for: none).isEmpty)
  }
}
