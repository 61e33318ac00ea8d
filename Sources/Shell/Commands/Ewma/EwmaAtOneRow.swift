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
    var report = Report(
      title: "EWMA of \(series.title) at \(series.rowText(t)), \(averages.names)")
    report.values = [
      "t": .integer(t), "date": Value(series.dateText(t)), "value": .double(series.values[t]),
    ]
    for average in averages { report.values.merge(average.values(at: t)) }
    let steps = averages.count == 1 ? Self.writtenSteps : 1
    let lines =
      averages.prefix(1).map(\.rule) + averages.flatMap { recursion(of: $0, steps: steps) }
    report.add(equation: lines.joined(separator: "\n"))
    for average in averages { report.add(bars(of: average)) }
    report.add(weightTable)
    if let table = averages.memoryTable {
      report.add(table)
      report.add(paragraph: [MovingAverage].memoryMeaning)
    }
    if let warning = averages.warning { report.add(paragraph: warning) }
    return report
  }

  // MARK: The recursion

  private func recursion(of average: MovingAverage, steps: Int) -> [String] {
    let rows = max(0, t - steps + 1)...t
    return rows.map { step(of: average, at: $0) } + correction(of: average)
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
      return ["μ̂_\(t): no value has a weight, so there is nothing to divide by"]
    }
    let power = "\(bracketedNumber(average.beta))^\(exponent)"
    let weights = corrected == 0 ? nil : average.mean[t] / corrected
    let numbers = weights.map { " = \(shortNumber(average.mean[t])) / \(shortNumber($0))" } ?? ""
    return ["μ̂_\(t) = μ_\(t) / (1 − \(power))\(numbers) = \(shortNumber(corrected))"]
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
    let name = averages.count > 1 ? average.name + ": the" : "The"
    guard average.beta >= 0 else {
      return "\(name) weights of the newest \(count(shown, "value"))."
    }
    let all = (0...t).reduce(0) { $0 + average.weight(ofAge: $1, at: t) }
    guard shown <= t, all > 0 else {
      return "\(name) weights of \(count(shown, "value")) add up to \(shownNumber(sum))."
    }
    return
      "\(name) newest \(shown) of \(t + 1) values hold \(decimals(100 * sum / all, 0)) % of all "
      + "weight in use, \(shownNumber(all))."
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
