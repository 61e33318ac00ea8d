// In this folder alone PyTorch's order is known. n = units, m = features, k = gates side by side:
// Keras keeps kernels as [m, k·n] and [n, k·n], PyTorch as [k·n, m] and [k·n, n].

/// How the files of Keras and PyTorch keep one kind of recurrent layer.
struct LayerLayout {
  /// The cell that such a layer becomes.
  let cell: any RecurrentCell.Type

  /// One for each cell there is.
  static var all: [LayerLayout] { CellTable.all.map(LayerLayout.init) }

  /// How many gates stand side by side.
  var blocks: Int { cell.blocks.count }

  /// Whether PyTorch's two biases may be added: not in a GRU, whose reset gate stands between them.
  var addsBiases: Bool { cell.name != GRUCell.name }

  /// For each gate in Keras' order, its place in PyTorch's: only a GRU's z, r and r, z differ.
  var torchOrder: [Int] { cell.name == GRUCell.name ? [1, 0, 2] : Array(0..<blocks) }

  /// The kind that the last part of a layer's path names, as `lstm_cell/`; nil when it may be any.
  ///
  /// "rnn" tells nothing: `self.rnn = nn.LSTM(…)` is common.
  static func named(in path: Substring) -> LayerLayout? {
    all.first { $0.cell.name != SimpleRNNCell.name && lastPart(of: path).contains($0.cell.name) }
  }

  /// Whether the last part of a layer's path names a recurrent layer of any kind.
  static func looksRecurrent(path: Substring) -> Bool {
    all.contains { lastPart(of: path).contains($0.cell.name) }
  }

  private static func lastPart(of path: Substring) -> Substring {
    path.split { $0 == "/" || $0 == "." }.last ?? ""
  }

  /// PyTorch's gates, each a run of equal length, in Keras' order.
  ///
  /// The same call turns Keras' order into PyTorch's, since a GRU's differ by one exchange.
  func reordered(_ values: ContiguousArray<Float>) -> ContiguousArray<Float> {
    let run = values.count / blocks
    return ContiguousArray(torchOrder.flatMap { values[($0 * run)..<(($0 + 1) * run)] })
  }
}

/// The matrix `[rows, columns]` as `[columns, rows]`.
func transposed(_ values: ContiguousArray<Float>, columns: Int) -> ContiguousArray<Float> {
  var transposed: ContiguousArray<Float> = []
  transposed.reserveCapacity(values.count)
  for column in 0..<columns {
    for index in stride(from: column, to: values.count, by: columns) {
      transposed.append(values[index])
    }
  }
  return transposed
}
