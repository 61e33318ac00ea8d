import Recurrent
import Testing

struct RecurrentCellTests {
  @Test(arguments: everyCell.indices)
  func termsAddUpToTheSum(cell index: Int) {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let trace = network.trace(
      makeTensor([3, 2, 2]), from: makeState(of: network.cell, batch: 2))
    for quantity in network.cell.quantities {
      for (step, sequence, unit) in [(0, 0, 0), (0, 1, 2), (2, 0, 1), (2, 1, 2)] {
        let terms = network.cell.terms(
          of: quantity.name, unit: unit, step: step, sequence: sequence, in: trace)
        guard let sums = trace.sums(of: quantity.name, step: step, sequence: sequence) else {
          #expect(quantity.kind == .state && terms.isEmpty)
          continue
        }
        #expect(terms.count >= 2 + 3 + 1)
        #expect(abs(terms.reduce(0) { $0 + $1.product } - sums[unit]) < 1e-6)
      }
    }
  }

  @Test func termsOfBothResetsDifferWhereTheResetActs() {
    for (resetAfter, factors) in [(true, true), (false, false)] {
      let network = makeNetwork(GRUCell.self, options: .init(resetAfter: resetAfter))
      let trace = network.trace(makeTensor([2, 1, 2]))
      let terms = network.cell.terms(of: "candidate", unit: 1, step: 1, sequence: 0, in: trace)
      let r = trace.values(of: "reset", step: 1)
      let h = trace.values(of: "hidden", step: 0)
      let recurrent = terms.filter { $0.source == .recurrent(unit: 2) }
      #expect(recurrent.map(\.factor) == [factors ? r[1] : 1])
      #expect(recurrent.map(\.value) == [factors ? h[2] : r[2] * h[2]])
      #expect(terms.contains { $0.source == .recurrentBias } == resetAfter)
    }
  }

