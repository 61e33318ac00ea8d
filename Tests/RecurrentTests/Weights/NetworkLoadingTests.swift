import Recurrent
import Testing

struct NetworkLoadingTests {
  @Test(arguments: ["lstm", "gru"])
  func anOwnModelPredictsWhatPyTorchPredicted(_ kind: String) throws {
    let file = try SafetensorsFile(parsing: Fixture.bytes("Weights/own_\(kind)_u8"))
    let loaded = try Network.loading(file)
    #expect(loaded.convention == .torch)
    #expect(type(of: loaded.network.cell).name == kind)
    #expect(loaded.network.cell.units == 8 && loaded.network.cell.features == 1)
    #expect(loaded.metadata == ["format": "pt"])

    let expected = try Fixture.tensors("Weights/own_\(kind)_u8_expected")
    for fill in ["max", "prev"] {
      let windows = try #require(expected["x_test.\(fill)"])
      let scaled = try #require(expected["scaled.\(fill)"])
      #expect(scaled.values.count == 503)
      let predictions = loaded.network.predictions(for: sequences(windows))
      #expect(isNear(predictions, scaled.values))
    }
  }

  @Test(arguments: [
    "keras_lstm_u3_f2_t10", "keras_gru_reset_after_u3_f2_t10", "keras_gru_reset_before_u3_f2_t10",
    "keras_simple_rnn_u3_f2_t10", "keras_simple_rnn_relu_u4_f2_t12", "keras_lstm_u3_f2_t6_f64",
    "torch_lstm_u3_f2_t10", "torch_gru_u3_f2_t10", "torch_rnn_u3_f2_t10",
    "torch_rnn_relu_u4_f2_t12", "torch_lstm_u3_f2_t6_f64",
  ])
  func allKindsOfBothLibrariesGiveTheirOutput(_ name: String) throws {
    let loaded = try Network.loading(Fixture.weights("Networks/\(name)"))
    #expect(loaded.convention.rawValue == name.prefix { $0 != "_" })
    let golden = try Fixture.tensors("Networks/\(name)")
    let inputs = try #require(golden["x"])
    let predictions = loaded.network.predictions(for: sequences(inputs))
    #expect(isNear(predictions, try #require(golden["out"]).values))
  }

  @Test(arguments: [
    ["lstm/kernel", "lstm/recurrent_kernel", "lstm/bias", "dense/kernel", "dense/bias"],
    [
      "sequential/lstm/lstm_cell/kernel", "sequential/lstm/lstm_cell/recurrent_kernel",
      "sequential/lstm/lstm_cell/bias", "sequential/dense/kernel", "sequential/dense/bias",
    ],
    ["kernel", "recurrent_kernel", "bias", "dense_1/kernel", "dense_1/bias"],
    [
      "memory/lstm_cell/kernel:0", "memory/lstm_cell/recurrent_kernel:0", "memory/lstm_cell/bias:0",
      "out/kernel:0", "out/bias:0",
    ],
    ["rnn/kernel", "rnn/recurrent_kernel", "rnn/bias", "head/kernel", "head/bias"],
  ])
  func anyPathOfKerasWillDo(_ names: [String]) throws {
    let shapes = [[1, 8], [2, 8], [8], [2, 1], [1]]
    let loaded = try Network.loading(makeFile(Array(zip(names, shapes))))
    #expect(loaded.convention == .keras)
    #expect(type(of: loaded.network.cell).name == "lstm")
    #expect(loaded.network.cell.parameters.count == 32)
    #expect(loaded.network.head?.kernel.count == 2)
    #expect(loaded.notes.isEmpty)
  }

  @Test(arguments: ["", "lstm.", "rnn.", "module.encoder.lstm.", "model/lstm."])
  func anyPrefixOfPyTorchWillDo(_ prefix: String) throws {
    let loaded = try Network.loading(
      makeFile([
        ("\(prefix)weight_ih_l0", [8, 1]), ("\(prefix)weight_hh_l0", [8, 2]),
        ("\(prefix)bias_ih_l0", [8]), ("\(prefix)bias_hh_l0", [8]),
        ("linear_out.weight", [1, 2]), ("linear_out.bias", [1]),
      ]))
    #expect(loaded.convention == .torch)
    #expect(type(of: loaded.network.cell).name == "lstm")
    #expect(loaded.network.head?.kernel.count == 2)
    #expect(loaded.notes == ["PyTorch's two biases were added into one."])
  }

