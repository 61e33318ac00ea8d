import Testing

@testable import Recurrent

/// The kernels against the definition, in sizes around the four rows that they take at once.
struct MatrixProductsTests {
  @Test(arguments: [1, 3, 4, 5, 17], [1, 2, 4, 7, 50])
  func productIsTheSumOverTerms(inner: Int, width: Int) {
    let a = makeTensor([3, inner], seed: 1).values
    let b = makeTensor([inner, width], seed: 2).values
    let start = makeTensor([3, width], seed: 3).values
    let (terms, columns) = (inner / 3..<inner, width / 2..<width)
    var sums = start
    sums.add(a.span, width: inner, times: b.span, width: width, terms: terms, columns: columns)
    for row in 0..<3 {
      for column in 0..<width {
        var expected = Double(start[row * width + column])
        if columns.contains(column) {
          for k in terms { expected += Double(a[row * inner + k]) * Double(b[k * width + column]) }
        }
        #expect(abs(Double(sums[row * width + column]) - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: [1, 3, 4, 9], [1, 6, 50])
  func outerProductsAddUpOverRows(rows: Int, width: Int) {
    let a = makeTensor([rows, 3], seed: 1).values
    let d = makeTensor([rows, width], seed: 2).values
    let columns = width / 2..<width
    var sums = ContiguousArray<Float>(zeros: 3 * width)
    sums.addOuterProducts(a.span, width: 3, d.span, width: width, columns: columns)
    for k in 0..<3 {
      for column in 0..<width {
        let expected = (0..<rows).reduce(0.0) {
          $0 + Double(a[$1 * 3 + k]) * Double(d[$1 * width + column])
        }
        let found = Double(sums[k * width + column])
        #expect(abs(found - (columns.contains(column) ? expected : 0)) < 1e-5)
      }
    }
  }

  @Test func nothingTimesNothingIsNothing() {
    var sums: ContiguousArray<Float> = []
    let empty: ContiguousArray<Float> = []
    sums.add(empty.span, width: 0, times: empty.span, width: 0)
    sums.addOuterProducts(empty.span, width: 0, empty.span, width: 0)
    sums.addRows(of: empty.span)
    #expect(sums.isEmpty && transposed(empty.span, width: 0).isEmpty)
  }

  @Test func blocksComeOutAndGoBack() {
    let matrix = makeTensor([4, 6]).values
    #expect(
      matrix.block(1, of: 3, units: 2) == .init([2, 3, 8, 9, 14, 15, 20, 21].map { matrix[$0] }))
    var copy = ContiguousArray<Float>(zeros: 24)
    for block in 0..<3 {
      copy.setBlock(block, of: 3, units: 2, to: matrix.block(block, of: 3, units: 2))
    }
    #expect(copy == matrix)
    #expect(transposed(transposed(matrix.span, width: 6).span, width: 4) == matrix)
    #expect(transposed(matrix.span, width: 6)[1] == matrix[6])
  }
}
