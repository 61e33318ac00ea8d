/// Cuts a condition at `and` and at the signs of comparison; what stands between backticks is a command
/// and is left whole.
enum ConditionScanner {
  /// One part between two `and`.
  struct Clause {
    var left: String
    var leftOffset: Int
    var sign: Sign?
  }

  /// The first sign of comparison of a part, and what stands behind it.
  struct Sign {
    var text: String
    var offset: Int
    var right: String
    var rightOffset: Int
    /// Where a second sign stands, which is one too many.
    var next: Int?
  }

  /// The parts in order, at least one; offsets count UTF-8 bytes from the start.
  static func clauses(of text: String) -> [Clause] {
    let bytes = Array(text.utf8)
    let isOutside = outsideOfBackticks(bytes)
    var clauses: [Clause] = []
    var start = 0
    for place in bytes.indices where isOutside[place] && isAnd(bytes, at: place) {
      clauses.append(clause(bytes, isOutside, start..<place))
      start = place + and.count
    }
    clauses.append(clause(bytes, isOutside, start..<bytes.count))
    return clauses
  }

  private static func clause(
    _ bytes: [UInt8], _ isOutside: [Bool], _ range: Range<Int>
  ) -> Clause {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func isSign(_ place: Int) -> Bool { isOutside[place] && signs.contains(bytes[place]) }
    guard let first = range.first(where: isSign) else {
      return Clause(left: text(range), leftOffset: range.lowerBound)
    }
    let end = (first..<range.upperBound).first { !isSign($0) } ?? range.upperBound
    let sign = Sign(
      text: text(first..<end), offset: first, right: text(end..<range.upperBound),
      rightOffset: end, next: (end..<range.upperBound).first(where: isSign))
    return Clause(
      left: text(range.lowerBound..<first), leftOffset: range.lowerBound, sign: sign)
  }

  private static func outsideOfBackticks(_ bytes: [UInt8]) -> [Bool] {
    var isOutside = true
    return bytes.map { byte in
      if byte == UInt8(ascii: "`") { isOutside.toggle() }
      return isOutside
    }
  }

  /// Whether the word `and` begins there and stands apart from other letters.
  private static func isAnd(_ bytes: [UInt8], at place: Int) -> Bool {
    guard bytes[place] == and[0], bytes[place...].starts(with: and) else { return false }
    let before = place > 0 ? bytes[place - 1] : UInt8(ascii: " ")
    let end = place + and.count
    let after = end < bytes.count ? bytes[end] : UInt8(ascii: " ")
    return !isLetter(before) && !isLetter(after)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  private static let and = Array("and".utf8)
  private static let signs = Set("<>=!".utf8)
}
