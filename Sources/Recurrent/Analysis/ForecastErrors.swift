/// How far forecasts lie from what happened, in the unit of the values, and how often they beat a
/// baseline.
///
/// The parts add up: `rmse² = bias² + standardDeviation²`.
public struct ForecastErrors: Sendable, Equatable {
  /// The root of the mean squared error.
  public let rmse: Double
  /// The mean of predicted − actual: above zero when the forecasts are too high.
  public let bias: Double
  /// How the errors spread about their mean; divides by `count`.
  public let standardDeviation: Double
  /// On how many days the forecast's error is strictly smaller in size than the baseline's.
  public let wins: Int
  /// How many forecasts were compared.
  public let count: Int

  /// Compares forecasts with what happened and with another forecast of the same days.
  ///
  /// Without any forecast the three figures are NaN.
  ///
  /// - Parameters:
  ///   - predicted: The forecasts.
  ///   - actual: What happened, one value for each forecast.
  ///   - baseline: The forecasts to beat, one for each forecast.
  /// - Precondition: The three arrays are of one length.
  public init(predicted: [Double], actual: [Double], baseline: [Double]) {
    precondition(
      predicted.count == actual.count && predicted.count == baseline.count,
      "forecasts, actual values and baseline must be of one length")
    let errors = zip(predicted, actual).map { $0 - $1 }
    let n = Double(errors.count)
    let mean = errors.reduce(0, +) / n
    count = errors.count
    bias = mean
    rmse = (errors.reduce(0) { $0 + $1 * $1 } / n).squareRoot()
    standardDeviation = (errors.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot()
    wins = zip(errors, zip(baseline, actual)).count { error, other in
      abs(error) < abs(other.0 - other.1)
    }
  }
}
