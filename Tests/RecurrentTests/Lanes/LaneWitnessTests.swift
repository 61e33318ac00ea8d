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

  /// Every cell at the ends of the sizes and at some drawn between, none so large that it takes long.
  static let cases: [Case] = {
    var generator = SeededGenerator(seed: 2026)
    func draw(_ most: Int) -> Int { .random(in: 1...max(1, most), using: &generator) }
    return everyCell.indices.flatMap { cell in
      var sizes = [(1, 1, 1, 1), (130, 3, 70, 2), (16, 2, 16, 17), (50, 1, 33, 10), (2, 1, 1, 60)]
      for _ in 0..<4 {
        let units = draw(130)
        let batch = draw(min(70, 4_000 / units))
        sizes.append((units, draw(3), batch, draw(min(60, 20_000 / (units * batch)))))
      }
      return sizes.map {
        Case(cell: cell, units: $0.0, features: $0.1, batch: $0.2, steps: $0.3)
      }
    }
  }()

  /// The ways in vectors.
  private static let ways = [Way.sequences, .units]

  @Test(arguments: cases, ways)
  func forwardAgrees(of sizes: Case, by way: Way) throws {
    let (network, inputs) = (sizes.network, sizes.inputs)
    for state in [nil, sizes.state] {
      guard let found = way.trace(network, inputs, from: state) else { return }
      let plain = try #require(Way.equations.trace(network, inputs, from: state))
      try expectAgreement(found, plain)
      #expect(found.inputs == plain.inputs)
      #expect(found.initialState == plain.initialState)
    }
  }

  @Test(arguments: everyCell.indices, ways)
  func heldGatesAgree(cell index: Int, by way: Way) throws {
    let sizes = Case(cell: index, units: 21, features: 2, batch: 18, steps: 6)
    let (network, inputs) = (sizes.network, sizes.inputs)
    let values = makeTensor([21], limit: 0.9, seed: 5).values
    let names = network.cell.quantities.filter { [.gate, .candidate].contains($0.kind) }.map(\.name)
    for held in names.map({ [$0: values] }) + [
      .init(uniqueKeysWithValues: names.map { ($0, values) })
    ] {
      guard let found = way.trace(network, inputs, from: sizes.state, holding: held) else { return }
      let plain = try #require(
        Way.equations.trace(network, inputs, from: sizes.state, holding: held))
      try expectAgreement(found, plain)
      for name in held.keys { #expect(found.values(of: name, step: 5, sequence: 17) == values) }
      expectAgreement(
        network.backward(found, from: seeds(of: sizes)),
        network.cell.backward(plain, from: seeds(of: sizes)), network.cell)
    }
  }

  @Test(arguments: cases, ways)
  func gradientsAgree(of sizes: Case, by way: Way) throws {
    let network = sizes.network
    guard let found = way.trace(network, sizes.inputs, from: sizes.state) else { return }
    let plain = try #require(Way.equations.trace(network, sizes.inputs, from: sizes.state))
    expectAgreement(
      network.backward(found, from: seeds(of: sizes)),
      network.cell.backward(plain, from: seeds(of: sizes)), network.cell)
  }

  private func seeds(of sizes: Case) -> CellState {
    makeState(of: sizes.network.cell, batch: sizes.batch, seed: 99)
  }

  private func expectAgreement(_ found: CellTrace, _ plain: CellTrace) throws {
    for quantity in plain.quantities {
      let (values, expected) = (
        try #require(found.tensor(of: quantity.name)).values,
        try #require(plain.tensor(of: quantity.name)).values
      )
      #expect(
        largestDifference(values, expected) <= 1e-5 * largestMagnitude(expected),
        "\(quantity.name)")
    }
  }

  private func expectAgreement(
    _ found: CellGradient, _ plain: CellGradient, _ cell: any RecurrentCell
  ) {
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
}
