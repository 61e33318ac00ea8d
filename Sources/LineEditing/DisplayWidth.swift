/// How many columns text takes on a terminal, whatever the locale.
///
/// Per scalar, as libedit counts: marks that combine and invisible characters take none, East Asian
/// wide characters and emoji take two (Unicode Standard Annex 11), controls are shown as two
/// (`^A`).
func displayWidth(of text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) }
}

/// How many columns one scalar takes.
func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x20 || scalar.value == 0x7F { return 2 }
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format:
    return 0
  default:
    return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}

/// The wide ranges of Unicode's EastAsianWidth.txt, joined where what lies between is unassigned or
/// rare.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x2648...0x2653,
  0x26A1...0x26A1, 0x2705...0x2705, 0x2728...0x2728, 0x274C...0x274C, 0x2753...0x2755,
  0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2E80...0x303E, 0x3041...0x33FF,
  0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
  0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
]
