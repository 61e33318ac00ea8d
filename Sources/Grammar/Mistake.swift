/// A mistake in a command line: what is wrong, where, and the nearest right word.
public struct Mistake: Error, Sendable, Equatable {
  /// What is wrong and what was expected, in one sentence without a full stop.
  public let message: String
  /// The place in the line that is wrong, in UTF-8 bytes; `nil` when no place is to blame.
  public let range: Range<Int>?
  /// The nearest right word, where there is one.
  public let hint: String?

  /// Creates a mistake.
  public init(_ message: String, at range: Range<Int>?, hint: String? = nil) {
    self.message = message
    self.range = range
    self.hint = hint
  }

  /// The 1-based column of the mistake in `line`, counted in characters as a reader counts them.
  public func column(in line: String) -> Int? {
    guard let range else { return nil }
    let bytes = line.utf8
    let offset = min(range.lowerBound, bytes.count)
    let index = bytes.index(bytes.startIndex, offsetBy: offset)
    return line[..<index].count + 1
  }

  /// The line with the nearest right word in the place of the wrong one; nil where none is near.
  public func corrected(_ line: String) -> String? {
    guard let hint, let range, range.upperBound <= line.utf8.count else { return nil }
    let bytes = Array(line.utf8)
    return String(
      decoding: bytes[..<range.lowerBound] + Array(hint.utf8) + bytes[range.upperBound...],
      as: UTF8.self)
  }
}
