/// The gated recurrent unit in both of Keras' forms; z says how much is kept.
///
/// Cho et al. (2014), doi:10.3115/v1/D14-1179, equations 5 to 8.
///
///     z = σ(W_z·x + U_z·h + b_z)    r = σ(W_r·x + U_r·h + b_r)
///     h̃ = tanh(W_h·x + b_h + r ⊙ (U_h·h + b'_h))    reset after the product, as in PyTorch
///     h̃ = tanh(W_h·x + b_h + U_h·(r ⊙ h))           reset before the product, as in the paper
///     h' = z ⊙ h + (1 − z) ⊙ h̃
public struct GRUCell: RecurrentCell, Equatable {
  /// The name that users type.
  public static let name = "gru"
  /// The name that is shown.
  public static let title = "GRU"
  /// The order in the kernels, that of Keras.
  public static let blocks = ["update", "reset", "candidate"]

  /// How many hidden units the cell has, n.
  public let units: Int
  /// How many numbers it takes a step, m.
  public let features: Int
  /// What it was told besides.
  public let options: CellOptions
  /// All parameters, flat; their number is fixed.
  public var parameters: ContiguousArray<Float> {
    didSet {
      precondition(
        parameters.count == recurrentRange.upperBound + biasCount, "The cell's size is fixed.")
    }
  }

  /// Creates a cell whose parameters are all zero.
  public init(units: Int, features: Int, options: CellOptions = .init()) {
    precondition(units > 0 && features > 0, "A cell has units and features.")
    (self.units, self.features, self.options) = (units, features, options)
    let biases = options.resetAfter ? 2 : 1
    parameters = .init(zeros: 3 * units * (features + units + biases))
  }

  /// The tensors of `parameters`, in order.
  public var parameterShapes: [ParameterShape] {
    guard options.resetAfter else { return shapesWithOneBias }
    return shapesWithOneBias.dropLast() + [ParameterShape(name: "bias", shape: [2, width])]
  }

  /// What the cell computes, in the order in which it is shown.
  public var quantities: [Quantity] {
    [
      .gate("update", "z", "of the old h stays"),
      .gate("reset", "r", "of the old h reaches the candidate"), .candidate("h̃"), .hidden(),
    ]
  }

  /// How many biases there are: a second row inside the reset where it acts after the product.
  private var biasCount: Int { options.resetAfter ? 2 * width : width }

  /// The columns of update and reset, and those of the candidate.
  private var gateColumns: Range<Int> { 0..<2 * units }
  private var candidateColumns: Range<Int> { 2 * units..<width }

  /// Runs the equations over all steps.
  public func forward(
    _ inputs: Tensor, from state: CellState, holding held: HeldGates
  ) -> CellTrace {
    var trace = CellTrace(of: self, inputs: inputs, from: state, holding: held)
    let kernel = parameters.span.extracting(kernelRange)
    let recurrentKernel = parameters.span.extracting(recurrentRange)
    let bias = parameters[biasRange]
    var h = trace.hidden(before: 0)

    for step in 0..<trace.steps {
      let x = trace.inputs(at: step)
      // What comes from outside: a = W·x + b
      var a = ContiguousArray(rows: trace.batch, of: bias)
      a.add(x.span, width: features, times: kernel, width: width)
      let z: ContiguousArray<Float>
      let candidate: ContiguousArray<Float>
      if options.resetAfter {
        // u = U·h + b'
        var u = ContiguousArray(rows: trace.batch, of: parameters[biasRange.upperBound...])
        u.add(h.span, width: units, times: recurrentKernel, width: width)
        let recurrent = u.block(2, of: 3, units: units)
        trace.recurrentCandidate.append(contentsOf: recurrent)
        let gateSums = a.plus(u)
        z = trace.squash(gateSums.block(0, of: 3, units: units), block: 0, by: .sigmoid)
        let r = trace.squash(gateSums.block(1, of: 3, units: units), block: 1, by: .sigmoid)
        let sum = a.block(2, of: 3, units: units).plus(r * recurrent)
        candidate = trace.squash(sum, block: 2, by: .tanh)
      } else {
        a.add(h.span, width: units, times: recurrentKernel, width: width, columns: gateColumns)
        z = trace.squash(a.block(0, of: 3, units: units), block: 0, by: .sigmoid)
        let r = trace.squash(a.block(1, of: 3, units: units), block: 1, by: .sigmoid)
        a.add(
          (r * h).span, width: units, times: recurrentKernel, width: width,
          columns: candidateColumns)
        candidate = trace.squash(a.block(2, of: 3, units: units), block: 2, by: .tanh)
      }
      h = (z * h).plus(z.complement * candidate)
      trace.hidden.append(contentsOf: h)
    }
    return trace
  }

