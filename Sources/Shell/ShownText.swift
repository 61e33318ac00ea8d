import Reports

/// A number for running text, four significant digits.
func shownNumber(_ value: Float) -> String {
  NumberFormat.text(value)
}

/// A number for running text, four significant digits.
func shownNumber(_ value: Double) -> String {
  NumberFormat.text(value)
}

/// A number with a fixed count of decimals.
func decimals(_ value: Double, _ count: Int) -> String {
  NumberFormat.text(value, .decimals(count))
}

/// A count with its noun: `1 value`, `3 values`.
func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}
