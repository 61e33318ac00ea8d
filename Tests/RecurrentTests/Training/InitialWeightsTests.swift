import Recurrent
import Testing

struct InitialWeightsTests {
  @Test(arguments: zip(everyCell.indices.suffix(4), [0.3430, 0.1728, 0.1993, 0.1993] as [Float]))
  func kerasKernelsFillGlorotsRange(cell index: Int, limit: Float) {
    let (type, options) = everyCell[index]
    let network = Network(type, units: 50, options: options, seed: 3)
    let kernel = network.cell.parameters[..<(50 * type.blocks.count)]
    #expect(largestMagnitude(kernel) <= limit + 1e-4)
    #expect(largestMagnitude(kernel) > 0.9 * limit)
    #expect(kernel.contains { $0 < 0 } && kernel.contains { $0 > 0 })
  }

  @Test(arguments: CellTable.all.indices)
  func kerasRecurrentKernelsHaveOrthonormalRows(cell index: Int) {
    let type = CellTable.all[index]
    let width = 20 * type.blocks.count
    let network = Network(type, units: 20, features: 2, seed: 4)
    let recurrent = Array(network.cell.parameters[(2 * width)..<(22 * width)])
    for first in 0..<20 {
      for second in 0...first {
        let product = (0..<width).reduce(0) {
          $0 + recurrent[first * width + $1] * recurrent[second * width + $1]
        }
        #expect(abs(product - (first == second ? 1 : 0)) < 1e-5)
      }
    }
  }

  @Test func kerasBiasesAreZeroButForTheForgetGate() {
    for (type, options) in everyCell {
      let network = Network(type, units: 4, options: options, seed: 5)
      let biases = network.cell.parameters.suffix(network.cell.kerasBias.count)
      #expect(biases.reduce(0, +) == (type == LSTMCell.self ? 4 : 0))
      #expect(network.head?.bias == 0)
    }
    let lstm = Network(LSTMCell.self, units: 4, seed: 5)
    #expect(lstm.cell.kerasBias == [0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(lstm.cell.parameters.suffix(16) == lstm.cell.kerasBias[...])
  }

  @Test func torchWeightsAreUniformBiasesToo() throws {
    let limit = 1 / Float(50).squareRoot()
    let network = Network(LSTMCell.self, units: 50, scheme: .torch, seed: 6)
    let weights = network.cell.parameters.dropLast(200)
    #expect(largestMagnitude(weights) <= limit)
    #expect(largestMagnitude(weights) > 0.99 * limit)
    // Two biases, each within the limit, stand as their sum: standard deviation 0.1155.
    let biases = network.cell.parameters.suffix(200)
    #expect(largestMagnitude(biases) > limit && largestMagnitude(biases) <= 2 * limit)
    let deviation = (biases.reduce(0) { $0 + $1 * $1 } / 200).squareRoot()
    #expect(abs(deviation - 0.1155) < 0.015)
    #expect(try #require(network.head).bias != 0)
    let gru = Network(GRUCell.self, units: 50, scheme: .torch, seed: 6)
    #expect(largestMagnitude(gru.cell.parameters) <= limit)
  }

  @Test(arguments: InitialWeights.allCases)
  func sameSeedGivesTheSameBytes(scheme: InitialWeights) {
    func parameters(seed: UInt64) -> ContiguousArray<Float> {
      Network(GRUCell.self, units: 8, scheme: scheme, seed: seed).parameters
    }
    #expect(parameters(seed: 1) == parameters(seed: 1))
    #expect(parameters(seed: 1) != parameters(seed: 2))
  }
}
