import Reports

/// What is wrong with a lesson's file, and where.
public struct LessonFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong and what was expected, in one sentence without a full stop.
  public let message: String
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1; nil where the whole line is to blame.
  public let column: Int?
  /// The nearest right word; nil for none.
  public let hint: String?
  /// Whether the lesson can be taken all the same.
  public var isWarning: Bool

  /// Makes a fault.
  public init(
    _ message: String, file: String, line: Int, column: Int? = nil, hint: String? = nil,
    isWarning: Bool = false
  ) {
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.hint = hint
    self.isWarning = isWarning
  }

  /// The fault on one line, as `ewma.md:12:4: there is no block "rnu"; did you mean run?`.
  public var description: String {
    let place = [file, String(line), column.map { String($0) }].compactMap { $0 }
    let question = hint.map { "; did you mean \($0)?" } ?? ""
    return printable(
      place.joined(separator: ":") + ": " + (isWarning ? "warning: " : "") + message + question)
  }
}
