/// A number as decimal digits: `0.d₁d₂d₃… · 10^point`, from the shortest text that reads back as
/// the same number.
///
/// Rounding happens on these digits, half away from zero, as a student with a pencil rounds what is
/// printed: 2.675 becomes 2.68 although the stored number is a little less.
struct DecimalDigits: Equatable {
  /// Whether the number is below zero.
  var isNegative: Bool
  /// The digits 0…9 without leading and trailing zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// The place of the point: after so many digits.
  private(set) var point: Int

  /// Reads a number's own description, as `-1.25e-07`; nil for NaN and the infinities.
  init?(_ description: String) {
    var digits: [UInt8] = []
    var point = 0
    var isPastPoint = false
    var exponent = ""
    var isInExponent = false
    isNegative = false
    for byte in description.utf8 {
      switch byte {
      case _ where isInExponent: exponent.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): isPastPoint = true
      case UInt8(ascii: "e"): isInExponent = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        if !isPastPoint { point += 1 }
      default: return nil
      }
    }
    point += Int(exponent) ?? 0
    let leadingZeros = digits.prefix { $0 == 0 }.count
    self.digits = Array(digits.dropFirst(leadingZeros))
    self.point = point - leadingZeros
    dropTrailingZeros()
  }

  /// Whether the number is zero.
  var isZero: Bool { digits.isEmpty }

  /// The power of ten of the first digit: 0 for 7.2, −1 for 0.72.
  var exponent: Int { point - 1 }

  /// Digits after the point; at or below zero for a whole number.
  var decimals: Int { digits.count - point }

  /// Rounds to so many significant digits, at least one.
  func rounded(significant count: Int) -> DecimalDigits {
    rounded(keeping: max(1, count))
  }

  /// Rounds to so many digits after the point.
  func rounded(decimals count: Int) -> DecimalDigits {
    rounded(keeping: point + count)
  }

  /// Multiplies by a power of ten.
  func shifted(by places: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.point += places }
    return result
  }

  /// The digits with at least so many after the point, as `-0.7200`; zero carries no sign.
  func plain(decimals: Int) -> String {
    let whole = point > 0 ? text(0..<point) : "0"
    let fractionCount = max(decimals, digits.count - point, 0)
    guard fractionCount > 0 else { return sign + whole }
    return sign + whole + "." + text(point..<(point + fractionCount))
  }

  /// The digits with an exponent, as `7.2e-12`, with at least so many after the point.
  func scientific(decimals: Int = 0) -> String {
    let fractionCount = max(decimals, digits.count - 1)
    let fraction = fractionCount > 0 ? "." + text(1..<(1 + fractionCount)) : ""
    return sign + text(0..<1) + fraction + "e" + String(isZero ? 0 : exponent)
  }

  private var sign: String { isNegative && !isZero ? "-" : "" }

  /// The digits in those places; beyond both ends there are zeros.
  private func text(_ places: Range<Int>) -> String {
    var text = ""
    for place in places {
      let digit = digits.indices.contains(place) ? digits[place] : 0
      text.unicodeScalars.append(Unicode.Scalar(digit + UInt8(ascii: "0")))
    }
    return text
  }

  private func rounded(keeping count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    result.digits = Array(digits.prefix(max(0, count)))
    guard count >= 0 else {
      result.dropTrailingZeros()
      return result
    }
    if digits[count] >= 5 { result.increment() }
    result.dropTrailingZeros()
    return result
  }

  /// Adds one in the last place.
  private mutating func increment() {
    while let last = digits.popLast() {
      if last < 9 {
        digits.append(last + 1)
        return
      }
    }
    digits = [1]
    point += 1
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 1 }
  }
}
