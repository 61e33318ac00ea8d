import Testing

@testable import Reports

struct LinePlotThinningTests {
  @Test func aCurveOfSomeThousandRowsKeepsAllOfThem() {
    let curve = LinePlot.Series(name: "wave", rows: 5...16_388) { Double($0 % 10) }
    #expect(curve.x == (5...16_388).map(Double.init))
    #expect(curve.y == (5...16_388).map { Double($0 % 10) })
  }

  @Test func aLongerOneKeepsItsEndsAndItsExtremes() {
    let peaks: [Int: Double] = [400_000: 9, 400_001: -9, 799_998: 7]
    let curve = LinePlot.Series(name: "peaks", rows: 3...800_000) { peaks[$0] ?? 0.5 }
    #expect(curve.x.count == curve.y.count && curve.x.count <= 2 * 4096 + 2)
    #expect(curve.x.first == 3 && curve.x.last == 800_000)
    #expect(curve.x == curve.x.sorted() && Set(curve.x).count == curve.x.count)
    for (row, value) in peaks {
      #expect(curve.x.firstIndex(of: Double(row)).map { curve.y[$0] } == value)
    }
  }

  @Test func whereThereIsNoNumberThereIsAGap() {
    let curve = LinePlot.Series(name: "gap", rows: 0...99_999) {
      $0 < 50_000 ? nil : $0 == 60_000 ? .nan : 1
    }
    for (x, y) in zip(curve.x, curve.y) where x > 0 && x < 99_999 {
      #expect((y == nil) == (x < 50_000))
    }
  }
}
