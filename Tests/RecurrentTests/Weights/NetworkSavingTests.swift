import Recurrent
import Testing

struct NetworkSavingTests {
  @Test func kerasNamesAndShapesAreTheShippedOnes() throws {
    let file = try Network(LSTMCell.self, units: 3, features: 2, seed: 1)
      .safetensors(convention: .keras, metadata: ["seed": "1"])
    let shapes = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0.tensor.shape) })
    #expect(
      shapes == [
        "lstm/kernel": [2, 12], "lstm/recurrent_kernel": [3, 12], "lstm/bias": [12],
        "dense/kernel": [3, 1], "dense/bias": [1],
      ])
    #expect(file.metadata == ["seed": "1"])
  }

  @Test func torchNamesAndShapesAreThoseOfAStateDict() throws {
    let file = try Network(GRUCell.self, units: 3, features: 2, seed: 1)
      .safetensors(convention: .torch)
    let shapes = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0.tensor.shape) })
    #expect(
      shapes == [
        "gru.weight_ih_l0": [9, 2], "gru.weight_hh_l0": [9, 3], "gru.bias_ih_l0": [9],
        "gru.bias_hh_l0": [9], "fc.weight": [1, 3], "fc.bias": [1],
      ])
    #expect(file.metadata == ["format": "pt"])
  }

  @Test func aGRUOfPyTorchIsWrittenBackByteForByte() throws {
    let bytes = try Fixture.bytes("Weights/own_gru_u8")
    let loaded = try Network.loading(SafetensorsFile(parsing: bytes))
    let again = try loaded.network.safetensors(convention: .torch, metadata: loaded.metadata)
    #expect(again.serialized() == bytes)
  }

  @Test(arguments: ["rnn", "lstm", "gru"], WeightsConvention.allCases)
  func whatIsSavedLoadsBitForBit(_ name: String, _ convention: WeightsConvention) throws {
    let cell = try #require(CellTable.cell(named: name))
    for (seed, features) in [(1, 1), (2, 3)] {
      let network = Network(
        cell, units: 5, features: features, scheme: .torch, seed: UInt64(seed))
      let bytes = try network.safetensors(convention: convention).serialized()
      let loaded = try Network.loading(SafetensorsFile(parsing: bytes))
      #expect(loaded.convention == convention)
      #expect(type(of: loaded.network.cell).name == name)
      #expect(loaded.network.cell.parameters == network.cell.parameters)
      #expect(loaded.network.head == network.head)
    }
  }

  @Test func savingAnLSTMForPyTorchAgainChangesNothing() throws {
    let file = try SafetensorsFile(parsing: Fixture.bytes("Weights/own_lstm_u8"))
    let first = try Network.loading(file).network.safetensors(convention: .torch)
    let second = try Network.loading(first).network.safetensors(convention: .torch)
    #expect(first == second)
    #expect(first.tensors.first { $0.name == "lstm.bias_hh_l0" }?.tensor == Tensor(zeros: [32]))
  }

  @Test func aNetworkWithoutHeadIsSavedWithoutOne() throws {
    var network = Network(SimpleRNNCell.self, units: 2, seed: 1)
    network.head = nil
    for convention in WeightsConvention.allCases {
      #expect(try Network.loading(network.safetensors(convention: convention)).network.head == nil)
    }
  }

  @Test(arguments: WeightsConvention.allCases)
  func theActivationOfAnRNNComesBack(_ convention: WeightsConvention) throws {
    let network = Network(
      SimpleRNNCell.self, units: 2, options: CellOptions(activation: .leakyrelu), seed: 1)
    let file = try network.safetensors(convention: convention)
    #expect(file.metadata["activation"] == "leakyrelu")
    #expect(try Network.loading(file).network.cell.options.activation == .leakyrelu)
  }

  @Test func staleMetadataAreNotCarriedOn() throws {
    let metadata = ["activation": "relu", "format": "pt", "note": "mine"]
    let network = Network(SimpleRNNCell.self, units: 2, seed: 1)
    let file = try network.safetensors(convention: .keras, metadata: metadata)
    #expect(file.metadata == ["note": "mine"])
  }

  @Test func aGRUWithResetBeforeStaysWithKeras() throws {
    let network = Network(
      GRUCell.self, units: 2, options: CellOptions(resetAfter: false), seed: 1)
    let loaded = try Network.loading(network.safetensors(convention: .keras)).network
    #expect(loaded.cell.options.resetAfter == false)
    #expect(loaded.cell.parameters == network.cell.parameters)
    let error = #expect(throws: WeightsError.self) {
      try network.safetensors(convention: .torch)
    }
    #expect(
      error?.description == "PyTorch has no GRU with reset=before: "
        + "expected convention=keras, or a GRU with reset=after")
  }

  @Test(arguments: [
    (WeightsConvention.keras, "tensor lstm/recurrent_kernel holds nan at [1, 6]"),
    (.torch, "tensor lstm.weight_hh_l0 holds nan at [6, 1]"),
  ])
  func aNetworkThatLostItsNumbersIsNotSaved(
    _ convention: WeightsConvention, _ start: String
  ) throws {
    var network = Network(LSTMCell.self, units: 2, seed: 1)
    network.cell.parameters[8 + 8 + 6] = .nan
    let error = #expect(throws: WeightsError.self) {
      try network.safetensors(convention: convention)
    }
    #expect(error?.description == "\(start): expected finite numbers that fit a Float")
  }
}
