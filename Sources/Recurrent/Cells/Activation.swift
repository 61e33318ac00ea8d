#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A function applied to each sum of a layer.
public enum Activation: String, CaseIterable, Sendable {
  /// `x` itself.
  case linear
  /// `max(0, x)`.
  case relu
  /// `x` above zero, `0.3·x` below: the slope of Keras 3's `LeakyReLU` layer (PyTorch's is 0.01).
  case leakyrelu
  /// The hyperbolic tangent, −1…1.
  case tanh
  /// The logistic function `1/(1 + e^−x)`, 0…1.
  case sigmoid

  /// The activation of `x`, as exact as the C library; NaN for NaN.
  public func value(at x: Float) -> Float {
    switch self {
    case .linear: x
    case .relu: x < 0 ? 0 : x
    case .leakyrelu: x < 0 ? 0.3 * x : x
    case .tanh: tanhf(x)
    case .sigmoid: 1 / (1 + expf(-x))
    }
  }

  /// The derivative at `x`; 0 for `relu` and 0.3 for `leakyrelu` at zero, as Keras and PyTorch have it.
  public func slope(at x: Float) -> Float { Float(slope(at: Double(x))) }

  /// The activation of `x`, as exact as the C library; NaN for NaN.
  public func value(at x: Double) -> Double {
    switch self {
    case .linear: x
    case .relu: x < 0 ? 0 : x
    case .leakyrelu: x < 0 ? 0.3 * x : x
    case .tanh: libraryTanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    }
  }

  /// The derivative at `x`; 0 for `relu` and 0.3 for `leakyrelu` at zero, as Keras and PyTorch have it.
  public func slope(at x: Double) -> Double {
    switch self {
    case .linear: 1
    case .relu: x > 0 ? 1 : 0
    case .leakyrelu: x > 0 ? 1 : 0.3
    case .tanh: 1 - value(at: x) * value(at: x)
    case .sigmoid: value(at: x) * value(at: -x)
    }
  }

  /// The least and the greatest value, where there are such.
  public var range: ClosedRange<Float>? {
    switch self {
    case .linear, .relu, .leakyrelu: nil
    case .tanh: -1...1
    case .sigmoid: 0...1
    }
  }
}

/// The C library's `tanh`, which the case of that name hides inside `Activation`.
private func libraryTanh(_ x: Double) -> Double { tanh(x) }
