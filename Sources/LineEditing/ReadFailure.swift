/// Why a line that was there could not be read.
public struct ReadFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong with the line.
  public enum Reason: Sendable, Equatable {
    /// The line has more than this many bytes.
    case tooLong(limitInBytes: Int)

    /// The bytes of the line are not UTF-8.
    case notUTF8

    /// The line holds a NUL, so what is read is hardly text.
    case containsNUL

    /// The system refused to read, with this `errno`.
    case cannotRead(errorCode: Int32)
  }

  /// What is wrong with the line.
  public let reason: Reason

  /// The line, counted from 1 in what this reader has read.
  public let line: Int

  /// The character at which reading failed, counted from 1.
  public let column: Int

  /// A failure at a place.
  public init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// One sentence for a person, without the line's number: who knows the file's name says both.
  public var description: String {
    switch reason {
    case .tooLong(let limit):
      "the line is longer than \(limit) bytes"
    case .notUTF8:
      "column \(column): this is not UTF-8 text"
    case .containsNUL:
      "column \(column): there is a NUL character; is this a text file in UTF-8?"
    case .cannotRead(let code):
      "cannot read: \(systemMessage(forError: code))"
    }
  }
}
