/// Maps the smallest fitted value to 0 and the largest to 1; the same numbers as scikit-learn's
/// `MinMaxScaler`.
public struct MinMaxScaler: Sendable, Equatable {
  /// The smallest fitted value, in dollars.
  public let minimum: Double
  /// The largest fitted value, in dollars.
  public let maximum: Double

  /// The scaler that changes nothing.
  public static let identity = MinMaxScaler(minimum: 0, maximum: 1)

  /// A scaler of this range.
  public init(minimum: Double, maximum: Double) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The scaler fitted to these values; NaN is passed over, and the identity comes of no value at
  /// all.
  public init(fitting values: some Sequence<Double>) {
    var least = Double.infinity
    var most = -Double.infinity
    for value in values {
      least = value < least ? value : least
      most = value > most ? value : most
    }
    self = least <= most ? MinMaxScaler(minimum: least, maximum: most) : .identity
  }

  /// Dollars in one scaled unit; 1 for a constant column, which would otherwise divide by 0.
  public var span: Double { maximum > minimum ? maximum - minimum : 1 }

  /// The scaled value `(v − min) / (max − min)`, outside 0…1 for values outside the fitted range.
  public func scaled(_ value: Double) -> Double {
    (value - minimum) / span
  }

  /// The value in dollars, `s·(max − min) + min`.
  public func dollars(_ scaled: Double) -> Double {
    scaled * span + minimum
  }
}
