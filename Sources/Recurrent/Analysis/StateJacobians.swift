/// How a cell's state follows from the states before it, along one sequence, in Double.
///
/// The gradient that reaches a state k is carried by the product ∂s_T/∂s_k = J_T·…·J_{k+1}; for the
/// SimpleRNN each J is `diag(φ'(a))·V` (Pascanu, Mikolov & Bengio 2013, equation 5). An LSTM's state
/// is h followed by c, so that its Jacobians have 2·units rows.
public struct StateJacobians: Sendable {
  /// How many numbers a state has.
  public let size: Int
  /// The state after each step.
  public let states: [[Double]]
  /// The Jacobian of each step by the state before it.
  public let steps: [SquareMatrix]

  /// Runs a cell over a sequence.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - inputs: The inputs of each step, `[steps][features]`.
  ///   - start: The state before the first step; zeros by default.
  ///   - held: Gates and candidates that are given instead of computed.
  public init(
    of cell: any RecurrentCell, inputs: [[Double]], from start: [Double]? = nil,
    holding held: HeldGates = [:]
  ) {
    let zero = cell.zeroState(batch: 1)
    size = zero.hidden.values.count + (zero.cell?.values.count ?? 0)
    var state = start ?? [Double](repeating: 0, count: size)
    precondition(state.count == size, "A state has h, and c where the cell has one.")
    var states: [[Double]] = []
    var steps: [SquareMatrix] = []
    for x in inputs {
      let step = cell.stateStep(x, from: state, holding: held)
      state = step.state
      states.append(state)
      steps.append(step.jacobian)
    }
    (self.states, self.steps) = (states, steps)
  }

  /// The Jacobian ∂s_T/∂s_k of the last state by each state k = 0 … T, the first being that before the
  /// first step: `T + 1` matrices, the last one the identity.
  public var products: [SquareMatrix] {
    var products = [SquareMatrix.identity(size: size)]
    for step in steps.reversed() { products.append(products[products.count - 1].times(step)) }
    return products.reversed()
  }

  /// The spectral norms of `products`: the most by which a change of each state can change the last.
  ///
  /// - Parameter progress: Called as work goes on, with the part that is done; what it throws ends the
  ///   work.
  /// - Returns: `T + 1` norms, that of the state before the first step first, the last one 1.
  /// - Throws: What `progress` throws.
  public func productNorms(progress: (Double) throws -> Void) rethrows -> [Double] {
    var product = SquareMatrix.identity(size: size)
    var norms = [1.0]
    for step in steps.reversed() {
      try progress(Double(norms.count) / Double(steps.count + 1))
      product = product.times(step)
      norms.append(product.spectralNorm)
    }
    return norms.reversed()
  }
}

extension Network {
  /// The output after the last input, in Double; nil without a head or without an input.
  ///
  /// - Parameters:
  ///   - inputs: The inputs of each step, `[steps][features]`, from a zero state.
  ///   - held: Gates and candidates that are given instead of computed.
  /// - Returns: The same as `predictions(of:)` gives, without the rounding of Float.
  public func exactOutput(after inputs: [[Double]], holding held: HeldGates = [:]) -> Double? {
    guard let head, let last = StateJacobians(of: cell, inputs: inputs, holding: held).states.last
    else { return nil }
    return zip(head.kernel, last).reduce(Double(head.bias)) { $0 + Double($1.0) * $1.1 }
  }
}
