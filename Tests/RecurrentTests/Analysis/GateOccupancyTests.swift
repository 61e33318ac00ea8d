import Testing

@testable import Recurrent

struct GateOccupancyTests {
  @Test(arguments: everyCell.indices)
  func countsWhatATraceOfAllWindowsHolds(cell index: Int) throws {
    let network = makeNetwork(
      everyCell[index].0, options: everyCell[index].1, features: 1, limit: 4)
    // More windows than run side by side.
    let sequences = makeSequences(count: 300, length: 4)
    let occupancy = GateOccupancy(of: network, over: sequences)
    let trace = network.trace(of: sequences)
    #expect(occupancy.count == 1200)
    let bounded = network.cell.quantities.filter { $0.range != nil }
    #expect(occupancy.rows.map(\.quantity.name) == bounded.map(\.name))
    for row in occupancy.rows {
      let values = try #require(trace.tensor(of: row.quantity.name)).values
      for unit in 0..<3 {
        let own = stride(from: unit, to: values.count, by: 3).map { Double(values[$0]) }
        let isGate = row.quantity.kind == .gate
        #expect(abs(row.means[unit] - own.reduce(0, +) / 1200) < 1e-6)
        #expect(row.left?[unit] == (isGate ? Double(own.count { Float($0) < 0.1 }) / 1200 : nil))
        let right = own.count { Float(isGate ? $0 : abs($0)) > 0.9 }
        #expect(row.right[unit] == Double(right) / 1200)
      }
      #expect(abs(row.histogram.reduce(0, +) - 1) < 1e-12)
      #expect(row.histogram.count == GateOccupancy.intervals)
    }
  }

  @Test func heldGatesStandInOneInterval() throws {
    let held: HeldGates = ["forget": [1, 1, 1], "input": [0, 0.05, 0.35]]
    let occupancy = GateOccupancy(
      of: makeNetwork(features: 1), over: makeSequences(), holding: held)
    let forget = try #require(occupancy["forget"])
    #expect(forget.right == [1, 1, 1] && forget.means == [1, 1, 1])
    #expect(forget.histogram.last == 1)
    let input = try #require(occupancy["input"])
    #expect(input.left == [1, 1, 0])
    #expect(abs(input.histogram[0] - 2.0 / 3) < 1e-12 && abs(input.histogram[3] - 1.0 / 3) < 1e-12)
  }

  @Test func noWindowsGiveZerosAndNothingWithoutABound() {
    let none = makeSequences(count: 0)
    #expect(GateOccupancy(of: makeNetwork(features: 1), over: none)["forget"]?.means == [0, 0, 0])
    let relu = makeNetwork(SimpleRNNCell.self, options: .init(activation: .relu), features: 1)
    #expect(GateOccupancy(of: relu, over: makeSequences()).rows.isEmpty)
  }
}
