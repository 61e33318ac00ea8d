import LineEditing

/// The whole screen of the terminal at which the console is: xterm's alternate screen, so that leaving it
/// brings back what was there.
final class TerminalScreen: FullScreen {
  /// Switches to the alternate screen, hides the cursor (DECTCEM) and erases (ED).
  private static let entering = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[2J"
  /// Plain letters (SGR), the cursor, and the screen that was there.
  private static let leaving = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  private let console: Console
  private var keys: KeyReader?
  private var shown: [String] = []

  /// Takes over the terminal; `nil` where it cannot be drawn on, or where nobody types.
  init?(_ console: Console) {
    guard Terminal.canEdit(environment: console.environment) else { return nil }
    self.console = console
    keys = KeyReader(whenStopping: { console.draw(Self.leaving) })
    guard keys != nil else { return nil }
    console.draw(Self.entering)
  }

  deinit { close() }

  var size: (columns: Int, rows: Int) { Terminal.size(1) ?? (80, 24) }

  var isKeyWaiting: Bool { keys?.isKeyWaiting ?? false }

  func readKey() -> LineEditing.Key {
    guard let keys else { return .endOfInput }
    let key = keys.readKey()
    // Ctrl-L is how people mend a screen on which something else has written.
    guard key == .redraw || key == .control("l") else { return key }
    // After a stop the other screen is there; where nothing was left, entering again changes nothing.
    console.draw(Self.entering)
    shown = []
    return .redraw
  }

  /// Writes the lines that are others than before, in one go, so that nothing flickers.
  func show(_ lines: [String]) {
    var text = ""
    for (row, line) in lines.enumerated() where row >= shown.count || shown[row] != line {
      // To the line's beginning (CUP), erase it (EL): erasing behind it would take the last column.
      text += "\u{1B}[\(row + 1);1H\u{1B}[2K" + line
    }
    shown = lines
    if !text.isEmpty { console.draw(text) }
  }

  func close() {
    guard keys != nil else { return }
    console.draw(Self.leaving)
    keys = nil
  }
}
