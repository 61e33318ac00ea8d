// Where the way is chosen: in vectors where the cell has that form, by its equations where it has not.

extension Network {
  /// The cell in the form that runs in vectors; nil for one that has none.
  private var laneCell: (any LaneCell)? {
    guard let cell = cell as? any LaneCell, cell.runsInLanes else { return nil }
    return cell
  }

  /// What computes the gradients of batches, for each of the threads that take part.
  ///
  /// - Parameters:
  ///   - sequences: What the batches are taken from.
  ///   - batch: How many sequences a batch has at most.
  ///   - threads: How many threads there are.
  /// - Returns: The way in vectors on as many threads as find work, or by the cell's equations on one.
  func gradients(over sequences: Sequences, batch: Int, threads: Int) -> [any BatchGradients] {
    guard let laneCell, batch > 0 else { return [PlainGradients(self, sequences)] }
    let shards = LaneShards(laneCell, sequences, batch: batch, threads: threads)
    return (0..<shards.threads).map { LaneGradients(shards, thread: $0) }
  }

  /// The way forward over sequences, where it goes in vectors.
  ///
  /// - Parameters:
  ///   - inputs: The sequences.
  ///   - skipped: How many first steps need not be kept.
  ///   - held: Gates that are given instead of computed.
  ///   - arrangement: What stands side by side; by default what is faster.
  /// - Returns: nil where it goes by the cell's equations, or where there is nothing to do.
  func laneForward(
    _ inputs: LaneInputs, skipping skipped: Int = 0, holding held: HeldGates,
    arrangement: LaneShape.Arrangement? = nil
  ) -> LaneForward? {
    guard let laneCell, !inputs.starts.isEmpty, inputs.steps > 0 else { return nil }
    return LaneForward(laneCell, inputs, skipping: skipped, holding: held, arrangement)
  }

  /// The gradient of a loss (or of any number made from the last states) along a trace of this network.
  ///
  /// - Parameters:
  ///   - trace: What `trace` of this very network gave.
  ///   - seeds: The gradient with respect to the state after the last step, as far as it does not come
  ///     through later steps.
  /// - Returns: The gradient with respect to all that went in and all states between.
  func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient {
    if let laneCell, trace.lanes.first?.shape.arrangement == .sequences {
      return LaneBackward(laneCell, trace).gradient(from: seeds)
    }
    return cell.backward(trace, from: seeds)
  }
}
