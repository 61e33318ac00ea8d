#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#endif

/// Round places on an axis: multiples of 1, 2 or 5 times a power of ten.
struct Ticks: Equatable {
  /// The places, ascending, the first at or below the low end and the last at or above the high
  /// end.
  var values: [Double]
  /// Digits after the point that tell neighbours apart; nil where only an exponent does.
  var decimals: Int?

  /// About so many steps that cover a range; its two ends where no round places can be computed.
  ///
  /// - Parameters:
  ///   - low: The low end, finite.
  ///   - high: The high end, above the low one.
  ///   - count: The wanted number of steps, at least 1.
  ///   - isWhole: Whether steps below 1 make no sense, as for rows.
  init(covering low: Double, _ high: Double, count: Int, isWhole: Bool = false) {
    values = [low, high]
    decimals = nil
    let rough = max(high / Double(count) - low / Double(count), isWhole ? 1 : 0)
    guard rough > 0, let digits = DecimalDigits(rough.description) else { return }
    var exponent = digits.exponent
    let wanted = rough / (Double("1e\(exponent)") ?? 0)
    let factor = wanted <= 1 ? 1 : wanted <= 2 ? 2 : wanted <= 5 ? 5 : 1
    if wanted > 5 { exponent += 1 }
    let step = Double("\(factor)e\(exponent)") ?? 0
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    guard step > 0, abs(first) < 1e15, abs(last) < 1e15, last - first < 1_000 else { return }
    // Reading the decimal text gives 0.3 where a sum of tenths gives 0.30000000000000004.
    let places = stride(from: Int(first) * factor, through: Int(last) * factor, by: factor)
      .compactMap { Double("\($0)e\(exponent)") }.filter(\.isFinite)
    guard places.count > 1 else { return }
    values = places
    decimals =
      (-8...8).contains(exponent) && abs(last * step) < 1e9
      ? max(0, -exponent) : nil
  }

  /// Powers of ten that cover a range of common logarithms, every so many that at most `count`
  /// steps remain.
  init(decadesCovering low: Double, _ high: Double, count: Int) {
    let first = low.rounded(.down)
    let last = max(high.rounded(.up), first + 1)
    let step = max(1, ((last - first) / Double(count)).rounded(.up))
    values = Array(stride(from: first, to: last + step, by: step))
    decimals = nil
  }

  /// What a tick says on a linear axis.
  func text(_ value: Double) -> String {
    NumberFormat.text(value, decimals.map(DigitStyle.decimals) ?? .significant(4))
  }
}

/// The common logarithm; NaN below zero.
func commonLogarithm(_ value: Double) -> Double {
  log10(value)
}
