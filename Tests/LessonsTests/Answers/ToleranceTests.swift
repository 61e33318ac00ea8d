import Testing

@testable import Lessons

struct ToleranceTests {
  static let standardCases: [(Double, [Double], [Double])] = [
    // Half a unit of the third significant digit, ends included.
    (0.276, [0.2755, 0.276, 0.2765, 0.27551], [0.27549, 0.27651, 0.28, -0.276]),
    (0.892626, [0.893, 0.8926, 0.892626, 0.8922], [0.892, 0.894, 0.89]),
    (12527.8, [12500, 12528, 12577], [12400, 12600]),
    (1.710e-6, [1.71e-6, 1.705e-6], [1.7e-6, 1.72e-6]),
    (-3.106, [-3.11, -3.106], [3.11, -3.1]),
    (31.75, [31.7, 31.8], [31.69, 31.81]),
    // A whole number from a hundred on must be met nearer than a half.
    (2507, [2507, 2507.4, 2506.6], [2508, 2506, 2507.5, 2510]),
    (502, [502, 501.6], [502.5, 501.5, 503]),
    (10, [10, 10.05, 9.95], [10.1, 9.9, 10.5]),
    (2, [2, 2.005], [2.01]),
    // 1/(1 − 0.8) is a whole number in all but its last bit.
    (1 / (1 - 0.8), [5, 5.005], [5.01]),
    (1e6 * (0.1 + 0.2) * 10, [3_000_000], [3_000_001]),
    (0, [0, 0.0005, 1e-18], [0.0006, -0.001]),
  ]

  @Test(arguments: standardCases)
  func standard(right: Double, near: [Double], far: [Double]) {
    for given in near { #expect(Tolerance.standard.accepts(given, for: right), "\(given)") }
    for given in far { #expect(!Tolerance.standard.accepts(given, for: right), "\(given)") }
  }

  static let writtenCases: [(Tolerance, Double, [Double], [Double])] = [
    (Tolerance.absolute(0.001), 0.276, [0.277, 0.275], [0.2771, 0.2749]),
    (.absolute(0), 0.3, [0.3, 0.1 + 0.2], [0.3001]),
    (.absolute(2), 2507, [2509, 2505], [2510, 2504]),
    (.relative(0.01), 200, [202, 198], [202.1, 197.9]),
    (.relative(0.01), -200, [-202, -198], [-202.1, 200]),
    (.relative(0.01), 0, [0], [0.001]),
  ]

  @Test(arguments: writtenCases)
  func written(tolerance: Tolerance, right: Double, near: [Double], far: [Double]) {
    for given in near { #expect(tolerance.accepts(given, for: right), "\(given)") }
    for given in far { #expect(!tolerance.accepts(given, for: right), "\(given)") }
  }

  @Test(arguments: 0..<200)
  func bothEndsAreAcceptedAndWhatLiesBeyondIsNot(number: UInt64) {
    var generator = SplitMix64(seed: number)
    let right = generator.number()
    for tolerance in [Tolerance.standard, .absolute(right.magnitude / 50), .relative(0.03)] {
      let range = tolerance.acceptedRange(around: right)
      let beyond = (range.upperBound - range.lowerBound) * 0.001
      #expect(tolerance.accepts(range.lowerBound, for: right))
      #expect(tolerance.accepts(range.upperBound, for: right))
      #expect(!tolerance.accepts(range.lowerBound - beyond, for: right))
      #expect(!tolerance.accepts(range.upperBound + beyond, for: right))
    }
  }

  @Test func aForeseenWrongIsMetAsNearlyAsTheRightNumber() {
    #expect(Tolerance.standard.reach(around: 0.0123, besides: 0.999).distance == 0.00005)
    #expect(Tolerance.relative(0.1).reach(around: 50, besides: 2).distance == 5)
    #expect(Tolerance.absolute(1).reach(around: 50, besides: 10).distance == 5)
    // Never less than by the standard.
    #expect(Tolerance.absolute(0.001).reach(around: 0.5, besides: 100).distance == 0.0005)
    #expect(Tolerance.absolute(0.1).reach(around: 0, besides: 5).distance == 0.1)
    #expect(Tolerance.absolute(0.1).reach(around: 5, besides: 0).distance == 0.1)
  }

  static let firstDigits: [(Double, Int)] = [
    (7.2, 0), (0.72, -1), (10, 1), (9.999, 0), (1000, 3), (0.001, -3), (1e-5, -5), (2.5e-7, -7),
    (1e16, 16), (1.5e300, 300), (-123.4, 2), (0, 0), (.infinity, 0), (.nan, 0),
  ]

  @Test(arguments: firstDigits)
  func placeOfTheFirstDigit(number: Double, exponent: Int) {
    #expect(decimalExponent(of: number) == exponent)
  }
}

extension SplitMix64 {
  /// A number of either sign between a millionth and a million.
  mutating func number() -> Double {
    let digits = Double(1_000_000 + index(below: 9_000_000)) / 1_000_000
    let sign = index(below: 2) == 0 ? 1.0 : -1
    return sign * digits * powerOfTen(index(below: 12) - 6)
  }
}
