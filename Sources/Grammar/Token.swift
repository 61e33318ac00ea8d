/// One piece of a command line, with its place.
///
/// Execution and completion read the same tokens, so a word means the same to both.
public struct Token: Sendable, Equatable {
  /// What kind of piece this is.
  public enum Kind: Sendable, Equatable {
    /// A word; `text` has its quotes and escapes resolved.
    case word
    /// The `=` between a key and its value.
    case equals
    /// The `;` between two commands.
    case semicolon
  }

  /// How a word was quoted.
  public enum Quoting: Sendable, Equatable {
    /// No quote took part.
    case none
    /// At least a part stood in quotes, all of them closed.
    case closed
    /// The line ended inside a quote that began with this character: `"`, `'` or a backtick.
    case open(UInt8)
  }

  /// What kind of piece this is.
  public let kind: Kind
  /// The piece as a command sees it, without its quotes.
  public let text: String
  /// The place in the line, in UTF-8 bytes, quotes included.
  public let range: Range<Int>
  /// How the word was quoted.
  public let quoting: Quoting

  /// Whether any part of the word stood in quotes, so that it is text and nothing else.
  public var isQuoted: Bool { quoting != .none }
}
