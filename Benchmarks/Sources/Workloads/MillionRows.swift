import MarketSeries

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A CSV of a size that no market has.
public enum MillionRows {
  /// Writes `Date,High` and a million days from the year 1000 on, whose price wanders between 10 and 99.
  ///
  /// - Parameter path: Where the file goes; one that is there is kept.
  /// - Throws: An error of the file system.
  public static func write(to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    let firstDay = CalendarDate(year: 1000, month: 1, day: 1)?.daysSinceEpoch ?? 0
    var text = "Date,High\n"
    var (cents, draw) = (4000, UInt64(1))
    for day in 0..<1_000_000 {
      // The linear congruential generator of Knuth's MMIX.
      draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      cents = min(max(cents + Int(draw >> 33) % 61 - 30, 1000), 9900)
      let date = CalendarDate(daysSinceEpoch: firstDay + day)
      text += "\(date),\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)\n"
    }
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
