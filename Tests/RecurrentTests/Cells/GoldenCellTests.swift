import Testing

@testable import Recurrent

/// All cells against Keras and PyTorch: gates, states and outputs within 1e-5, gradients within 1e-4
/// of the largest element of their tensor.
struct GoldenCellTests {
  /// The letters of the files and the names of the quantities.
  private static let names = [
    "a": "sum", "i": "input", "f": "forget", "g": "candidate", "o": "output", "c": "cell",
    "z": "update", "r": "reset", "n": "candidate", "h": "hidden",
  ]

  @Test func allCasesAreThere() {
    #expect(GoldenCase.all(ofGroup: "cell").count == 46)
  }

  @Test(arguments: GoldenCase.all(ofGroup: "cell"), Way.allCases)
  func gatesStatesAndOutputsAgree(with golden: GoldenCase, by way: Way) throws {
    let tensors = try golden.tensors()
    let network = golden.network(
      from: try golden.parameters(in: tensors, prefix: "w.", summingBiases: true))
    guard
      let trace = way.trace(
        network, try #require(tensors["x"]).outerDimensionsSwapped, from: try state(in: tensors))
    else { return }

    var compared = 0
    for (name, expected) in tensors {
      guard let quantity = Self.names[String(name.suffix(1))] else { continue }
      let found: Tensor?
      if name.hasPrefix("pre.") {
        found = trace.sumTensor(of: quantity)
      } else if name.hasPrefix("step.") {
        found = trace.tensor(of: quantity)
      } else {
        continue
      }
      let values = try #require(found).values
      #expect(largestDifference(values, expected.outerDimensionsSwapped.values) < 1e-5, "\(name)")
      compared += 1
    }
    #expect(
      compared == trace.quantities.count
        + trace.quantities.filter { $0.kind != .state && $0.kind != .sum }.count)
    let outputs = network.predictions(of: trace)
    #expect(largestDifference(outputs, try #require(tensors["out"]).values) < 1e-5)
  }

  @Test(arguments: GoldenCase.all(ofGroup: "cell"), Way.allCases)
  func gradientsAgree(with golden: GoldenCase, by way: Way) throws {
    let tensors = try golden.tensors()
    let network = golden.network(
      from: try golden.parameters(in: tensors, prefix: "w.", summingBiases: true))
    guard
      let trace = way.trace(
        network, try #require(tensors["x"]).outerDimensionsSwapped, from: try state(in: tensors))
    else { return }
    let found = network.lossGradient(of: trace, targets: try #require(tensors["y"]).values)

    let loss = try #require(tensors["loss"]).values[0]
    #expect(abs(Float(found.loss) - loss) < 1e-5 * max(1, loss))
    func compare(
      _ values: ContiguousArray<Float>, _ expected: ContiguousArray<Float>, _ name: String
    ) {
      let bound = 1e-4 * largestMagnitude(expected)
      #expect(largestDifference(values, expected) <= bound, "\(name)")
    }
    let expected = try golden.parameters(in: tensors, prefix: "grad.w.", summingBiases: false)
    var start = 0
    for (tensor, shape) in zip(expected.layer, network.cell.parameterShapes) {
      compare(.init(found.cell.parameters[start..<start + shape.count]), tensor, shape.name)
      start += shape.count
    }
    compare(found.head.kernel, expected.head.kernel, "dense kernel")
    compare([found.head.bias], [expected.head.bias], "dense bias")
    let others = [
      ("grad.x", found.cell.inputs), ("grad.h", found.cell.hidden), ("grad.c", found.cell.cell),
    ]
    for (name, tensor) in others where tensors[name] != nil {
      compare(
        try #require(tensor).values, try #require(tensors[name]).outerDimensionsSwapped.values, name
      )
    }
    compare(
      found.cell.initialState.hidden.values, try #require(tensors["grad.h0"]).values, "grad.h0")
    if let expected = tensors["grad.c0"] {
      compare(try #require(found.cell.initialState.cell).values, expected.values, "grad.c0")
    }
  }

  private func state(in tensors: [String: Tensor]) throws -> CellState {
    CellState(hidden: try #require(tensors["h0"]), cell: tensors["c0"])
  }
}
