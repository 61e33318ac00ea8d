import Grammar
import MarketSeries
import Recurrent

/// The moments at which gates are looked at, and the trace that holds them.
struct GateMoments {
  /// One moment: a step of a sequence of the trace.
  struct Moment {
    /// The row of the series whose price this step reads; `nil` for typed inputs.
    let row: Int?
    /// The step in the trace, from 0.
    let step: Int
    /// The sequence of the trace.
    let sequence: Int
  }

  /// How the state came to the moment.
  enum Mode: String, CaseIterable {
    /// From zero over one window.
    case window
    /// From zero at the first row, over all rows.
    case carry
  }

  /// What the columns of a picture over moments are.
  enum Axis: String {
    case t
    case step
  }

  let model: Model
  let trace: CellTrace
  /// The same steps with every gate as computed; `nil` where none is held.
  let free: CellTrace?
  let moments: [Moment]
  let mode: Mode
  /// How many steps come before the first one of the trace.
  let stepsBefore: Int
  /// What tells the moments apart.
  let axis: Axis
  /// The row that the answer is about, the last of several; `nil` for typed inputs.
  let row: Int?
  /// The moment whose output is the forecast: the end of the window.
  let forecastMoment: Moment

  /// Whether one moment was asked for, not a range, even of one.
  let isSingle: Bool
  /// Whose order and sense of z the quantities follow.
  var notation = Notation.keras

  /// The quantities in the order shown.
  var quantities: [Quantity] { notation.ordered(model.network.cell.quantities) }

  /// The same moments for a reader of another notation.
  func inNotation(_ notation: Notation) -> GateMoments {
    var moments = self
    moments.notation = notation
    return moments
  }

  /// All units of a quantity at a moment.
  func values(of quantity: Quantity, at moment: Moment) -> ContiguousArray<Float> {
    values(of: quantity, at: moment, in: trace)
  }

  /// All units of a quantity at a moment of one of the traces.
  func values(
    of quantity: Quantity, at moment: Moment, in trace: CellTrace
  ) -> ContiguousArray<Float> {
    let values = trace.values(of: quantity.name, step: moment.step, sequence: moment.sequence)
    return notation.flips(quantity) ? ContiguousArray(values.map { 1 - $0 }) : values
  }

  /// The 1-based step of a moment as answers show it; `nil` where the state is carried.
  func shownStep(_ moment: Moment) -> Int? {
    mode == .carry ? nil : stepsBefore + moment.step + 1
  }

  /// The scaled output at the end of the window; `nil` without a head.
  var output: Float? { output(in: trace) }

  /// The scaled output of one of the traces.
  func output(in trace: CellTrace) -> Float? {
    model.network.output(
      hidden: trace.values(
        of: "hidden", step: forecastMoment.step, sequence: forecastMoment.sequence))
  }
}

extension GateMoments {
  /// The moments over the rows of a series.
  ///
  /// Only the steps from the first one looked at are kept.
  ///
  /// - Parameters:
  ///   - model: A model whose features are the data's.
  ///   - data: The series.
  ///   - selection: The rows asked for, each the end of a whole window in window mode.
  ///   - mode: How the state comes to them.
  ///   - step: The step of the window that is looked at, from 0.
  ///   - allSteps: Whether to look at every step of the one window.
  ///   - context: Whose progress is told, since a long series takes seconds.
  /// - Throws: `Interrupted`, or `Mistake` where the numbers overflow.
  init(
    _ model: Model, over data: MarketData, _ selection: RowSelection, mode: Mode, step: Int,
    allSteps: Bool, _ context: CommandContext
  ) throws {
    let rows = selection.rows
    self.model = model
    self.mode = mode
    isSingle = selection.isSingle && !allSteps
    let last = rows.last ?? 0
    row = last
    let sequences: Sequences
    switch mode {
    case .window:
      let lookBack = data.dataset.lookBack
      sequences = data.sequences(endingAt: rows)
      let first = allSteps ? 0 : step
      stepsBefore = first
      forecastMoment = Moment(row: last, step: lookBack - 1 - first, sequence: rows.count - 1)
      axis = allSteps ? .step : .t
      if allSteps {
        moments = (0..<lookBack).map {
          Moment(row: last - lookBack + 1 + $0, step: $0, sequence: rows.count - 1)
        }
      } else {
        moments = rows.enumerated().map { Moment(row: $0.element, step: 0, sequence: $0.offset) }
      }
    case .carry:
      let first = rows.min() ?? 0
      sequences = Sequences(
        rows: data.dataset.scaledRows, features: data.dataset.features,
        length: (rows.max() ?? 0) + 1, firstRows: [0], targets: [])
      stepsBefore = first
      moments = rows.map { Moment(row: $0, step: $0 - first, sequence: 0) }
      forecastMoment = Moment(row: last, step: last - first, sequence: 0)
      axis = .t
    }
    (trace, free) = try Self.traces(
      of: model, sequences, skipping: stepsBefore, threads: context.threads
    ) {
      try context.progress(
        WorkProgress(label: "running \(model.name)", fraction: $0, detail: "gates"))
    }
    try refuseOverflow()
  }

  /// The trace under the clamps and, where there are any, the one without.
  ///
  /// - Throws: What `progress` throws.
  private static func traces<Failure: Error>(
    of model: Model, _ sequences: Sequences, skipping skipped: Int, threads: Int? = nil,
    progress: (Double) throws(Failure) -> Void
  ) throws(Failure) -> (CellTrace, free: CellTrace?) {
    let trace = try model.network.trace(
      of: sequences, skipping: skipped, holding: model.held, threads: threads, progress: progress)
    guard model.isClamped else { return (trace, nil) }
    let free = try model.network.trace(
      of: sequences, skipping: skipped, threads: threads, progress: progress)
    return (trace, free)
  }

  /// The moments of typed inputs, `[steps][features]`, from a zero state.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - inputs: The scaled values of each step.
  ///   - step: The step looked at, from 0; `nil` for all.
  /// - Throws: `Mistake` where the numbers overflow.
  init(_ model: Model, inputs: [[Float]], step: Int?) throws(Mistake) {
    self.model = model
    mode = .window
    axis = .step
    row = nil
    stepsBefore = 0
    isSingle = step != nil
    let sequences = Sequences(
      rows: ContiguousArray(inputs.joined()), features: model.network.cell.features,
      length: inputs.count, firstRows: [0], targets: [])
    (trace, free) = Self.traces(of: model, sequences, skipping: 0) { (_: Double) throws(Never) in }
    let steps = step.map { [$0] } ?? Array(inputs.indices)
    moments = steps.map { Moment(row: nil, step: $0, sequence: 0) }
    forecastMoment = Moment(row: nil, step: inputs.count - 1, sequence: 0)
    try refuseOverflow()
  }
}
