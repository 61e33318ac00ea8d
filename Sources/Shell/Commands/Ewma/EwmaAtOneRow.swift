import Recurrent
import Reports

/// The answer of `ewma … t=`: the recursion with its numbers, and the weights of the past.
struct EwmaAtOneRow {
  /// How many steps of the recursion are written out.
  private static let writtenSteps = 3
  /// How many of the newest weights are drawn, shared among the averages.
  private static let drawnWeights = 8
  /// How many weights the table holds at most; older ones are listed no more.
  private static let listedWeights = 1000

  let series: AveragedSeries
  let averages: [MovingAverage]
  let t: Int

  func report() -> Report {
    let names = averages.map(\.name).joined(separator: " and ")
    var report = Report(title: "EWMA of \(series.title) at \(series.rowText(t)), \(names)")
    report.values = [
      "t": .integer(t), "date": Value(series.dateText(t)), "value": .double(series.values[t]),
    ]
    for average in averages { report.values.merge(average.values(at: t)) }
    let steps = averages.count == 1 ? Self.writtenSteps : 1
    for average in averages {
      report.add(equation: recursion(of: average, steps: steps).joined(separator: "\n"))
    }
    for average in averages { report.add(bars(of: average)) }
    report.add(weightTable)
    report.blocks += averages.memoryBlocks()
    return report
  }

  // MARK: The recursion

  private func recursion(of average: MovingAverage, steps: Int) -> [String] {
    let rule =
      switch average.variant {
      case .standard: "μ_t = β μ_{t−1} + (1−β) v_t, from μ_{−1} = 0"
      case .notebook: "μ_t = β μ_{t−1} + (1−β) v_t, from μ_0 = 0: v_0 is never used"
      case .average: "μ_t = μ_{t−1} + (v_t − μ_{t−1}) / (t+1): the mean of all values so far"
      }
    let rows = max(0, t - steps + 1)...t
    return [rule] + rows.map { step(of: average, at: $0) } + correction(of: average)
  }

  private func step(of average: MovingAverage, at row: Int) -> String {
    let (mean, value) = (average.mean[row], series.values[row])
    let before = row == 0 ? 0 : average.mean[row - 1]
    let (old, new) = (bracketedNumber(before), bracketedNumber(value))
    switch average.variant {
    case .notebook where row == 0:
      return "μ_0 = 0"
    case .standard, .notebook:
      let kept = bracketedNumber(average.beta)
      return "μ_\(row) = \(kept)·\(old) + \(shortNumber(1 - average.beta))·\(new) = "
        + shortNumber(mean)
    case .average:
      return "μ_\(row) = \(old) + (\(new) − \(old)) / \(row + 1) = \(shortNumber(mean))"
    }
  }

  private func correction(of average: MovingAverage) -> [String] {
    guard average.variant != .average else { return [] }
    let exponent = average.variant == .notebook ? t : t + 1
    guard let corrected = average.corrected[t], exponent > 0 else {
      return ["μ̂_\(t): no value has a weight yet, so there is nothing to divide by"]
    }
    let weights = average.mean[t] / corrected
    let divisor = weights.isFinite && corrected != 0 ? " = " + shortNumber(average.mean[t]) : ""
    let sum = divisor.isEmpty ? "" : " / \(shortNumber(weights))"
    return [
      "μ̂_\(t) = μ_\(t) / (1 − \(bracketedNumber(average.beta))^\(exponent))\(divisor)\(sum) = "
        + shortNumber(corrected)
    ]
  }

  // MARK: The weights

  private func bars(of average: MovingAverage) -> Bars {
    let shown = min(t + 1, max(2, Self.drawnWeights / averages.count))
    let weights = (0..<shown).map { average.weight(ofAge: $0, at: t) }
    let labels = (0..<shown).map { "t−\($0)" }
    return Bars(
      name: "newest" + average.suffix, labels: ["t"] + labels.dropFirst(), values: weights,
      caption: caption(of: average, shown: shown, sum: weights.reduce(0, +)))
  }

  private func caption(of average: MovingAverage, shown: Int, sum: Double) -> String {
    let name = averages.count > 1 ? average.name + ": weights" : "Weights"
    guard average.beta >= 0 else { return "\(name) of the newest \(count(shown, "value"))." }
    let all = (0...t).reduce(0) { $0 + average.weight(ofAge: $1, at: t) }
    guard shown <= t, all > 0 else {
      return "\(name) of all \(count(shown, "value")); they add up to \(shownNumber(sum))."
    }
    return "\(name): the newest \(shown) of \(t + 1) values hold "
      + "\(NumberFormat.text(sum / all, .percent(0))) of all weight in use, \(shownNumber(all))."
  }

  /// Every weight with its value, so that the sum of products is the mean.
  private var weightTable: Table {
    let several = averages.count > 1
    let columns = averages.map { several ? "weight" + $0.suffix : "weight" }
    return Table(
      name: "weights", columns: ["days.ago"] + columns.map { Table.Column($0) } + ["value"],
      rows: (0...min(t, Self.listedWeights - 1)).map { age in
        [.integer(age)] + averages.map { .double($0.weight(ofAge: age, at: t)) }
          + [.double(series.values[t - age])]
      }, isShown: false)
  }
}
