import MarketSeries
import Recurrent

/// The days of one part of the data: what was known, what came, and what copying today would say.
struct EvaluationDays {
  let data: MarketData
  let part: Part
  /// The last row of each window.
  let lastRows: [Int]
  /// What came, in dollars.
  let actual: [Double]
  /// Persistence: the last value of each window, in dollars.
  let persistence: [Double]

  /// The days of `part` whose windows are whole.
  init(_ data: MarketData, part: Part) {
    let dataset = data.dataset
    let windows = dataset.windows(of: part)
    self.data = data
    self.part = part
    lastRows = windows.map { $0.rows.upperBound - 1 }
    actual = windows.map { dataset.targets[$0.targetRow] }
    persistence = lastRows.map { dataset.highs[0][$0] }
  }

  /// The errors of forecasts in dollars, one a day; wins are counted against persistence.
  func errors(of forecasts: [Double]) -> ForecastErrors {
    ForecastErrors(predicted: forecasts, actual: actual, baseline: persistence)
  }

  /// What a network forecasts, in dollars; `nil` for one without a head.
  ///
  /// - Throws: `Interrupted`.
  func forecasts(
    of network: Network, target: Target, holding held: HeldGates = [:], _ context: CommandContext
  ) throws -> [Double]? {
    guard network.head != nil else { return nil }
    let outputs = try data.outputs(of: network, endingAt: lastRows, holding: held, context)
    return zip(outputs, lastRows).map { data.dollars($0, target: target, after: $1) }
  }
}
