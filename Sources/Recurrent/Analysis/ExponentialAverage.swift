#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// The exponentially weighted moving average: the simplest memory, with one number for how much it
/// keeps.
///
/// β is the share that is kept at each step, `0 ≤ β < 1`. Between −1 and 0 it is unusual but has a
/// meaning: the weights of the past change their sign from step to step.
public enum ExponentialAverage {
  /// Which recursion is run.
  public enum Variant: String, CaseIterable, Sendable {
    /// `μ_t = β μ_{t−1} + (1−β) v_t` from `μ_{−1} = 0`.
    case standard
    /// The same from `μ_0 = 0` with the loop starting at t = 1, as the course's notebook does:
    /// `v_0` is never seen.
    case notebook
    /// `μ_t = μ_{t−1} + (v_t − μ_{t−1}) / (t+1)`: the cumulative average of all values, which
    /// forgets nothing; β has no part in it.
    case average
  }

  /// The average at every t.
  ///
  /// - Parameters:
  ///   - values: The values v, oldest first.
  ///   - beta: The share that is kept at each step.
  ///   - variant: Which recursion is run.
  /// - Returns: μ at every t, as many as there are values.
  public static func mean(
    of values: [Double], beta: Double, variant: Variant = .standard
  ) -> [Double] {
    var mean = 0.0
    return values.enumerated().map { t, v in
      switch variant {
      case .standard: mean = beta * mean + (1 - beta) * v
      case .notebook: mean = t == 0 ? 0 : beta * mean + (1 - beta) * v
      case .average: mean += (v - mean) / Double(t + 1)
      }
      return mean
    }
  }

  /// The average at every t, freed from the pull of the zero it started at.
  ///
  /// `μ̂_t = μ_t / (1 − β^{t+1})`: the division that Kingma & Ba (2015, section 3) use in Adam; the
  /// same numbers as pandas' `ewm(alpha: 1 − β, adjust: true)`. The notebook's variant divides by
  /// `1 − β^t` and stays 0 at t = 0; the cumulative average needs no correction.
  ///
  /// - Parameters:
  ///   - values: The values v, oldest first.
  ///   - beta: The share that is kept at each step.
  ///   - variant: Which recursion is run.
  /// - Returns: μ̂ at every t, as many as there are values.
  public static func corrected(
    of values: [Double], beta: Double, variant: Variant = .standard
  ) -> [Double] {
    let means = mean(of: values, beta: beta, variant: variant)
    guard variant != .average else { return means }
    var power = variant == .notebook ? 1.0 : beta
    return means.enumerated().map { t, mean in
      defer { power *= beta }
      return variant == .notebook && t == 0 ? 0 : mean / (1 - power)
    }
  }

  /// The weight `(1−β) β^k` that a value of k steps ago has in the average of today.
  ///
  /// - Parameters:
  ///   - age: k, the steps since the value came in; 0 for the newest.
  ///   - beta: The share that is kept at each step.
  /// - Returns: The weight; over all ages the weights add up to 1.
  public static func weight(ofAge age: Int, beta: Double) -> Double {
    (1 - beta) * pow(beta, Double(age))
  }

  /// After how many steps half of a value's weight is left, whatever its sign: `ln ½ / ln |β|`.
  ///
  /// - Parameter beta: The share that is kept at each step.
  /// - Returns: The half-life in steps: 0 for β = 0, infinite for β = ±1.
  public static func halfLife(beta: Double) -> Double {
    abs(beta) == 1 ? .infinity : log(0.5) / log(abs(beta))
  }

  /// The mean age `β / (1−β)` of what the average holds: also by how many steps it trails behind a
  /// steady slope.
  ///
  /// - Parameter beta: The share that is kept at each step.
  /// - Returns: The age in steps: 0 for β = 0, infinite for β = 1.
  public static func meanAge(beta: Double) -> Double {
    beta / (1 - beta)
  }

  /// What is left of the variance of independent noise in the long run: `(1−β) / (1+β)`.
  ///
  /// - Parameter beta: The share that is kept at each step.
  /// - Returns: The ratio of the variances: 1 for β = 0, 0 for β = 1, above 1 for a negative β.
  public static func noiseRatio(beta: Double) -> Double {
    (1 - beta) / (1 + beta)
  }
}
