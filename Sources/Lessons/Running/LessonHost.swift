public import Grammar
public import Reports

/// What a lesson asks of the program around it: the shell, or a test.
///
/// The host holds two sessions: the lesson's, which only the lesson's own commands change, and the
/// student's copy of it for free play, which the next `prepare(after:)` or `run(_:)` throws away.
public protocol LessonHost: AnyObject, Evaluator {
  /// Shows text of the lesson; what is shown for one line in several calls stands apart.
  func show(_ report: Report)

  /// Shows the answer of a command that the student has just typed.
  func show(_ report: Report, typed line: String)

  /// Shows a command of the lesson behind the prompt, then its answer.
  func show(_ report: Report, of command: String)

  /// Shows a command of the lesson behind the prompt, then its failure.
  func complain(_ mistake: Mistake, of command: String)

  /// Makes the lesson's session the one in which exactly these commands ran, from a fresh session.
  ///
  /// - Throws: The `Mistake` of a command that fails, or what interrupts.
  func prepare(after commands: [String]) throws

  /// Runs a command in the lesson's session, which keeps what it changes; the student's session
  /// becomes a copy of it.
  ///
  /// - Throws: `Mistake`, or what interrupts; then nothing has changed.
  func run(_ command: String) throws -> Report

  /// What the shell takes a typed line for.
  func reading(_ line: String) -> LineReading

  /// Runs the student's own commands in the student's session; shows their answers or mistakes.
  ///
  /// - Returns: Whether all of them succeeded.
  func runFree(_ line: String) -> Bool

  /// Keeps the progress, merged with what is kept already.
  func save(_ progress: Progress)

  /// The day of a time in seconds since 1970, as a student reads it: `2026-11-24`.
  func day(of time: Int) -> String

  /// Writes the student's notes, and says so or complains.
  func writeNotes(_ markdown: String, to file: String)
}
