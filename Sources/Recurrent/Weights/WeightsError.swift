/// What is wrong with a file of weights, or with saving one: one line that says what, where and
/// what was expected.
public enum WeightsError: Error, Sendable, Equatable {
  // MARK: The container

  /// Another well-known format, told by its first bytes.
  case otherFormat(String)
  /// Fewer than the 8 bytes that every safetensors file begins with.
  case tooShort(bytes: Int)
  /// A header longer than any that is read.
  case headerTooLong(bytes: UInt64, limit: Int)
  /// A header that ends after the file does.
  case headerPastEnd(bytes: Int, available: Int)
  /// A header that is not the JSON that safetensors writes; `byte` counts from the header's first.
  case header(problem: String, byte: Int)
  /// Two tensors of one name.
  case duplicate(tensor: String)
  /// Numbers of a type that is not read.
  case type(tensor: String, found: String)
  /// A shape of more dimensions or elements than can be.
  case shape(tensor: String, problem: String)
  /// Fewer or more bytes than the shape asks for.
  case size(tensor: String, shape: [Int], expected: Int, found: Int)
  /// Values that lie outside the file.
  case valuesPastEnd(tensor: String, end: Int, available: Int)
  /// Two tensors that share bytes.
  case overlap(tensor: String, other: String)
  /// Bytes that belong to no tensor.
  case hole(from: Int, to: Int)
  /// A value that is not a number, or too large for a Float.
  case notFinite(tensor: String, index: [Int], value: String)

  // MARK: The network

  /// No recurrent layer's tensor among the names.
  case noRecurrentLayer(names: [String])
  /// More than one recurrent layer, side by side: a tensor of one and of another.
  case severalRecurrentLayers(String, String)
  /// A second layer stacked on the first.
  case stackedLayers(tensor: String)
  /// A layer that runs through the sequence both ways.
  case bidirectional(tensor: String)
  /// An LSTM whose hidden state is projected.
  case projection(tensor: String)
  /// A tensor that the layer cannot be without.
  case missing(tensor: String, shape: String)
  /// A tensor of a shape that does not fit the others; `expected` lists the shapes that would.
  case wrongShape(tensor: String, expected: [String], found: [Int])
  /// A head with more than one output.
  case severalOutputs(tensor: String, count: Int)
  /// More units than are read.
  case tooManyUnits(Int, limit: Int)
  /// A tensor of some further layer.
  case unknown(tensor: String)
  /// An activation that the cell cannot have.
  case activation(String, expected: [String])
  /// A GRU with reset before, which PyTorch does not have.
  case resetBeforeInTorch
}

extension WeightsError: CustomStringConvertible {
  /// The mistake in one line, free of control characters whatever the file holds.
  public var description: String {
    switch self {
    case .otherFormat(let format):
      "this is \(format), not safetensors: save the weights with safetensors' save_file"
    case .tooShort(let bytes):
      "\(counted(bytes, "byte")) cannot be a safetensors file: "
        + "it begins with 8 that give the length of its header"
    case .headerTooLong(let bytes, let limit):
      "not a safetensors file, or a damaged one: its first 8 bytes announce a header of "
        + "\(bytes) bytes, and at most \(limit) are read"
    case .headerPastEnd(let bytes, let available):
      "the file is cut short or is not safetensors: its header should be \(bytes) bytes long, "
        + "but only \(available) follow"
    case .header(let problem, let byte):
      "the header is damaged at its byte \(byte): \(problem)"
    case .duplicate(let tensor):
      "\(quoted(tensor)) is in the file twice: expected one tensor of each name"
    case .type(let tensor, let found):
      "\(quoted(tensor)) holds \(printable(found)): expected F32 or F64, "
        + "convert it before saving"
    case .shape(let tensor, let problem):
      "\(quoted(tensor)) has an impossible shape: \(problem)"
    case .size(let tensor, let shape, let expected, let found):
      "\(quoted(tensor)) of shape \(shape) needs \(counted(expected, "byte")), "
        + "but the header gives it \(found)"
    case .valuesPastEnd(let tensor, let end, let available):
      "the file is cut short: the values of \(quoted(tensor)) end at byte \(end), "
        + "but there are only \(available)"
    case .overlap(let tensor, let other):
      "\(quoted(tensor)) and \(quoted(other)) share bytes: expected each to have its own"
    case .hole(let from, let to):
      "bytes \(from) to \(to) of the values belong to no tensor: expected no gaps"
    case .notFinite(let tensor, let index, let value):
      "\(quoted(tensor)) holds \(value) at \(index): expected finite numbers that fit a Float"

    case .noRecurrentLayer(let names):
      "no recurrent layer: expected a name such as lstm/recurrent_kernel (Keras) or "
        + "lstm.weight_hh_l0 (PyTorch), found \(listed(names))"
    case .severalRecurrentLayers(let tensor, let other):
      "\(quoted(tensor)) and \(quoted(other)) belong to two layers: expected one recurrent layer"
    case .stackedLayers(let tensor):
      "\(quoted(tensor)) belongs to a second layer: expected num_layers=1"
    case .bidirectional(let tensor):
      "\(quoted(tensor)) belongs to a bidirectional layer: expected one that runs forward only"
    case .projection(let tensor):
      "\(quoted(tensor)) projects the hidden state: expected an LSTM with proj_size=0"
    case .missing(let tensor, let shape):
      "\(quoted(tensor)) is missing: expected it with shape \(shape)"
        + (tensor.contains("bias") ? ", of zeros for a layer without bias" : "")
    case .wrongShape(let tensor, let expected, let found):
      "\(quoted(tensor)) has shape \(found): expected \(expected.joined(separator: " or "))"
    case .severalOutputs(let tensor, let count):
      "\(quoted(tensor)) gives \(count) outputs: expected a head of one"
    case .tooManyUnits(let units, let limit):
      "the layer has \(units) units: expected at most \(limit)"
    case .unknown(let tensor):
      "\(quoted(tensor)) belongs to a layer that is not read: "
        + "expected one recurrent layer and at most a Dense or Linear head of one output"
    case .activation(let activation, let expected):
      "the metadata give the activation \(printable(activation)): "
        + "expected \(expected.joined(separator: ", "))"
    case .resetBeforeInTorch:
      "PyTorch has no GRU with reset=before: expected convention=keras, or a GRU with reset=after"
    }
  }
}

private func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

private func listed(_ names: [String]) -> String {
  guard !names.isEmpty else { return "no tensor at all" }
  let shown = names.prefix(3).map(printable).joined(separator: ", ")
  return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
}

private func quoted(_ tensor: String) -> String {
  tensor.isEmpty ? "the tensor without a name" : "tensor \(printable(tensor))"
}

/// The text without what could steer a terminal, and at most 60 characters of it.
private func printable(_ text: String) -> String {
  let scalars = text.unicodeScalars
  let shown = scalars.prefix(60).map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: "?"
    default: String(scalar)
    }
  }
  return shown.joined() + (scalars.count > 60 ? "…" : "")
}
