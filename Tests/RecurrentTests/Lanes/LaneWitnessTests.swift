import Testing

@testable import Recurrent

/// The passes in vectors against the cells' own equations, within 1e-5 of the largest number.
struct LaneWitnessTests {
  /// A cell of some size with some sequences.
  struct Case: CustomTestStringConvertible {
    let cell: Int
    let units: Int
    let features: Int
    let batch: Int
    let steps: Int

    var testDescription: String {
      "\(everyCell[cell].0.name) \(everyCell[cell].1), \(units) units, \(features) features, "
        + "\(batch) sequences, \(steps) steps"
    }

    /// A network with weights that neither vanish nor explode over the steps.
    var network: Network {
      makeNetwork(
        everyCell[cell].0, options: everyCell[cell].1, units: units, features: features,
        limit: 0.9 / Float(units).squareRoot(), seed: UInt64(units * 100 + batch))
    }

    var inputs: Tensor { makeTensor([steps, batch, features], seed: UInt64(steps)) }
    var state: CellState { makeState(of: network.cell, batch: batch) }
  }

  /// Every cell at the ends of the sizes and at some drawn between.
  static let cases: [Case] = {
    var generator = SeededGenerator(seed: 2026)
    return everyCell.indices.flatMap { cell in
      [(1, 1, 1, 1), (130, 3, 70, 2), (16, 2, 16, 17), (50, 1, 33, 10)].map {
        Case(cell: cell, units: $0.0, features: $0.1, batch: $0.2, steps: $0.3)
      }
        + (0..<4).map { _ in
          Case(
            cell: cell, units: .random(in: 1...130, using: &generator),
            features: .random(in: 1...3, using: &generator),
            batch: .random(in: 1...70, using: &generator),
            steps: .random(in: 1...60, using: &generator))
        }
    }
  }()

  @Test(arguments: cases)
  func forwardAgreesInBothArrangements(of sizes: Case) throws {
    let network = sizes.network
    guard let cell = network.cell as? any LaneCell, cell.runsInLanes else { return }
    for state in [nil, sizes.state] {
      let plain = cell.forward(
        sizes.inputs, from: state ?? cell.zeroState(batch: sizes.batch), holding: [:])
      for arrangement in [LaneShape.Arrangement.sequences, .units] {
        let found = trace(cell, sizes.inputs, from: state, arrangement)
        for quantity in cell.quantities {
          let (values, expected) = (
            try #require(found.tensor(of: quantity.name)).values,
            try #require(plain.tensor(of: quantity.name)).values
          )
          #expect(
            largestDifference(values, expected) <= 1e-5 * max(1e-3, largestMagnitude(expected)),
            "\(quantity.name) \(arrangement)")
        }
        #expect(found.inputs == plain.inputs)
        #expect(found.initialState == plain.initialState)
      }
    }
  }

  @Test(arguments: cases)
  func gradientsAgree(of sizes: Case) throws {
    let network = sizes.network
    guard let cell = network.cell as? any LaneCell, cell.runsInLanes else { return }
    let seeds = makeState(of: cell, batch: sizes.batch, seed: 99)
    let plain = cell.backward(
      cell.forward(sizes.inputs, from: sizes.state, holding: [:]), from: seeds)
    let found = network.backward(
      trace(cell, sizes.inputs, from: sizes.state, .sequences), from: seeds)
    func compare(_ values: Tensor?, _ expected: Tensor?, _ name: String) {
      #expect(values?.shape == expected?.shape)
      guard let values, let expected else { return }
      let bound = 1e-5 * largestMagnitude(expected.values)
      #expect(largestDifference(values.values, expected.values) <= bound, "\(name)")
    }
    compare(found.inputs, plain.inputs, "inputs")
    compare(found.hidden, plain.hidden, "hidden")
    compare(found.cell, plain.cell, "cell")
    compare(found.initialState.hidden, plain.initialState.hidden, "initial hidden")
    compare(found.initialState.cell, plain.initialState.cell, "initial cell")
    var start = 0
    for shape in cell.parameterShapes {
      let places = start..<start + shape.count
      compare(
        Tensor(shape: shape.shape, values: .init(found.parameters[places])),
        Tensor(shape: shape.shape, values: .init(plain.parameters[places])), shape.name)
      start += shape.count
    }
  }

  private func trace(
    _ cell: some LaneCell, _ inputs: Tensor, from state: CellState?,
    _ arrangement: LaneShape.Arrangement, holding held: HeldGates = [:]
  ) -> CellTrace {
    let forward = LaneForward(cell, LaneInputs(inputs, from: state), holding: held, arrangement)
    return CellTrace(
      of: cell, batch: inputs.shape[1], holding: held,
      lanes: forward.traces(reusing: [], threads: 1, progress: { (_: Double) throws(Never) in }))
  }
}
