import Recurrent
import Testing

/// Every model that is not one recurrent layer and a head of one output gets a sentence of its own.
struct NetworkLoadingRefusalTests {
  @Test(arguments: changes)
  func wrongModelsAreNamedByTheirTensor(_ change: Change) {
    var shapes = change.base
    for (name, shape) in change.shapes { shapes[name] = shape }
    let file = makeFile(shapes.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 })
    let error = #expect(throws: WeightsError.self) { try Network.loading(file) }
    #expect(error?.description == change.message)
  }

  @Test func aFileWithoutRecurrentLayerNamesWhatItHas() {
    let error = #expect(throws: WeightsError.self) {
      try Network.loading(makeFile([("a.weight", [1]), ("b", [1]), ("c\n", [1]), ("d", [1])]))
    }
    #expect(
      error?.description
        == "no recurrent layer: expected a name such as lstm/recurrent_kernel (Keras) or "
        + "lstm.weight_hh_l0 (PyTorch), found a.weight, b, c? and 1 more")
    let empty = #expect(throws: WeightsError.self) { try Network.loading(makeFile([])) }
    #expect(empty?.description.hasSuffix("found no tensor at all") == true)
  }

  @Test func oneTensorUnderTwoSpellingsIsRefused() {
    #expect(throws: WeightsError.duplicate(tensor: "lstm/kernel:0")) {
      try Network.loading(
        makeFile([
          ("lstm/kernel", [1, 4]), ("lstm/kernel:0", [1, 4]), ("lstm/recurrent_kernel", [1, 4]),
        ]))
    }
  }

  @Test(arguments: [
    (kerasRNN, "swish", "linear, relu, leakyrelu, tanh, sigmoid"), (kerasLSTM, "relu", "tanh"),
  ])
  func anActivationThatTheCellCannotHaveIsRefused(
    _ shapes: [String: [Int]], _ name: String, _ expected: String
  ) {
    var file = makeFile(shapes.map { ($0.key, $0.value) })
    file.metadata["activation"] = name
    let error = #expect(throws: WeightsError.self) { try Network.loading(file) }
    #expect(
      error?.description == "the metadata give the activation \(name): expected \(expected)")
  }

  @Test func twoBiasesWhoseSumIsNoFloatAreRefused() {
    var file = makeFile([("weight_ih_l0", [2, 1]), ("weight_hh_l0", [2, 2])])
    let large = Tensor(shape: [2], values: [0, 3e38])
    file.tensors += ["bias_ih_l0", "bias_hh_l0"].map { NamedTensor(name: $0, tensor: large) }
    let error = #expect(throws: WeightsError.self) { try Network.loading(file) }
    #expect(
      error?.description == "tensor bias_ih_l0 + bias_hh_l0 holds inf at [1]: "
        + "expected finite numbers that fit a Float")
  }
}

/// A file that reads, what is changed in it, and what is said then.
struct Change: Sendable {
  let base: [String: [Int]]
  /// New shapes; nil takes the tensor away.
  let shapes: [String: [Int]?]
  let message: String

  init(_ base: [String: [Int]], _ shapes: [String: [Int]?], _ message: String) {
    self.base = base
    self.shapes = shapes
    self.message = message
  }
}

private let kerasLSTM = [
  "lstm/kernel": [1, 8], "lstm/recurrent_kernel": [2, 8], "lstm/bias": [8],
  "dense/kernel": [2, 1], "dense/bias": [1],
]
private let kerasGRU = [
  "gru/kernel": [1, 6], "gru/recurrent_kernel": [2, 6], "gru/bias": [2, 6],
]
private let kerasRNN = ["rnn/kernel": [1, 2], "rnn/recurrent_kernel": [2, 2], "rnn/bias": [2]]
private let torchLSTM = [
  "lstm.weight_ih_l0": [8, 1], "lstm.weight_hh_l0": [8, 2], "lstm.bias_ih_l0": [8],
  "lstm.bias_hh_l0": [8], "fc.weight": [1, 2], "fc.bias": [1],
]
private let other =
  "belongs to a layer that is not read: expected one recurrent layer and at most a Dense or "
  + "Linear head of one output"

