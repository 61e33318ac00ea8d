/// What a progress file may hold at most.
enum ProgressLimits {
  /// Bytes of a file.
  static let bytes = 8 << 20
  /// Lines of a file.
  static let lines = 200_000
  /// Values of a line.
  static let values = 16
  /// Wrong tries that a question keeps.
  static let tries = 50
  /// Tries of a question that are written and read: those of several machines, right ones and wrong ones.
  static let triesOfAll = 2_000
  /// Bytes of own words that a question keeps.
  static let words = 8_000
  /// The largest time, count or number of a page: whole numbers up to it survive in any program.
  static let number = 1 << 53

  /// A number as it is kept: from 0 to the largest.
  static func kept(_ value: Int) -> Int { min(max(0, value), number) }
}
