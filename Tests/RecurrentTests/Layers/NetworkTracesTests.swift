import Testing

@testable import Recurrent

/// Traces of windows: what is skipped, used again, interrupted, and run on several threads.
struct NetworkTracesTests {
  private struct Interruption: Error, Equatable {}

  /// Few windows run one by one, many side by side.
  private static let counts = [1, 8, 9, 40]

  private func expectSame(
    _ found: CellTrace, _ expected: CellTrace, from first: Int = 0, _ comment: Comment? = nil
  ) throws {
    #expect(found.steps == expected.steps - first && found.batch == expected.batch)
    for quantity in expected.quantities {
      let all = try #require(expected.tensor(of: quantity.name))
      let step = all.shape[1] * all.shape[2]
      let kept = ContiguousArray(all.values[(first * step)...])
      #expect(try #require(found.tensor(of: quantity.name)).values == kept, comment)
    }
    #expect(found.finalState == expected.finalState)
  }

  @Test(arguments: everyCell.indices, counts)
  func skippedStepsLeaveTheOthersAsTheyAre(cell index: Int, count: Int) throws {
    let network = makeNetwork(
      everyCell[index].0, options: everyCell[index].1, units: 18, features: 1, limit: 0.3)
    let sequences = makeSequences(count: count, length: 40)
    let all = network.trace(of: sequences)
    for skipped in [0, 1, 16, 33, 40] {
      let part = network.trace(of: sequences, skipping: skipped) { _ in }
      if skipped < 40 {
        try expectSame(part, all, from: skipped, "skipping \(skipped)")
        #expect(part.input(step: 0) == all.input(step: skipped))
        #expect(part.previousHidden(step: 0) == all.previousHidden(step: skipped))
        #expect(part.previousCell(step: 0) == all.previousCell(step: skipped))
      } else {
        #expect(part.steps == 0 && part.initialState == all.finalState)
      }
    }
  }

  @Test(arguments: counts)
  func memoryOfAnOldTraceHoldsTheNewOne(count: Int) throws {
    let (first, second) = (makeNetwork(features: 1), makeNetwork(features: 1, seed: 8))
    let sequences = makeSequences(count: count, length: 6)
    var trace: CellTrace? = first.trace(of: sequences, holding: ["forget": [0, 1, 0.5]])
    trace = second.trace(of: sequences, reusing: trace.take()) { _ in }
    try expectSame(try #require(trace), second.trace(of: sequences))
    // Of another shape it is of no use, and does no harm.
    let longer = makeSequences(count: count, length: 7)
    trace = second.trace(of: longer, reusing: trace.take()) { _ in }
    try expectSame(try #require(trace), second.trace(of: longer))
  }

  @Test func sequencesAloneAndSideBySideHaveTheSameBytes() throws {
    for (type, options) in everyCell {
      let network = makeNetwork(type, options: options, units: 50, features: 2, limit: 0.2)
      let rows = makeTensor([60, 2], seed: 2).values
      let together = network.trace(
        of: Sequences(
          rows: rows, features: 2, length: 9, firstRows: Array(0..<30), targets: []))
      for sequence in [0, 15, 16, 29] {
        let alone = network.trace(
          of: Sequences(
            rows: rows, features: 2, length: 9, firstRows: [sequence], targets: []))
        for quantity in network.cell.quantities {
          #expect(
            alone.values(of: quantity.name, step: 8)
              == together.values(of: quantity.name, step: 8, sequence: sequence))
        }
      }
    }
  }

  @Test(arguments: everyCell.indices)
  func threadsChangeNothing(cell index: Int) throws {
    let network = makeNetwork(
      everyCell[index].0, options: everyCell[index].1, units: 64, features: 1, limit: 0.1)
    let sequences = makeSequences(count: 300, length: 12)
    try expectSame(
      network.trace(of: sequences, threads: 2) { _ in },
      network.trace(of: sequences, threads: 1) { _ in })
    #expect(
      network.predictions(for: sequences, threads: 2) { _ in }
        == network.predictions(for: sequences, threads: 1) { _ in })
    let rows = [1, 2].map {
      GateOccupancy(of: network, over: sequences, holding: [:], threads: $0) { _ in }.rows
    }
    #expect(rows[0].map(\.means) == rows[1].map(\.means))
    #expect(rows[0].map(\.histogram) == rows[1].map(\.histogram))
  }

  @Test func predictionsAreThoseOfTheTrace() {
    for (type, options) in everyCell {
      let network = makeNetwork(type, options: options, features: 1)
      for count in Self.counts {
        let sequences = makeSequences(count: count)
        #expect(
          network.predictions(for: sequences)
            == network.predictions(of: network.trace(of: sequences)))
      }
    }
  }

  @Test(arguments: [1, 2])
  func aLongSeriesCanBeInterrupted(threads: Int) {
    let network = Network(LSTMCell.self, units: 50, seed: 1)
    let (windows, days) = (
      makeSequences(count: 4_000, length: 10),
      Sequences(
        rows: .init(repeating: 0.5, count: 25_000), features: 1, length: 25_000, firstRows: [0],
        targets: [])
    )
    for (sequences, skipped) in [(windows, 0), (windows, 9), (days, 0), (days, 24_999)] {
      var told: [Double] = []
      #expect(throws: Interruption()) {
        _ = try network.trace(of: sequences, skipping: skipped, threads: threads) { done in
          told.append(done)
          if told.count == 2 { throw Interruption() }
        }
      }
      #expect(told.count == 2 && told.allSatisfy { (0...1).contains($0) })
    }
  }
}
