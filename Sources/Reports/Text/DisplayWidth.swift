/// The columns that a text takes on a terminal, added up scalar by scalar as terminals do.
///
/// Combining marks, joiners and other invisible characters count 0, East Asian wide characters and
/// emoji 2, all others 1 (Unicode Standard Annex 11, ambiguous ones as narrow). Control characters
/// count 0: `printable` makes them visible.
public func displayWidth(of text: String) -> Int {
  let bytes = text.utf8
  if bytes.allSatisfy({ (0x20..<0x7f).contains($0) }) { return bytes.count }
  return text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The columns of one scalar: 0, 1 or 2.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  let code = scalar.value
  if code < 0x300 {
    let isControl = code < 0x20 || (0x7f..<0xa0).contains(code)
    return isControl ? 0 : 1
  }
  // The vowels and final consonants of Hangul join the syllable's first letter.
  if (0x1160...0x11ff).contains(code) || (0xd7b0...0xd7ff).contains(code) { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
  default: break
  }
  let isRegionalIndicator = (0x1f1e6...0x1f1ff).contains(code)
  if scalar.properties.isEmojiPresentation && !isRegionalIndicator { return 2 }
  return isWide(code) ? 2 : 1
}

/// The columns of one character, which may be several scalars.
func displayWidth(of character: Character) -> Int {
  character.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

private func isWide(_ code: UInt32) -> Bool {
  guard code >= 0x1100 else { return false }
  return wideRanges.contains { $0.contains(code) }
}

/// The blocks whose characters are wide, apart from emoji; reserved places of a wide block count as
/// wide too.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115f,  // Hangul letters that begin a syllable
  0x2329...0x232a,  // angle brackets
  0x2630...0x2637, 0x268a...0x268f,  // trigrams
  0x2e80...0x303e,  // radicals, ideographic punctuation
  0x3041...0x3247, 0x3250...0x4dbf, 0x4dc0...0xa4cf,  // kana, ideographs, hexagrams, Yi
  0xa960...0xa97f,  // more Hangul letters
  0xac00...0xd7a3,  // Hangul syllables
  0xf900...0xfaff,  // compatibility ideographs
  0xfe10...0xfe19, 0xfe30...0xfe6f,  // vertical and small forms
  0xff01...0xff60, 0xffe0...0xffe6,  // full-width forms
  0x16fe0...0x18dff, 0x1aff0...0x1b2ff,  // Tangut, Khitan, kana supplements
  0x1d300...0x1d376,  // tetragrams, counting rods
  0x1f200...0x1f265,  // enclosed ideographs
  0x20000...0x2fffd, 0x30000...0x3fffd,  // ideographs beyond the first plane
]

/// The longest beginning of a text that takes at most so many columns.
///
/// What is cut off is shown by an ellipsis, which counts too; characters are never cut in two.
func clipped(_ text: String, to width: Int, ellipsis: String = "…") -> String {
  guard displayWidth(of: text) > width else { return text }
  let mark = displayWidth(of: ellipsis) <= width ? ellipsis : ""
  var room = width - displayWidth(of: mark)
  var beginning = ""
  for character in text {
    room -= displayWidth(of: character)
    guard room >= 0 else { break }
    beginning.append(character)
  }
  return beginning + mark
}

/// The text filled up with blanks to so many columns.
func padded(_ text: String, to width: Int, alignedRight: Bool = false) -> String {
  let blanks = String(repeating: " ", count: max(0, width - displayWidth(of: text)))
  return alignedRight ? blanks + text : text + blanks
}
