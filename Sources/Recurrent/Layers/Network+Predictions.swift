extension Network {
  /// The prediction from one hidden state, `[units]`; nil without a head.
  public func output(hidden: ContiguousArray<Float>) -> Float? { head?.output(hidden) }

  /// The predictions after the last step of a trace, one a sequence; empty without a head.
  public func predictions(of trace: CellTrace) -> ContiguousArray<Float> {
    guard let head else { return [] }
    let hidden = trace.finalState.hidden.values
    return .init(
      stride(from: 0, to: hidden.count, by: cell.units).map {
        head.output(hidden[$0..<$0 + cell.units])
      })
  }

  /// The predictions for windows, one each, without keeping the trace of all; empty without a head.
  ///
  /// - Parameters:
  ///   - sequences: The windows.
  ///   - held: Gates and candidates that are given instead of computed.
  /// - Returns: One number a window.
  public func predictions(
    for sequences: Sequences, holding held: HeldGates = [:]
  ) -> ContiguousArray<Float> {
    predictions(for: sequences, holding: held, progress: { (_: Double) throws(Never) in })
  }

  /// The same, but can be interrupted.
  ///
  /// - Parameters:
  ///   - sequences: The windows.
  ///   - held: Gates and candidates that are given instead of computed.
  ///   - threads: How many threads to use; by default, and at most, one a processor.
  ///   - progress: Called with the part that is done, 0…1; what it throws ends the work.
  /// - Returns: One number a window; empty without a head.
  /// - Throws: What `progress` throws.
  public func predictions<Failure: Error>(
    for sequences: Sequences, holding held: HeldGates = [:], threads: Int? = nil,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> ContiguousArray<Float> {
    guard let head else { return [] }
    let inputs = LaneInputs(sequences)
    if let forward = laneForward(inputs, skipping: max(0, inputs.steps - 1), holding: held) {
      let parts = try forward.results(
        threads: Processors.threads(threads), progress: progress
      ) { trace, windows in
        trace.outputs(of: head, step: trace.steps - 1).prefix(windows.count)
      }
      return .init(parts.joined())
    }
    var predictions: ContiguousArray<Float> = []
    for start in stride(from: 0, to: sequences.count, by: windowsAtATime) {
      if start > 0 { try progress(Double(start) / Double(sequences.count)) }
      let end = min(start + windowsAtATime, sequences.count)
      let trace = trace(sequences.inputs(of: start..<end), holding: held)
      predictions.append(contentsOf: self.predictions(of: trace))
    }
    return predictions
  }
}
