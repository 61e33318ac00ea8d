/// A command's mistake as it is told to the user.
public struct ReportError: Error, Sendable, Equatable {
  /// The command as typed.
  public var command: String
  /// What is wrong and what was expected, in one line without the nearest word.
  public var message: String
  /// Where in the line, from 1, in characters; nil where no place can be named.
  public var column: Int?
  /// The nearest right word; nil for none.
  public var hint: String?
  /// The script or lesson; nil for what was typed.
  public var file: String?
  /// The line of the file, from 1.
  public var line: Int?
  /// The text in which `column` counts; nil where that is `command`.
  public var source: String?

  /// Makes an error.
  public init(
    command: String, message: String, column: Int? = nil, hint: String? = nil,
    file: String? = nil, line: Int? = nil, source: String? = nil
  ) {
    self.command = command
    self.message = message
    self.column = column
    self.hint = hint
    self.file = file
    self.line = line
    self.source = source
  }
}
