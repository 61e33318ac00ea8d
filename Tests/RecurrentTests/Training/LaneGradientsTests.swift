import Testing

@testable import Recurrent

/// The gradient of a batch in vectors against the one by the cell's equations.
struct LaneGradientsTests {
  /// Cells that run in vectors.
  private static let cells = everyCell.filter { type, options in
    (type.init(units: 1, features: 1, options: options) as? any LaneCell)?.runsInLanes ?? false
  }

  @Test(arguments: cells.indices, [1, 11, 16, 17, 32, 45])
  func agreesWithThePlainOne(cell index: Int, batch: Int) throws {
    let (type, options) = Self.cells[index]
    let network = makeNetwork(type, options: options, units: 7, features: 2, limit: 0.5)
    let rows = makeTensor([60, 2], seed: 3).values
    let sequences = Sequences(
      rows: rows, features: 2, length: 5, firstRows: Array(0..<50),
      targets: makeTensor([50], seed: 4).values)
    let windows = (0..<batch).map { $0 * 7 % 50 }
    let dropout = ContiguousArray(
      makeTensor([batch * 7 + 16], seed: 5).values.map { $0 < -0.4 ? 0 : 1.4 as Float })
    var plain = PlainGradients(network, sequences)
    var lanes = network.gradients(over: sequences, batch: batch, threads: 1)[0]
    for mask in [nil, dropout] {
      let expected = try plain.gradient(
        at: network.parameters, of: windows, dropout: mask, heed: {})
      let found = try lanes.gradient(
        at: lanes.ordered(network.parameters), of: windows, dropout: mask, heed: {})
      let parameters = lanes.restored(found.parameters)
      #expect(
        largestDifference(parameters, expected.parameters)
          <= 1e-5 * largestMagnitude(expected.parameters))
      #expect(abs(found.squaredErrors - expected.squaredErrors) < 1e-4)
      // What stands between the parameters must not grow.
      #expect(lanes.ordered(parameters) == found.parameters)
    }
  }

  @Test(arguments: cells.indices)
  func orderIsThereAndBack(cell index: Int) {
    let (type, options) = Self.cells[index]
    for units in [1, 3, 4, 17] {
      let network = makeNetwork(type, options: options, units: units, features: 3)
      let sequences = Sequences(
        rows: [0, 0, 0], features: 3, length: 1, firstRows: [0], targets: [0])
      let gradients = network.gradients(over: sequences, batch: 1, threads: 1)[0]
      let ordered = gradients.ordered(network.parameters)
      #expect(gradients.restored(ordered) == network.parameters)
    }
  }
}
