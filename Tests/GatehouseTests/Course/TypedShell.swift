import TestSupport
import Testing

/// The shell in a terminal, into which a line is typed only after all that the line before brought
/// has been read: long answers pause, and Enter goes on.
final class TypedShell {
  let terminal: PseudoTerminal
  /// What the last line brought, up to the prompt.
  private(set) var shown = ShownText()
  /// The line typed last.
  private(set) var lastLine = ""
  /// Whether lines can be edited there.
  private let isEditing: Bool

  /// Another prompt than the one expected.
  struct WrongPrompt: Error, CustomStringConvertible {
    let description: String
  }

  /// Longer than any training of a lesson takes on a slow machine.
  private static let patience = 600.0

  /// Takes a terminal in which the shell has just been started, and waits for a prompt.
  ///
  /// - Parameters:
  ///   - terminal: The terminal.
  ///   - prompt: The prompt, spaces at its end left out.
  ///   - isEditing: Whether lines can be edited there.
  /// - Throws: `WrongPrompt` where another one comes, `TestSupportError` where none does.
  init(
    _ terminal: PseudoTerminal, at prompt: String = TestUser.prompt, isEditing: Bool = true
  ) throws {
    self.terminal = terminal
    self.isEditing = isEditing
    try read(below: -1, upTo: prompt, rowsTyped: 0)
  }

  /// Types a line and reads what it brings, up to a prompt, spaces at its end left out.
  func type(_ line: String, upTo prompt: String) throws {
    lastLine = line
    let screen = terminal.screen
    terminal.enter(line)
    try read(
      below: screen.rowNumberOfCursor, upTo: prompt,
      rowsTyped: (screen.cursorColumn + line.count) / screen.columns)
  }

  private func read(below row: Int, upTo prompt: String, rowsTyped: Int) throws {
    var bytesRead = 0
    while true {
      try terminal.wait(for: "\(prompt) after \"\(lastLine)\"", within: Self.patience) {
        $0.isWaiting(at: prompt, below: row, isEditing: isEditing)
          || $0.isPausing(after: bytesRead)
      }
      guard terminal.isPausing(after: bytesRead) else { break }
      bytesRead = terminal.output.count
      terminal.send(.enter)
    }
    let screen = terminal.screen
    guard screen.rowOfCursor == prompt else {
      throw WrongPrompt(
        description: "\(prompt) was expected after \"\(lastLine)\"; the screen:\n\(screen)")
    }
    shown = ShownText((row + 1..<screen.rowNumberOfCursor).map(screen.row))
    // Typed lines run over the edge, what the program shows does not.
    if let wide = screen.overflowingRows.last, wide > row + rowsTyped {
      Issue.record("a row is wider than \(screen.columns) columns: \(screen.row(wide))")
    }
  }
}

extension PseudoTerminal {
  /// Whether the shell waits at an empty prompt below a row.
  ///
  /// Where it edits, it takes single keys while it waits, and any prompt is one; elsewhere only the
  /// prompt that is expected can be known.
  fileprivate func isWaiting(at prompt: String, below row: Int, isEditing: Bool) -> Bool {
    let isPrompt = isEditing ? screen.rowOfCursor.hasSuffix(">") : screen.rowOfCursor == prompt
    return isPrompt && screen.cursorColumn == screen.rowOfCursor.count + 1
      && screen.rowNumberOfCursor > row && isCanonical != isEditing
  }

  /// Whether a long answer waits for a key, and something has been written behind so many bytes.
  fileprivate func isPausing(after count: Int) -> Bool {
    let row = screen.rowOfCursor
    return output.count > count && row.hasPrefix("-- ") && row.hasSuffix(" --")
      && screen.cursorColumn == row.count && !isCanonical
  }
}
