import Grammar

/// A range of draws: whole numbers, or decimals with a step, each with as many digits as the step.
struct DrawRange {
  /// The values as text, from the least to the greatest.
  let values: [String]

  /// Reads a range.
  ///
  /// - Throws: `Mistake` where it is none, or has too many values.
  init(_ low: String, _ high: String, step: String?) throws(Mistake) {
    func refuse(_ message: String) -> Mistake { Mistake(message, at: 0..<low.utf8.count) }
    guard max(low.utf8.count, high.utf8.count) <= Decimal.longest else {
      throw refuse("the ends of a range have at most \(Decimal.longest) characters")
    }
    guard let low = Decimal(low), let high = Decimal(high) else {
      throw refuse("a range was expected here, as 10..60")
    }
    guard let step = Decimal(step ?? "1"), step.digits > 0 else {
      throw refuse("a step above 0 was expected behind by, as by 0.01")
    }
    let decimals = step.decimals
    guard low.decimals <= decimals, high.decimals <= decimals else {
      throw refuse(
        decimals == 0
          ? "a range of decimals needs a step, as 0.80..0.95 by 0.01"
          : "the ends have more digits than the step")
    }
    let (first, last) = (low.scaled(to: decimals), high.scaled(to: decimals))
    guard first <= last else {
      throw refuse("a range rises from its first number to its last")
    }
    guard (last - first) / step.digits < VariablesReader.mostValues else {
      throw refuse("a range has at most \(VariablesReader.mostValues) values")
    }
    values = stride(from: first, through: last, by: step.digits).map {
      Decimal(digits: $0, decimals: decimals).text
    }
  }
}

/// A short decimal number as a count of its last digit: 0.85 is 85 of two decimals.
private struct Decimal {
  var digits: Int
  var decimals: Int

  init(digits: Int, decimals: Int) {
    self.digits = digits
    self.decimals = decimals
  }

  /// The characters of the longest one that is read, so that no count of steps overflows.
  static let longest = 10

  /// Reads digits with a sign and a point; nil for anything else.
  init?(_ text: String) {
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let isNegative = text.hasPrefix("-")
    guard (1...2).contains(parts.count), text.utf8.count <= Self.longest,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
      !text.dropFirst().contains("-"), let magnitude = Int(parts.joined())
    else { return nil }
    digits = isNegative ? -magnitude : magnitude
    decimals = parts.count == 2 ? parts[1].utf8.count : 0
  }

  /// The count with more decimals.
  func scaled(to decimals: Int) -> Int {
    (self.decimals..<decimals).reduce(digits) { count, _ in count * 10 }
  }

  /// The number with all its decimals.
  var text: String {
    guard decimals > 0 else { return String(digits) }
    let digits = String(self.digits.magnitude)
    let sign = self.digits < 0 ? "-" : ""
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + filled.dropLast(decimals) + "." + filled.suffix(decimals)
  }
}
