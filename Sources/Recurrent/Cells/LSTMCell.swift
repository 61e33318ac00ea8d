/// Long short-term memory with a forget gate and without peepholes, as in Keras and PyTorch.
///
/// Hochreiter & Schmidhuber (1997); the forget gate is that of Gers, Schmidhuber & Cummins (2000).
///
///     i = σ(W_i·x + U_i·h + b_i)    f = σ(W_f·x + U_f·h + b_f)
///     c̃ = tanh(W_c·x + U_c·h + b_c)    o = σ(W_o·x + U_o·h + b_o)
///     c' = f ⊙ c + i ⊙ c̃    h' = o ⊙ tanh(c')
public struct LSTMCell: RecurrentCell, Equatable {
  /// The name that users type.
  public static let name = "lstm"
  /// The name that is shown.
  public static let title = "LSTM"
  /// The order in the kernels, that of Keras.
  public static let blocks = ["input", "forget", "candidate", "output"]

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
    parameters = .init(zeros: 4 * units * (features + units + 1))
  }

  /// The tensors of `parameters`, in order.
  public var parameterShapes: [ParameterShape] { shapesWithOneBias }

  /// What the cell computes, in the order in which it is shown.
  public var quantities: [Quantity] {
    [
      .gate("input", "i", "of the candidate enters"),
      .gate("forget", "f", "of the old c stays"), .candidate("c̃"),
      .gate("output", "o", "of c shows"),
      Quantity(name: "cell", symbol: "c", kind: .state, range: nil), .hidden(),
    ]
  }

  /// Zeros but for the forget gate's ones: a fresh LSTM remembers.
  ///
  /// Jozefowicz, Zaremba & Sutskever (2015).
  public var kerasBias: ContiguousArray<Float> {
    var bias = ContiguousArray<Float>(zeros: width)
    bias.setBlock(1, of: 4, units: units, to: .init(repeating: 1, count: units))
    return bias
  }

  /// The state before the first step: zeros, the cell state too.
  public func zeroState(batch: Int) -> CellState {
    CellState(hidden: Tensor(zeros: [batch, units]), cell: Tensor(zeros: [batch, units]))
  }

  /// Runs the equations over all steps.
  public func forward(
    _ inputs: Tensor, from state: CellState, holding held: HeldGates
  ) -> CellTrace {
    var trace = CellTrace(of: self, inputs: inputs, from: state, holding: held)
    let kernel = parameters.span.extracting(kernelRange)
    let recurrentKernel = parameters.span.extracting(recurrentRange)
    let bias = parameters[biasRange]
    var h = trace.hidden(before: 0)
    var c = trace.cell(before: 0)

    for step in 0..<trace.steps {
      let x = trace.inputs(at: step)
      // The four sums at once: a = W·x + U·h + b
      var a = ContiguousArray(rows: trace.batch, of: bias)
      a.add(x.span, width: features, times: kernel, width: width)
      a.add(h.span, width: units, times: recurrentKernel, width: width)
      let i = trace.squash(a.block(0, of: 4, units: units), block: 0, by: .sigmoid)
      let f = trace.squash(a.block(1, of: 4, units: units), block: 1, by: .sigmoid)
      let candidate = trace.squash(a.block(2, of: 4, units: units), block: 2, by: .tanh)
      let o = trace.squash(a.block(3, of: 4, units: units), block: 3, by: .sigmoid)
      c = (f * c).plus(i * candidate)
      h = o * c.squashed(.tanh)
      trace.cell.append(contentsOf: c)
      trace.hidden.append(contentsOf: h)
    }
    return trace
  }

  /// Runs back through the steps: the chain rule, equation by equation.
  public func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient {
    let trace = trace.inRows
    var sums = GradientInProgress(of: self, along: trace)
    let transposedKernel = transposed(parameters.span.extracting(kernelRange), width: width)
    let transposedRecurrent = transposed(parameters.span.extracting(recurrentRange), width: width)
    var dh = seeds.hidden.values
    var dc = seeds.cell?.values ?? .init(zeros: dh.count)

    for step in (0..<trace.steps).reversed() {
      let x = trace.inputs(at: step)
      let h = trace.hidden(before: step)
      let c = trace.cell(before: step)
      let gates = trace.gates.map { trace.rows(of: $0, step: step) }
      let (i, f, candidate, o) = (gates[0], gates[1], gates[2], gates[3])
      let tanhC = trace.rows(of: trace.cell, step: step).squashed(.tanh)
      sums.keepHidden(dh, after: step)
      // ∂L/∂c' through h' = o ⊙ tanh(c') and through the step after
      dc = dc.plus(dh * o * tanhC.tanhSlope)
      sums.keepCell(dc, after: step)
      // Through c' = f ⊙ c + i ⊙ c̃ and the squashes
      var da = ContiguousArray<Float>(zeros: trace.batch * width)
      trace.setUnlessHeld(0, of: &da, to: dc * candidate * i.sigmoidSlope)
      trace.setUnlessHeld(1, of: &da, to: dc * c * f.sigmoidSlope)
      trace.setUnlessHeld(2, of: &da, to: dc * i * candidate.tanhSlope)
      trace.setUnlessHeld(3, of: &da, to: dh * tanhC * o.sigmoidSlope)
      // ∂L/∂W = x·∂L/∂aᵀ, ∂L/∂U = h·∂L/∂aᵀ, ∂L/∂b = ∂L/∂a
      sums.kernel.addOuterProducts(x.span, width: features, da.span, width: width)
      sums.recurrentKernel.addOuterProducts(h.span, width: units, da.span, width: width)
      sums.bias.addRows(of: da.span)
      // ∂L/∂x = Wᵀ·∂L/∂a, ∂L/∂h = Uᵀ·∂L/∂a, ∂L/∂c = f ⊙ ∂L/∂c'
      var dx = ContiguousArray<Float>(zeros: x.count)
      dx.add(da.span, width: width, times: transposedKernel.span, width: features)
      sums.keepInputs(dx, at: step)
      dh = .init(zeros: dh.count)
      dh.add(da.span, width: width, times: transposedRecurrent.span, width: units)
      dc = f * dc
    }
    return sums.finished(dh: dh, dc: dc)
  }

  /// Every term of a sum before its squash.
  public func terms(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm] {
    guard let block = Self.blocks.firstIndex(of: quantity) else { return [] }
    return plainTerms(block: block, unit: unit, step: step, sequence: sequence, in: trace)
  }

  /// The squash of a sum, or the equation of a state, with the numbers of one unit.
  public func formula(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> Formula {
    func value(_ name: String) -> Float {
      trace.value(of: name, unit: unit, step: step, sequence: sequence)
    }
    switch quantity {
    case "cell":
      let before = trace.previousCell(unit: unit, step: step, sequence: sequence)
      return Formula([
        .number("f", value("forget")), .text(" · "), .number("c'", before), .text(" + "),
        .number("i", value("input")), .text(" · "), .number("c̃", value("candidate")),
      ])
    case "hidden":
      return Formula([
        .number("o", value("output")), .text(" · tanh("), .number("c", value("cell")), .text(")"),
      ])
    default:
      let squash: Activation = quantity == "candidate" ? .tanh : .sigmoid
      return trace.squashFormula(
        of: quantity, by: squash, unit: unit, step: step, sequence: sequence) ?? Formula([])
    }
  }
}
