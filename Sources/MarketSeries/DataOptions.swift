/// What stands in for a missing value.
public enum MissingPolicy: String, CaseIterable, Sendable {
  /// The last value known before it.
  case previous
  /// The straight line between its neighbours, the next of which lies ahead.
  case interpolate
  /// Nothing: the row is deleted.
  case drop
  /// The largest value of the whole series, as the course's notebook did, though that day may lie
  /// ahead.
  case max
}

/// The point at which a part of the rows begins.
public enum SplitPoint: Sendable, Equatable {
  /// The first row on or after this date.
  case date(CalendarDate)
  /// This row, from 0.
  case row(Int)
  /// The row that leaves this share of all rows before it, between 0 and 1.
  case share(Double)
}

/// How values become inputs of a network.
public enum ScaleKind: String, CaseIterable, Sendable {
  /// The smallest fitted value becomes 0, the largest 1.
  case minmax
  /// As they are.
  case none
}

/// The rows that a scaler is fitted on.
public enum FitRows: String, CaseIterable, Sendable {
  /// The training rows alone, so that nothing of the test rows is known.
  case train
  /// All rows, to show what that would do.
  case all
}

/// What a network is trained to predict.
public enum Target: String, CaseIterable, Sendable {
  /// The next value.
  case level
  /// The next value minus the last one of the window.
  case change
}

/// How a series is made ready for a network.
public struct DataOptions: Sendable, Equatable {
  /// What stands in for missing values.
  public var missing: MissingPolicy
  /// Where the test rows begin.
  public var split: SplitPoint
  /// Where the validation rows begin, which end at the split; `nil` for none.
  public var validation: SplitPoint?
  /// How values become inputs.
  public var scale: ScaleKind
  /// The rows that the scaler is fitted on.
  public var fit: FitRows
  /// The length of a window in rows.
  public var lookBack: Int

  /// The options of the course's notebook, but for the split (80 %) and the missing values.
  public init(
    missing: MissingPolicy = .previous, split: SplitPoint = .share(0.8),
    validation: SplitPoint? = nil, scale: ScaleKind = .minmax, fit: FitRows = .train,
    lookBack: Int = 10
  ) {
    self.missing = missing
    self.split = split
    self.validation = validation
    self.scale = scale
    self.fit = fit
    self.lookBack = lookBack
  }
}
