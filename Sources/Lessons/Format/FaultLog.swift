import Grammar
import Reports

/// Gathers the faults of one file.
struct FaultLog {
  /// So many faults are listed; who has more mends these first.
  static let limit = 200

  let file: String
  private(set) var faults: [LessonFault] = []

  init(file: String) {
    self.file = file
  }

  /// Whether nothing forbids to take the lesson.
  var isLessonSound: Bool { faults.allSatisfy(\.isWarning) }

  /// The faults from the file's first line to its last.
  var sorted: [LessonFault] {
    let order = faults.enumerated().sorted { left, right in
      (left.element.line, left.element.column ?? 0, left.offset)
        < (right.element.line, right.element.column ?? 0, right.offset)
    }
    return order.map(\.element)
  }

  /// Whether no more faults are taken.
  var isFull: Bool { faults.count >= Self.limit }

  mutating func add(_ message: String, line: Int, hint: String? = nil) {
    append(LessonFault(message, file: file, line: line, hint: hint))
  }

  /// Blames the first character of a text, or the one at `offset` in bytes.
  mutating func add(
    _ message: String, at text: SourceText, offset: Int = 0, hint: String? = nil
  ) {
    // Columns are counted only for what is listed.
    guard !isFull else { return }
    let place = text.place(at: offset)
    append(
      LessonFault(message, file: file, line: place.line, column: place.column, hint: hint))
  }

  /// Takes over a mistake in a text.
  mutating func add(_ mistake: Mistake, in text: SourceText) {
    if let range = mistake.range {
      add(mistake.message, at: text, offset: range.lowerBound, hint: mistake.hint)
    } else {
      add(mistake.message, line: text.line, hint: mistake.hint)
    }
  }

  mutating func warn(_ message: String, line: Int) {
    append(LessonFault(message, file: file, line: line, isWarning: true))
  }

  private mutating func append(_ fault: LessonFault) {
    guard !isFull else { return }
    faults.append(fault)
  }
}

/// A word of the file as a message quotes it: printable, on one line, forty characters at most.
func quoted(_ text: some StringProtocol) -> String {
  let beginning = text.prefix(40)
  let isCut = beginning.endIndex < text.endIndex
  return "\"" + printable(beginning) + (isCut ? "…" : "") + "\""
}

/// Words as a sentence lists them: `a, b and c`.
func listed(_ words: [String], _ conjunction: String = "and") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
