public import Reports

/// What the checker asks of the program around it: the lesson's session, without a student.
public protocol CheckHost: AnyObject, Evaluator {
  /// Makes the lesson's session the one in which exactly these commands ran, from a fresh session.
  ///
  /// - Throws: The `Mistake` of a command that fails, or what interrupts.
  func prepare(after commands: [String]) throws

  /// Runs a command in the lesson's session, which keeps what it changes.
  ///
  /// - Throws: `Mistake`, or what interrupts; then nothing has changed.
  func run(_ command: String) throws -> Report

  /// The canonical verb of a command; nil where the shell knows none.
  func verb(of command: String) -> String?
}
