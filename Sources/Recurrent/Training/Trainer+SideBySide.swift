extension Trainer {
  /// Trains several networks side by side, as over several seeds.
  ///
  /// Each thread takes one network after the other; what is left over at the end is trained with several
  /// threads a network. Every network becomes the same, to the last byte, as if it were trained alone.
  ///
  /// - Parameters:
  ///   - trainers: The trainings; each runs as many epochs as its recipe asks for, fewer where it diverges.
  ///   - threads: How many threads to use; by default, and at most, one a processor.
  ///   - progress: Called on the calling thread after its batches, and when all are done, with where each
  ///     training stands, nil for one that has not begun; what it throws ends the work.
  /// - Returns: The trainings after their epochs, in the order given.
  /// - Throws: What `progress` throws.
  public static func train<Failure: Error>(
    _ trainers: [Trainer], threads: Int? = nil,
    progress: ([TrainingProgress?]) throws(Failure) -> Void
  ) throws(Failure) -> [Trainer] {
    let threads = Processors.threads(threads)
    let left = trainers.count % threads
    let board = Slot([TrainingProgress?](repeating: nil, count: trainers.count))
    let slots = trainers.map(Slot.init)
    for part in [0..<trainers.count - left, trainers.count - left..<trainers.count]
    where !part.isEmpty {
      // Of the whole threads that there are, each of the last networks gets as many.
      let each = part.count < threads ? threads / part.count : 1
      try ThreadTeam(threads: min(part.count, threads)).run(
        parts: part.count, heed: { () throws(Failure) in try progress(board.current) },
        work: { place, heed in
          let index = part.lowerBound + place
          var trainer = slots[index].current
          trainer.threads = each
          for _ in 0..<trainer.recipe.epochs where !trainer.hasDiverged {
            try trainer.runEpoch { state in
              board.work { $0[index] = state }
              try heed()
            }
          }
          slots[index].work { $0 = trainer }
        })
      // Others may have ended after the calling thread looked last.
      try progress(board.current)
    }
    return slots.map(\.current)
  }
}
