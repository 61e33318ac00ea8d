public import Recurrent

/// One epoch of training after the other: mini-batches in order, without dropout, by Adam.
///
/// Nothing is drawn by chance, so that a peer that starts from the same weights must come to the same
/// loss.
public struct EpochWork: Workload {
  private var trainer: Trainer
  private let sequences: Sequences

  /// Makes a network with fresh weights of seed 1 ready to be trained.
  ///
  /// - Parameters:
  ///   - cell: The kind of cell.
  ///   - units: How many units it has.
  ///   - sequences: What it learns from.
  ///   - batch: How many windows a batch has.
  ///   - convention: Whose Adam.
  ///   - threads: How many threads to use.
  public init(
    _ cell: any RecurrentCell.Type, units: Int = 50, sequences: Sequences, batch: Int = 32,
    convention: OptimizerConvention = .keras, threads: Int = 1
  ) {
    self.sequences = sequences
    let recipe = TrainingRecipe(
      batch: batch, optimizer: .adam(convention: convention), dropout: 0, shuffle: false)
    trainer = Trainer(
      network: Network(cell, units: units, seed: 1), sequences: sequences, recipe: recipe,
      threads: threads)
  }

  /// The network as it stands.
  public var network: Network { trainer.network }

  /// The loss of the last epoch; NaN before the first.
  public var loss: Double { trainer.losses.last ?? .nan }

  /// Trains one epoch.
  public mutating func run() throws { try trainer.runEpoch { _ in } }

  /// How many multiply-adds the products of an epoch take.
  ///
  /// Per window, with k blocks of n units, m features and T steps: forward `T·m·kn + (T−1)·n·kn`, since
  /// the first state is zero; as many for the gradient of the weights; and `(T−1)·n·kn` on the way back
  /// through the states.
  public var multiplyAdds: Double {
    let forward = GateWork.multiplyAdds(of: network.cell, over: sequences)
    let n = Double(network.cell.units)
    let blocks = Double(type(of: network.cell).blocks.count)
    return 2 * forward + Double(sequences.count * (sequences.length - 1)) * blocks * n * n
  }
}
