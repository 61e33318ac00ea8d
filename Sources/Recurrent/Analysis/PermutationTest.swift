/// Whether two small groups differ by more than chance: the exact permutation test of their means.
///
/// If the labels meant nothing, every way of dealing the values into groups of these sizes would be
/// as likely as the one seen. The test deals them all (Fisher 1935, section 21).
public struct PermutationTest: Sendable, Equatable {
  /// The most values that one group may have: 184,756 ways for two groups of ten.
  public static let largestGroup = 10

  /// The mean of the first group less the mean of the second.
  public let difference: Double
  /// How many ways give a difference at least as large in size as the one seen.
  public let extremeCount: Int
  /// How many ways there are.
  public let arrangementCount: Int
  /// The two-sided p: the share of ways at least as extreme as the one seen, never 0.
  public var pValue: Double { Double(extremeCount) / Double(arrangementCount) }

  /// Deals all values in all ways.
  ///
  /// Fails when a group is empty or of more than `largestGroup` values, or when a value is not
  /// finite.
  ///
  /// - Parameters:
  ///   - first: The values of the first group.
  ///   - second: The values of the second group.
  public init?(_ first: [Double], _ second: [Double]) {
    let values = first + second
    guard (1...Self.largestGroup).contains(first.count),
      (1...Self.largestGroup).contains(second.count), values.allSatisfy(\.isFinite)
    else { return nil }

    let (n, m) = (Double(first.count), Double(second.count))
    let total = values.reduce(0, +)
    func difference(whenFirstSumsTo sum: Double) -> Double { sum / n - (total - sum) / m }

    let seen = difference(whenFirstSumsTo: first.reduce(0, +))
    // Sums in another order differ in their last bits: a tie must count as a tie.
    let tolerance = 1e-12 * values.reduce(0) { max($0, abs($1)) }
    var (extreme, all) = (0, 0)
    for dealt in 0..<(1 << values.count) where dealt.nonzeroBitCount == first.count {
      var sum = 0.0
      for (index, value) in values.enumerated() where dealt & (1 << index) != 0 { sum += value }
      all += 1
      if abs(difference(whenFirstSumsTo: sum)) >= abs(seen) - tolerance { extreme += 1 }
    }
    self.difference = seen
    extremeCount = extreme
    arrangementCount = all
  }
}
