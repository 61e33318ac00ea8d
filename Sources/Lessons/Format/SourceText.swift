/// A stretch of a lesson's file that knows in which line and column each of its characters stood.
///
/// Stretches of one text share its bytes, so that cutting is cheap whatever the file's size.
struct SourceText {
  /// Where a line of the file begins in the bytes.
  private struct Piece {
    let start: Int
    let line: Int
    /// What of the line stands before the piece.
    let indent: String
  }

  private let bytes: [UInt8]
  private let pieces: [Piece]
  /// The bytes that belong to the stretch.
  let range: Range<Int>

  /// One line of the file.
  init(_ text: String, line: Int) {
    bytes = Array(text.utf8)
    pieces = [Piece(start: 0, line: line, indent: "")]
    range = 0..<bytes.count
  }

  private init(bytes: [UInt8], pieces: [Piece], range: Range<Int>) {
    self.bytes = bytes
    self.pieces = pieces
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
      bytes += text.slice
    }
    return SourceText(bytes: bytes, pieces: pieces, range: 0..<bytes.count)
  }

  // MARK: What it says

  /// The characters.
  var text: String { String(decoding: slice, as: UTF8.self) }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { slice.allSatisfy { $0 == UInt8(ascii: " ") } }

  /// Blanks at its beginning.
  var indentation: Int { slice.prefix { $0 == UInt8(ascii: " ") }.count }

  /// The 1-based line of its first character.
  var line: Int { place(at: 0).line }

  /// The 1-based line and column of the byte at `offset` from the beginning.
  func place(at offset: Int) -> (line: Int, column: Int) {
    let position = min(range.lowerBound + max(0, offset), range.upperBound)
    return (piece(at: position)?.line ?? 1, textBefore(position).count + 1)
  }

  /// Whether it begins with these letters.
  func hasPrefix(_ prefix: String) -> Bool { slice.starts(with: prefix.utf8) }

  /// Whether it ends with these letters.
  func hasSuffix(_ suffix: String) -> Bool { slice.reversed().starts(with: suffix.utf8.reversed()) }

  // MARK: Cutting

  /// The part in `part`, counted in bytes from the beginning; what lies outside is left out.
  func part(_ part: Range<Int>) -> SourceText {
    let lower = min(range.lowerBound + max(0, part.lowerBound), range.upperBound)
    let upper = min(range.lowerBound + max(0, part.upperBound), range.upperBound)
    return SourceText(bytes: bytes, pieces: pieces, range: lower..<max(lower, upper))
  }

  /// What follows the first `count` bytes.
  func dropFirst(_ count: Int) -> SourceText { part(count..<range.count) }

  /// What stands before the last `count` bytes.
  func dropLast(_ count: Int) -> SourceText { part(0..<max(0, range.count - count)) }

  /// The same without blanks at both ends.
  var trimmed: SourceText {
    let blanksBehind = slice.reversed().prefix { $0 == UInt8(ascii: " ") }.count
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
    slice.split(separator: UInt8(ascii: " ")).map { word in
      part(word.startIndex - range.lowerBound..<word.endIndex - range.lowerBound)
    }
  }

  // MARK: Helpers

  private var slice: ArraySlice<UInt8> { bytes[range] }

  private func ranges(of letters: String, limit: Int = .max) -> [Range<Int>] {
    let pattern = Array(letters.utf8)
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index + pattern.count <= range.upperBound, found.count < limit {
      if bytes[index..<index + pattern.count].elementsEqual(pattern) {
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
    return piece.indent + String(decoding: bytes[piece.start..<position], as: UTF8.self)
  }
}
