/// What is told from the bytes of a CSV file before its fields are read.
enum CSVEncoding {
  /// Where the text begins: behind a byte order mark, where there is one.
  ///
  /// - Throws: `CSVError` when the file is empty, of another kind, or not UTF-8.
  static func textStart(of bytes: [UInt8]) throws(CSVError) -> Int {
    guard !bytes.isEmpty else { throw CSVError(.emptyFile) }
    try refuseOtherFormats(bytes)
    try refuseNULs(bytes)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Most files of figures are ASCII, and one pass over all bits is vectorised.
    if bytes[start...].reduce(0, |) >= 0x80 { try checkUTF8(bytes) }
    return start
  }

  /// What people have instead of a CSV file, by the bytes that it begins with.
  private static let otherFormats: [(start: [UInt8], name: String, advice: String)] = {
    let save = "save its sheet as CSV (UTF-8) and try again"
    return [
      ([0x50, 0x4B, 0x03, 0x04], "an Excel workbook or another zip archive", save),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", save),
      ([0x1F, 0x8B], "a gzip archive", "unpack it and try again"),
      (Array("%PDF".utf8), "a PDF", "expected a text of rows and columns"),
      (Array("<".utf8), "a web page or XML", "did the download go wrong?"),
      (Array("{".utf8), "JSON", "expected a line of column names, such as Date,High"),
    ]
  }()

  private static func refuseOtherFormats(_ bytes: [UInt8]) throws(CSVError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVError(.utf16)
    }
    for format in otherFormats where bytes.starts(with: format.start) {
      throw CSVError(.otherFormat(format.name, advice: format.advice))
    }
  }

  /// Looks for NULs at the beginning, where a file that is no text has some.
  private static func refuseNULs(_ bytes: [UInt8]) throws(CSVError) {
    guard let place = bytes.prefix(4096).firstIndex(of: 0) else { return }
    // Every other byte of a Latin letter in UTF-16 is 0.
    if bytes.count >= 4, [bytes[0], bytes[2]] == [0, 0] || [bytes[1], bytes[3]] == [0, 0],
      bytes[0..<2] != [0, 0]
    {
      throw CSVError(.utf16)
    }
    let line = 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
    throw CSVError(.containsNUL, line: line)
  }

  /// The delimiter that stands most often in the first line that is not empty, outside quotation
  /// marks; of a line of more than a megabyte its beginning tells.
  static func delimiter(of bytes: [UInt8], from start: Int) -> UInt8 {
    let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    var isEmpty = true
    for byte in bytes[start...].prefix(1 << 20) {
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
