#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Weights, set by hand, with which a gated cell is the exponentially weighted moving average.
///
/// The gate that keeps is held at β by its bias alone, `σ(ln(β/(1−β))) = β`, and the one that adds at
/// `1 − β`. The candidate is `tanh(ε·x)`, close to `ε·x` for a small ε, so that the state over ε is the
/// average. Since `|tanh(y) − y| ≤ |y|³/3`, it is so within `ε²·max|x|³/3` and Float's rounding.
public enum LeakyUnit {
  /// The ε of `network` unless another is asked for.
  ///
  /// Small enough for the fourth decimal of a scaled price (4.4e-5 up to 1.1), large enough for Float's
  /// rounding to stay far below.
  public static let usualScale = 0.01

  /// The bias that holds the keeping gate at `beta`: `ln(β/(1−β))`.
  public static func bias(beta: Double) -> Double { log(beta / (1 - beta)) }

  /// By how much the state over ε can differ from the average.
  ///
  /// - Parameters:
  ///   - scale: ε.
  ///   - greatest: The greatest absolute value that goes in.
  /// - Returns: `ε²·max|x|³/3`.
  public static func errorBound(scale: Double, greatest: Double) -> Double {
    scale * scale * greatest * greatest * greatest / 3
  }

  /// An LSTM or a GRU whose state over ε is the average of its first feature, and whose head undoes ε.
  ///
  /// The LSTM's state is c; its output gate is held open, and its prediction `tanh(c)/ε` doubles the
  /// bound. All units are alike, each with its share of the head.
  ///
  /// - Parameters:
  ///   - cell: `LSTMCell` or `GRUCell`.
  ///   - units: How many units; above zero.
  ///   - features: How many numbers a step; above zero.
  ///   - beta: β, above 0 and below 1.
  ///   - scale: ε, above 0.
  /// - Returns: The network; `nil` for a cell without gates.
  public static func network(
    _ cell: any RecurrentCell.Type, units: Int, features: Int, beta: Double, scale: Double
  ) -> Network? {
    let keep = Float(bias(beta: beta))
    let biases: [String: Float]
    switch cell.name {
    case LSTMCell.name: biases = ["forget": keep, "input": -keep, "output": openBias]
    case GRUCell.name: biases = ["update": keep, "reset": openBias]
    default: return nil
    }
    var network = Network(
      cell: cell.init(units: units, features: features, options: CellOptions()),
      head: Dense(
        kernel: .init(repeating: Float(1 / (scale * Double(units))), count: units), bias: 0))
    for (block, value) in biases {
      network.cell.set(.bias, of: block, to: .init(repeating: value, count: units))
    }
    network.cell.set(
      .kernel, of: "candidate",
      to: ContiguousArray(repeating: Float(scale), count: units)
        + ContiguousArray(repeating: 0, count: (features - 1) * units))
    return network
  }

  /// A bias so large that Float's sigmoid of it is 1.
  private static let openBias: Float = 20
}
