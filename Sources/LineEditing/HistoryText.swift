/// The history of commands as text: one command a line, the oldest first.
///
/// It knows no file. Who keeps one reads it into `init(bytes:)`, and appends `added` under a lock,
/// or writes `merged(into:)` what another shell has left meanwhile.
public struct HistoryText: Sendable, Equatable {
  /// How many commands are kept.
  public static let limit = 2_000

  /// The longest command that is kept, in bytes; longer ones are pasted data.
  public static let longestInBytes = 16_384

  /// The commands, the oldest first.
  public private(set) var lines: [String] = []

  /// The commands that came by `append(_:)`, which no file holds yet.
  public private(set) var added: [String] = []

  /// An empty history.
  public init() {}

  /// Reads the text of a history file: bytes that are not UTF-8 are replaced, and so are control
  /// characters.
  ///
  /// Nothing in a file is refused: CRLF, a last line cut short, empty lines and foreign contents
  /// all give a history.
  ///
  /// - Parameter bytes: The contents of the file.
  public init(bytes: some Sequence<UInt8>) {
    let text = Array(bytes)
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      store(String(decoding: line, as: UTF8.self))
    }
    added = []
    dropOldest()
  }

  /// Stores a command, unless it is empty, begins with a space, repeats the one before it, or is
  /// too long.
  ///
  /// - Parameter line: The command as typed.
  /// - Returns: Whether it was stored.
  @discardableResult
  public mutating func append(_ line: String) -> Bool {
    guard line.unicodeScalars.first != " " else { return false }
    defer { dropOldest() }
    return store(line)
  }

  /// Notes that a file holds now what was added.
  public mutating func markAddedAsKept() {
    added = []
  }

  /// The history that another shell has written meanwhile, and after it what was added here.
  ///
  /// - Parameter current: What the file holds now.
  /// - Returns: All commands of both, bounded; nothing in it counts as added.
  public func merged(into current: HistoryText) -> HistoryText {
    var merged = current
    for line in added { merged.store(line) }
    merged.dropOldest()
    merged.markAddedAsKept()
    return merged
  }

  /// The text of a file that holds the history.
  public var text: String { Self.text(of: lines) }

  /// The text to be appended to a file that holds all but what was added.
  public var addedText: String { Self.text(of: added) }

  @discardableResult
  private mutating func store(_ line: String) -> Bool {
    let line = Self.cleaned(line)
    guard !line.isEmpty, line.utf8.count <= Self.longestInBytes, line != lines.last else {
      return false
    }
    lines.append(line)
    added.append(line)
    return true
  }

  private mutating func dropOldest() {
    lines.removeFirst(max(lines.count - Self.limit, 0))
    added.removeFirst(max(added.count - Self.limit, 0))
  }

  private static func text(of lines: [String]) -> String {
    lines.map { $0 + "\n" }.joined()
  }

  /// A line end inside a command would be two commands when it is read again; other controls could
  /// steer a terminal, or turn the direction of what it shows.
  private static func cleaned(_ line: String) -> String {
    let scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: " "
      default: scalar.properties.isBidiControl ? " " : scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).trimmingSuffix { $0 == " " }
  }
}

extension String {
  /// The text without the characters at its end that fulfil the condition.
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !condition($0) }) else { return "" }
    return String(self[...last])
  }
}
