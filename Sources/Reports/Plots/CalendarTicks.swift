/// Places on a dated axis where years or months begin.
struct CalendarTicks {
  /// The places with what they say, `2006` or `2006-03`, ascending.
  let ticks: [(tick: Double, name: String)]

  private static let monthsOfSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200]
  /// Columns between two names at least.
  private static let gap = 4

  /// The finest step whose names stand apart; nil where the labels are no dates in order, or hold
  /// fewer than two such places.
  ///
  /// - Parameters:
  ///   - labels: The dates of the rows.
  ///   - range: The rows that are shown.
  ///   - columns: Columns of the screen for them.
  init?(_ labels: LinePlot.XLabels, over range: ClosedRange<Double>, columns: Int) {
    let rows = Double(labels.first)...Double(labels.first) + Double(labels.texts.count)
    guard range.overlaps(rows),
      let start = Int(exactly: max(range.lowerBound, rows.lowerBound).rounded(.up)),
      let end = Int(exactly: min(range.upperBound, rows.upperBound - 1).rounded(.down)),
      start < end
    else { return nil }
    let places = start - labels.first...end - labels.first
    guard labels.texts.indices.contains(places.upperBound),
      let first = MonthOfDate(labels.texts[places.lowerBound]),
      let last = MonthOfDate(labels.texts[places.upperBound]), first.number < last.number
    else { return nil }

    for months in Self.monthsOfSteps {
      let width = (months < 12 ? 7 : 4) + Self.gap
      // The beginning of the first period counts where the rows begin with it.
      var month = first.number / months * months
      guard (last.number - month) / months * width <= columns else { continue }
      var ticks: [(tick: Double, name: String)] = []
      while month <= last.number {
        if let place = Self.place(of: month, in: labels.texts, places) {
          ticks.append(
            (Double(labels.first + place), MonthOfDate.name(month, isYear: months >= 12)))
        }
        month += months
      }
      guard ticks.count > 1 else { return nil }
      self.ticks = ticks
      return
    }
    return nil
  }

  /// The first row of a month or later; nil where that is the first row of all and the month had
  /// begun before it.
  private static func place(
    of month: Int, in texts: [String], _ places: ClosedRange<Int>
  ) -> Int? {
    // Dates ascend: halve the stretch in which the month begins.
    var (low, high) = (places.lowerBound, places.upperBound + 1)
    while low < high {
      let middle = low + (high - low) / 2
      guard let date = MonthOfDate(texts[middle]) else { return nil }
      if date.number < month { low = middle + 1 } else { high = middle }
    }
    guard low <= places.upperBound, let date = MonthOfDate(texts[low]) else { return nil }
    let isBeginning = date.number == month && date.day <= 7
    return low > places.lowerBound || isBeginning ? low : nil
  }
}

/// The month of a date, counted from the year 0, and the day in it.
private struct MonthOfDate {
  let number: Int
  let day: Int

  /// Reads `2006-03-06`, with or without a time behind it; nil for anything else.
  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int? {
      range.reduce(Optional(0)) { sum, place in
        let digit = Int(bytes[place]) - 48
        return (0...9).contains(digit) ? sum.map { $0 * 10 + digit } : nil
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.number = year * 12 + month - 1
    self.day = day
  }

  static func name(_ month: Int, isYear: Bool) -> String {
    let year = String(month / 12)
    let digits = String(repeating: "0", count: max(0, 4 - year.count)) + year
    guard !isYear else { return digits }
    let number = month % 12 + 1
    return digits + (number < 10 ? "-0" : "-") + String(number)
  }
}
