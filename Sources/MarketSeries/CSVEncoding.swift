/// What is told from the bytes of a CSV file before its fields are read.
enum CSVEncoding {
  /// Where the text begins: behind a byte order mark, where there is one.
  ///
  /// - Throws: `CSVError` when the file is empty or not UTF-8.
  static func textStart(of bytes: [UInt8]) throws(CSVError) -> Int {
    guard !bytes.isEmpty else { throw CSVError(.emptyFile) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVError(.utf16)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Most files of figures are ASCII, and one pass over all bits is vectorised.
    if bytes[start...].reduce(0, |) >= 0x80 { try checkUTF8(bytes) }
    return start
  }

  /// The delimiter that stands most often in the first line that is not empty, outside quotation
  /// marks.
  static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    var isEmpty = true
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !isQuoted, !isEmpty { break }
        continue
      }
      isEmpty = false
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  private static func checkUTF8(_ bytes: [UInt8]) throws(CSVError) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var line = 1
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.first == UInt8(ascii: "\n") { line += 1 }
      case .emptyInput: return
      case .error: throw CSVError(.notUTF8, line: line)
      }
    }
  }
}
