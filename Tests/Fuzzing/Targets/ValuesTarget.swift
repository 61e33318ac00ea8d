import Grammar

extension FuzzTarget {
  /// A value behind a key: numbers, ranges, lists, dates, matrices.
  static let values = FuzzTarget(name: "values") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      _ = try Located(parsing: Word(text, at: 0..<text.utf8.count))
    } catch {
      requirePrintable("\(error)")
    }
  }
}
