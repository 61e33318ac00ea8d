/// A stretch of a lesson's file that knows in which line and column each of its characters stood.
///
/// Stretches of one text share its bytes, so that cutting is cheap whatever the file's size.
struct SourceText {
  /// Where a line of the file begins in the bytes.
  private struct Piece: Sendable {
    let start: Int
    let line: Int
    /// What of the line stands before the piece.
    let indent: String
  }

  /// What stretches of one text share.
  private final class Storage: Sendable {
    let bytes: [UInt8]
    let pieces: [Piece]

    init(bytes: [UInt8], pieces: [Piece]) {
      self.bytes = bytes
      self.pieces = pieces
    }
  }

  private let storage: Storage
  /// The bytes that belong to the stretch.
  let range: Range<Int>

  /// The lines of a file, without their ends; they share its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - start: Where its first line begins.
  /// - Returns: At least one line.
  static func lines(of bytes: [UInt8], from start: Int) -> [SourceText] {
    let ends = bytes.indices.dropFirst(start).filter { bytes[$0] == UInt8(ascii: "\n") }
    let starts = [start] + ends.map { $0 + 1 }
    let pieces = starts.enumerated().map { Piece(start: $1, line: $0 + 1, indent: "") }
    let storage = Storage(bytes: bytes, pieces: pieces)
    return zip(starts, ends + [bytes.count]).map { start, end in
      let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      return SourceText(storage, range: start..<(hasReturn ? end - 1 : end))
    }
  }

  private init(_ storage: Storage, range: Range<Int>) {
    self.storage = storage
    self.range = range
  }

  /// The stretches with `separator` between them, as one text.
  static func joined(_ texts: some Sequence<SourceText>, by separator: String) -> SourceText {
    var bytes: [UInt8] = []
    var pieces: [Piece] = []
    for text in texts {
      if !pieces.isEmpty { bytes += Array(separator.utf8) }
      pieces.append(
        Piece(start: bytes.count, line: text.line, indent: text.textBefore(text.range.lowerBound)))
      bytes += text.utf8
    }
    return SourceText(Storage(bytes: bytes, pieces: pieces), range: 0..<bytes.count)
  }

  // MARK: What it says

  /// The characters.
  var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The characters as bytes.
  var utf8: ArraySlice<UInt8> { storage.bytes[range] }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { utf8.allSatisfy { $0 == UInt8(ascii: " ") } }

  /// Blanks at its beginning.
  var indentation: Int { utf8.prefix { $0 == UInt8(ascii: " ") }.count }

  /// The 1-based line of its first character.
  var line: Int { piece(at: range.lowerBound)?.line ?? 1 }

  /// The 1-based line and column of the byte at `offset` from the beginning.
  func place(at offset: Int) -> (line: Int, column: Int) {
    let position = min(range.lowerBound + max(0, offset), range.upperBound)
    return (piece(at: position)?.line ?? 1, textBefore(position).count + 1)
  }

  /// Whether it begins with these letters.
  func hasPrefix(_ prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

  /// Whether it ends with these letters.
  func hasSuffix(_ suffix: String) -> Bool { utf8.reversed().starts(with: suffix.utf8.reversed()) }

  // MARK: Cutting

  /// The part in `part`, counted in bytes from the beginning; what lies outside is left out.
  func part(_ part: Range<Int>) -> SourceText {
    let lower = min(range.lowerBound + max(0, part.lowerBound), range.upperBound)
    let upper = min(range.lowerBound + max(0, part.upperBound), range.upperBound)
    return SourceText(storage, range: lower..<max(lower, upper))
  }

  /// What follows the first `count` bytes.
  func dropFirst(_ count: Int) -> SourceText { part(count..<range.count) }

  /// What stands before the last `count` bytes.
  func dropLast(_ count: Int) -> SourceText { part(0..<max(0, range.count - count)) }

  /// The same without blanks at both ends.
  var trimmed: SourceText {
    let blanksBehind = utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count
    return part(indentation..<max(indentation, range.count - blanksBehind))
  }

  /// Where these letters stand first, in bytes from the beginning.
  func firstRange(of letters: String) -> Range<Int>? {
    ranges(of: letters, limit: 1).first
  }

  /// Where these letters stand last, in bytes from the beginning.
  func lastRange(of letters: String) -> Range<Int>? { ranges(of: letters).last }

  /// The parts between `separator`.
  func split(_ separator: String) -> [SourceText] {
    var parts: [SourceText] = []
    var start = 0
    for found in ranges(of: separator) {
      parts.append(part(start..<found.lowerBound))
      start = found.upperBound
    }
    return parts + [part(start..<range.count)]
  }

  /// The words between blanks.
  var words: [SourceText] {
    utf8.split(separator: UInt8(ascii: " ")).map { word in
      part(word.startIndex - range.lowerBound..<word.endIndex - range.lowerBound)
    }
  }

  // MARK: Helpers

  private func ranges(of letters: String, limit: Int = .max) -> [Range<Int>] {
    let pattern = Array(letters.utf8)
    guard let first = pattern.first else { return [] }
    let bytes = storage.bytes
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index + pattern.count <= range.upperBound, found.count < limit {
      if bytes[index] == first, bytes[index..<index + pattern.count].elementsEqual(pattern) {
        let start = index - range.lowerBound
        found.append(start..<start + pattern.count)
        index += pattern.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The piece that holds a byte; of a separator, the piece before it.
  private func piece(at position: Int) -> Piece? {
    let pieces = storage.pieces
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : pieces.first
  }

  /// The characters of the line before a byte.
  private func textBefore(_ position: Int) -> String {
    guard let piece = piece(at: position), piece.start <= position else { return "" }
    return piece.indent + String(decoding: storage.bytes[piece.start..<position], as: UTF8.self)
  }
}
