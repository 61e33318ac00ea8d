import Grammar

/// Gathers faults, each once: a fault of two hundred draws is told with the first of them.
final class CheckLog {
  private struct Key: Hashable {
    let line: Int
    let message: String
  }

  private let file: String
  private var faults: [LessonFault] = []
  private var known: Set<Key> = []
  private var draws = Draws()

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
  ///   - isWarning: Whether the lesson works all the same.
  func add(_ message: String, line: Int, detail: String = "", isWarning: Bool = false) {
    guard known.insert(Key(line: line, message: message)).inserted else { return }
    let parts = [detail, draws.values.isEmpty ? "" : "with \(draws.text)"].filter { !$0.isEmpty }
    faults.append(
      LessonFault(
        parts.isEmpty ? message : message + " (" + parts.joined(separator: "; ") + ")",
        file: file, line: max(1, line), isWarning: isWarning))
  }

  /// Says of the faults that `body` finds with which draws they were found.
  func speaking(of draws: Draws, _ body: () throws -> Void) rethrows {
    self.draws = draws
    defer { self.draws = Draws() }
    try body()
  }

  /// Does something that may fail by a mistake, which becomes a fault of that line.
  ///
  /// - Returns: What `body` returns, nil after a mistake.
  /// - Throws: What `body` throws that is no `Mistake`.
  func attempt<Result>(_ line: Int, _ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let mistake as Mistake {
      add(mistake.message, line: line)
      return nil
    }
  }
}
