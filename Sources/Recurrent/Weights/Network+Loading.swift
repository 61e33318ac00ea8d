extension Network {
  /// Reads one recurrent layer and, when there is one, its head of one output.
  ///
  /// The convention is told by the names of the layer's tensors, whatever path stands before them;
  /// the kind of layer by its name or, where that leaves it open, by how many gates the recurrent
  /// kernel holds: 4 in an LSTM, 3 in a GRU, 1 in a SimpleRNN. The activation of a SimpleRNN is
  /// read from the metadata's `activation`.
  ///
  /// - Parameter file: The tensors of a Keras model or a PyTorch `state_dict`.
  /// - Returns: The network and what is worth knowing about the file.
  /// - Throws: `WeightsError`, when the file holds another kind of model, or too little of this
  ///   one.
  public static func loading(_ file: SafetensorsFile) throws(WeightsError) -> LoadedNetwork {
    let tensors = try LayerTensors(file)
    let (layout, units) = try tensors.kind()
    var notes: [String] = []
    let parameters: Parameters
    switch tensors.convention {
    case .keras: parameters = try tensors.kerasParameters(layout, units: units)
    case .torch:
      parameters = try tensors.torchParameters(layout, units: units)
      notes.append(
        layout.addsBiases
          ? "PyTorch's two biases were added into one."
          : "PyTorch's gates r, z, n were put into the order z, r, candidate.")
    }

    let activation = try activation(of: layout, in: file.metadata)
    if layout.cell.name == SimpleRNNCell.name, file.metadata["activation"] == nil {
      notes.append("The file does not say which activation: tanh was taken.")
    }
    var cell = layout.cell.init(
      units: units, features: parameters.features,
      options: CellOptions(activation: activation, resetAfter: parameters.resetAfter))
    cell.parameters = parameters.kernel + parameters.recurrentKernel + parameters.bias

    let head = try tensors.head(units: units)
    if head == nil {
      notes.append("The file has no head: gates can be seen, nothing is predicted.")
    }
    return LoadedNetwork(
      network: Network(cell: cell, head: head), convention: tensors.convention,
      metadata: file.metadata, notes: notes)
  }

  private static func activation(
    of layout: LayerLayout, in metadata: [String: String]
  ) throws(WeightsError) -> Activation {
    guard let name = metadata["activation"] else { return .tanh }
    let known = layout.cell.name == SimpleRNNCell.name ? Activation.allCases : [.tanh]
    guard let activation = known.first(where: { $0.rawValue == name }) else {
      throw .activation(name, expected: known.map(\.rawValue))
    }
    return activation
  }
}

/// A layer's numbers in Keras' shapes and order, ready for a cell.
private struct Parameters {
  var features: Int
  var kernel: ContiguousArray<Float>
  var recurrentKernel: ContiguousArray<Float>
  var bias: ContiguousArray<Float>
  var resetAfter = true
}

extension LayerTensors {
  /// What kind of layer it is, and of how many units.
  fileprivate func kind() throws(WeightsError) -> (LayerLayout, units: Int) {
    let isKeras = convention == .keras
    let recurrent =
      try isKeras
      ? part("recurrent_kernel", shape: "[units, gates * units]")
      : part("weight_hh_l0", shape: "[gates * units, units]")
    let shape = isKeras ? recurrent.tensor.shape : recurrent.tensor.shape.reversed()
    guard shape.count == 2, shape[0] > 0 else {
      throw recurrent.wrongShape(
        expected: isKeras ? "[units, gates * units]" : "[gates * units, units]")
    }
    let units = shape[0]
    guard units <= LoadedNetwork.mostUnits else {
      throw .tooManyUnits(units, limit: LoadedNetwork.mostUnits)
    }
    let candidates = LayerLayout.named(in: path).map { [$0] } ?? LayerLayout.all
    guard let layout = candidates.first(where: { $0.blocks * units == shape[1] }) else {
      let fitting = candidates.map {
        let expected = [units, $0.blocks * units]
        return "\(isKeras ? expected : expected.reversed()) (\($0.cell.title))"
      }
      throw .wrongShape(tensor: recurrent.name, expected: fitting, found: recurrent.tensor.shape)
    }
    return (layout, units)
  }

