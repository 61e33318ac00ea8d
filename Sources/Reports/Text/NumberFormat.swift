/// How numbers are shown to people; JSON writes every digit instead.
///
/// There is no "-0", a point is always `.`, counts are plain (3020), NaN and the infinities are
/// `nan`, `inf`, `-inf`.
public enum NumberFormat {
  /// A number of the analysis in the wanted digits.
  public static func text(_ value: Double, _ style: DigitStyle = .significant(4)) -> String {
    text(description: value.description, style)
  }

  /// A number of the networks in the wanted digits, from its own shortest digits.
  public static func text(_ value: Float, _ style: DigitStyle = .significant(4)) -> String {
    text(description: value.description, style)
  }

  /// Any value: texts as they are, counts plain, what is absent as `-`, lists with commas.
  public static func text(_ value: Value, _ style: DigitStyle = .significant(4)) -> String {
    switch value {
    case .null: "-"
    case .integer(let count):
      // A count in dollars or per cent is asked for by a column of mixed numbers.
      switch style {
      case .significant, .shortest: String(count)
      case .decimals, .percent: text(description: String(count), style)
      }
    case .float(let number): text(number, style)
    case .double(let number): text(number, style)
    case .text(let text): text
    case .boolean(let isTrue): isTrue ? "yes" : "no"
    case .list(let values): values.map { text($0, style) }.joined(separator: ", ")
    }
  }

  /// A finite number as its shortest digits; nil for NaN and the infinities.
  static func digits(of value: Value) -> DecimalDigits? {
    switch value {
    case .integer(let count): DecimalDigits(String(count))
    case .float(let number): DecimalDigits(number.description)
    case .double(let number): DecimalDigits(number.description)
    case .null, .text, .boolean, .list: nil
    }
  }

  /// A number from its description, as Swift prints it.
  private static func text(description: String, _ style: DigitStyle) -> String {
    guard let digits = DecimalDigits(description) else {
      return description.hasSuffix("nan") ? "nan" : description
    }
    switch style {
    case .significant(let count): return significant(digits, min(max(1, count), 17))
    case .decimals(let count): return fixed(digits, decimals: count)
    case .percent(let count): return fixed(digits.shifted(by: 2), decimals: count) + "%"
    case .shortest: return significant(digits, 17)
    }
  }

  /// Digits before the point are never rounded away; far from 1 an exponent keeps the text short.
  private static func significant(_ digits: DecimalDigits, _ count: Int) -> String {
    let rounded = digits.rounded(significant: count)
    if rounded.isZero { return "0" }
    guard (-5..<15).contains(rounded.exponent) else { return rounded.scientific() }
    return rounded.exponent < count
      ? rounded.plain(decimals: 0) : digits.rounded(decimals: 0).plain(decimals: 0)
  }

  /// A fixed count of digits after the point; beyond 10^15 these would be noise.
  private static func fixed(_ digits: DecimalDigits, decimals: Int) -> String {
    let decimals = min(max(0, decimals), 20)
    guard digits.exponent < 15 || digits.isZero else {
      return digits.rounded(significant: 7).scientific()
    }
    return digits.rounded(decimals: decimals).plain(decimals: decimals)
  }
}
