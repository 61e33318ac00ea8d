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

  /// The recursion that it follows, in letters.
  var rule: String {
    switch variant {
    case .standard: "μ_t = β μ_{t−1} + (1−β) v_t, from μ_{−1} = 0"
    case .notebook: "μ_t = β μ_{t−1} + (1−β) v_t, from μ_0 = 0: v_0 is never used"
    case .average: "μ_t = μ_{t−1} + (v_t − μ_{t−1}) / (t+1): the mean of all values so far"
    }
  }

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
  /// Their names for a title: `β = 0.8, β = 0.5`.
  var names: String {
    map(\.name).joined(separator: ", ")
      + (first?.variant == .notebook ? ", from t=1 as the notebook" : "")
  }

  /// Half-life, mean age, memory and noise of each, side by side; nothing for the cumulative average.
  var memoryTable: Table? {
    let weighted = filter { $0.variant != .average }
    guard !weighted.isEmpty else { return nil }
    let names = ["half_life", "mean.age", "memory", "noise.ratio"]
    return Table(
      name: "memory", columns: (["beta"] + names).map { Table.Column($0) },
      rows: weighted.map { average in
        let values = average.values(at: 0)
        return [.double(average.beta)] + names.map { values[$0 + average.suffix] ?? .null }
      })
  }

  /// What the columns of the table are.
  static var memoryMeaning: String {
    """
    half_life: until half of a value's weight is left; mean.age: of what is held, the lag on a ramp; \
    memory: 1/(1−β); noise.ratio: the part of noise's variance that stays.
    """
  }

  /// What must be said of unusual ones; nil where there is nothing.
  var warning: String? {
    let sentences = compactMap(\.warning)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
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
