extension NumberAnswer {
  /// What is said when `number` is the right one with too few digits; nil when it is not.
  ///
  /// One digit may be anybody's, so it is praised as near only; of a whole number two digits must agree.
  func replyToRounding(_ number: Double) -> String? {
    let isWhole = right == right.rounded()
    for digits in (isWhole ? 2 : 1)...8 {
      let unit = powerOfTen(decimalExponent(of: right) - digits + 1)
      guard Self.isMultiple(number, of: unit) else { continue }
      let apart = (number - right).magnitude
      if apart <= unit * (0.5 + 1e-9) {
        return isWhole
          ? "You have the first digits; give them all." : replyToRounding(keeping: digits)
      }
      let isCutOff = apart < unit && number.magnitude < right.magnitude && digits >= 2 && !isWhole
      if isCutOff {
        return "You have the right digits, but cut off: round the last one, or give one more."
      }
      return nil
    }
    return nil
  }

  private func replyToRounding(keeping digits: Int) -> String {
    let needed = (digits + 1...17).first { count in
      let unit = powerOfTen(decimalExponent(of: right) - count + 1)
      return unit / 2 <= tolerance.reach(around: right).distance * (1 + 1e-9)
    }
    let missing = (needed ?? 17) - digits
    guard digits > 1 else {
      return "That is near, but one digit is too few to tell; give \(missing) more."
    }
    return "You have the right digits; give \(missing == 1 ? "one" : String(missing)) more."
  }

  /// Whether a number ends at the digit whose unit is given.
  private static func isMultiple(_ number: Double, of unit: Double) -> Bool {
    let count = number / unit
    return (count - count.rounded()).magnitude <= max(1, count.magnitude) * 1e-9
  }
}
