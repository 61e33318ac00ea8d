import Recurrent
import Testing

struct TrainerTests {
  private struct Interruption: Error {}

  private func makeTrainer(
    _ cell: any RecurrentCell.Type = LSTMCell.self, count: Int = 40,
    recipe: TrainingRecipe = TrainingRecipe(batch: 16)
  ) -> Trainer {
    Trainer(
      network: Network(cell, units: 4, seed: recipe.seed), sequences: makeSequences(count: count),
      recipe: recipe)
  }

  private func run(_ epochs: Int, _ trainer: Trainer) throws -> Trainer {
    var trainer = trainer
    for _ in 0..<epochs { try trainer.runEpoch { _ in } }
    return trainer
  }

  @Test(arguments: CellTable.all.indices)
  func sameSeedGivesTheSameBytes(cell index: Int) throws {
    let type = CellTable.all[index]
    let (first, second) = (try run(3, makeTrainer(type)), try run(3, makeTrainer(type)))
    #expect(first.network.parameters == second.network.parameters)
    #expect(first.losses == second.losses)
    let other = try run(3, makeTrainer(type, recipe: .init(batch: 16, seed: 2)))
    #expect(other.network.parameters != first.network.parameters)
  }

  @Test func anInterruptedRunEqualsItsWholeEpochs() throws {
    var interrupted = makeTrainer(recipe: .init(epochs: 50, batch: 16))
    try interrupted.runEpoch { _ in }
    try interrupted.runEpoch { _ in }
    #expect(throws: Interruption.self) {
      try interrupted.runEpoch { if $0.batch == 2 { throw Interruption() } }
    }
    let whole = try run(2, makeTrainer(recipe: .init(epochs: 2, batch: 16)))
    #expect(interrupted.network.parameters == whole.network.parameters)
    #expect(interrupted.losses == whole.losses)
    // Going on after an interruption is as if there had been none.
    try interrupted.runEpoch { _ in }
    #expect(interrupted.network.parameters == (try run(1, whole)).network.parameters)
  }

  @Test(arguments: [Optimizer.adam(rate: 0.01), .rmsprop(rate: 0.01)])
  func trainingLowersTheLoss(optimizer: Optimizer) throws {
    let trainer = try run(
      30, makeTrainer(recipe: .init(batch: 8, optimizer: optimizer, dropout: 0)))
    #expect(trainer.losses.count == 30)
    #expect(trainer.losses[29] < 0.6 * trainer.losses[0])
  }

  @Test func progressCountsTheShortLastBatchAsWell() throws {
    var trainer = makeTrainer(count: 40, recipe: .init(epochs: 7, batch: 16))
    var seen: [TrainingProgress] = []
    try trainer.runEpoch { seen.append($0) }
    #expect(seen.map(\.batch) == [1, 2, 3])
    #expect(seen.allSatisfy { ($0.epoch, $0.epochs, $0.batches) == (1, 7, 3) })
    #expect(seen.last?.lossSoFar == trainer.losses[0])
  }

  /// With a rate of zero the weights stand still, so an epoch's loss is that of all sequences,
  /// each counted once, however they fall into batches.
  @Test(arguments: [1, 7, 16, 40, 1_000])
  func lossIsTheMeanOverSequences(batch: Int) throws {
    let recipe = TrainingRecipe(batch: batch, optimizer: .adam(rate: 0), dropout: 0)
    let trainer = try run(1, makeTrainer(recipe: recipe))
    let sequences = makeSequences(count: 40)
    let predictions = trainer.network.predictions(for: sequences)
    let squares = zip(predictions, sequences.targets).map { Double(($0 - $1) * ($0 - $1)) }
    #expect(abs(trainer.losses[0] - squares.reduce(0, +) / 40) < 1e-6)
  }

  @Test func batchesBelowOneCountAsOne() throws {
    let one = try run(1, makeTrainer(recipe: .init(batch: 1)))
    let none = try run(1, makeTrainer(recipe: .init(batch: 0)))
    #expect(one.network.parameters == none.network.parameters)
  }

  @Test func shufflingChangesTheOrderAndNothingElse() throws {
    let recipe = TrainingRecipe(batch: 16, dropout: 0)
    var unshuffled = recipe
    unshuffled.shuffle = false
    let (first, second) = (
      try run(1, makeTrainer(recipe: recipe)), try run(1, makeTrainer(recipe: unshuffled))
    )
    #expect(first.network.parameters != second.network.parameters)
    var still = recipe
    still.optimizer = .adam(rate: 0)
    var stillUnshuffled = still
    stillUnshuffled.shuffle = false
    let losses = try [still, stillUnshuffled].map { try run(1, makeTrainer(recipe: $0)).losses[0] }
    #expect(abs(losses[0] - losses[1]) < 1e-9)
  }

  /// A network that always predicts h = tanh(1): with dropout the losses against 0 and 1 tell the
  /// predictions' mean, h still, and their mean square, h²/(1 − rate).
  @Test(arguments: [0, 0.3, 0.8] as [Float])
  func dropoutKeepsTheMeanAndAddsItsVariance(rate: Float) throws {
    var network = makeNetwork(SimpleRNNCell.self, units: 1, features: 1)
    network.cell.parameters = [0, 0, 1]
    network.head = Dense(kernel: [1], bias: 0)
    let count = 20_000
    let losses = try [0, 1].map { (target: Float) in
      let sequences = Sequences(
        rows: [0], features: 1, length: 1, firstRows: .init(repeating: 0, count: count),
        targets: .init(repeating: target, count: count))
      var trainer = Trainer(
        network: network, sequences: sequences,
        recipe: .init(batch: count, optimizer: .adam(rate: 0), dropout: rate))
      try trainer.runEpoch { _ in }
      return trainer.losses[0]
    }
    let hidden = Activation.tanh.value(at: 1.0)
    let mean = (losses[0] - losses[1] + 1) / 2
    #expect(abs(mean - hidden) < 0.03 * hidden)
    let meanSquare = hidden * hidden / (1 - Double(rate))
    #expect(abs(losses[0] - meanSquare) < 0.03 * meanSquare)
  }

  @Test func droppingEverythingLeavesTheBias() throws {
    let trainer = try run(2, makeTrainer(recipe: .init(batch: 16, dropout: 1)))
    #expect(trainer.losses.allSatisfy { $0.isFinite })
    #expect(trainer.network.cell.parameters == makeTrainer().network.cell.parameters)
    #expect(trainer.network.head?.bias != 0)
  }

  @Test func clippingLimitsTheStep() throws {
    let recipe = TrainingRecipe(batch: 16, dropout: 0, clipNorm: 1e-9)
    let clipped = try run(1, makeTrainer(recipe: recipe))
    // Adam undoes a scale but for ε, which a gradient this small does not reach.
    let start = makeTrainer().network.parameters
    #expect(largestDifference(clipped.network.parameters, start) < 1e-4)
  }

  @Test func aLossThatIsNoNumberDoesNotTrap() throws {
    var network = Network(GRUCell.self, units: 3, seed: 1)
    network.parameters[0] = .nan
    var trainer = Trainer(network: network, sequences: makeSequences(), recipe: .init(clipNorm: 1))
    try trainer.runEpoch { _ in }
    #expect(trainer.losses[0].isNaN)
    let wild = TrainingRecipe(batch: 4, optimizer: .rmsprop(rate: 1e30))
    #expect(try run(5, makeTrainer(SimpleRNNCell.self, recipe: wild)).losses.count == 5)
  }

  @Test func noSequencesMakeAnEmptyEpoch() throws {
    let none = Sequences(rows: [], features: 1, length: 10, firstRows: [], targets: [])
    let network = Network(LSTMCell.self, units: 2, seed: 1)
    var trainer = Trainer(network: network, sequences: none, recipe: .init())
    try trainer.runEpoch { _ in }
    #expect(trainer.losses.count == 1 && trainer.losses[0].isNaN)
    #expect(trainer.network.parameters == network.parameters)
  }
}
