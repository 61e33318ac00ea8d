/// The power of ten of a number's first digit, 0 for 7.2 and −1 for 0.72; 0 for 0.
///
/// It is read from the shortest digits, since a logarithm can miss by one at 1000 or 0.001.
func decimalExponent(of number: Double) -> Int {
  let description = number.magnitude.description
  let parts = description.split(separator: "e", maxSplits: 1)
  guard number.isFinite, let mantissa = parts.first else { return 0 }
  let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
  let whole = mantissa.prefix { $0 != "." }
  if whole != "0" { return exponent + whole.count - 1 }
  let fraction = mantissa.dropFirst(2)
  guard let first = fraction.firstIndex(where: { $0 != "0" }) else { return 0 }
  return exponent - fraction.distance(from: fraction.startIndex, to: first) - 1
}

/// Ten to the power of `exponent`, rounded once; 0 or infinite beyond what a number can hold.
func powerOfTen(_ exponent: Int) -> Double {
  Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
}
