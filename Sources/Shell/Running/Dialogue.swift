import LineEditing

/// A conversation that takes the lines typed, alike from a terminal and from a script: a lesson or a review.
protocol Dialogue: AnyObject {
  /// What a terminal asks the next line with.
  var prompt: String { get }
  /// Whether it has come to its end.
  var isOver: Bool { get }
  /// The words that it knows beside the verbs of the shell.
  var words: [Completion.Candidate] { get }
  /// Where the files of commands typed into it are looked for.
  var reach: FileReach { get }
  /// Whether a line is a command, which the history keeps, and no answer.
  func isCommand(_ line: String) -> Bool
  /// Opens it.
  ///
  /// - Returns: The status of a command that failed, else success.
  func begin() -> Int32
  /// Answers a line.
  ///
  /// - Returns: The status of a command that failed, else success.
  func respond(to line: String, at place: ScriptPlace?) -> Int32
  /// Leaves it; called once.
  func end()
}
