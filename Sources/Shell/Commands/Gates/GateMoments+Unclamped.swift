import Recurrent
import Reports

extension GateMoments {
  /// Says beside an answer about a clamped model what it would be without the clamp: the values
  /// `difference.max`, the largest difference of what is shown, and `prediction.unclamped`.
  func addUnclamped(
    to report: inout Report, shown: [Quantity], unit: Int? = nil, _ data: MarketData?
  ) {
    guard let free else { return }
    let output = output(in: free)
    let difference = largestDifference(from: free, of: shown, unit: unit)
    report.values["difference.max"] = .float(difference)
    report.values["prediction.unclamped"] = Value(output)
    report.add(
      paragraph: "Against the unclamped \(model.name) what is shown differs by up to "
        + "\(shownNumber(difference))" + forecastText(output, data) + ".")
  }

  private func largestDifference(
    from other: CellTrace, of shown: [Quantity], unit: Int?
  ) -> Float {
    var largest: Float = 0
    for moment in moments {
      for quantity in shown {
        let pair = (
          values(of: quantity, at: moment), values(of: quantity, at: moment, in: other)
        )
        for index in pair.0.indices where unit == nil || index == unit {
          let difference = abs(pair.0[index] - pair.1[index])
          if difference > largest || difference.isNaN { largest = difference }
        }
      }
    }
    return largest
  }

  private func forecastText(_ output: Float?, _ data: MarketData?) -> String {
    guard let output else { return "" }
    guard let data, let row else { return "; the output would be \(shownNumber(output))" }
    let amount = data.amount(data.dollars(output, target: model.target, after: row))
    return "; the forecast would be \(amount) (scaled \(shownNumber(output)))"
  }
}
