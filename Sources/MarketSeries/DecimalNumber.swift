/// The number that the bytes of `range` spell in decimal digits, correctly rounded; `nil` when they
/// spell none.
///
/// A sign, a fraction and an exponent are taken; `nan`, `inf` and hexadecimal are not. What is too
/// large gives infinity.
func decimalNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
  let end = range.upperBound
  var digits = DecimalDigits(bytes, from: range.lowerBound, to: end)
  guard digits.count > 0 else { return nil }
  if digits.end < end {
    guard let written = writtenExponent(bytes, digits.end..<end) else { return nil }
    digits.exponent += written
  }
  return digits.value ?? Double(String(decoding: bytes[range], as: UTF8.self))
}

/// A sign, digits and a point, as they begin a number.
struct DecimalDigits {
  /// The digits as a whole number; right while `count` is at most 19.
  private var significand: UInt64 = 0
  /// The power of ten that the whole number is to be multiplied by.
  var exponent = 0
  /// How many digits there are, zeros before the first other one left out; 0 for no digit at all.
  private(set) var count = 0
  private var isNegative = false
  /// Where the first byte stands that does not belong to them.
  private(set) var end: Int

  /// Reads as far as the bytes before `limit` go on with the number.
  @inline(__always)
  init(_ bytes: [UInt8], from start: Int, to limit: Int) {
    var index = start
    if index < limit, isSign(bytes[index]) {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var point: Int?
    while index < limit {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        significand = significand &* 10 &+ UInt64(digit)
      } else if bytes[index] == UInt8(ascii: "."), point == nil {
        point = index
      } else {
        break
      }
      index += 1
    }
    end = index
    count = index - first
    if let point {
      count -= 1
      exponent = point + 1 - index
    }
    // Zeros in front are no digits that have to fit.
    guard count > 19 else { return }
    var leading = first
    while leading < index, bytes[leading] == UInt8(ascii: "0") || leading == point {
      if leading != point { count -= 1 }
      leading += 1
    }
    count = max(count, 1)
  }

  /// The number, correctly rounded; `nil` for more digits or a larger power of ten than are done
  /// here.
  ///
  /// Up to 15 digits and small powers of ten are exact in a Double, so one product or quotient rounds
  /// once and is right (W. Clinger, "How to read floating point numbers accurately", 1990). Up to 19
  /// digits and 10^±19 the product or quotient is made exactly in whole numbers of 128 bits.
  @inline(__always)
  var value: Double? {
    guard count <= 19, abs(exponent) <= 22 else { return nil }
    let magnitude: Double
    if significand <= 1 << 53 {
      magnitude =
        exponent < 0
        ? Double(significand) / powersOfTen[-exponent] : Double(significand) * powersOfTen[exponent]
    } else if abs(exponent) <= 19 {
      let power = wholePowersOfTen[abs(exponent)]
      magnitude = exponent < 0 ? significand.quotient(by: power) : significand.product(with: power)
    } else {
      return nil
    }
    return isNegative ? -magnitude : magnitude
  }
}

extension UInt64 {
  /// The product, of up to 128 bits, rounded once.
  fileprivate func product(with other: UInt64) -> Double {
    let (high, low) = multipliedFullWidth(by: other)
    guard high > 0 else { return Double(low) }
    let shift = high.leadingZeroBitCount
    let top = high << shift | low >> (64 - shift)
    return Double(top, isMore: low << shift != 0, timesTwoTo: 64 - shift)
  }

  /// The quotient of two numbers that are not 0, rounded once.
  fileprivate func quotient(by divisor: UInt64) -> Double {
    // With a one in front of both, the quotient has 63 or 64 bits.
    let (shift, divisorShift) = (leadingZeroBitCount, divisor.leadingZeroBitCount)
    let dividend = self << shift
    let (quotient, rest) = (divisor << divisorShift)
      .dividingFullWidth((high: dividend >> 1, low: dividend << 63))
    return Double(quotient, isMore: rest != 0, timesTwoTo: divisorShift - shift - 63)
  }
}

extension Double {
  /// The nearest one to a number of 63 or 64 bits; `isMore` when it is a little larger than they say.
  ///
  /// A Double keeps 53 of them, so the last bit can say that there is more.
  fileprivate init(_ bits: UInt64, isMore: Bool, timesTwoTo exponent: Int) {
    self.init(sign: .plus, exponent: exponent, significand: Double(bits | (isMore ? 1 : 0)))
  }
}

/// The number after `e` or `E`; kept small, since only its being out of the quick way's reach
/// counts.
private func writtenExponent(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
  guard bytes[range.lowerBound] | 0x20 == UInt8(ascii: "e") else { return nil }
  var index = range.lowerBound + 1
  var isNegative = false
  if index < range.upperBound, isSign(bytes[index]) {
    isNegative = bytes[index] == UInt8(ascii: "-")
    index += 1
  }
  guard index < range.upperBound else { return nil }
  var value = 0
  while index < range.upperBound {
    let digit = bytes[index] &- UInt8(ascii: "0")
    guard digit <= 9 else { return nil }
    value = min(value * 10 + Int(digit), 1_000_000)
    index += 1
  }
  return isNegative ? -value : value
}

private func isSign(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
}

private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

private let wholePowersOfTen: [UInt64] = [
  1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
  1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
]
