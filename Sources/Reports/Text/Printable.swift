/// The text with everything made visible by which a stranger could steer a terminal.
///
/// Control characters (C0, DEL, C1) become `\e`, `\r`, `\x07`; line separators, bidirectional
/// overrides and other invisible formatting characters become `\u{202e}`. A newline stays, since
/// paragraphs and equations are broken at it; a tab becomes one blank, so that columns counted in
/// characters stay right. Joiners inside words and emoji stay.
public func printable(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: { visibleForm(of: $0) != nil }) else {
    return String(text)
  }
  var result = ""
  for scalar in text.unicodeScalars {
    if let form = visibleForm(of: scalar) {
      result += form
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The printable text on one line: a newline becomes a blank.
func printableLine(_ text: some StringProtocol) -> String {
  let text = printable(text)
  guard text.unicodeScalars.contains("\n") else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
}

/// What stands for a scalar that must not reach a terminal; nil for one that may.
private func visibleForm(of scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case " "..."~", "\n": return nil
  case "\t": return " "
  case "\u{1b}": return "\\e"
  case "\r": return "\\r"
  case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}":
    let digits = String(scalar.value, radix: 16)
    return "\\x" + (digits.count < 2 ? "0" : "") + digits
  case "\u{200c}", "\u{200d}", "\u{ad}": return nil
  default: break
  }
  switch scalar.properties.generalCategory {
  case .format, .lineSeparator, .paragraphSeparator:
    return "\\u{" + String(scalar.value, radix: 16) + "}"
  default:
    return nil
  }
}
