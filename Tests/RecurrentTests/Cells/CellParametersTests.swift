import Testing

@testable import Recurrent

struct CellParametersTests {
  @Test func eachBlockHasItsOwnPlaceInEveryCell() {
    for (type, options) in everyCell {
      var cell = type.init(units: 3, features: 2, options: options)
      var next: Float = 1
      for block in type.blocks {
        for kind in ParameterKind.allCases {
          guard let shape = cell.shape(of: kind) else { continue }
          let count = shape.reduce(1, *)
          cell.set(kind, of: block, to: .init((0..<count).map { next + Float($0) }))
          next += Float(count)
        }
      }
      // All parameters were set, each once.
      #expect(cell.parameters.sorted() == (1..<Int(next)).map { Float($0) }, "\(type.name)")
    }
  }

  @Test func aBlockIsReadBackByTheEquations() {
    var cell = LSTMCell(units: 2, features: 1)
    cell.set(.bias, of: "forget", to: [0.5, -0.25])
    cell.set(.kernel, of: "output", to: [2, 3])
    cell.set(.recurrentKernel, of: "input", to: [1, 2, 3, 4])
    let trace = cell.forward(
      Tensor(shape: [1, 1, 1], values: [1]),
      from: CellState(
        hidden: Tensor(shape: [1, 2], values: [10, 100]), cell: Tensor(zeros: [1, 2])))
    #expect(trace.sums(of: "forget", step: 0) == [0.5, -0.25])
    #expect(trace.sums(of: "output", step: 0) == [2, 3])
    #expect(trace.sums(of: "input", step: 0) == [310, 420])
    #expect(trace.sums(of: "candidate", step: 0) == [0, 0])
  }

  @Test func onlyAGRUThatResetsAfterHasASecondBias() {
    #expect(LSTMCell(units: 2, features: 1).shape(of: .recurrentBias) == nil)
    #expect(GRUCell(units: 2, features: 1).shape(of: .recurrentBias) == [2])
    let before = GRUCell(units: 2, features: 1, options: CellOptions(resetAfter: false))
    #expect(before.shape(of: .recurrentBias) == nil)
  }
}
