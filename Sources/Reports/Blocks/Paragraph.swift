/// Running text, broken at words to the width of the screen; a newline in it starts a new line.
///
/// A line that begins with `- `, `* `, `• ` or a number and a point (`1. `) hangs: what does not
/// fit continues under its text.
public struct Paragraph: Sendable, Equatable {
  /// The text.
  public var text: String
  /// Whether `**strong**` words and `` `code` `` are marked in the text.
  public var isMarked: Bool

  /// Makes a paragraph.
  public init(_ text: String, isMarked: Bool = false) {
    self.text = text
    self.isMarked = isMarked
  }
}

/// An equation in letters and numbers, set apart from the text; a newline in it starts a new line.
public struct Equation: Sendable, Equatable {
  /// The text, as `c' = f ⊙ c + i ⊙ c̃`.
  public var text: String

  /// Makes an equation.
  public init(_ text: String) {
    self.text = text
  }
}

/// A place where a terminal waits for Enter; nothing elsewhere.
public struct Pause: Sendable, Equatable {
  /// Makes a pause.
  public init() {}
}
