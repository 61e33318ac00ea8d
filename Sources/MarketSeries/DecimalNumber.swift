/// The number that the bytes of `range` spell in decimal digits, correctly rounded; `nil` when they
/// spell none.
///
/// A sign, a fraction and an exponent are taken; `nan`, `inf` and hexadecimal are not. What is too
/// large gives infinity. Up to 15 digits and small powers of ten are exact in a Double, so one
/// product or quotient rounds once and is right (W. Clinger, "How to read floating point numbers
/// accurately", 1990); the rest goes to the standard library.
func decimalNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
  var index = range.lowerBound
  let end = range.upperBound
  var isNegative = false
  if index < end, isSign(bytes[index]) {
    isNegative = bytes[index] == UInt8(ascii: "-")
    index += 1
  }

  var significand: UInt64 = 0
  var digits = 0
  var significantDigits = 0
  var exponent = 0
  var isFraction = false
  while index < end {
    let digit = bytes[index] &- UInt8(ascii: "0")
    if digit <= 9 {
      digits += 1
      if significantDigits > 0 || digit != 0 { significantDigits += 1 }
      if significantDigits <= 18 { significand = significand * 10 + UInt64(digit) }
      if isFraction { exponent -= 1 }
    } else if bytes[index] == UInt8(ascii: "."), !isFraction {
      isFraction = true
    } else {
      break
    }
    index += 1
  }
  guard digits > 0 else { return nil }

  if index < end {
    guard let written = writtenExponent(bytes, index..<end) else { return nil }
    exponent += written
  }
  guard significantDigits <= 18, significand <= 1 << 53, abs(exponent) <= 22 else {
    return Double(String(decoding: bytes[range], as: UTF8.self))
  }
  let magnitude =
    exponent < 0
    ? Double(significand) / powersOfTen[-exponent] : Double(significand) * powersOfTen[exponent]
  return isNegative ? -magnitude : magnitude
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
