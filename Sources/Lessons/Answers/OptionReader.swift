/// Reads which options are meant: letters (`b`, `a c`, `a,c`, `ac`) or the words of an option, of which
/// the beginning is enough where no other begins so.
///
/// Several options by their words are separated by ` | `.
struct OptionReader {
  /// What was typed where options are shown.
  enum Reading: Equatable {
    /// The places of the options meant, in the order typed, each once.
    case chosen([Int])
    /// No option, or one that cannot be told, with a sentence that says what is accepted.
    case unreadable(String)
    /// Nothing but blanks.
    case blank
  }

  private let letters: [String]
  private let words: [FoldedText]

  init(_ options: [ResolvedOption]) {
    letters = options.map(\.letter)
    words = options.map { Self.folded($0.text) }
  }

  func reading(of given: String) -> Reading {
    guard given.contains(where: { !$0.isWhitespace }) else { return .blank }
    if let places = placesOfLetters(given) { return .chosen(places) }
    let parts = given.split(separator: " | ")
    guard parts.count > 1 else { return reading(ofOne: given) }
    var places: [Int] = []
    for part in parts where part.contains(where: { !$0.isWhitespace }) {
      guard case .chosen(let more) = reading(ofOne: String(part)) else {
        return reading(ofOne: String(part))
      }
      places += more.filter { !places.contains($0) }
    }
    return places.isEmpty ? .unreadable(accepted) : .chosen(places)
  }

  /// The options of letters that stand apart, as `a c`, `a, c` or `(b)`; nil for anything else.
  private func placesOfLetters(_ given: String) -> [Int]? {
    let pieces = given.lowercased().split { " \t,;.:()|&+".contains($0) }
    let places = pieces.filter { $0 != "and" }.map { letters.firstIndex(of: String($0)) }
    return places.isEmpty || places.contains(nil) ? nil : Self.distinct(places.compactMap { $0 })
  }

  /// The options of letters that stand together, as `ac`; nil for anything else.
  private func placesOfRun(_ given: String) -> [Int]? {
    let run = given.lowercased().filter { !$0.isWhitespace }
    let places = run.map { letters.firstIndex(of: String($0)) }
    let found = places.compactMap { $0 }
    return found.count == places.count && Set(found).count == found.count ? found : nil
  }

  /// The option whose letter stands before its words, as `b) the mean`; nil for anything else.
  private func placeOfLine(_ given: String) -> Int? {
    let line = given.drop { $0.isWhitespace || $0 == "(" }
    guard let letter = line.first, let place = letters.firstIndex(of: letter.lowercased()),
      let mark = line.dropFirst().first, mark.isWhitespace || ").:".contains(mark)
    else { return nil }
    let rest = Self.folded(String(line.dropFirst(2)))
    return !rest.isEmpty && words[place].text.hasPrefix(rest.text) ? place : nil
  }

  /// The option of these words, or the options of letters that stand together.
  private func reading(ofOne given: String) -> Reading {
    if let places = placesOfLetters(given) { return .chosen(places) }
    let folded = Self.folded(given)
    guard !folded.isEmpty else { return .unreadable(accepted) }
    if let place = words.firstIndex(of: folded) ?? placeOfLine(given) { return .chosen([place]) }
    // A single letter beyond those shown is a slip rather than a beginning.
    let isBeginning = folded.text.count > 1
    let begun = words.indices.filter { isBeginning && words[$0].text.hasPrefix(folded.text) }
    switch (placesOfRun(given), begun.count) {
    case (let places?, 0): return .chosen(places)
    case (_?, _):
      return .unreadable("That may be letters or the beginning of an option; write letters apart.")
    case (nil, 1): return .chosen(begun)
    case (nil, 0): return .unreadable(accepted)
    case (nil, _):
      return .unreadable("\(begun.count) options begin so; type a letter, or more of it.")
    }
  }

  private var accepted: String {
    let range = [letters.first, letters.last].compactMap { $0 }.joined(separator: " to ")
    return "Type the letter of an option, \(range), or its first words."
  }

  /// The words without marks of emphasis.
  private static func folded(_ text: String) -> FoldedText {
    FoldedText(text.replacing("**", with: ""))
  }

  private static func distinct(_ places: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return places.filter { seen.insert($0).inserted }
  }
}
