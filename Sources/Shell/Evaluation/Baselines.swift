import MarketSeries
import Recurrent

/// What a forecast costs without any network.
struct Baselines {
  let days: EvaluationDays

  /// Copying today.
  var persistence: [Double] { days.persistence }

  /// The mean of the training targets, every day.
  var trainingMean: [Double] {
    let known = days.data.dataset.targets[days.data.dataset.trainRows].filter { !$0.isNaN }
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    return days.lastRows.map { _ in mean }
  }

  /// The exponentially weighted mean of all values up to each day, corrected for its start.
  func exponentialMean(beta: Double) -> [Double] {
    let values = Array(days.data.dataset.highs[0])
    let means = ExponentialAverage.corrected(of: values, beta: beta)
    return days.lastRows.map { means[$0] }
  }

  /// Least squares on the values of the window, fitted on the training windows.
  var leastSquares: [Double]? {
    let dataset = days.data.dataset
    let training = dataset.windows(of: .train)
    guard training.count > dataset.lookBack else { return nil }
    let fit = LeastSquares(
      inputs: training.map { window(endingAt: $0.rows.upperBound - 1) },
      targets: training.map { dataset.targets[$0.targetRow] })
    return days.lastRows.map { fit.prediction(for: window(endingAt: $0)) }
  }

  /// The window's values in dollars, the columns of each day side by side.
  private func window(endingAt row: Int) -> [Double] {
    let dataset = days.data.dataset
    return (row - dataset.lookBack + 1...row).flatMap { day in dataset.highs.map { $0[day] } }
  }
}