  @Test(arguments: everyCell.indices)
  func stepsOneByOneGiveTheSameAsAllAtOnce(cell index: Int) {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options)
    let inputs = makeTensor([4, 3, 2])
    let whole = network.trace(inputs)
    var state = network.cell.zeroState(batch: 3)
    for step in 0..<4 {
      let x = Tensor(shape: [1, 3, 2], values: .init(inputs.values[step * 6..<(step + 1) * 6]))
      state = network.trace(x, from: state).finalState
      #expect(state == whole.state(after: step))
    }
    #expect(state == whole.finalState)
  }

  @Test(arguments: everyCell.indices)
  func sequencesOfABatchDoNotTouch(cell index: Int) throws {
    let (type, options) = everyCell[index]
    let network = makeNetwork(type, options: options, features: 1)
    let inputs = makeTensor([4, 5, 1])
    let whole = network.trace(inputs)
    for sequence in 0..<5 {
      let alone = Tensor(
        shape: [4, 1, 1], values: .init((0..<4).map { inputs.values[$0 * 5 + sequence] }))
      let trace = network.trace(alone)
      for quantity in network.cell.quantities {
        #expect(
          largestDifference(
            trace.values(of: quantity.name, step: 3),
            whole.values(of: quantity.name, step: 3, sequence: sequence)) < 1e-6)
      }
    }
  }

  @Test func forgetGateNearOneKeepsTheCellState() throws {
    var network = makeNetwork(LSTMCell.self, units: 1, features: 1)
    network.cell.parameters = .init(repeating: 0, count: network.cell.parameters.count)
    network.cell.parameters[8 + 1] = 20  // the forget gate's bias
    let state = CellState(
      hidden: Tensor(zeros: [1, 1]), cell: Tensor(shape: [1, 1], values: [0.75]))
    let trace = network.trace(Tensor(zeros: [30, 1, 1]), from: state)
    #expect(abs(trace.values(of: "cell", step: 29)[0] - 0.75) < 1e-5)
  }

  @Test func heldGatesTurnAGRUIntoASimpleRNN() {
    let gru = makeNetwork(GRUCell.self, units: 3, features: 2)
    var rnn = SimpleRNNCell(units: 3, features: 2)
    let parameters = gru.cell.parameters
    // The candidate's columns of kernel and recurrent kernel, and both its biases.
    var candidate: ContiguousArray<Float> = []
    for row in 0..<5 { candidate += parameters[row * 9 + 6..<row * 9 + 9] }
    for unit in 0..<3 { candidate.append(parameters[51 + unit] + parameters[60 + unit]) }
    rnn.parameters = candidate
    let inputs = makeTensor([6, 2, 2])
    let held: HeldGates = ["update": [0, 0, 0], "reset": [1, 1, 1]]
    let clamped = gru.trace(inputs, holding: held)
    let plain = rnn.forward(inputs, from: rnn.zeroState(batch: 2))
    #expect(clamped.values(of: "reset", step: 5, sequence: 1) == [1, 1, 1])
    #expect(largestDifference(clamped.hidden, plain.hidden) < 1e-6)
    #expect(largestDifference(gru.trace(inputs).hidden, plain.hidden) > 1e-2)
  }

  @Test func namesThatCannotBeHeldAreIgnored() {
    for (type, options) in everyCell {
      let network = makeNetwork(type, options: options)
      let inputs = makeTensor([2, 1, 2])
      let held: HeldGates = ["hidden": [1, 1, 1], "sum": [1], "wind": [0]]
      #expect(network.trace(inputs, holding: held).finalState == network.trace(inputs).finalState)
    }
  }

  @Test func shapesAreThoseOfKeras() {
    let shapes = everyCell.suffix(3).map { type, options in
      type.init(units: 50, features: 2, options: options).parameterShapes.map(\.shape)
    }
    #expect(
      shapes == [
        [[2, 200], [50, 200], [200]], [[2, 150], [50, 150], [2, 150]],
        [[2, 150], [50, 150], [150]],
      ])
    for (type, options) in everyCell {
      let cell = type.init(units: 4, features: 3, options: options)
      #expect(cell.parameterShapes.reduce(0) { $0 + $1.count } == cell.parameters.count)
      #expect(cell.parameterShapes.map(\.name) == ["kernel", "recurrent_kernel", "bias"])
    }
  }

  @Test func quantitiesStandInTheOrderShown() {
    let names = CellTable.all.map {
      $0.init(units: 1, features: 1, options: .init()).quantities.map(\.name)
    }
    #expect(
      names == [
        ["sum", "hidden"], ["input", "forget", "candidate", "output", "cell", "hidden"],
        ["update", "reset", "candidate", "hidden"],
      ])
    #expect(SimpleRNNCell(units: 1, features: 1).quantities[1].range == -1...1)
    let relu = SimpleRNNCell(units: 1, features: 1, options: .init(activation: .relu))
    #expect(relu.quantities[1].range == nil)
  }

  @Test func tableFindsCellsByName() {
    #expect(CellTable.all.map { $0.title } == ["SimpleRNN", "LSTM", "GRU"])
    #expect(CellTable.cell(named: "gru") == GRUCell.self)
    #expect(CellTable.cell(named: "GRU") == nil)
  }

  @Test func tensorsThatDoNotFitAreNamed() {
    let cell = LSTMCell(units: 3, features: 2)
    let state = cell.zeroState(batch: 4)
    func message(_ inputs: [Int], _ state: CellState) -> String? {
      do throws(ShapeError) {
        try cell.validate(inputs: Tensor(zeros: inputs), state: state)
        return nil
      } catch {
        return error.description
      }
    }
    #expect(message([5, 4, 2], state) == nil)
    #expect(message([5, 4, 1], state) == "inputs: expected shape [steps, batch, 2], got [5, 4, 1]")
    #expect(message([5, 4], state) == "inputs: expected shape [steps, batch, 2], got [5, 4]")
    #expect(message([5, 3, 2], state) == "hidden state: expected shape [3, 3], got [4, 3]")
    let uncelled = CellState(hidden: Tensor(zeros: [4, 3]))
    #expect(message([5, 4, 2], uncelled) == "cell state: expected shape [4, 3], got none")
  }
}

extension CellTrace {
  /// The hidden states, flat.
  fileprivate var hidden: ContiguousArray<Float> { tensor(of: "hidden")?.values ?? [] }
}
