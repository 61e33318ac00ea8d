import Grammar

extension FuzzTarget {
  /// The arithmetic of `calc` and of answers.
  static let calc = FuzzTarget(name: "calc") { bytes in
    do {
      let expression = try Expression(parsing: String(decoding: bytes, as: UTF8.self))
      _ = try? expression.value { word in Double(word.text.count) }
    } catch {
      requirePrintable("\(error)")
    }
  }
}
