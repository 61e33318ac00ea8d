/// Why a file is no progress that can be read.
public struct ProgressFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is the matter.
  public enum Kind: Sendable, Equatable {
    /// It is something else.
    case foreign
    /// It comes from a newer program.
    case newer
    /// Its end is missing.
    case cutShort
    /// Some line is not as it was written.
    case damaged
    /// It is larger than any progress.
    case tooLarge
  }

  /// What is the matter.
  public let kind: Kind
  /// One sentence without a full stop.
  public let message: String
  /// The 1-based line; nil where no line is to blame.
  public let line: Int?
  /// What could be read, of a file that is cut short or damaged; nil where that is nothing.
  public let readable: Progress?

  /// Makes a fault.
  public init(_ kind: Kind, _ message: String, line: Int? = nil, readable: Progress? = nil) {
    self.kind = kind
    self.message = message
    self.line = line
    self.readable = readable
  }

  /// The line and the sentence.
  public var description: String {
    line.map { "line \($0): \(message)" } ?? message
  }
}
