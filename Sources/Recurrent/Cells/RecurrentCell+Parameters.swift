/// A kind of parameter that every block of a cell has.
public enum ParameterKind: String, CaseIterable, Sendable {
  /// W of one block, `[features, units]`.
  case kernel
  /// U of one block, `[units, units]`.
  case recurrentKernel = "recurrent_kernel"
  /// b of one block, `[units]`.
  case bias
  /// The second bias of one block of a GRU that resets after the product, `[units]`.
  case recurrentBias = "recurrent_bias"
}

extension RecurrentCell {
  /// The shape of one block's parameters of a kind; `nil` where the cell has no such.
  public func shape(of kind: ParameterKind) -> [Int]? {
    switch kind {
    case .kernel: [features, units]
    case .recurrentKernel: [units, units]
    case .bias: [units]
    case .recurrentBias: recurrentBiasStart == nil ? nil : [units]
    }
  }

  /// Sets one block's parameters of a kind.
  ///
  /// - Parameters:
  ///   - kind: Which parameters.
  ///   - block: The block's name, one of `blocks`.
  ///   - values: Row-major, of `shape(of: kind)`.
  /// - Precondition: The cell has such parameters, and `values` is as long as they are.
  public mutating func set(
    _ kind: ParameterKind, of block: String, to values: ContiguousArray<Float>
  ) {
    guard let index = Self.blocks.firstIndex(of: block), let start = start(of: kind),
      let shape = shape(of: kind)
    else { preconditionFailure("A cell has its own blocks and parameters.") }
    precondition(values.count == shape.reduce(1, *), "Parameters keep their shape.")
    var place = start + index * units
    for row in stride(from: 0, to: values.count, by: units) {
      parameters.replaceSubrange(place..<place + units, with: values[row..<row + units])
      place += width
    }
  }

  private func start(of kind: ParameterKind) -> Int? {
    switch kind {
    case .kernel: kernelRange.lowerBound
    case .recurrentKernel: recurrentRange.lowerBound
    case .bias: biasRange.lowerBound
    case .recurrentBias: recurrentBiasStart
    }
  }

  private var recurrentBiasStart: Int? {
    parameters.count > biasRange.upperBound ? biasRange.upperBound : nil
  }
}
