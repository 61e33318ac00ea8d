import Testing

@testable import Recurrent

struct TrainingThreadsTests {
  private struct Interruption: Error {}

  private func makeTrainer(
    _ cell: any RecurrentCell.Type = LSTMCell.self, batch: Int = 32, epochs: Int = 2,
    seed: UInt64 = 1, threads: Int? = 1
  ) -> Trainer {
    Trainer(
      network: Network(cell, units: 5, seed: seed), sequences: makeSequences(count: 75),
      recipe: TrainingRecipe(epochs: epochs, batch: batch, clipNorm: 0.3, seed: seed),
      threads: threads)
  }

  /// The same even where the machine has one processor: the number is set past the limit.
  private func trained(_ trainer: Trainer, threads: Int) throws -> Trainer {
    var trainer = trainer
    trainer.threads = threads
    for _ in 0..<trainer.recipe.epochs { try trainer.runEpoch { _ in } }
    return trainer
  }

  @Test(arguments: CellTable.all.indices, [7, 32, 75])
  func anyNumberOfThreadsGivesTheSameBytes(cell index: Int, batch: Int) throws {
    let trainer = makeTrainer(CellTable.all[index], batch: batch)
    let alone = try trained(trainer, threads: 1)
    for threads in 2...3 {
      let together = try trained(trainer, threads: threads)
      #expect(together.network.parameters == alone.network.parameters)
      #expect(together.losses == alone.losses)
    }
  }

  @Test(arguments: 1...5)
  func sideBySideGivesTheSameBytesAsAlone(count: Int) throws {
    let trainers = (1...count).map { makeTrainer(seed: UInt64($0)) }
    let together = Trainer.train(trainers, threads: 2) { _ in }
    #expect(together.count == count)
    for (trainer, found) in zip(trainers, together) {
      let alone = try trained(trainer, threads: 1)
      #expect(found.network.parameters == alone.network.parameters)
      #expect(found.losses == alone.losses)
    }
  }

  @Test func eachTrainingHasItsOwnRecipe() {
    let trainers = [makeTrainer(epochs: 3), makeTrainer(GRUCell.self, batch: 8, epochs: 1)]
    let trained = Trainer.train(trainers, threads: 2) { _ in }
    #expect(trained.map(\.losses.count) == [3, 1])
  }

  @Test func progressTellsWhereEachTrainingStands() {
    let trainers = (1...3).map { makeTrainer(seed: UInt64($0)) }
    var last: [TrainingProgress?] = []
    _ = Trainer.train(trainers, threads: 1) { states in
      #expect(states.count == 3)
      last = states
    }
    // Three batches of 32 make 75 sequences.
    let ends = last.compactMap(\.self).map { [$0.epoch, $0.epochs, $0.batch, $0.batches] }
    #expect(ends == .init(repeating: [2, 2, 3, 3], count: 3))
  }

  @Test(arguments: [1, 2])
  func whatProgressThrowsEndsAllTrainings(threads: Int) {
    var calls = 0
    #expect(throws: Interruption.self) {
      try Trainer.train((1...4).map { makeTrainer(seed: UInt64($0)) }, threads: threads) { _ in
        calls += 1
        if calls == 2 { throw Interruption() }
      }
    }
    #expect(calls == 2)
  }

  @Test func noTrainingsAreTrainedAtOnce() {
    #expect(Trainer.train([]) { _ in }.isEmpty)
  }

  @Test func aLargeBatchAsksOnTheWayWhetherToGoOn() throws {
    let network = Network(LSTMCell.self, units: 100, seed: 1)
    let sequences = makeSequences(count: 200, length: 20)
    var trainer = Trainer(network: network, sequences: sequences, recipe: .init(batch: 200))
    #expect(throws: Interruption.self) {
      try trainer.runEpoch {
        #expect($0.batch == 0 && $0.batches == 1 && $0.lossSoFar.isNaN)
        throw Interruption()
      }
    }
    #expect(trainer.losses.isEmpty)
  }
}
