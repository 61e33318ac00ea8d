import LineEditing

@testable import Shell

/// A screen at which a script sits: the keys it strikes, and all that it was shown.
final class ScriptedScreen: FullScreen {
  var size: (columns: Int, rows: Int)
  /// Whether a key counts as struck before the screen was drawn.
  var isAhead = false
  /// What was shown, one text a drawing.
  private(set) var drawings: [String] = []
  private(set) var isClosed = false
  private var keys: [LineEditing.Key]

  /// A screen of 80 by 24; after the keys the input ends.
  init(_ keys: [LineEditing.Key], size: (columns: Int, rows: Int) = (80, 24)) {
    self.keys = keys
    self.size = size
  }

  /// A screen at which a text is typed, its newlines as Enter.
  convenience init(typing text: String) {
    self.init(text.map { $0 == "\n" ? .enter : .character($0) })
  }

  var isKeyWaiting: Bool { isAhead && !keys.isEmpty }

  func readKey() -> LineEditing.Key { keys.isEmpty ? .endOfInput : keys.removeFirst() }

  func show(_ lines: [String]) { drawings.append(lines.joined(separator: "\n")) }

  func close() { isClosed = true }
}
