import Reports

/// A number for running text, four significant digits, with a true minus sign.
func shownNumber(_ value: Float) -> String {
  withMinusSign(NumberFormat.text(value))
}

/// A number for running text, four significant digits, with a true minus sign.
func shownNumber(_ value: Double) -> String {
  withMinusSign(NumberFormat.text(value))
}

/// A number with a fixed count of decimals, with a true minus sign.
func decimals(_ value: Double, _ count: Int) -> String {
  withMinusSign(NumberFormat.text(value, .decimals(count)))
}

private func withMinusSign(_ text: String) -> String {
  text.hasPrefix("-") ? "−" + text.dropFirst() : text
}

/// A count with its noun: `1 value`, `3 values`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}

/// A message with the midst of a very long one left out, as where something was pasted by mistake.
func shortened(_ message: String) -> String {
  let scalars = message.unicodeScalars
  guard scalars.count > 1_000 else { return message }
  return String(scalars.prefix(300)) + "…" + String(scalars.suffix(300))
}
