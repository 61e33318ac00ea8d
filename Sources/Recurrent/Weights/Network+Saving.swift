extension Network {
  /// The network's numbers under the names and in the shapes of Keras or PyTorch, to be written or
  /// read again.
  ///
  /// Keras' names are `lstm/kernel`, `lstm/recurrent_kernel`, `lstm/bias`, `dense/kernel` and
  /// `dense/bias`; PyTorch's are those of a module with `self.lstm = nn.LSTM(…)` and `self.fc =
  /// nn.Linear(…)`, whose `bias_hh_l0` is zero for an RNN and an LSTM. The metadata's `activation`
  /// is set when a SimpleRNN's is not tanh, and `format` is `pt` for PyTorch, which some of its
  /// readers ask for. Tensors stand in the order of their names, as the reference writer puts them.
  ///
  /// - Parameters:
  ///   - convention: Whose names and shapes.
  ///   - metadata: What the file says about itself.
  /// - Returns: The file.
  /// - Throws: `WeightsError.resetBeforeInTorch` for a GRU that PyTorch does not have;
  ///   `WeightsError.notFinite` when a parameter is not a number, as after training with too high a
  ///   rate: no reader should take it.
  public func safetensors(
    convention: WeightsConvention, metadata: [String: String] = [:]
  ) throws(WeightsError) -> SafetensorsFile {
    var metadata = metadata
    let tellsActivation =
      cell.options.activation != .tanh && type(of: cell).name == SimpleRNNCell.name
    metadata["activation"] = tellsActivation ? cell.options.activation.rawValue : nil
    metadata["format"] = convention == .torch ? "pt" : nil

    var tensors = convention == .keras ? kerasTensors() : try torchTensors()
    tensors.sort { $0.name < $1.name }
    for named in tensors {
      guard let element = named.tensor.values.firstIndex(where: { !$0.isFinite }) else { continue }
      throw .notFinite(
        tensor: named.name, index: indices(ofElement: element, in: named.tensor.shape),
        value: "\(named.tensor.values[element])")
    }
    return SafetensorsFile(tensors: tensors, metadata: metadata)
  }

  private func kerasTensors() -> [NamedTensor] {
    let name = type(of: cell).name
    var tensors: [NamedTensor] = []
    var rest = cell.parameters[...]
    for parameter in cell.parameterShapes {
      let values = ContiguousArray(rest.prefix(parameter.count))
      rest = rest.dropFirst(parameter.count)
      tensors.append(
        NamedTensor(name: "\(name)/\(parameter.name)", shape: parameter.shape, values: values))
    }
    if let head {
      tensors.append(
        NamedTensor(name: "dense/kernel", shape: [cell.units, 1], values: head.kernel))
      tensors.append(NamedTensor(name: "dense/bias", shape: [1], values: [head.bias]))
    }
    return tensors
  }

  private func torchTensors() throws(WeightsError) -> [NamedTensor] {
    let layout = LayerLayout(cell: type(of: cell))
    let (name, units, width) = (layout.cell.name, cell.units, cell.width)
    let kernel = ContiguousArray(cell.parameters[cell.kernelRange])
    let recurrentKernel = ContiguousArray(cell.parameters[cell.recurrentRange])
    let biases = cell.parameters[cell.biasRange.lowerBound...]
    guard layout.addsBiases || biases.count == 2 * width else { throw .resetBeforeInTorch }
    let inputBias = ContiguousArray(biases.prefix(width))
    let recurrentBias =
      layout.addsBiases
      ? ContiguousArray(repeating: 0, count: width) : ContiguousArray(biases.suffix(width))
    var tensors = [
      NamedTensor(
        name: "\(name).weight_ih_l0", shape: [width, cell.features],
        values: layout.reordered(transposed(kernel, columns: width))),
      NamedTensor(
        name: "\(name).weight_hh_l0", shape: [width, units],
        values: layout.reordered(transposed(recurrentKernel, columns: width))),
      NamedTensor(
        name: "\(name).bias_ih_l0", shape: [width], values: layout.reordered(inputBias)),
      NamedTensor(
        name: "\(name).bias_hh_l0", shape: [width], values: layout.reordered(recurrentBias)),
    ]
    if let head {
      tensors.append(NamedTensor(name: "fc.weight", shape: [1, units], values: head.kernel))
      tensors.append(NamedTensor(name: "fc.bias", shape: [1], values: [head.bias]))
    }
    return tensors
  }
}

extension NamedTensor {
  fileprivate init(name: String, shape: [Int], values: ContiguousArray<Float>) {
    self.init(name: name, tensor: Tensor(shape: shape, values: values))
  }
}