  fileprivate func kerasParameters(
    _ layout: LayerLayout, units: Int
  ) throws(WeightsError) -> Parameters {
    let width = layout.blocks * units
    let kernel = try part("kernel", shape: "[features, \(width)]")
    let shape = kernel.tensor.shape
    guard shape.count == 2, shape[0] > 0, shape[1] == width else {
      throw kernel.wrongShape(expected: "[features, \(width)]")
    }
    let recurrentKernel = try values("recurrent_kernel", shape: [units, width])
    var parameters = Parameters(
      features: shape[0], kernel: kernel.tensor.values, recurrentKernel: recurrentKernel, bias: [])
    if layout.addsBiases {
      parameters.bias = try values("bias", shape: [width])
    } else {
      // Two rows, for inputs and for states, tell reset=after; one row is all that reset=before
      // needs.
      let bias = try part("bias", shape: "[2, \(width)]")
      parameters.resetAfter = bias.tensor.shape == [2, width]
      guard parameters.resetAfter || bias.tensor.shape == [width] else {
        throw bias.wrongShape(expected: "[2, \(width)]", "[\(width)]")
      }
      parameters.bias = bias.tensor.values
    }
    return parameters
  }

  fileprivate func torchParameters(
    _ layout: LayerLayout, units: Int
  ) throws(WeightsError) -> Parameters {
    let width = layout.blocks * units
    let kernel = try part("weight_ih_l0", shape: "[\(width), features]")
    let shape = kernel.tensor.shape
    guard shape.count == 2, shape[0] == width, shape[1] > 0 else {
      throw kernel.wrongShape(expected: "[\(width), features]")
    }
    let recurrentKernel = try values("weight_hh_l0", shape: [width, units])
    let inputBias = layout.reordered(try values("bias_ih_l0", shape: [width]))
    let recurrentBias = layout.reordered(try values("bias_hh_l0", shape: [width]))
    let bias =
      layout.addsBiases
      ? ContiguousArray(zip(inputBias, recurrentBias).map(+)) : inputBias + recurrentBias
    if let index = bias.firstIndex(where: { !$0.isFinite }) {
      let sum = "\(path)bias_ih_l0 + bias_hh_l0"
      throw .notFinite(tensor: sum, index: [index], value: "\(bias[index])")
    }
    return Parameters(
      features: shape[1],
      kernel: transposed(layout.reordered(kernel.tensor.values), columns: shape[1]),
      recurrentKernel: transposed(layout.reordered(recurrentKernel), columns: units),
      bias: bias)
  }

  /// The one other layer in the file: a Dense or Linear of one output; nil when there is none.
  fileprivate func head(units: Int) throws(WeightsError) -> Dense? {
    guard let first = others.first else { return nil }
    let weight = convention == .keras ? "kernel" : "weight"
    var parts: [String: Part] = [:]
    for part in others {
      guard part.path == first.path, part.leaf == weight || part.leaf == "bias",
        parts.updateValue(part, forKey: part.leaf) == nil
      else { throw .unknown(tensor: part.name) }
    }
    let shape = convention == .keras ? [units, 1] : [1, units]
    guard let kernel = parts[weight] else {
      throw .missing(tensor: first.path + weight, shape: "\(shape)")
    }
    let found = convention == .keras ? kernel.tensor.shape : kernel.tensor.shape.reversed()
    if found.count == 2, found[0] == units, found[1] > 1 {
      throw .severalOutputs(tensor: kernel.name, count: found[1])
    }
    guard let bias = parts["bias"] else {
      throw .missing(tensor: first.path + "bias", shape: "[1]")
    }
    return Dense(kernel: try kernel.values(shape: shape), bias: try bias.values(shape: [1])[0])
  }
}
