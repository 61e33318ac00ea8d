/// A plain recurrence in `Double`: `h_t = φ(V h_{t−1} + U x_t + b)` from `h_0 = 0`.
///
/// Its step Jacobians `∂h_t/∂h_{t−1} = diag(φ'(a_t)) V` multiply to what the gradient of a state loses on
/// its way back: V alone when φ is linear, and less where φ is flat (Pascanu, Mikolov & Bengio 2013,
/// equation 5).
public struct PlainRecurrence: Sendable {
  /// V, `[n, n]`: from the old state to the sums.
  public let recurrentMatrix: SquareMatrix
  /// U, `[n][m]`: from the inputs to the sums.
  public let inputWeights: [[Double]]
  /// b, `[n]`.
  public let bias: [Double]
  /// φ.
  public let activation: Activation

  /// Creates a recurrence.
  ///
  /// - Precondition: `inputWeights` and `bias` have a row for each of the n units.
  public init(
    recurrentMatrix: SquareMatrix, inputWeights: [[Double]], bias: [Double], activation: Activation
  ) {
    precondition(
      inputWeights.count == recurrentMatrix.size && bias.count == recurrentMatrix.size,
      "Each unit has weights and a bias.")
    self.recurrentMatrix = recurrentMatrix
    self.inputWeights = inputWeights
    self.bias = bias
    self.activation = activation
  }

  /// The equations of a SimpleRNN layer, with its weights as `Double`.
  ///
  /// - Parameters:
  ///   - cell: The layer.
  ///   - activation: What stands in the place of the layer's own activation; nil for that one.
  public init(_ cell: SimpleRNNCell, activation: Activation? = nil) {
    let units = cell.units
    self.init(
      recurrentMatrix: cell.recurrentMatrix(ofBlock: 0),
      inputWeights: (0..<units).map { unit in
        (0..<cell.features).map { Double(cell.parameters[$0 * units + unit]) }
      },
      bias: cell.parameters[cell.biasRange].map(Double.init),
      activation: activation ?? cell.options.activation)
  }

  /// The sums a before the squash and the states h after it, one a step.
  ///
  /// - Parameter inputs: x, `[steps][m]`.
  /// - Returns: Both of each step, `[n]`.
  /// - Precondition: Each step has as many numbers as a row of `inputWeights`.
  public func states(for inputs: [[Double]]) -> [(sums: [Double], hidden: [Double])] {
    var h = [Double](repeating: 0, count: bias.count)
    return inputs.map { x in
      // a = V·h + U·x + b
      var a = recurrentMatrix.times(h)
      for i in a.indices { a[i] += zip(inputWeights[i], x).reduce(bias[i]) { $0 + $1.0 * $1.1 } }
      // h = φ(a)
      h = a.map { activation.value(at: $0) }
      return (a, h)
    }
  }

  /// `∂h_t/∂h_{t−1}` of every step, entry (i, j) the derivative of the new state's number i.
  ///
  /// - Parameter inputs: x, `[steps][m]`.
  /// - Returns: One matrix a step, `[n, n]`.
  /// - Precondition: Each step has as many numbers as a row of `inputWeights`.
  public func stepJacobians(for inputs: [[Double]]) -> [SquareMatrix] {
    states(for: inputs).map(jacobian)
  }

  /// The spectral norms of `∂h_τ/∂h_{τ−k}` for k = 0…τ−1, where τ is the last step.
  ///
  /// - Parameters:
  ///   - inputs: x, `[τ][m]`.
  ///   - progress: Called as work goes on, with the part that is done; what it throws ends the work.
  /// - Returns: τ norms, the first of them 1.
  /// - Throws: What `progress` throws.
  /// - Precondition: Each step has as many numbers as a row of `inputWeights`.
  public func jacobianNorms(
    for inputs: [[Double]], progress: (Double) throws -> Void
  ) rethrows -> [Double] {
    var product = ScaledMatrix(.identity(size: recurrentMatrix.size))
    var norms: [Double] = []
    for state in states(for: inputs).reversed() {
      norms.append(product.spectralNorm)
      product.multiply(by: ScaledMatrix(jacobian(state)))
      try progress(Double(norms.count) / Double(inputs.count))
    }
    return norms
  }

  /// The spectral norms of `∂h_τ/∂h_{τ−k}` for k = 0…τ−1, without a word on the way.
  public func jacobianNorms(for inputs: [[Double]]) -> [Double] {
    jacobianNorms(for: inputs) { _ in }
  }

  private func jacobian(_ state: (sums: [Double], hidden: [Double])) -> SquareMatrix {
    recurrentMatrix.scalingRows(by: state.sums.map { activation.slope(at: $0) })
  }
}

extension RecurrentCell {
  /// The recurrent weights of one block as a matrix that maps columns: the transposed part of Keras'
  /// recurrent kernel, the block of PyTorch's `weight_hh_l0` as it stands.
  ///
  /// - Parameter block: The place of the quantity in `blocks`.
  /// - Returns: The block, `[units, units]`.
  /// - Precondition: The cell has that block.
  public func recurrentMatrix(ofBlock block: Int) -> SquareMatrix {
    precondition(Self.blocks.indices.contains(block), "The cell has that block.")
    let kernel = parameters.span.extracting(recurrentRange)
    var matrix = SquareMatrix(size: units, repeating: 0)
    for i in 0..<units {
      for j in 0..<units { matrix[i, j] = Double(kernel[j * width + block * units + i]) }
    }
    return matrix
  }
}
