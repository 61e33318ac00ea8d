/// The tensors of a file, sorted by name into the recurrent layer's and all others.
struct LayerTensors {
  /// A tensor with its name split at the last `/` or `.`: `lstm/lstm_cell/` and `kernel`, `lstm.`
  /// and `weight_ih_l0`.
  struct Part {
    let name: String
    let path: Substring
    let leaf: String
    let tensor: Tensor

    init(_ named: NamedTensor) {
      name = named.name
      tensor = named.tensor
      let separator = name.lastIndex { $0 == "/" || $0 == "." }
      let start = separator.map(name.index(after:)) ?? name.startIndex
      path = name[..<start]
      // Keras 2 ends every name with :0, and PyTorch's single cells leave the number of the layer
      // away.
      let bare = name[start...].hasSuffix(":0") ? name[start...].dropLast(2) : name[start...]
      leaf = LayerTensors.torchLeaves.contains("\(bare)_l0") ? "\(bare)_l0" : String(bare)
    }
  }

  static let torchLeaves = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
  static let kerasLeaves = ["kernel", "recurrent_kernel", "bias"]

  /// Whose names they are.
  let convention: WeightsConvention
  /// The path of the recurrent layer, as `sequential/lstm/` or `model.lstm.`.
  let path: Substring
  /// The recurrent layer's tensors by the end of their names.
  let layer: [String: Part]
  /// What belongs to other layers, in the file's order.
  let others: [Part]

  /// Finds the one recurrent layer.
  init(_ file: SafetensorsFile) throws(WeightsError) {
    let parts = file.tensors.map(Part.init)
    for part in parts { try Self.refuseForeignLayer(part) }

    let torch = parts.filter { Self.torchLeaves.contains($0.leaf) }
    var keras = parts.filter { $0.leaf == "recurrent_kernel" }
    if torch.isEmpty, keras.isEmpty {
      // The recurrent kernel itself is missing: only the layer's name can tell.
      keras = parts.filter {
        Self.kerasLeaves.contains($0.leaf) && LayerLayout.looksRecurrent(path: $0.path)
      }
    }
    let marks = torch + keras
    guard let mark = marks.first else { throw .noRecurrentLayer(names: parts.map(\.name)) }
    if let other = marks.first(where: { $0.path != mark.path }) {
      throw .severalRecurrentLayers(mark.name, other.name)
    }

    convention = torch.isEmpty ? .keras : .torch
    path = mark.path
    let leaves = torch.isEmpty ? Self.kerasLeaves : Self.torchLeaves
    let belongs = { (part: Part) in part.path == mark.path && leaves.contains(part.leaf) }
    var layer: [String: Part] = [:]
    for part in parts.filter(belongs) {
      guard layer.updateValue(part, forKey: part.leaf) == nil else {
        throw .duplicate(tensor: part.name)
      }
    }
    self.layer = layer
    others = parts.filter { !belongs($0) }
  }

  /// Refuses the kinds of layers that are known by a name of their own.
  private static func refuseForeignLayer(_ part: Part) throws(WeightsError) {
    let isTorch = torchLeaves.contains { part.leaf.hasPrefix($0.dropLast()) }
    let directions = part.path.split(separator: "/").filter {
      $0.hasPrefix("forward_") || $0.hasPrefix("backward_")
    }
    if isTorch && part.leaf.hasSuffix("_reverse") || !directions.isEmpty {
      throw .bidirectional(tensor: part.name)
    }
    if part.leaf.hasPrefix("weight_hr_l") { throw .projection(tensor: part.name) }
    if isTorch, !torchLeaves.contains(part.leaf) { throw .stackedLayers(tensor: part.name) }
  }

  /// The layer's tensor of this name; `shape` is what is said when there is none.
  func part(_ leaf: String, shape: String) throws(WeightsError) -> Part {
    guard let part = layer[leaf] else {
      throw .missing(tensor: path + leaf, shape: shape)
    }
    return part
  }

  /// The values of the layer's tensor of this name.
  func values(_ leaf: String, shape: [Int]) throws(WeightsError) -> ContiguousArray<Float> {
    try part(leaf, shape: "\(shape)").values(shape: shape)
  }
}

extension LayerTensors.Part {
  /// The values, when the shape is the one expected.
  func values(shape: [Int]) throws(WeightsError) -> ContiguousArray<Float> {
    guard tensor.shape == shape else { throw wrongShape(expected: "\(shape)") }
    return tensor.values
  }

  /// The mistake of having another shape than one of those expected.
  func wrongShape(expected: String...) -> WeightsError {
    .wrongShape(tensor: name, expected: expected, found: tensor.shape)
  }
}
