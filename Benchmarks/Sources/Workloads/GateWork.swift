public import Recurrent

/// All gates and states of a cell at all steps, into the memory of the time before.
public struct GateWork: Workload {
  private let network: Network
  private let sequences: Sequences
  private let skipped: Int
  private let threads: Int
  private var kept: CellTrace?

  /// Makes a network with fresh weights of seed 1 ready to be looked into.
  ///
  /// - Parameters:
  ///   - cell: The kind of cell.
  ///   - units: How many units it has.
  ///   - sequences: What it reads.
  ///   - skipped: How many first steps are not kept.
  ///   - threads: How many threads to use.
  public init(
    _ cell: any RecurrentCell.Type, units: Int = 50, sequences: Sequences,
    skipping skipped: Int = 0, threads: Int = 1
  ) {
    network = Network(cell, units: units, seed: 1)
    self.sequences = sequences
    self.skipped = skipped
    self.threads = threads
  }

  /// Runs over all sequences.
  public mutating func run() {
    kept = network.trace(
      of: sequences, skipping: skipped, threads: threads, reusing: kept.take(),
      progress: { (_: Double) throws(Never) in })
  }

  /// All quantities in the order shown, each `[steps, sequences, units]`; empty before the first run.
  public var values: ContiguousArray<Float> {
    guard let kept else { return [] }
    return .init(
      kept.quantities.compactMap { kept.tensor(of: $0.name)?.values }.joined())
  }

  /// How many multiply-adds the products take.
  public var multiplyAdds: Double { Self.multiplyAdds(of: network.cell, over: sequences) }

  /// `T·m·kn + (T−1)·n·kn` a sequence, with k blocks of n units, m features and T steps.
  static func multiplyAdds(of cell: any RecurrentCell, over sequences: Sequences) -> Double {
    let width = Double(type(of: cell).blocks.count * cell.units)
    let (count, steps) = (Double(sequences.count), Double(sequences.length))
    return count * width * (steps * Double(cell.features) + (steps - 1) * Double(cell.units))
  }
}
