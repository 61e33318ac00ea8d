/// The words that `explain` knows.
///
/// The entries stand in files by theme; nothing is built before the first word is asked for.
enum Glossary {
  /// Every entry, sorted by term.
  static let entries: [GlossaryEntry] = [
    dataWords, scalingWords, cellWords, lstmWords, gruWords, activationWords, averageWords,
    gradientWords, trainingWords, startingWeightWords, evaluationWords, formatWords,
  ].flatMap { $0 }.sorted { $0.term < $1.term }

  /// Every term and every other name, sorted.
  ///
  /// This is what may be completed, and what a typing error is compared with.
  static var allNames: [String] {
    entries.flatMap { [$0.term] + $0.otherNames }.sorted()
  }

  /// The entry that a word names.
  ///
  /// Capitals, blanks, hyphens and underscores make no difference, and a plural finds its singular.
  ///
  /// - Parameter word: A term or another name: `forget-gate`, `Forget gate`, `f`.
  /// - Returns: The entry, or `nil` when no entry has that name.
  static func entry(for word: String) -> GlossaryEntry? {
    let name = folded(word)
    if let place = places[name] { return entries[place] }
    guard name.hasSuffix("s"), let place = places[String(name.dropLast())] else { return nil }
    return entries[place]
  }

  /// A name without what a typist may vary.
  static func folded(_ word: String) -> String {
    word.lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }

  /// The place in `entries` of each folded name; of two equal names the first stands.
  private static let places: [String: Int] = Dictionary(
    entries.enumerated().flatMap { place, entry in
      ([entry.term] + entry.otherNames).map { (folded($0), place) }
    },
    uniquingKeysWith: { first, _ in first })
}
