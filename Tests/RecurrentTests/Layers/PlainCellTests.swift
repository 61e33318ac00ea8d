import Testing

@testable import Recurrent

/// A cell that has its equations and nothing else: the LSTM's, under another name.
private struct PlainCell: RecurrentCell {
  static let name = "plain"
  static let title = "Plain"
  static let blocks = LSTMCell.blocks

  private var lstm: LSTMCell

  init(units: Int, features: Int, options: CellOptions) {
    lstm = LSTMCell(units: units, features: features, options: options)
  }

  var units: Int { lstm.units }
  var features: Int { lstm.features }
  var options: CellOptions { lstm.options }
  var parameterShapes: [ParameterShape] { lstm.parameterShapes }
  var quantities: [Quantity] { lstm.quantities }
  var parameters: ContiguousArray<Float> {
    get { lstm.parameters }
    set { lstm.parameters = newValue }
  }

  func zeroState(batch: Int) -> CellState { lstm.zeroState(batch: batch) }

  func forward(_ inputs: Tensor, from state: CellState, holding held: HeldGates) -> CellTrace {
    lstm.forward(inputs, from: state, holding: held)
  }

  func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient {
    lstm.backward(trace, from: seeds)
  }

  func stateStep(_ inputs: [Double], from state: [Double], holding held: HeldGates) -> StateStep {
    lstm.stateStep(inputs, from: state, holding: held)
  }

  func terms(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm] {
    lstm.terms(of: quantity, unit: unit, step: step, sequence: sequence, in: trace)
  }

  func formula(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> Formula {
    lstm.formula(of: quantity, unit: unit, step: step, sequence: sequence, in: trace)
  }
}

/// A cell that does not run in vectors does everything by its equations.
struct PlainCellTests {
  private func makePair(units: Int = 6) -> (plain: Network, lstm: Network) {
    let lstm = makeNetwork(units: units, features: 1, limit: 0.4)
    var plain = PlainCell(units: units, features: 1, options: .init())
    plain.parameters = lstm.cell.parameters
    return (Network(cell: plain, head: lstm.head), lstm)
  }

  @Test func tracesAndPredictionsAreThoseOfItsTwin() throws {
    let (plain, lstm) = makePair()
    let sequences = makeSequences(count: 30, length: 70)
    for skipped in [0, 65, 70] {
      let found = plain.trace(of: sequences, skipping: skipped) { _ in }
      let expected = lstm.trace(of: sequences, skipping: skipped) { _ in }
      #expect(found.lanes.isEmpty && found.steps == 70 - skipped)
      #expect(
        largestDifference(
          found.finalState.hidden.values, expected.finalState.hidden.values) < 1e-5)
    }
    #expect(
      largestDifference(plain.predictions(for: sequences), lstm.predictions(for: sequences)) < 1e-5)
    let (means, others) = (
      GateOccupancy(of: plain, over: sequences), GateOccupancy(of: lstm, over: sequences)
    )
    for (mean, other) in zip(
      try #require(means["forget"]).means, try #require(others["forget"]).means)
    {
      #expect(abs(mean - other) < 1e-5)
    }
  }

  @Test func itsTrainingFollowsThatOfItsTwin() throws {
    let (plain, lstm) = makePair()
    let networks = try [plain, lstm].map { network in
      var trainer = Trainer(
        network: network, sequences: makeSequences(count: 50), recipe: .init(batch: 20))
      for _ in 0..<3 { try trainer.runEpoch { _ in } }
      return trainer.network
    }
    #expect(largestDifference(networks[0].parameters, networks[1].parameters) < 1e-4)
  }
}
