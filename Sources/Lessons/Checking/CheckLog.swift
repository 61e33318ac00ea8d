import Grammar

/// Gathers faults, each once: a fault of two hundred draws is told with the first of them.
final class CheckLog {
  private struct Key: Hashable {
    let line: Int
    let matter: String
  }

  private let file: String
  private var faults: [LessonFault] = []
  private var known: Set<Key> = []
  private var draws = Draws()
  /// What is said before a fault, where it is met in circumstances of its own.
  private var circumstance: String?

  init(file: String) {
    self.file = file
  }

  /// The faults, from the first line to the last.
  var sorted: [LessonFault] {
    faults.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// Adds a fault, unless the same line has it already.
  ///
  /// - Parameters:
  ///   - message: What is wrong.
  ///   - line: Where.
  ///   - detail: What goes with the draws at hand, such as a number.
  ///   - hint: The nearest right word.
  ///   - isWarning: Whether the lesson works all the same.
  func add(
    _ message: String, line: Int, detail: String = "", hint: String? = nil, isWarning: Bool = false
  ) {
    add(message, of: message, line: line, detail: detail, hint: hint, isWarning: isWarning)
  }

  /// Adds a mistake; of one line it is told once, whatever the draws make of its words.
  ///
  /// - Parameters:
  ///   - mistake: What could not be done.
  ///   - line: Where.
  ///   - command: The command that failed; nil where none stands alone in the line.
  func add(_ mistake: Mistake, line: Int, command: String? = nil) {
    let message = command.map { "`\($0)` fails: \(mistake.message)" } ?? mistake.message
    add(message, of: "a mistake", line: line, hint: mistake.hint)
  }

  private func add(
    _ message: String, of matter: String, line: Int, detail: String = "", hint: String?,
    isWarning: Bool = false
  ) {
    guard known.insert(Key(line: line, matter: matter)).inserted else { return }
    let details = [detail, draws.values.isEmpty ? "" : "with \(draws.text)"].filter { !$0.isEmpty }
    let rest = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
    faults.append(
      LessonFault(
        (circumstance.map { "\($0): " } ?? "") + message + rest, file: file, line: max(1, line),
        hint: hint, isWarning: isWarning))
  }

  // MARK: Circumstances

  /// Says of the faults that `body` finds with which draws they were found, and perhaps when else.
  func speaking<Result>(
    of draws: Draws, _ circumstance: String? = nil, _ body: () throws -> Result
  ) rethrows -> Result {
    (self.draws, self.circumstance) = (draws, circumstance)
    defer { (self.draws, self.circumstance) = (Draws(), nil) }
    return try body()
  }

  /// Does something that may fail by a mistake, which becomes a fault of that line.
  ///
  /// - Returns: What `body` returns, nil after a mistake.
  /// - Throws: What `body` throws that is no `Mistake`.
  func attempt<Result>(_ line: Int, _ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let mistake as Mistake {
      add(mistake, line: line)
      return nil
    }
  }
}
