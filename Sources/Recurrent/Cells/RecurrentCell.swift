/// What a cell can be told besides its size.
public struct CellOptions: Sendable, Equatable {
  /// What the SimpleRNN applies to its sum; the other cells have fixed squashes.
  public var activation: Activation
  /// Whether the GRU's reset gate acts after the product with the recurrent kernel, not before.
  ///
  /// After is Keras' default and all that PyTorch has; before is the paper's (Cho et al. 2014).
  public var resetAfter: Bool

  /// Creates options; Keras' defaults unless told otherwise.
  public init(activation: Activation = .tanh, resetAfter: Bool = true) {
    self.activation = activation
    self.resetAfter = resetAfter
  }
}

/// The name and shape of one of a cell's parameter tensors.
public struct ParameterShape: Sendable, Equatable {
  /// "kernel", "recurrent_kernel" or "bias", as Keras has it.
  public let name: String
  /// Keras' shape: `[features, k·units]`, `[units, k·units]`, `[k·units]` or `[2, k·units]`.
  public let shape: [Int]
  /// How many numbers the tensor holds.
  public var count: Int { shape.reduce(1, *) }
}

/// What a cell carries from step to step.
public struct CellState: Sendable, Equatable {
  /// The hidden state h, `[batch, units]`.
  public var hidden: Tensor
  /// The LSTM's cell state c, `[batch, units]`; nil for the other cells.
  public var cell: Tensor?

  /// Creates a state.
  public init(hidden: Tensor, cell: Tensor? = nil) {
    self.hidden = hidden
    self.cell = cell
  }
}

/// Gates and candidates that are held at values of the reader's choice.
///
/// A quantity's name and one number a unit. The gradient does not flow through what is held.
public typealias HeldGates = [String: ContiguousArray<Float>]

/// A recurrent layer: its parameters, its equations forward and backward.
///
/// Shapes in all cells: `inputs` `[steps, batch, features]`, states `[batch, units]`, and a row of sums
/// holds the cell's `blocks` side by side, `[batch, blocks·units]`, in the order of Keras.
public protocol RecurrentCell: Sendable {
  /// The short name that users type: "rnn", "lstm", "gru".
  static var name: String { get }
  /// The name that is shown: "SimpleRNN", "LSTM", "GRU".
  static var title: String { get }
  /// The quantities whose sums stand side by side in the kernels, in Keras' order.
  static var blocks: [String] { get }

  /// Creates a cell whose parameters are all zero.
  ///
  /// - Precondition: `units` and `features` are above zero.
  init(units: Int, features: Int, options: CellOptions)

  /// How many hidden units the cell has.
  var units: Int { get }
  /// How many numbers it takes a step.
  var features: Int { get }
  /// What it was told besides.
  var options: CellOptions { get }
  /// Its parameter tensors, in Keras' order and with Keras' shapes.
  var parameterShapes: [ParameterShape] { get }
  /// All parameters, flat, one tensor after the other; their number must not change.
  var parameters: ContiguousArray<Float> { get set }
  /// What the cell computes at each step, in the order in which it is shown.
  var quantities: [Quantity] { get }
  /// The biases of a fresh Keras layer.
  var kerasBias: ContiguousArray<Float> { get }

  /// The state before the first step: zeros.
  func zeroState(batch: Int) -> CellState

  /// Runs the cell over all steps and keeps everything it computed.
  ///
  /// - Parameters:
  ///   - inputs: `[steps, batch, features]`.
  ///   - state: The state before the first step.
  ///   - held: Gates and candidates that are not computed but given; names that the cell does not
  ///     have are ignored.
  /// - Returns: The trace of all steps, self-contained.
  /// - Precondition: `validate(inputs:state:)` passes; what is held has `units` numbers.
  func forward(_ inputs: Tensor, from state: CellState, holding held: HeldGates) -> CellTrace

  /// Runs back through all steps of a trace of this cell: back-propagation through time.
  ///
  /// - Parameters:
  ///   - trace: What `forward` of this very cell gave.
  ///   - seeds: The gradient of the loss with respect to the state after the last step, as far as it
  ///     does not come through later steps.
  /// - Returns: The gradient with respect to all that went in and all states between.
  func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient

