/// The texts of a table's column, its numbers with a common count of digits after the point.
///
/// The count follows from the greatest number and `digits` significant digits. A number so small
/// that less than two digits of it would be left gets two of its own, so that none reads as zero;
/// where most of a column is so small, all its numbers get their own.
///
/// - Parameters:
///   - values: The column's cells.
///   - style: How numbers are shown; nil for the rule above.
///   - digits: Significant digits where the style says nothing.
/// - Returns: One text a cell.
func columnTexts(_ values: [Value], style: DigitStyle?, digits: Int) -> [String] {
  if let style { return values.map { NumberFormat.text($0, style) } }
  guard let decimals = commonDecimals(values, digits: min(max(1, digits), 17)) else {
    return values.map { NumberFormat.text($0, .significant(digits)) }
  }
  return values.map { value in
    if case .integer(let count) = value {
      // A count keeps its place left of the point.
      return String(count) + String(repeating: " ", count: decimals > 0 ? decimals + 1 : 0)
    }
    let isFaded = NumberFormat.digits(of: value).map { $0.fades(decimals: decimals) } ?? false
    return NumberFormat.text(value, isFaded ? .significant(2) : .decimals(decimals))
  }
}

/// Digits after the point that suit the numbers of a column; nil where none do, or where there are
/// but counts.
private func commonDecimals(_ values: [Value], digits: Int) -> Int? {
  let numbers = values.compactMap { value -> DecimalDigits? in
    if case .integer = value { return nil }
    return NumberFormat.digits(of: value)
  }
  guard !numbers.isEmpty else { return nil }
  let others = numbers.filter { !$0.isZero }
  let most = max(0, digits - 1 - (others.map(\.exponent).max() ?? 0))
  guard most <= 12, others.allSatisfy({ $0.exponent < 15 }),
    2 * others.count(where: { $0.fades(decimals: most) }) <= others.count
  else { return nil }
  return max(0, others.map { $0.rounded(decimals: most).decimals }.max() ?? 0)
}

extension DecimalDigits {
  /// Whether rounding to so many digits after the point leaves less than two that count.
  fileprivate func fades(decimals: Int) -> Bool {
    !isZero && exponent + decimals < 1 && rounded(decimals: decimals) != self
  }
}

extension String {
  /// The text without blanks at its end, by which numbers stand under one another on a screen.
  var withoutEndingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
