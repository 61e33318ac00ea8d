import Grammar

/// Reads the `vary` block of a page: `t=10..60 b=0.6|0.7|0.9 v=0.80..0.95 by 0.01 where {t} != 42`.
struct VariablesReader {
  /// The names that a page may draw.
  static let mostVariables = 20
  /// The values that one name may have.
  static let mostValues = 10_000
  /// The combinations that a page may have.
  static let mostCombinations = 10_000_000

  private var log: FaultLog
  private var variables: [Variables.Variable] = []
  private var combinations = 1

  /// Finds the block on a page and reads it.
  static func read(_ elements: [LessonElement], _ log: inout FaultLog) -> Variables {
    let blocks = elements.compactMap { element in
      if case .fence(let fence) = element, fence.kind.text == "vary" { fence } else { nil }
    }
    guard let block = blocks.first else { return Variables() }
    for other in blocks.dropFirst() {
      log.add("a page has one vary block, and another stands in line \(block.line)", at: other.head)
    }
    var reader = VariablesReader(log: log)
    let variables = reader.read(block)
    log = reader.log
    return variables
  }

  private init(log: FaultLog) {
    self.log = log
  }

  private mutating func read(_ fence: LessonElement.Fence) -> Variables {
    let faultsBefore = log.faults.count
    let text = SourceText.joined([fence.rest] + fence.lines.map(\.trimmed), by: " ")
    let words = text.words[...]
    let (declarations, condition) = Self.parted(text, words)
    readDeclarations(declarations)
    if variables.isEmpty, log.faults.count == faultsBefore {
      log.add("a vary block names what is drawn, as t=10..60", at: fence.head)
    }
    let all = Variables(variables, line: fence.line)
    guard let condition else { return all }
    var page = PageReader(log: log, names: DrawNames(all))
    let template = page.condition(condition)
    log = page.log
    return Variables(variables, condition: template, line: fence.line)
  }

  /// The declarations, and the condition behind `where`.
  private static func parted(
    _ text: SourceText, _ words: ArraySlice<SourceText>
  ) -> (ArraySlice<SourceText>, condition: SourceText?) {
    guard let place = words.firstIndex(where: { $0.text == "where" }) else { return (words, nil) }
    let end = words[place].range.upperBound - text.range.lowerBound
    return (words[..<place], text.dropFirst(end).trimmed)
  }

  private mutating func readDeclarations(_ words: ArraySlice<SourceText>) {
    var rest = words
    while let word = rest.popFirst() {
      guard variables.count < Self.mostVariables else {
        log.add("a page draws at most \(Self.mostVariables) names", at: word)
        return
      }
      guard let sign = word.firstRange(of: "="), sign.lowerBound > 0 else {
        log.add("a name and its values were expected here, as t=10..60 or b=0.6|0.7", at: word)
        continue
      }
      var step: SourceText?
      if rest.first?.text == "by" {
        let by = rest.removeFirst()
        step = rest.popFirst()
        if step == nil { log.add("a step was expected behind by, as by 0.01", at: by) }
      }
      let name = word.part(0..<sign.lowerBound)
      let values = self.values(word.dropFirst(sign.upperBound), step: step)
      declare(name, values)
    }
  }

  private mutating func declare(_ name: SourceText, _ values: [String]) {
    guard isDrawName(name.text) else {
      log.add(
        "\(quoted(name.text)) cannot be drawn; a name has letters, digits and _ behind a letter",
        at: name)
      return
    }
    guard !variables.contains(where: { $0.name == name.text }) else {
      log.add("\(name.text)= stands twice", at: name)
      return
    }
    // Values that were refused have been blamed; the name is known all the same.
    var kept = values.isEmpty ? ["0"] : values
    if combinations * kept.count > Self.mostCombinations {
      log.add("more than \(Self.mostCombinations) combinations can be drawn", at: name)
      kept = ["0"]
    }
    combinations *= kept.count
    variables.append(.init(name: name.text, values: kept))
  }

  // MARK: Values

  private mutating func values(_ text: SourceText, step: SourceText?) -> [String] {
    let ends = text.split("..")
    if ends.count == 2, text.firstRange(of: "|") == nil {
      do throws(Mistake) {
        return try DrawRange(ends[0].text, ends[1].text, step: step?.text).values
      } catch {
        log.add(error, in: text)
        return []
      }
    }
    if let step { log.add("by belongs to a range as 0.80..0.95", at: step) }
    var values: [String] = []
    var seen: Set<String> = []
    for piece in text.split("|") {
      let value = piece.text
      if !Self.isValue(value) {
        log.add(
          "a number or a word was expected here; values are parted by | without blanks", at: piece)
      } else if CommandRules.isForbidden(value) {
        log.add("\(value) cannot be drawn: no lesson may run it", at: piece)
      } else if !seen.insert(value).inserted {
        log.add("\(value) stands twice", at: piece)
      } else {
        values.append(value)
      }
    }
    return values
  }

  private static func isValue(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 40
      && text.allSatisfy { isLetter($0) || isDigit($0) || "._-+".contains($0) }
  }
}
