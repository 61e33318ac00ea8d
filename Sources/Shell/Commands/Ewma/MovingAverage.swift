import Recurrent
import Reports

/// One average of a series: its curve, its corrected curve, and how it weighs the past.
struct MovingAverage {
  let beta: Double
  let variant: ExponentialAverage.Variant
  /// μ at every row.
  let mean: [Double]
  /// μ̂ at every row; nil where the correction divides by zero.
  let corrected: [Double?]
  /// What the names of its values end in where there are several: `.b0.8`.
  let suffix: String

  init(of values: [Double], beta: Double, variant: ExponentialAverage.Variant, isOne: Bool) {
    (self.beta, self.variant) = (beta, variant)
    mean = ExponentialAverage.mean(of: values, beta: beta, variant: variant)
    corrected = ExponentialAverage.corrected(of: values, beta: beta, variant: variant)
      .map { $0.isFinite ? $0 : nil }
    suffix = isOne ? "" : ".b" + NumberFormat.text(beta, .shortest)
  }

  /// β as text.
  var betaText: String { shortNumber(beta) }

  /// Its name in legends and sentences.
  var name: String { variant == .average ? "cumulative average" : "β = \(betaText)" }

  /// The weight that the value `age` rows back has in the mean at row `t`.
  func weight(ofAge age: Int, at t: Int) -> Double {
    switch variant {
    case .standard: ExponentialAverage.weight(ofAge: age, beta: beta)
    case .notebook: age == t ? 0 : ExponentialAverage.weight(ofAge: age, beta: beta)
    case .average: 1 / Double(t + 1)
    }
  }

  /// The named values at row `t`.
  func values(at t: Int) -> NamedValues {
    var values: NamedValues = [
      "mean" + suffix: .double(mean[t]), "corrected" + suffix: Value(corrected[t]),
      "weight.now" + suffix: .double(weight(ofAge: 0, at: t)),
    ]
    if variant == .average {
      values["mean.age"] = .double(Double(t) / 2)
    } else {
      values["half_life" + suffix] = .double(ExponentialAverage.halfLife(beta: beta))
      values["mean.age" + suffix] = .double(ExponentialAverage.meanAge(beta: beta))
      values["memory" + suffix] = .double(1 / (1 - beta))
      values["lag.ramp" + suffix] = .double(ExponentialAverage.meanAge(beta: beta))
      values["noise.ratio" + suffix] = .double(ExponentialAverage.noiseRatio(beta: beta))
    }
    return values
  }

  /// What must be said of a β at the edge of what makes sense; nil for any other.
  var warning: String? {
    guard variant != .average else {
      return "The cumulative average weighs all values alike and forgets none; β plays no part."
    }
    switch beta {
    case 1: return "β = 1 lets nothing in: the mean stays at 0."
    case 0: return "β = 0 keeps nothing: the mean is the newest value."
    case ..<0:
      return "β = \(betaText) is unusual: the weights of the past change their sign from step to "
        + "step, so the curve swings instead of being smoothed."
    default: return nil
    }
  }
}

extension [MovingAverage] {
  /// Half-life, mean age, memory, lag and noise of each, told apart; nothing for the cumulative average.
  func memoryBlocks() -> [Block] {
    let weighted = filter { $0.variant != .average }
    let warnings = compactMap(\.warning).map { Block.paragraph(Paragraph($0)) }
    guard !weighted.isEmpty else { return warnings }
    let table = Table(
      name: "memory",
      columns: ["beta", "half_life", "mean.age", "memory", "lag.ramp", "noise.ratio"],
      rows: weighted.map { average in
        let values = average.values(at: 0)
        return [.double(average.beta)]
          + ["half_life", "mean.age", "memory", "lag.ramp", "noise.ratio"].map {
            values[$0 + average.suffix] ?? .null
          }
      })
    let meaning = """
      half_life: after so many steps half of a value's weight is left. mean.age: how old what the \
      mean holds is on average; a steady ramp is followed so many steps late (lag.ramp). memory: \
      1/(1−β). noise.ratio: what is left of the variance of independent noise.
      """
    return [.table(table), .paragraph(Paragraph(meaning))] + warnings
  }
}

/// A number of an equation: six significant digits, since a reader adds up.
func shortNumber(_ value: Double) -> String {
  let text = NumberFormat.text(value, .significant(6))
  return text.hasPrefix("-") ? "−" + text.dropFirst() : text
}

/// A number behind a sign: a negative one in brackets.
func bracketedNumber(_ value: Double) -> String {
  value < 0 ? "(\(shortNumber(value)))" : shortNumber(value)
}
