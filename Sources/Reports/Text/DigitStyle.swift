/// How many digits of a number are shown.
public enum DigitStyle: Sendable, Equatable {
  /// So many significant digits, without trailing zeros; all digits before the point are kept.
  case significant(Int)
  /// So many digits after the point, as 2 for dollars.
  case decimals(Int)
  /// A share in per cent with so many digits after the point: 0.4254 as `42.5%`.
  case percent(Int)
  /// The fewest digits that read back as the same number.
  case shortest
}
