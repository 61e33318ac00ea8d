import Recurrent
import Testing

/// Three steps of each optimiser against Keras and PyTorch.
struct GoldenOptimizerTests {
  @Test func allCasesAreThere() {
    #expect(GoldenCase.all(ofGroup: "optimizer").count == 12)
  }

  /// Every tensor by itself, from the gradients of the file: in PyTorch's layout too.
  @Test(arguments: GoldenCase.all(ofGroup: "optimizer"))
  func threeStepsAgree(with golden: GoldenCase) throws {
    let tensors = try golden.tensors()
    let names = tensors.keys.filter { $0.hasPrefix("step0.w.") }.map { $0.dropFirst(8) }
    #expect(!names.isEmpty)
    for name in names {
      var before = try #require(tensors["step0.w.\(name)"]).values
      var state = OptimizerState(count: before.count)
      for step in 1...3 {
        var after = before
        state.update(
          &after, with: try #require(tensors["step\(step).grad.\(name)"]).values,
          by: try optimizer(of: golden))
        let expected = try #require(tensors["step\(step).w.\(name)"]).values
        let moved = zip(expected, before).map { $0 - $1 }
        let rounding = largestMagnitude(expected).ulp
        #expect(largestDifference(after, expected) <= 1e-4 * largestMagnitude(moved) + rounding)
        let squares = try #require(tensors["step\(step).v.\(name)"]).values
        #expect(largestDifference(state.meanSquare, squares) <= 1e-4 * largestMagnitude(squares))
        if let means = tensors["step\(step).m.\(name)"]?.values {
          #expect(largestDifference(state.mean, means) <= 1e-4 * largestMagnitude(means))
        }
        before = after
      }
    }
  }

  /// Loss, gradient and step of whole batches; Keras' layout is this package's.
  @Test(arguments: GoldenCase.all(ofGroup: "optimizer").filter { !$0.isTorch })
  func threeBatchesAgree(with golden: GoldenCase) throws {
    let tensors = try golden.tensors()
    var network = golden.network(
      from: try golden.parameters(in: tensors, prefix: "step0.w.", summingBiases: true))
    let inputs = try #require(tensors["x"])
    let targets = try #require(tensors["y"]).values
    let batches = try #require(tensors["batches"])
    var state = OptimizerState(count: network.parameterCount)
    for step in 1...3 {
      let size = batches.shape[1]
      let rows = batches.values[(step - 1) * size..<step * size].map { Int($0) }
      let length = inputs.shape[1]
      let batch = rows.flatMap { inputs.values[$0 * length..<($0 + 1) * length] }
      let gradient = network.lossGradient(
        inputs: Tensor(shape: [size, length, 1], values: .init(batch)).outerDimensionsSwapped,
        targets: .init(rows.map { targets[$0] }))
      let loss = try #require(tensors["step\(step).loss"]).values[0]
      #expect(abs(Float(gradient.loss) - loss) < 1e-5)

      state.update(
        &network.parameters, with: gradient.parameters, by: try optimizer(of: golden))
      let expected = try golden.parameters(
        in: tensors, prefix: "step\(step).w.", summingBiases: true)
      #expect(largestDifference(network.parameters, expected.flat) < 2e-6)
    }
  }

  private func optimizer(of golden: GoldenCase) throws -> Optimizer {
    let convention = try #require(OptimizerConvention(rawValue: golden.convention))
    let name = try #require(golden.optimizer)
    let rate = Optimizer.defaultRate(of: name, convention: convention)
    return name == "adam"
      ? .adam(rate: rate, convention: convention) : .rmsprop(rate: rate, convention: convention)
  }
}
