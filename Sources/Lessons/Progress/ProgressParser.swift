extension Progress {
  /// Reads a progress from the bytes of a file.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Throws: ``ProgressFault`` for what is no whole, unchanged progress of this version; of a file
  ///   that is cut short or damaged it holds what could be read.
  public init(parsing bytes: [UInt8]) throws(ProgressFault) {
    self = try ProgressParser(bytes).progress()
  }
}

/// Judges a file by its first and its last line, and has those between assembled.
private struct ProgressParser {
  private static let head = "\(ProgressWriter.head) \(ProgressWriter.version)"

  /// The lines without their ends, at least one.
  private let lines: [ArraySlice<UInt8>]

  /// A byte order mark, carriage returns and blank lines at the end do not count: what carries files
  /// adds them.
  init(_ bytes: [UInt8]) throws(ProgressFault) {
    guard bytes.count <= ProgressLimits.bytes else {
      throw ProgressFault(.tooLarge, "the file has more than 8 MB, which no progress has")
    }
    var text = bytes[...]
    if text.starts(with: [0xef, 0xbb, 0xbf]) { text = text.dropFirst(3) }
    while let last = text.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      text.removeLast()
    }
    lines = text.split(
      separator: UInt8(ascii: "\n"), maxSplits: ProgressLimits.lines,
      omittingEmptySubsequences: false
    ).map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    guard lines.count <= ProgressLimits.lines else {
      throw ProgressFault(
        .tooLarge, "the file has more than \(ProgressLimits.lines) lines, which no progress has")
    }
  }

  func progress() throws(ProgressFault) -> Progress {
    try checkHead()
    var assembly = ProgressAssembly()
    var damaged: Int?
    for (index, line) in lines.enumerated() {
      if line.starts(with: "end ".utf8) {
        if let damaged { throw damage(at: damaged, assembly.progress) }
        return try checkEnd(index, assembly.progress)
      }
      guard index > 0 else { continue }
      do throws(ProgressLine.Malformed) {
        try assembly.take(ProgressLine(reading: line))
      } catch {
        damaged = damaged ?? index + 1
      }
    }
    // A file that is cut mostly ends within a line, which is then malformed too.
    if let damaged, damaged < lines.count { throw damage(at: damaged, assembly.progress) }
    throw ProgressFault(
      .cutShort, "the file is cut short: its last line, which begins with end, is missing",
      line: lines.count, readable: assembly.progress)
  }

  private func checkHead() throws(ProgressFault) {
    let head = lines[0]
    if head.elementsEqual(Self.head.utf8) { return }
    if lines.count == 1, Self.head.utf8.starts(with: head) {
      throw ProgressFault(
        .cutShort, head.isEmpty ? "the file is empty" : "the file is cut short in its first line")
    }
    let prefix = ProgressWriter.head + " "
    if head.starts(with: prefix.utf8) {
      let number = String(decoding: head.dropFirst(prefix.utf8.count), as: UTF8.self)
      if let version = try? ProgressLine.count(number), version > ProgressWriter.version {
        throw ProgressFault(
          .newer,
          "this progress is of format \(version), and this Gatehouse knows format "
            + "\(ProgressWriter.version): a newer one wrote it",
          line: 1)
      }
    }
    throw ProgressFault(
      .foreign, "this is no progress of Gatehouse: it does not begin with \(Self.head)", line: 1)
  }

  /// Judges the whole by its last line.
  private func checkEnd(
    _ index: Int, _ readable: Progress?
  ) throws(ProgressFault) -> Progress {
    // As if every line ended as it was written, whatever carried the file has made of that.
    let hash = ProgressWriter.hash(lines[..<index].lazy.flatMap { $0 + [UInt8(ascii: "\n")] })
    let wanted = ProgressWriter.end(lines: index, hash: hash)
    guard lines[index].elementsEqual(wanted.utf8) else {
      if index + 1 == lines.count, wanted.utf8.starts(with: lines[index]) {
        throw ProgressFault(
          .cutShort, "the file is cut short in its last line", line: index + 1, readable: readable)
      }
      throw ProgressFault(
        .damaged, "the lines above are not those that were written: some are missing or changed",
        line: index + 1, readable: readable)
    }
    guard index + 1 == lines.count else {
      throw ProgressFault(
        .damaged, "there is more text after the last line", line: index + 2, readable: readable)
    }
    guard let readable else { throw damage(at: 2, nil) }
    return readable
  }

  private func damage(at line: Int, _ readable: Progress?) -> ProgressFault {
    ProgressFault(.damaged, "the line is not as it is written", line: line, readable: readable)
  }
}
