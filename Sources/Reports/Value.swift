/// One datum of a report: what stands in a table cell, under a name, or in JSON.
///
/// A `Float` stays a `Float`, so that its shortest digits are shown and written, not those of its
/// `Double`. As with any floating-point number, a value that holds NaN is not equal to itself.
public enum Value: Sendable, Equatable {
  /// What is absent: no next day, no date, no head.
  case null
  /// A count or a row.
  case integer(Int)
  /// A number of the networks: scaled values, gates, weights.
  case float(Float)
  /// A number of the analysis: dollars, RMSE, EWMA, powers.
  case double(Double)
  /// A word, a date or a sentence.
  case text(String)
  /// A yes or a no.
  case boolean(Bool)
  /// Several values, as the inputs of a model with two features.
  case list([Value])
}

extension Value {
  /// Whether this is a number; NaN and the infinities are.
  public var isNumber: Bool {
    switch self {
    case .integer, .float, .double: true
    case .null, .text, .boolean, .list: false
    }
  }

  /// The number as a `Double`, or nil where this is no number.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): Double(value)
    case .double(let value): value
    case .null, .text, .boolean, .list: nil
    }
  }

  /// Wraps a count; nil becomes `.null`.
  public init(_ value: Int?) {
    self = value.map(Value.integer) ?? .null
  }

  /// Wraps a number of the networks; nil becomes `.null`.
  public init(_ value: Float?) {
    self = value.map(Value.float) ?? .null
  }

  /// Wraps a number of the analysis; nil becomes `.null`.
  public init(_ value: Double?) {
    self = value.map(Value.double) ?? .null
  }

  /// Wraps a text; nil becomes `.null`.
  public init(_ value: String?) {
    self = value.map(Value.text) ?? .null
  }
}

extension Value: ExpressibleByNilLiteral {
  /// `nil` is what is absent.
  public init(nilLiteral: ()) {
    self = .null
  }
}

extension Value: ExpressibleByIntegerLiteral {
  /// `42` is an integer.
  public init(integerLiteral value: Int) {
    self = .integer(value)
  }
}

extension Value: ExpressibleByFloatLiteral {
  /// `0.72` is a `Double`; for a `Float` write `.float(0.72)`.
  public init(floatLiteral value: Double) {
    self = .double(value)
  }
}

extension Value: ExpressibleByStringLiteral {
  /// `"lstm"` is a text.
  public init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension Value: ExpressibleByBooleanLiteral {
  /// `true` and `false` are booleans.
  public init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }
}

extension Value: ExpressibleByArrayLiteral {
  /// `[0.5, 0.6]` is a list.
  public init(arrayLiteral elements: Value...) {
    self = .list(elements)
  }
}
