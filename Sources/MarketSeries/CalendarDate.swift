/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, without a time zone.
public struct CalendarDate: Hashable, Sendable {
  /// The first day that can be written with a year of four digits.
  public static let earliest = CalendarDate(number: -719_162)
  /// The last day that can be written with a year of four digits.
  public static let latest = CalendarDate(number: 2_932_896)

  /// One small number a date: a million rows carry four megabytes of dates, and comparing is one
  /// instruction.
  private let number: Int32

  /// Days since 1970-01-01, negative before it.
  public var daysSinceEpoch: Int { Int(number) }

  private init(number: Int32) {
    self.number = number
  }

  /// The day that lies `daysSinceEpoch` days after 1970-01-01; days out of range become the nearest
  /// date there is.
  public init(daysSinceEpoch: Int) {
    let first = Self.earliest.daysSinceEpoch
    let last = Self.latest.daysSinceEpoch
    number = Int32(min(max(daysSinceEpoch, first), last))
  }

  /// The day of these three numbers; `nil` when the calendar has no such day, as 2015-02-29.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.dayCount(ofMonth: month, year: year) else { return nil }
    // The year begins in March here, so that the leap day is its last: H. Hinnant,
    // "chrono-compatible low-level date algorithms", days_from_civil.
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The date that a text such as `2006-03-06` or `2006/03/06` names; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 else { return nil }
    self.init(ascii: bytes, at: 0)
  }

  /// The date that the ten bytes from `start` on spell.
  init?(ascii bytes: [UInt8], at start: Int) {
    guard start >= 0, bytes.count - start >= 10 else { return nil }
    let separator = bytes[start + 4]
    guard separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") else { return nil }
    guard bytes[start + 7] == separator else { return nil }
    let century = Self.number(bytes, at: start)
    let yearOfCentury = Self.number(bytes, at: start + 2)
    guard century < 100, yearOfCentury < 100 else { return nil }
    self.init(
      year: century * 100 + yearOfCentury, month: Self.number(bytes, at: start + 5),
      day: Self.number(bytes, at: start + 8))
  }

  /// The number that two digits spell; 100, which no part of a date is, for anything else.
  private static func number(_ bytes: [UInt8], at start: Int) -> Int {
    let tens = bytes[start] &- UInt8(ascii: "0")
    let ones = bytes[start + 1] &- UInt8(ascii: "0")
    return tens <= 9 && ones <= 9 ? Int(tens) * 10 + Int(ones) : 100
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

// MARK: Parts of a date

extension CalendarDate {
  /// The year, 1…9999.
  public var year: Int { parts.year }
  /// The month, 1…12.
  public var month: Int { parts.month }
  /// The day of the month, 1…31.
  public var day: Int { parts.day }

  /// The days of a week, Monday first as in ISO 8601.
  public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday
    case wednesday
    case thursday
    case friday
    case saturday
    case sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday; the remainder is made positive for the days before it.
    let sinceMonday = ((daysSinceEpoch + 3) % 7 + 7) % 7
    return Weekday(rawValue: sinceMonday + 1) ?? .monday
  }

  /// The same algorithm's other direction, civil_from_days.
  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension CalendarDate: Comparable {
  /// Whether the left day comes before the right one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.number < right.number
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it: `2006-03-06`.
  public var description: String {
    // Digit by digit from the end: interpolated numbers take four times as long, and a million rows
    // may want their dates.
    let (year, month, day) = parts
    var digits = year * 10_000 + month * 100 + day
    var text = Array("0000-00-00".utf8)
    for place in [9, 8, 6, 5, 3, 2, 1, 0] {
      text[place] += UInt8(digits % 10)
      digits /= 10
    }
    return String(decoding: text, as: UTF8.self)
  }
}
