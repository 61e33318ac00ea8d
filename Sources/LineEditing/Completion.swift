/// What could stand in the place of a part of the line.
public struct Completion: Sendable, Equatable {
  /// One of the texts that could stand there.
  public struct Candidate: Sendable, Equatable {
    /// What is inserted: quoted and escaped as the line needs it.
    public let text: String

    /// What a list of candidates shows.
    public let shown: String

    /// A few words beside it in the list.
    public let meaning: String?

    /// Whether the word is complete, so that a space follows; not so after `key=` or a folder.
    public let isFinal: Bool

    /// A candidate.
    ///
    /// - Parameters:
    ///   - text: What is inserted.
    ///   - shown: What a list shows; the text itself where nil.
    ///   - meaning: A few words beside it.
    ///   - isFinal: Whether a space follows.
    public init(_ text: String, shown: String? = nil, meaning: String? = nil, isFinal: Bool = true)
    {
      self.text = text
      self.shown = shown ?? text
      self.meaning = meaning
      self.isFinal = isFinal
    }
  }

  /// The part of the line to be replaced, in bytes of its UTF-8; it ends at the cursor.
  ///
  /// What lies outside the line, or after the cursor, is not touched.
  public let replacement: Range<Int>

  /// The texts that could stand there, in the order in which a list shows them.
  public let candidates: [Candidate]

  /// A completion.
  public init(replacement: Range<Int>, candidates: [Candidate]) {
    self.replacement = replacement
    self.candidates = candidates
  }
}

/// Answers what could stand at the cursor: the line, and the cursor in bytes of its UTF-8; nil or
/// no candidates: nothing.
public typealias Completer = (_ line: String, _ cursorInBytes: Int) -> Completion?
