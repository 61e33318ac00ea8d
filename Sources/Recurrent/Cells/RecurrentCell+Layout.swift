// Where things stand in a cell's flat parameters and in its rows of sums.

extension RecurrentCell {
  /// The width of a row of sums.
  var width: Int { Self.blocks.count * units }

  /// The place of the kernel W, `[features, width]`.
  var kernelRange: Range<Int> { 0..<features * width }

  /// The place of the recurrent kernel U, `[units, width]`.
  var recurrentRange: Range<Int> {
    kernelRange.upperBound..<kernelRange.upperBound + units * width
  }

  /// The place of the bias b, `[width]`; of its first row where there are two.
  var biasRange: Range<Int> { recurrentRange.upperBound..<recurrentRange.upperBound + width }

  /// The shapes of a cell with one bias.
  var shapesWithOneBias: [ParameterShape] {
    [
      ParameterShape(name: "kernel", shape: [features, width]),
      ParameterShape(name: "recurrent_kernel", shape: [units, width]),
      ParameterShape(name: "bias", shape: [width]),
    ]
  }

  /// The terms `W·x + U·h + b` of one unit in one block, each as it stands in the parameters.
  func plainTerms(
    block: Int, unit: Int, step: Int, sequence: Int, in trace: CellTrace
  ) -> [SumTerm] {
    let column = block * units + unit
    let x = trace.input(step: step, sequence: sequence)
    let h = trace.previousHidden(step: step, sequence: sequence)
    var terms: [SumTerm] = []
    for feature in 0..<features {
      let weight = parameters[kernelRange.lowerBound + feature * width + column]
      terms.append(SumTerm(source: .input(feature: feature), weight: weight, value: x[feature]))
    }
    for other in 0..<units {
      let weight = parameters[recurrentRange.lowerBound + other * width + column]
      terms.append(SumTerm(source: .recurrent(unit: other), weight: weight, value: h[other]))
    }
    let bias = parameters[biasRange.lowerBound + column]
    terms.append(SumTerm(source: .bias, weight: bias, value: 1))
    return terms
  }
}
