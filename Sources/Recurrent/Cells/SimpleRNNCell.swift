/// The plain recurrent cell of Elman (1990), as Keras' `SimpleRNN`.
///
///     a = W·x + U·h + b    h' = φ(a)
public struct SimpleRNNCell: RecurrentCell, Equatable {
  /// The name that users type.
  public static let name = "rnn"
  /// The name that is shown.
  public static let title = "SimpleRNN"
  /// The order in the kernels, that of Keras.
  public static let blocks = ["sum"]

  /// How many hidden units the cell has, n.
  public let units: Int
  /// How many numbers it takes a step, m.
  public let features: Int
  /// What it was told besides.
  public let options: CellOptions
  /// All parameters, flat; their number is fixed.
  public var parameters: ContiguousArray<Float> {
    didSet { precondition(parameters.count == biasRange.upperBound, "The cell's size is fixed.") }
  }

  /// Creates a cell whose parameters are all zero.
  public init(units: Int, features: Int, options: CellOptions = .init()) {
    precondition(units > 0 && features > 0, "A cell has units and features.")
    (self.units, self.features, self.options) = (units, features, options)
    parameters = .init(zeros: units * (features + units + 1))
  }

  /// The tensors of `parameters`, in order.
  public var parameterShapes: [ParameterShape] { shapesWithOneBias }

  /// What the cell computes, in the order in which it is shown.
  public var quantities: [Quantity] {
    [
      Quantity(name: "sum", symbol: "a", kind: .sum, range: nil),
      .hidden(range: options.activation.range),
    ]
  }

  /// Runs the equations over all steps.
  public func forward(
    _ inputs: Tensor, from state: CellState, holding held: HeldGates
  ) -> CellTrace {
    var trace = CellTrace(of: self, inputs: inputs, from: state, holding: held)
    let kernel = parameters.span.extracting(kernelRange)
    let recurrentKernel = parameters.span.extracting(recurrentRange)
    let bias = parameters[biasRange]
    var h = state.hidden.values

    for step in 0..<trace.steps {
      let x = trace.inputs(at: step)
      // a = b + W·x + U·h
      var a = ContiguousArray(rows: trace.batch, of: bias)
      a.add(x.span, width: features, times: kernel, width: units)
      a.add(h.span, width: units, times: recurrentKernel, width: units)
      trace.sums[0].append(contentsOf: a)
      // h' = φ(a)
      h = a.squashed(options.activation)
      trace.hidden.append(contentsOf: h)
    }
    return trace
  }

  /// Runs back through the steps: the chain rule, equation by equation.
  public func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient {
    let trace = trace.inRows
    var sums = GradientInProgress(of: self, along: trace)
    let transposedKernel = transposed(parameters.span.extracting(kernelRange), width: units)
    let transposedRecurrent = transposed(parameters.span.extracting(recurrentRange), width: units)
    var dh = seeds.hidden.values

    for step in (0..<trace.steps).reversed() {
      let x = trace.inputs(at: step)
      let h = trace.hidden(before: step)
      sums.keepHidden(dh, after: step)
      // ∂L/∂a = ∂L/∂h' ⊙ φ'(a)
      let a = trace.rows(of: trace.sums[0], step: step)
      let squashed = trace.rows(of: trace.hidden, step: step)
      let da = dh * a.slopes(of: options.activation, values: squashed)
      // ∂L/∂W = x·∂L/∂aᵀ, ∂L/∂U = h·∂L/∂aᵀ, ∂L/∂b = ∂L/∂a
      sums.kernel.addOuterProducts(x.span, width: features, da.span, width: units)
      sums.recurrentKernel.addOuterProducts(h.span, width: units, da.span, width: units)
      sums.bias.addRows(of: da.span)
      // ∂L/∂x = Wᵀ·∂L/∂a, ∂L/∂h = Uᵀ·∂L/∂a
      var dx = ContiguousArray<Float>(zeros: x.count)
      dx.add(da.span, width: units, times: transposedKernel.span, width: features)
      sums.keepInputs(dx, at: step)
      dh = .init(zeros: dh.count)
      dh.add(da.span, width: units, times: transposedRecurrent.span, width: units)
    }
    return sums.finished(dh: dh)
  }

  /// Every term of a sum before its squash.
  public func terms(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm] {
    guard quantity == "sum" else { return [] }
    return plainTerms(block: 0, unit: unit, step: step, sequence: sequence, in: trace)
  }

  /// The squash of a sum, or the equation of a state, with the numbers of one unit.
  public func formula(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> Formula {
    let a = trace.value(of: "sum", unit: unit, step: step, sequence: sequence)
    return quantity == "sum" ? Formula([.number("a", a)]) : .squash(options.activation, "a", a)
  }
}
