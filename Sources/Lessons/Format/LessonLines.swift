import Reports

/// The lines of a lesson's file, read from bytes that may be anything.
enum LessonLines {
  /// The bytes that a lesson may have.
  static let largestFile = 1_000_000
  /// The bytes that one line may have: a long paragraph has two thousand.
  static let longestLine = 10_000

  /// Cuts the file into lines, without their ends.
  ///
  /// A line with a fault is blank afterwards, so that it is blamed once.
  ///
  /// - Parameters:
  ///   - bytes: The file; a byte order mark and carriage returns at line ends are left out.
  ///   - log: Takes the faults.
  /// - Returns: The lines; none where the file is too large.
  static func read(_ bytes: [UInt8], _ log: inout FaultLog) -> [SourceText] {
    guard bytes.count <= largestFile else {
      log.add("a lesson has at most 1 MB; this file has \(bytes.count) bytes", line: 1)
      return []
    }
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let start = bytes.starts(with: mark) ? mark.count : 0
    return SourceText.lines(of: bytes, from: start).map { line in
      isSound(line, &log) ? line : line.part(0..<0)
    }
  }

  private static func isSound(_ line: SourceText, _ log: inout FaultLog) -> Bool {
    let bytes = line.utf8
    guard bytes.count <= longestLine else {
      log.add(
        "this line has \(bytes.count) bytes; a line has at most \(longestLine)", line: line.line)
      return false
    }
    // Most lines are plain ASCII, and need no look at each character.
    if bytes.allSatisfy({ (0x20..<0x7f).contains($0) }) { return true }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add("this line is not UTF-8", line: line.line)
      return false
    }
    guard text.unicodeScalars.contains(where: isForbidden),
      let place = text.unicodeScalars.firstIndex(where: isForbidden)
    else { return true }
    let scalar = text.unicodeScalars[place]
    let message =
      scalar == "\t"
      ? "a tab stands here; write blanks"
      : "the character \(name(of: scalar)) is invisible and cannot stand in a lesson"
    log.add(message, at: line, offset: text.utf8[..<place].count)
    return false
  }

  /// Whether a scalar could steer a terminal, or shows nothing that two people would agree on.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if (" "..."~").contains(scalar) || scalar.properties.isAlphabetic { return false }
    let text = String(Character(scalar))
    return printable(text) != text || scalar.properties.generalCategory == .privateUse
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