  /// Runs one step of one sequence in Double, for what must be more exact than the networks are.
  ///
  /// - Parameters:
  ///   - inputs: What goes in, `[features]`.
  ///   - state: The state before: h, for an LSTM followed by c.
  ///   - held: Gates and candidates that are given instead of computed.
  /// - Returns: The state after, and its slopes by the state before.
  /// - Precondition: There are `features` inputs and as many numbers in the state as it takes.
  func stateStep(_ inputs: [Double], from state: [Double], holding held: HeldGates) -> StateStep

  /// Every term of the sum before the squash of a quantity, for one unit, so that a reader can add
  /// them up: `factor·weight·value` of all terms make `trace.sums(of:step:sequence:)`.
  ///
  /// - Parameters:
  ///   - quantity: The quantity's long name.
  ///   - unit: The unit, from 0.
  ///   - step: The step, from 0.
  ///   - sequence: The row of the batch, from 0.
  ///   - trace: What `forward` of this very cell gave.
  /// - Returns: Inputs, then recurrent terms, then biases; nothing for a quantity without a sum.
  func terms(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm]

  /// How a quantity of one unit comes from others at one step: the squash of its sum, or the equation
  /// of a state.
  ///
  /// - Parameters:
  ///   - quantity: The quantity's long name.
  ///   - unit: The unit, from 0.
  ///   - step: The step, from 0.
  ///   - sequence: The row of the batch, from 0.
  ///   - trace: What `forward` of this very cell gave.
  /// - Returns: The right side of the equation; a mere sum is its own formula.
  func formula(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> Formula
}

extension RecurrentCell {
  /// Keras' biases unless a cell says otherwise: zeros.
  public var kerasBias: ContiguousArray<Float> {
    .init(repeating: 0, count: parameterShapes.last?.count ?? 0)
  }

  /// The state before the first step: zeros, without a cell state.
  public func zeroState(batch: Int) -> CellState {
    CellState(hidden: Tensor(zeros: [batch, units]))
  }

  /// Runs the cell over all steps with every gate as computed.
  public func forward(_ inputs: Tensor, from state: CellState) -> CellTrace {
    forward(inputs, from: state, holding: [:])
  }

  /// Those of some gates and candidates that the cell has.
  ///
  /// - Precondition: Each has one number a unit.
  func holdable(_ gates: HeldGates) -> HeldGates {
    let held = gates.filter { name, _ in
      quantities.contains { $0.name == name && [.gate, .candidate].contains($0.kind) }
    }
    precondition(
      held.values.allSatisfy { $0.count == units }, "A held gate has one number a unit.")
    return held
  }

  /// Checks that inputs and a state fit the cell and each other.
  ///
  /// - Throws: `ShapeError` that names the first tensor that does not.
  public func validate(inputs: Tensor, state: CellState) throws(ShapeError) {
    guard inputs.shape.count == 3, inputs.shape[2] == features else {
      throw ShapeError(
        what: "inputs", expected: "[steps, batch, \(features)]", given: inputs.shape)
    }
    let expected = [inputs.shape[1], units]
    guard state.hidden.shape == expected else {
      throw ShapeError(
        what: "hidden state", expected: "\(expected)", given: state.hidden.shape)
    }
    let cell = zeroState(batch: 0).cell == nil ? nil : expected
    guard state.cell?.shape == cell else {
      throw ShapeError(
        what: "cell state", expected: cell.map { "\($0)" } ?? "none", given: state.cell?.shape
      )
    }
  }
}

/// All cells there are.
public enum CellTable {
  /// One row a cell.
  public static let all: [any RecurrentCell.Type] = [
    SimpleRNNCell.self,
    LSTMCell.self,
    GRUCell.self,
  ]

  /// The cell of a short name, or nil.
  public static func cell(named name: String) -> (any RecurrentCell.Type)? {
    all.first { $0.name == name }
  }
}
