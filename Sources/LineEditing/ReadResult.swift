/// What reading one line came to.
public enum ReadResult: Sendable, Equatable {
  /// A line, without its end.
  case line(String)

  /// Nothing is left to read, or Ctrl-D was struck on an empty line.
  case endOfInput

  /// Ctrl-C was struck: the line is gone, the reader goes on with the next one.
  case interrupted

  /// The line cannot be used; it is passed over, and the next call reads the next line.
  case failed(ReadFailure)

  /// A signal asks the process to end. Every later call answers the same.
  case terminated(signal: Int32)
}

/// Reads lines one after another, from a person or from a script.
public protocol LineReader: AnyObject {
  /// Reads the next line, and waits for it where it has not come yet.
  ///
  /// - Parameter prompt: What a person sees before the line; plain text of one row.
  /// - Returns: The line without its end, or why there is none.
  func readLine(prompt: String) -> ReadResult
}
