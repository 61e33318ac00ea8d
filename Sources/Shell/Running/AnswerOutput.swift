public import Reports

/// Where answers go.
public protocol AnswerOutput: AnyObject {
  /// Says that what is shown next begins a new answer, so that it may fill the window again.
  func beginAnswer()
  /// Shows an answer, ready-made text that ends with a newline.
  func answer(_ text: String)
  /// Waits where an answer pauses.
  ///
  /// - Returns: Whether to go on; at once and always where nobody can press a key.
  func waitAtPause() -> Bool
  /// Asks whether to do something that cannot be undone.
  ///
  /// - Returns: Whether the answer was yes; no where nobody can press a key.
  func confirms(_ question: String) -> Bool
  /// Shows a mistake.
  func complain(_ text: String)
  /// What mistakes are drawn on under the settings of the session; `nil` is what answers are drawn on.
  func capabilitiesForMistakes(_ settings: Settings) -> TerminalCapabilities?
  /// Takes over the whole screen; `nil` where there is none, or nobody who could press a key.
  func openFullScreen() -> (any FullScreen)?
}

extension AnswerOutput {
  /// Nothing pauses.
  public func beginAnswer() {}
  /// Nobody can press a key.
  public func confirms(_ question: String) -> Bool { false }
  /// Mistakes stand among the answers.
  public func capabilitiesForMistakes(_ settings: Settings) -> TerminalCapabilities? { nil }
  /// There is no screen to fill.
  public func openFullScreen() -> (any FullScreen)? { nil }
}

/// In which form answers are given.
public enum AnswerForm: Sendable, Equatable {
  /// Text for a terminal or a pipe.
  case text
  /// One JSON object a command, each on one line; mistakes too, on the same stream.
  case json
}

/// The place of a line in a script, for its mistakes.
public struct ScriptPlace: Sendable, Equatable {
  /// The script as the user named it.
  public let file: String
  /// The 1-based line.
  public let line: Int

  /// Creates a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
