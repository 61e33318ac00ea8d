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
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    var lines: [SourceText] = []
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let number = lines.count + 1
      let content = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      lines.append(SourceText(checked(content, line: number, &log) ?? "", line: number))
    }
    return lines
  }

  /// The line as text; nil where it has a fault.
  private static func checked(
    _ bytes: ArraySlice<UInt8>, line: Int, _ log: inout FaultLog
  ) -> String? {
    guard bytes.count <= longestLine else {
      log.add(
        "this line has \(bytes.count) bytes; a line has at most \(longestLine)", line: line)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      log.add("this line is not UTF-8", line: line)
      return nil
    }
    guard let place = text.unicodeScalars.firstIndex(where: { isForbidden($0) }) else {
      return text
    }
    let scalar = text.unicodeScalars[place]
    let message =
      scalar == "\t"
      ? "a tab stands here; write blanks"
      : "the character \(name(of: scalar)) is invisible and cannot stand in a lesson"
    log.add(message, at: SourceText(text, line: line), offset: text.utf8[..<place].count)
    return nil
  }

  /// Whether a scalar could steer a terminal, or shows nothing that two people would agree on.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if (" "..."~").contains(scalar) { return false }
    let text = String(Character(scalar))
    return printable(text) != text || scalar.properties.generalCategory == .privateUse
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
