#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A cell of one unit in Double whose weights or gates are typed: the bench on which equations are tried.
///
/// Each gate and the candidate is either computed, `φ(w·x + v·h + b)`, or given step by step.
///
///     rnn:  h' = φ(a)
///     lstm: c' = f·c + i·c̃,  h' = o·ψ(c')
///     gru:  h' = z·h + (1 − z)·h̃,  where h̃ = φ(w·x + r·v·h + b)
///
/// With φ = tanh for the candidate, φ = σ for the gates and ψ = tanh these are the one-unit cases of
/// `SimpleRNNCell`, `LSTMCell` and `GRUCell`. With a second bias of zero the two forms of the GRU's
/// reset are one when there is one unit.
public struct UnitBench: Sendable, Equatable {
  /// Which equations are run.
  public enum Cell: String, CaseIterable, Sendable {
    case rnn, lstm, gru

    /// The quantities that are computed or given, in the order in which they are shown: the candidate
    /// (for the RNN its sum, under the name `hidden`) and the gates.
    public var parts: [String] {
      switch self {
      case .rnn: ["hidden"]
      case .lstm: ["input", "forget", "candidate", "output"]
      case .gru: ["update", "reset", "candidate"]
      }
    }
  }

  /// The weights of one sum, `w·x + v·h + b`.
  public struct Weights: Sendable, Equatable {
    /// w, the weight of the input.
    public var input: Double
    /// v, the weight of the state before.
    public var recurrent: Double
    /// b.
    public var bias: Double

    /// Creates weights; what is left out is zero.
    public init(input: Double = 0, recurrent: Double = 0, bias: Double = 0) {
      self.input = input
      self.recurrent = recurrent
      self.bias = bias
    }
  }

  /// Where the numbers of a gate or of the candidate come from.
  public enum Source: Sendable, Equatable {
    /// `φ(w·x + v·h + b)`.
    case computed(Weights, Activation)
    /// One number for each step; the last one also stands for all later steps.
    case given([Double])
  }

  /// The equations.
  public let cell: Cell
  /// Where each part comes from; a part that is not named here is 0, which for the RNN is its state.
  public var sources: [String: Source]
  /// ψ, through which the LSTM's cell state leaves.
  public var outputActivation: Activation
  /// h before the first step.
  public var initialHidden: Double
  /// c before the first step; only the LSTM has it.
  public var initialCell: Double

  /// Creates a bench.
  public init(
    _ cell: Cell, sources: [String: Source], outputActivation: Activation = .tanh,
    initialHidden: Double = 0, initialCell: Double = 0
  ) {
    self.cell = cell
    self.sources = sources
    self.outputActivation = outputActivation
    self.initialHidden = initialHidden
    self.initialCell = initialCell
  }
}

extension UnitBench {
  /// A gate, or a candidate, at one step.
  public struct Part: Sendable, Equatable {
    /// The sum before the squash; `nil` for a part that is given.
    public let sum: Double?
    /// The part itself.
    public let value: Double
  }

  /// All that is computed at one step.
  public struct Step: Sendable, Equatable {
    /// What went in.
    public let x: Double
    /// h before the step.
    public let hiddenBefore: Double
    /// c before the step; 0 but for the LSTM.
    public let cellBefore: Double
    /// The parts by their names.
    public fileprivate(set) var parts: [String: Part] = [:]
    /// h after the step.
    public fileprivate(set) var hidden = 0.0
    /// c after the step; `nil` but for the LSTM.
    public fileprivate(set) var cell: Double?

    /// A part's value; 0 for a part that the cell does not have.
    public func value(_ name: String) -> Double { parts[name]?.value ?? 0 }
  }

  /// Runs the equations.
  ///
  /// - Parameter inputs: x of each step.
  /// - Returns: One step for each input. Numbers beyond Double's range are infinite or NaN.
  public func run(_ inputs: [Double]) -> [Step] {
    var (h, c) = (initialHidden, initialCell)
    return inputs.enumerated().map { index, x in
      var step = Step(x: x, hiddenBefore: h, cellBefore: c)
      // In the order of dependence: the GRU's candidate reads its reset gate.
      for name in cell.parts {
        step.parts[name] = part(name, at: index, in: step)
      }
      switch cell {
      case .rnn:
        step.hidden = step.value("hidden")
      case .lstm:
        c = step.value("forget") * c + step.value("input") * step.value("candidate")
        step.cell = c
        step.hidden = step.value("output") * outputActivation.value(at: c)
      case .gru:
        let z = step.value("update")
        step.hidden = z * h + (1 - z) * step.value("candidate")
      }
      h = step.hidden
      return step
    }
  }

  private func part(_ name: String, at index: Int, in step: Step) -> Part {
    switch sources[name] {
    case .computed(let weights, let activation):
      let isReset = cell == .gru && name == "candidate"
      let state = (isReset ? step.value("reset") : 1) * weights.recurrent * step.hiddenBefore
      let sum = weights.input * step.x + state + weights.bias
      return Part(sum: sum, value: activation.value(at: sum))
    case .given(let values):
      return Part(sum: nil, value: index < values.count ? values[index] : values.last ?? 0)
    case nil:
      return Part(sum: nil, value: 0)
    }
  }
}
