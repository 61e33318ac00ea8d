/// Made series that show what an average does: the step answer, the memory itself, the lag, the noise.
public enum TestSignal: String, CaseIterable, Sendable {
  /// From 0 up to 1 in 100 values and back down in 100 more, as the course's notebook has it: 1 at
  /// t = 99 and t = 100.
  case hat
  /// 1 at every t.
  case ones
  /// 1 at t = 0, then 0.
  case impulse
  /// t itself.
  case ramp

  /// The length of the hat.
  public static let hatLength = 200

  /// The first values of the signal; the hat is 0 outside its 200.
  ///
  /// - Parameter count: How many.
  /// - Returns: The values from t = 0 on.
  public func values(_ count: Int) -> [Double] {
    (0..<max(0, count)).map { t in
      switch self {
      case .hat: Double(max(0, min(t, Self.hatLength - 1 - t))) / Double(Self.hatLength / 2 - 1)
      case .ones: 1
      case .impulse: t == 0 ? 1 : 0
      case .ramp: Double(t)
      }
    }
  }
}

extension [Double] {
  /// The values with independent normal noise added.
  ///
  /// - Parameters:
  ///   - deviation: The standard deviation of the noise; 0 leaves the values as they are.
  ///   - seed: The same seed gives the same noise.
  /// - Returns: As many values.
  public func withNoise(_ deviation: Double, seed: UInt64) -> [Double] {
    guard deviation != 0 else { return self }
    var generator = SeededGenerator(seed: seed)
    return map { $0 + deviation * generator.normal() }
  }
}
