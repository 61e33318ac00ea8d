import Testing

@testable import MarketSeries

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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

  /// Every count of digits, the point anywhere, powers of ten within and beyond the quick ways.
  ///
  /// In an optimised program twenty million of them were compared so.
  @Test func randomFiguresRoundAsTheCLibraryDoes() {
    var random = SplitMix64(seed: 7)
    for round in 0..<20_000 {
      let whole = random.next() >> UInt64(random.integer(in: 0..<64))
      let fraction = random.next() >> UInt64(random.integer(in: 0..<64))
      let text =
        switch round % 5 {
        case 0: "\(whole).\(fraction)e\(random.integer(in: -330..<300))"
        case 1: "\(whole).\(fraction)"
        case 2: "0.\(whole)"
        case 3: "\(whole)e\(random.integer(in: -30..<31))"
        default: "-\(whole >> 32).\(fraction >> 40)"
        }
      #expect(number(text)?.bitPattern == strtod(text, nil).bitPattern, "\(text)")
    }
  }

  @Test(arguments: [
    // Half-way between two Doubles, and one off it: 2^53 + 1 and its neighbours, scaled by tens.
    "9007199254740993", "9007199254740992.9", "9007199254740993.1", "900719925474099.3",
    "9007199254740993e3", "9007199254740995e-19", "18446744073709551615", "18446744073709551616",
    "9999999999999999999", "9999999999999999999e19", "9999999999999999999e-19",
    "1000000000000000000e19", "0000000000000000000009007199254740993",
    "0.00000000000000000009007199254740993",
    // Half-way but for the bits behind the first 64.
    "6045998713722549453e1", "3591780933050946122e5", "2766942209040568000e12",
    "5270843712917760514e19", "9727055360310269001e-3", "3755060707948836731e-12",
    "-4712960700539634840e-19",
  ])
  func figuresNearHalfWayRoundAsTheCLibraryDoes(text: String) {
    #expect(number(text)?.bitPattern == strtod(text, nil).bitPattern)
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