private let changes: [Change] = [
  // More than one layer, or another kind.
  Change(
    torchLSTM, ["lstm.weight_ih_l1": [8, 2]],
    "tensor lstm.weight_ih_l1 belongs to a second layer: expected num_layers=1"),
  Change(
    torchLSTM, ["lstm.bias_hh_l12": [8]],
    "tensor lstm.bias_hh_l12 belongs to a second layer: expected num_layers=1"),
  Change(
    torchLSTM, ["lstm.weight_ih_l0_reverse": [8, 1]],
    "tensor lstm.weight_ih_l0_reverse belongs to a bidirectional layer: expected one that runs "
      + "forward only"),
  Change(
    [:], ["bidirectional/backward_lstm/lstm_cell/kernel": [1, 8]],
    "tensor bidirectional/backward_lstm/lstm_cell/kernel belongs to a bidirectional layer: "
      + "expected one that runs forward only"),
  Change(
    [:], ["forward_gru/recurrent_kernel": [2, 6]],
    "tensor forward_gru/recurrent_kernel belongs to a bidirectional layer: expected one that runs "
      + "forward only"),
  Change(
    torchLSTM, ["lstm.weight_hr_l0": [1, 2]],
    "tensor lstm.weight_hr_l0 projects the hidden state: expected an LSTM with proj_size=0"),
  Change(
    kerasLSTM, ["lstm_1/recurrent_kernel": [2, 8]],
    "tensor lstm/recurrent_kernel and tensor lstm_1/recurrent_kernel belong to two layers: "
      + "expected one recurrent layer"),
  Change(
    torchLSTM, ["gru.weight_hh_l0": [6, 2]],
    "tensor gru.weight_hh_l0 and tensor lstm.bias_hh_l0 belong to two layers: expected one "
      + "recurrent layer"),
  Change(kerasLSTM, ["norm/gamma": [2]], "tensor norm/gamma \(other)"),
  Change(kerasLSTM, ["dense_1/kernel": [2, 1]], "tensor dense_1/kernel \(other)"),
  Change(torchLSTM, ["fc.scale": [1]], "tensor fc.scale \(other)"),
  Change(torchLSTM, ["lstm.weight_xx": [1]], "tensor lstm.weight_xx \(other)"),

  // A tensor is missing.
  Change(
    kerasLSTM, ["lstm/kernel": nil],
    "tensor lstm/kernel is missing: expected it with shape [features, 8]"),
  Change(
    kerasLSTM, ["lstm/recurrent_kernel": nil],
    "tensor lstm/recurrent_kernel is missing: expected it with shape [units, gates * units]"),
  Change(
    kerasRNN, ["rnn/recurrent_kernel": nil],
    "tensor rnn/recurrent_kernel is missing: expected it with shape [units, gates * units]"),
  Change(
    kerasLSTM, ["lstm/bias": nil],
    "tensor lstm/bias is missing: expected it with shape [8], of zeros for a layer without bias"),
  Change(
    kerasGRU, ["gru/bias": nil],
    "tensor gru/bias is missing: expected it with shape [2, 6], of zeros for a layer without bias"),
  Change(
    torchLSTM, ["lstm.weight_ih_l0": nil],
    "tensor lstm.weight_ih_l0 is missing: expected it with shape [8, features]"),
  Change(
    torchLSTM, ["lstm.weight_hh_l0": nil],
    "tensor lstm.weight_hh_l0 is missing: expected it with shape [gates * units, units]"),
  Change(
    torchLSTM, ["lstm.bias_hh_l0": nil],
    "tensor lstm.bias_hh_l0 is missing: expected it with shape [8], of zeros for a layer without "
      + "bias"),
  Change(
    kerasLSTM, ["dense/kernel": nil],
    "tensor dense/kernel is missing: expected it with shape [2, 1]"),
  Change(
    torchLSTM, ["fc.bias": nil],
    "tensor fc.bias is missing: expected it with shape [1], of zeros for a layer without bias"),

  // A shape does not fit.
  Change(
    kerasLSTM, ["lstm/recurrent_kernel": [2, 6]],
    "tensor lstm/recurrent_kernel has shape [2, 6]: expected [2, 8] (LSTM)"),
  Change(
    torchLSTM, ["lstm.weight_hh_l0": [6, 2]],
    "tensor lstm.weight_hh_l0 has shape [6, 2]: expected [8, 2] (LSTM)"),
  Change(
    kerasRNN, ["rnn/recurrent_kernel": [2, 4]],
    "tensor rnn/recurrent_kernel has shape [2, 4]: expected [2, 2] (SimpleRNN) or [2, 8] (LSTM) or "
      + "[2, 6] (GRU)"),
  Change(
    kerasLSTM, ["lstm/recurrent_kernel": [16]],
    "tensor lstm/recurrent_kernel has shape [16]: expected [units, gates * units]"),
  Change(
    torchLSTM, ["lstm.weight_hh_l0": [8, 0]],
    "tensor lstm.weight_hh_l0 has shape [8, 0]: expected [gates * units, units]"),
  Change(
    kerasLSTM, ["lstm/kernel": [8, 1]],
    "tensor lstm/kernel has shape [8, 1]: expected [features, 8]"),
  Change(
    kerasLSTM, ["lstm/kernel": [0, 8]],
    "tensor lstm/kernel has shape [0, 8]: expected [features, 8]"),
  Change(
    torchLSTM, ["lstm.weight_ih_l0": [1, 8]],
    "tensor lstm.weight_ih_l0 has shape [1, 8]: expected [8, features]"),
  Change(
    kerasLSTM, ["lstm/bias": [2, 8]], "tensor lstm/bias has shape [2, 8]: expected [8]"),
  Change(
    kerasGRU, ["gru/bias": [6, 2]], "tensor gru/bias has shape [6, 2]: expected [2, 6] or [6]"),
  Change(
    torchLSTM, ["lstm.bias_ih_l0": [1, 8]],
    "tensor lstm.bias_ih_l0 has shape [1, 8]: expected [8]"),
  Change(
    kerasLSTM, ["dense/kernel": [3, 1]], "tensor dense/kernel has shape [3, 1]: expected [2, 1]"),
  Change(torchLSTM, ["fc.weight": [2, 1]], "tensor fc.weight has shape [2, 1]: expected [1, 2]"),
  Change(kerasLSTM, ["dense/bias": [2]], "tensor dense/bias has shape [2]: expected [1]"),
  Change(
    kerasLSTM, ["dense/kernel": [2, 5]],
    "tensor dense/kernel gives 5 outputs: expected a head of one"),
  Change(
    torchLSTM, ["fc.weight": [3, 2]], "tensor fc.weight gives 3 outputs: expected a head of one"),
  Change(
    ["layer/recurrent_kernel": [4097, 0]], [:], "the layer has 4097 units: expected at most 4096"),
  Change(
    ["layer/recurrent_kernel": [Int.max, 0]], [:],
    "the layer has \(Int.max) units: expected at most 4096"),
]
