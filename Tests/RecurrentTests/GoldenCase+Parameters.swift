import Recurrent
import Testing

/// Tensors of a network in this package's order and shapes.
struct GoldenParameters {
  /// Kernel, recurrent kernel and bias.
  let layer: [ContiguousArray<Float>]
  let head: Dense

  var flat: ContiguousArray<Float> { ContiguousArray(layer.joined()) + head.kernel + [head.bias] }
}

extension GoldenCase {
  /// The parameters, or a gradient with respect to them, behind a prefix as "w." or "grad.w.".
  ///
  /// PyTorch's two biases add up to the one of an RNN or LSTM: their values do (`summingBiases`),
  /// while a gradient is the same for both and for their sum.
  func parameters(
    in tensors: [String: Tensor], prefix: String, summingBiases: Bool
  ) throws -> GoldenParameters {
    guard isTorch else {
      let layer = try ["kernel", "recurrent_kernel", "bias"].map {
        try #require(tensors[prefix + $0]).values
      }
      return GoldenParameters(
        layer: layer,
        head: Dense(
          kernel: try #require(tensors[prefix + "dense.kernel"]).values,
          bias: try #require(tensors[prefix + "dense.bias"]).values[0]))
    }
    func tensor(_ name: String) throws -> ContiguousArray<Float> {
      var matrix = try #require(tensors["\(prefix)\(cell).\(name)_l0"])
      if matrix.shape.count == 1 { matrix.shape.append(1) }
      return (cell == "gru" ? matrix.firstTwoOfThreeBlocksSwapped : matrix).transposed.values
    }
    let (input, recurrent) = (try tensor("bias_ih"), try tensor("bias_hh"))
    let bias =
      cell == "gru"
      ? input + recurrent
      : summingBiases ? ContiguousArray(zip(input, recurrent).map { $0 + $1 }) : input
    return GoldenParameters(
      layer: [try tensor("weight_ih"), try tensor("weight_hh"), bias],
      head: Dense(
        kernel: try #require(tensors[prefix + "fc.weight"]).values,
        bias: try #require(tensors[prefix + "fc.bias"]).values[0]))
  }

  /// A network of this package with weights of the file.
  func network(from parameters: GoldenParameters) -> Network {
    let (type, options) = kind
    let features = parameters.layer[0].count / (type.blocks.count * units)
    var cell = type.init(units: units, features: features, options: options)
    cell.parameters = ContiguousArray(parameters.layer.joined())
    return Network(cell: cell, head: parameters.head)
  }
}

extension Tensor {
  /// PyTorch's rows r, z, n as z, r, n.
  fileprivate var firstTwoOfThreeBlocksSwapped: Tensor {
    let block = values.count / 3
    var swapped = self
    swapped.values.replaceSubrange(..<block, with: values[block..<2 * block])
    swapped.values.replaceSubrange(block..<2 * block, with: values[..<block])
    return swapped
  }
}
