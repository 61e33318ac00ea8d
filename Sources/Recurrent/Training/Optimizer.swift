#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whose form of an update rule: Keras and PyTorch put ε in different places.
public enum OptimizerConvention: String, CaseIterable, Sendable {
  /// Keras 3.
  case keras
  /// PyTorch 2.
  case torch
}

/// A rule that turns gradients into steps.
public enum Optimizer: Sendable, Equatable {
  /// Adam (Kingma & Ba 2015), β₁ 0.9, β₂ 0.999; ε is 1e-7 in Keras (their ε̂ form), 1e-8 in PyTorch.
  case adam(rate: Double = 0.001, convention: OptimizerConvention = .keras)
  /// RMSprop (Hinton 2012): ρ 0.9 and ε 1e-7 inside the root in Keras, 0.99 and 1e-8 outside in PyTorch.
  case rmsprop(rate: Double = 0.001, convention: OptimizerConvention = .keras)

  /// The rate that a library takes when none is given: 0.001, and 0.01 for PyTorch's RMSprop.
  public static func defaultRate(of name: String, convention: OptimizerConvention) -> Double {
    name == "rmsprop" && convention == .torch ? 0.01 : 0.001
  }

  /// The name users type: "adam", "rmsprop".
  public var name: String {
    switch self {
    case .adam: "adam"
    case .rmsprop: "rmsprop"
    }
  }

  /// The learning rate.
  public var rate: Double {
    switch self {
    case .adam(let rate, _), .rmsprop(let rate, _): rate
    }
  }
}

/// What an optimiser remembers between steps.
public struct OptimizerState: Sendable, Equatable {
  /// How many steps were made.
  public private(set) var step = 0
  /// Adam's running mean of the gradient, one number a parameter; zeros for RMSprop.
  public private(set) var mean: ContiguousArray<Float>
  /// The running mean of the squared gradient.
  public private(set) var meanSquare: ContiguousArray<Float>

  /// Creates the state before the first step: zeros.
  public init(count: Int) {
    mean = .init(zeros: count)
    meanSquare = mean
  }

  /// Makes one step.
  ///
  /// - Parameters:
  ///   - parameters: What is changed.
  ///   - gradient: The gradient of the loss with respect to them.
  ///   - optimizer: The rule.
  /// - Precondition: Both have as many numbers as this state.
  public mutating func update(
    _ parameters: inout ContiguousArray<Float>, with gradient: ContiguousArray<Float>,
    by optimizer: Optimizer
  ) {
    step += 1
    let t = Double(step)
    switch optimizer {
    case .adam(let rate, let convention):
      let (beta1, beta2) = (0.9, 0.999)
      let (correction1, correction2) = (1 - pow(beta1, t), (1 - pow(beta2, t)).squareRoot())
      let gains = (Float(1 - beta1), Float(1 - beta2))
      switch convention {
      case .keras:
        // w −= η·√(1−β₂ᵗ)/(1−β₁ᵗ) · m/(√v + ε)
        let rate = Float(rate * correction2 / correction1)
        advance(
          &parameters, with: gradient, mean: &mean, meanSquare: &meanSquare, gains: gains
        ) { _, m, v in
          rate * m / (v.squareRoot() + 1e-7)
        }
      case .torch:
        // w −= η/(1−β₁ᵗ) · m/(√v/√(1−β₂ᵗ) + ε)
        let (rate, root) = (Float(rate / correction1), Float(1 / correction2))
        advance(
          &parameters, with: gradient, mean: &mean, meanSquare: &meanSquare, gains: gains
        ) { _, m, v in
          rate * m / (v.squareRoot() * root + 1e-8)
        }
      }
    case .rmsprop(let rate, let convention):
      let rate = Float(rate)
      switch convention {
      case .keras:
        // w −= η·g/√(v + ε)
        advance(
          &parameters, with: gradient, mean: &mean, meanSquare: &meanSquare, gains: (0, 0.1)
        ) { g, _, v in
          rate * g / (v + 1e-7).squareRoot()
        }
      case .torch:
        // w −= η·g/(√v + ε)
        advance(
          &parameters, with: gradient, mean: &mean, meanSquare: &meanSquare, gains: (0, 0.01)
        ) { g, _, v in
          rate * g / (v.squareRoot() + 1e-8)
        }
      }
    }
  }
}

/// `m += (g − m)·gain₁`, `v += (g² − v)·gain₂`, `w −= step(g, m, v)` for every parameter.
@inline(__always)
private func advance(
  _ w: inout ContiguousArray<Float>, with g: ContiguousArray<Float>,
  mean m: inout ContiguousArray<Float>, meanSquare v: inout ContiguousArray<Float>,
  gains: (Float, Float), step: (Float, Float, Float) -> Float
) {
  let g = g.span
  var m = m.mutableSpan
  var v = v.mutableSpan
  var w = w.mutableSpan
  let count = g.count
  precondition(
    m.count == count && v.count == count && w.count == count, "One gradient a parameter.")
  for j in 0..<count {
    // Kept in names: to read m[j] again from where it was just written took 8.6 µs for 3, for 10,000
    // parameters whose vectors cross lines of the cache.
    let mean = m[j] + (g[j] - m[j]) * gains.0
    let meanSquare = v[j] + (g[j] * g[j] - v[j]) * gains.1
    m[j] = mean
    v[j] = meanSquare
    w[j] -= step(g[j], mean, meanSquare)
  }
}

/// Shrinks a gradient so that its Euclidean norm over all tensors is at most `limit`.
///
/// Its direction stays: Pascanu, Mikolov & Bengio (2013), algorithm 1. A norm that is not a number
/// changes nothing.
public func clip(_ gradient: inout ContiguousArray<Float>, toNorm limit: Float) {
  let norm = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
  guard norm > Double(limit) else { return }
  let scale = Float(Double(limit) / norm)
  for index in gradient.indices { gradient[index] *= scale }
}
