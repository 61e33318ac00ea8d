/// By how many days a forecast trails: the shift k at which `forecast[t]` fits `actual[t − k]`
/// best.
///
/// A net that has learnt to copy today fits best at k = 1: it is yesterday's price drawn a day
/// late.
public struct BestShift: Sendable, Equatable {
  /// The shifts that were tried.
  public let shifts: ClosedRange<Int>
  /// The root mean squared difference at each shift, all over the same days.
  public let rmses: [Double]
  /// The shift of the least RMSE; the smallest one where several are equal.
  public let shift: Int
  /// The least RMSE.
  public let rmse: Double

  /// Tries every shift on those days on which all of them have both values.
  ///
  /// Fails when there is no such day, when the arrays are of different lengths, or when no RMSE is
  /// a number.
  ///
  /// - Parameters:
  ///   - forecast: The forecast of each day.
  ///   - actual: What happened on each of the same days.
  ///   - shifts: The shifts to try; a positive one lets the forecast be late.
  public init?(forecast: [Double], actual: [Double], shifts: ClosedRange<Int>) {
    guard forecast.count == actual.count,
      shifts.lowerBound > -forecast.count, shifts.upperBound < forecast.count
    else { return nil }
    let first = max(0, shifts.upperBound)
    let end = min(forecast.count, forecast.count + shifts.lowerBound)
    guard first < end else { return nil }

    rmses = shifts.map { shift in
      let squares = (first..<end).reduce(0.0) { sum, t in
        let difference = forecast[t] - actual[t - shift]
        return sum + difference * difference
      }
      return (squares / Double(end - first)).squareRoot()
    }
    let judged = zip(shifts, rmses).filter { !$0.1.isNaN }
    guard let best = judged.min(by: { $0.1 < $1.1 }) else { return nil }
    self.shifts = shifts
    (shift, rmse) = best
  }
}
