import Testing

@testable import MarketSeries

struct DecimalNumberTests {
  private func number(_ text: String) -> Double? {
    let bytes = Array("<\(text)>".utf8)
    return decimalNumber(bytes, 1..<bytes.count - 1)
  }

  @Test(arguments: [
    "0", "-0", "20.5", "+3", "-3.25", ".5", "5.", "1e3", "1E+3", "2.5e-3", "007", "0.1", "46.12",
    "9007199254740993", "123456789012345678", "12345678901234567890123", "0.30000000000000004",
    "1e22", "1e23", "8.98846567431158e307", "4.9e-324", "2.2250738585072011e-308", "1e-400",
    "0.000000000000000000000000000001", "100000000000000000000000000000", "1e0000000000000000005",
    "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558",
  ])
  func everySpellingRoundsAsTheStandardLibraryDoes(text: String) throws {
    #expect(number(text)?.bitPattern == Double(text)?.bitPattern)
    #expect(number(text) != nil)
  }

  @Test func randomFiguresRoundAsTheStandardLibraryDoes() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let whole = random.next() >> UInt64(random.integer(in: 0..<64))
      let fraction = random.next() >> UInt64(random.integer(in: 0..<64))
      let text = "\(whole).\(fraction)e\(random.integer(in: -330..<300))"
      #expect(number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    "", "-", "+", ".", "e5", "1e", "1e+", "--1", "+-1", "1.2.3", "1,5", "nan", "NaN", "inf",
    "-Infinity", "0x1p3", "0x10", "1_000", "1 000", "$35", "35%", "1e5.5", "1e5x", "١", "20.5\0",
  ])
  func whatIsNoDecimalNumberIsRefused(text: String) {
    #expect(number(text) == nil)
  }

  @Test func theTooLargeBecomesInfinite() {
    #expect(number("1e999") == .infinity)
    #expect(number("-1e99999999999999999999") == -.infinity)
    #expect(number(String(repeating: "9", count: 400)) == .infinity)
  }
}