  @Test func aSingleCellOfPyTorchIsALayer() throws {
    let loaded = try Network.loading(
      makeFile([
        ("cell.weight_ih", [3, 1]), ("cell.weight_hh", [3, 1]), ("cell.bias_ih", [3]),
        ("cell.bias_hh", [3]),
      ]))
    #expect(type(of: loaded.network.cell).name == "gru")
    #expect(
      loaded.notes == [
        "PyTorch's gates r, z, n were put into the order z, r, candidate.",
        "The file has no head: gates can be seen, nothing is predicted.",
      ])
    #expect(loaded.network.head == nil)
  }

  @Test(arguments: [(1, "rnn"), (3, "gru"), (4, "lstm")])
  func theNumberOfGatesTellsTheKindWhereNamesDoNot(_ gates: Int, _ kind: String) throws {
    let width = 2 * gates
    let bias = kind == "gru" ? [2, width] : [width]
    let keras = try Network.loading(
      makeFile([
        ("layer/kernel", [3, width]), ("layer/recurrent_kernel", [2, width]), ("layer/bias", bias),
      ]))
    let torch = try Network.loading(
      makeFile([
        ("rnn.weight_ih_l0", [width, 3]), ("rnn.weight_hh_l0", [width, 2]),
        ("rnn.bias_ih_l0", [width]), ("rnn.bias_hh_l0", [width]),
      ]))
    for loaded in [keras, torch] {
      #expect(type(of: loaded.network.cell).name == kind)
      #expect(loaded.network.cell.features == 3 && loaded.network.cell.units == 2)
    }
  }

  @Test(arguments: [([2, 6], true), ([6], false)])
  func theBiasTellsWhereAGRUResets(_ bias: [Int], _ isAfter: Bool) throws {
    let loaded = try Network.loading(
      makeFile([("gru/kernel", [1, 6]), ("gru/recurrent_kernel", [2, 6]), ("gru/bias", bias)]))
    #expect(loaded.network.cell.options.resetAfter == isAfter)
  }

  @Test func theMetadataTellTheActivationOfAnRNN() throws {
    var file = makeFile([
      ("rnn/kernel", [1, 2]), ("rnn/recurrent_kernel", [2, 2]), ("rnn/bias", [2]),
      ("dense/kernel", [2, 1]), ("dense/bias", [1]),
    ])
    let silent = try Network.loading(file)
    #expect(silent.network.cell.options.activation == .tanh)
    #expect(silent.notes == ["The file does not say which activation: tanh was taken."])
    for activation in Activation.allCases {
      file.metadata = ["activation": activation.rawValue]
      let loaded = try Network.loading(file)
      #expect(loaded.network.cell.options.activation == activation)
      #expect(loaded.notes.isEmpty)
    }
  }

  /// Windows `[count, steps, features]` as sequences of rows of their own.
  private func sequences(_ windows: Tensor) -> Sequences {
    let (count, steps) = (windows.shape[0], windows.shape[1])
    return Sequences(
      rows: windows.values, features: windows.shape[2], length: steps,
      firstRows: (0..<count).map { $0 * steps }, targets: [])
  }

  private func isNear(
    _ found: ContiguousArray<Float>, _ expected: ContiguousArray<Float>
  ) -> Bool {
    found.count == expected.count && !found.isEmpty
      && zip(found, expected).allSatisfy { abs($0 - $1) <= 1e-5 }
  }
}

/// A file of tensors of these shapes whose values count up from 1.
func makeFile(_ shapes: [(name: String, shape: [Int])]) -> SafetensorsFile {
  var next: Float = 0
  return SafetensorsFile(
    tensors: shapes.map { name, shape in
      let values = ContiguousArray(
        (0..<shape.reduce(1, *)).map { _ -> Float in
          next += 1
          return next
        })
      return NamedTensor(name: name, tensor: Tensor(shape: shape, values: values))
    })
}
