import Testing

@testable import Recurrent

struct LaneProductsTests {
  /// Vectors drawn within 1.
  private func makeVectors(_ count: Int, seed: UInt64) -> ContiguousArray<Lanes> {
    var generator = SeededGenerator(seed: seed)
    return .init(
      (0..<count).map { _ in
        var vector = Lanes.zero
        for lane in 0..<16 { vector[lane] = generator.uniform(within: 1) }
        return vector
      })
  }

  /// A weight of a matrix in blocks of four rows by four columns.
  private func weight(
    _ weights: ContiguousArray<Float>, _ row: Int, _ column: Int, stride: Int
  ) -> Float {
    weights[16 * (column / 4 * stride + row / 4) + row % 4 * 4 + column % 4]
  }

  @Test(arguments: [1, 2, 3, 4, 6, 13], [1, 3])
  func columnsAreMultipliedOneByOne(columns: Int, groups: Int) {
    let stride = groups + 1
    let weights = makeTensor([columns.quads * stride * 16], seed: 3).values
    let vectors = makeVectors(4 * groups + 2, seed: 4)
    for adding in [false, true] {
      let old = makeVectors(columns.roundedUp(to: 4) + 1, seed: 5)
      var sums = old
      multiply(
        weights, LaneBlocks(start: 1, count: groups, stride: stride, columns: columns),
        by: vectors, from: 2, into: &sums, at: 1, adding: adding)
      for column in 0..<columns {
        var expected = adding ? old[1 + column] : .zero
        for row in 0..<4 * groups {
          expected += weight(weights, row + 4, column, stride: stride) * vectors[2 + row]
        }
        let difference = sums[1 + column] - expected
        #expect((0..<16).allSatisfy { abs(difference[$0]) < 1e-5 }, "column \(column)")
      }
    }
  }

  @Test(arguments: [1, 8, 9, 16], [1, 2, 5])
  func outerProductsAreSummedOverRows(columns: Int, groups: Int) {
    let rows = 32
    let factors = makeTensor([groups * rows / 4 * 16 * 2], seed: 6).values
    let vectors = makeVectors(rows + 3, seed: 7)
    let blocks = LaneBlocks(start: 2, count: groups, stride: groups + 2, columns: columns)
    for adding in [false, true] {
      let old = makeTensor([4 * (groups + 2) * 16 + 32], seed: 8).values
      var gradient = old
      sumOuterProducts(
        factors, groups: 0..<groups, stride: rows / 4 * 2, by: vectors, 3..<3 + rows,
        into: &gradient, blocks, adding: adding)
      for column in 0..<columns {
        for row in 0..<4 * groups {
          var expected: Float = 0
          for index in 0..<rows {
            let place = 16 * (row / 4 * rows / 4 * 2 + index / 4) + index % 4 * 4 + row % 4
            expected += factors[place] * vectors[3 + index][column]
          }
          let (found, before) = (
            weight(gradient, row + 8, column, stride: groups + 2),
            weight(old, row + 8, column, stride: groups + 2)
          )
          #expect(abs(found - expected - (adding ? before : 0)) < 1e-5)
        }
      }
    }
  }

  @Test func transposedRowsComeInTheOrderOfTheFactors() {
    let vectors = makeVectors(34, seed: 9)
    var rows = ContiguousArray<Lanes>(zeros: 1 + 20 + 16)
    transpose(vectors, 2..<34, into: &rows, at: 1, step: 20)
    var factors = ContiguousArray<Float>(zeros: 6 + 100 + 64)
    transposeFours(vectors, 2..<10, into: &factors, at: 6, step: 100)
    for (place, lane) in [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15].enumerated() {
      for index in 0..<32 {
        let row = rows[1 + index / 16 * 20 + place]
        #expect(row[index % 16] == vectors[2 + index][lane])
      }
      for index in 0..<8 {
        let factor = factors[6 + index / 4 * 100 + 4 * place + index % 4]
        #expect(factor == vectors[2 + index][lane])
      }
    }
  }

  @Test func aBlockIsTransposed() {
    let block = makeVectors(1, seed: 10)[0]
    let transposed = block.blockTransposed
    for row in 0..<4 {
      for column in 0..<4 { #expect(transposed[4 * column + row] == block[4 * row + column]) }
    }
  }
}
