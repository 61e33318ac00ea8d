import Testing

@testable import MarketSeries

struct SplitMix64Tests {
  @Test func theNumbersAreThoseOfThePublishedProgram() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(random.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func numbersStayInTheirRange() {
    var random = SplitMix64(seed: 1)
    var drawn: Set<Int> = []
    for _ in 0..<200 {
      drawn.insert(random.integer(in: 3..<8))
      #expect((0..<1).contains(random.unit()))
    }
    #expect(drawn == Set(3..<8))
  }
}