  /// Runs back through the steps: the chain rule, equation by equation.
  public func backward(_ trace: CellTrace, from seeds: CellState) -> CellGradient {
    let trace = trace.inRows
    var sums = GradientInProgress(of: self, along: trace)
    var recurrentBias = ContiguousArray<Float>(zeros: biasCount - width)
    let transposedKernel = transposed(parameters.span.extracting(kernelRange), width: width)
    let transposedRecurrent = transposed(parameters.span.extracting(recurrentRange), width: width)
    var dh = seeds.hidden.values

    for step in (0..<trace.steps).reversed() {
      let x = trace.inputs(at: step)
      let h = trace.hidden(before: step)
      let gates = trace.gates.map { trace.rows(of: $0, step: step) }
      let (z, r, candidate) = (gates[0], gates[1], gates[2])
      sums.keepHidden(dh, after: step)
      // Through h' = z ⊙ h + (1 − z) ⊙ h̃ and the squashes of z and h̃
      var da = ContiguousArray<Float>(zeros: trace.batch * width)
      trace.setUnlessHeld(0, of: &da, to: dh * h.minus(candidate) * z.sigmoidSlope)
      trace.setUnlessHeld(2, of: &da, to: dh * z.complement * candidate.tanhSlope)
      let daCandidate = da.block(2, of: 3, units: units)
      dh = z * dh
      if options.resetAfter {
        // Through a_h = … + r ⊙ u_h
        let recurrent = trace.rows(of: trace.recurrentCandidate, step: step)
        trace.setUnlessHeld(1, of: &da, to: daCandidate * recurrent * r.sigmoidSlope)
        var du = da
        du.setBlock(2, of: 3, units: units, to: r * daCandidate)
        sums.recurrentKernel.addOuterProducts(h.span, width: units, du.span, width: width)
        recurrentBias.addRows(of: du.span)
        dh.add(du.span, width: width, times: transposedRecurrent.span, width: units)
      } else {
        // Through a_h = … + U_h·(r ⊙ h)
        var dKept = ContiguousArray<Float>(zeros: dh.count)
        dKept.add(
          da.span, width: width, times: transposedRecurrent.span, width: units,
          terms: candidateColumns)
        trace.setUnlessHeld(1, of: &da, to: dKept * h * r.sigmoidSlope)
        sums.recurrentKernel.addOuterProducts(
          h.span, width: units, da.span, width: width, columns: gateColumns)
        sums.recurrentKernel.addOuterProducts(
          (r * h).span, width: units, da.span, width: width, columns: candidateColumns)
        dh = dh.plus(r * dKept)
        dh.add(
          da.span, width: width, times: transposedRecurrent.span, width: units, terms: gateColumns)
      }
      // ∂L/∂W = x·∂L/∂aᵀ, ∂L/∂b = ∂L/∂a, ∂L/∂x = Wᵀ·∂L/∂a
      sums.kernel.addOuterProducts(x.span, width: features, da.span, width: width)
      sums.bias.addRows(of: da.span)
      var dx = ContiguousArray<Float>(zeros: x.count)
      dx.add(da.span, width: width, times: transposedKernel.span, width: features)
      sums.keepInputs(dx, at: step)
    }
    sums.bias += recurrentBias
    return sums.finished(dh: dh)
  }

  /// Every term of a sum before its squash.
  public func terms(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm] {
    guard let block = Self.blocks.firstIndex(of: quantity) else { return [] }
    var terms = plainTerms(block: block, unit: unit, step: step, sequence: sequence, in: trace)
    if options.resetAfter {
      let bias = parameters[biasRange.upperBound + block * units + unit]
      terms.append(SumTerm(source: .recurrentBias, weight: bias, value: 1))
    }
    guard quantity == "candidate" else { return terms }
    let r = trace.values(of: "reset", step: step, sequence: sequence)
    // The reset acts on the whole recurrent sum of the unit, or on each state that enters it.
    return terms.map { term in
      switch term.source {
      case .recurrent(let other) where !options.resetAfter:
        SumTerm(source: term.source, weight: term.weight, value: r[other] * term.value)
      case .recurrent, .recurrentBias:
        SumTerm(source: term.source, weight: term.weight, value: term.value, factor: r[unit])
      case .input, .bias: term
      }
    }
  }

  /// The squash of a sum, or the equation of a state, with the numbers of one unit.
  public func formula(
    of quantity: String, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> Formula {
    func value(_ name: String) -> Float {
      trace.value(of: name, unit: unit, step: step, sequence: sequence)
    }
    guard quantity == "hidden" else {
      let squash: Activation = quantity == "candidate" ? .tanh : .sigmoid
      return trace.squashFormula(
        of: quantity, by: squash, unit: unit, step: step, sequence: sequence) ?? Formula([])
    }
    let before = trace.previousHidden(unit: unit, step: step, sequence: sequence)
    return Formula([
      .number("z", value("update")), .text(" · "), .number("h'", before), .text(" + "),
      .complement("z", value("update")), .text(" · "), .number("h̃", value("candidate")),
    ])
  }
}
