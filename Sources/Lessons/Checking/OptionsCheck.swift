/// Looks whether the options of a choice or a bet can be told apart by what a student types.
struct OptionsCheck {
  private let options: [Option]
  /// The options in the order shown.
  private let shown: [ResolvedOption]
  /// The place in which each option is shown.
  private let places: [Int]
  private let log: CheckLog

  /// Makes a check.
  ///
  /// - Parameters:
  ///   - options: The options as written.
  ///   - shown: The same in the order shown.
  ///   - log: Takes the faults.
  init(_ options: [Option], _ shown: [ResolvedOption], _ log: CheckLog) {
    self.options = options
    self.shown = shown
    self.log = log
    places = options.enumerated().compactMap { number, option in
      shown.firstIndex { $0.label == option.label(at: number) }
    }
  }

  /// Looks at every option.
  ///
  /// - Returns: Whether all can be told apart.
  func run() -> Bool {
    var lineOfWords: [FoldedText: Int] = [:]
    var areDistinct = true
    func blame(_ option: Option, _ message: String, _ words: String = "") {
      log.add(message, line: option.line, detail: words)
      areDistinct = false
    }
    for (option, place) in zip(options, places) {
      let words = FoldedText(shown[place].text.replacing("**", with: ""))
      if words.isEmpty {
        blame(option, "nothing of this option can be typed")
      } else if let line = lineOfWords[words] {
        blame(option, "this option reads like that of line \(line)", shown[place].text)
      }
      lineOfWords[words] = lineOfWords[words] ?? option.line
    }
    guard areDistinct else { return false }
    for (option, place) in zip(options, places) where !hasWordsOfItsOwn(place) {
      blame(option, "this option reads like the letters of options", shown[place].text)
    }
    return areDistinct
  }

  /// Whether words mean their option and not the letters of others.
  ///
  /// The shuffle decides which letter an option has, so two orders are looked at.
  private func hasWordsOfItsOwn(_ place: Int) -> Bool {
    let turned = shown.indices.map { index in
      ResolvedOption(
        letter: shown[(index + 1) % shown.count].letter, text: shown[index].text,
        label: shown[index].label)
    }
    return [shown, turned].allSatisfy {
      OptionReader($0).reading(of: shown[place].text) == .chosen([place])
    }
  }
}
