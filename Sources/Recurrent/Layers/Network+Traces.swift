extension Network {
  /// Runs the recurrent layer and keeps everything it computed.
  ///
  /// - Parameters:
  ///   - inputs: `[steps, batch, features]`.
  ///   - state: The state before the first step; zeros by default.
  ///   - held: Gates and candidates that are given instead of computed.
  /// - Returns: The trace of all steps.
  /// - Precondition: `cell.validate(inputs:state:)` passes.
  public func trace(
    _ inputs: Tensor, from state: CellState? = nil, holding held: HeldGates = [:]
  ) -> CellTrace {
    let batch = inputs.shape.count > 1 ? inputs.shape[1] : 0
    let initial = state ?? cell.zeroState(batch: batch)
    do throws(ShapeError) {
      try cell.validate(inputs: inputs, state: initial)
    } catch {
      preconditionFailure(error.description)
    }
    guard let forward = laneForward(LaneInputs(inputs, from: state), holding: held) else {
      return cell.forward(inputs, from: initial, holding: held)
    }
    return CellTrace(
      of: cell, batch: batch, holding: held,
      lanes: forward.traces(
        reusing: [], threads: Processors.available, progress: { (_: Double) throws(Never) in }))
  }

  /// Runs the recurrent layer over windows, each from a zero state, and keeps everything it computed.
  public func trace(of sequences: Sequences, holding held: HeldGates = [:]) -> CellTrace {
    trace(of: sequences, holding: held, progress: { (_: Double) throws(Never) in })
  }

  /// Runs the recurrent layer over windows, each from a zero state.
  ///
  /// A long trace takes memory that takes longer to get than to fill: skip what is not looked at, or
  /// give back the trace before.
  ///
  /// - Parameters:
  ///   - sequences: The windows; one as long as the series carries the state on over all of it.
  ///   - skipped: How many first steps are not kept: step 0 of the trace is the one after them.
  ///   - held: Gates and candidates that are given instead of computed.
  ///   - threads: How many threads to use; by default, and at most, one a processor.
  ///   - old: A trace that is needed no more, as `trace.take()` of a variable gives it: its memory is
  ///     used again where it fits.
  ///   - progress: Called with the part that is done, 0…1; what it throws ends the work.
  /// - Returns: The trace of the steps that are kept.
  /// - Throws: What `progress` throws.
  /// - Precondition: No more steps are skipped than there are.
  public func trace<Failure: Error>(
    of sequences: Sequences, skipping skipped: Int = 0, holding held: HeldGates = [:],
    threads: Int? = nil, reusing old: consuming CellTrace? = nil,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> CellTrace {
    precondition((0...sequences.length).contains(skipped), "Only steps that are there are skipped.")
    if let forward = laneForward(LaneInputs(sequences), skipping: skipped, holding: held) {
      let lanes = old?.lanes ?? []
      old = nil
      return CellTrace(
        of: cell, batch: sequences.count, holding: held,
        lanes: try forward.traces(
          reusing: lanes, threads: Processors.threads(threads), progress: progress))
    }
    let inputs = sequences.inputs(of: 0..<sequences.count)
    var state = cell.zeroState(batch: sequences.count)
    // Some steps at a time, so that what is skipped takes no memory.
    for first in stride(from: 0, to: skipped, by: 64) {
      if first > 0 { try progress(Double(first) / Double(sequences.length)) }
      let steps = first..<min(first + 64, skipped)
      state = cell.forward(inputs.steps(steps), from: state, holding: held).finalState
    }
    return cell.forward(inputs.steps(skipped..<sequences.length), from: state, holding: held)
  }
}

extension Tensor {
  /// Some steps of a tensor `[steps, batch, features]`.
  fileprivate func steps(_ steps: Range<Int>) -> Tensor {
    let step = shape[1] * shape[2]
    return Tensor(
      shape: [steps.count, shape[1], shape[2]],
      values: .init(values[steps.lowerBound * step..<steps.upperBound * step]))
  }
}
