#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The functions that an expression can call.
public enum ExpressionFunction: String, CaseIterable, Sendable {
  /// The natural logarithm.
  case ln
  /// e to the power of the argument.
  case exp
  /// The square root.
  case sqrt
  /// The hyperbolic tangent.
  case tanh
  /// The logistic function, `1/(1 + e^−x)`; also written `σ`.
  case sigmoid
  /// The absolute value.
  case abs
  /// The least of one or more numbers.
  case min
  /// The greatest of one or more numbers.
  case max

  /// Whether it takes any number of arguments, parted by commas; the others take one.
  var takesSeveral: Bool { self == .min || self == .max }

  /// Why the function has no value there; `nil` where it has one.
  func objection(to arguments: [Double]) -> String? {
    switch self {
    case .ln where arguments[0] <= 0: "ln needs a number above 0"
    case .sqrt where arguments[0] < 0: "sqrt needs a number that is not below 0"
    default: nil
    }
  }

  /// The value of the function; there is at least one argument.
  func value(of arguments: [Double]) -> Double {
    let x = arguments[0]
    switch self {
    case .ln: return logarithm(x)
    case .exp: return exponential(x)
    case .sqrt: return x.squareRoot()
    case .tanh: return hyperbolicTangent(x)
    case .sigmoid: return 1 / (1 + exponential(-x))
    case .abs: return x.magnitude
    case .min: return arguments.min() ?? x
    case .max: return arguments.max() ?? x
    }
  }

  /// `base` to the power of `exponent`; NaN where there is none.
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}

// The C library's functions, which the cases of the same names hide inside the enumeration.
private func logarithm(_ x: Double) -> Double { log(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
