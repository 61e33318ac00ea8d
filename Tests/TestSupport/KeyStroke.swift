/// What a terminal sends for a key.
public struct KeyStroke: Sendable {
  /// The bytes, as text.
  public let sequence: String

  /// A key that sends this.
  public init(_ sequence: String) {
    self.sequence = sequence
  }

  /// A letter struck with Ctrl: `.control("C")`.
  public static func control(_ letter: Character) -> KeyStroke {
    let code = (letter.uppercased().unicodeScalars.first?.value ?? 0) & 0x1F
    return KeyStroke(String(Character(Unicode.Scalar(UInt8(code)))))
  }

  /// A letter struck with Alt: Escape and the letter.
  public static func alt(_ letter: Character) -> KeyStroke {
    KeyStroke("\u{1B}\(letter)")
  }

  /// The key Enter.
  public static let enter = KeyStroke("\r")

  /// The key Tab.
  public static let tab = KeyStroke("\t")

  /// The key Escape.
  public static let escape = KeyStroke("\u{1B}")

  /// The key that deletes to the left.
  public static let backspace = KeyStroke("\u{7F}")

  /// The key that deletes to the right.
  public static let delete = KeyStroke("\u{1B}[3~")

  /// The arrow up.
  public static let up = KeyStroke("\u{1B}[A")

  /// The arrow down.
  public static let down = KeyStroke("\u{1B}[B")

  /// The arrow to the right.
  public static let right = KeyStroke("\u{1B}[C")

  /// The arrow to the left.
  public static let left = KeyStroke("\u{1B}[D")

  /// The key Home.
  public static let home = KeyStroke("\u{1B}[H")

  /// The key End.
  public static let end = KeyStroke("\u{1B}[F")

  /// The key Page Up.
  public static let pageUp = KeyStroke("\u{1B}[5~")

  /// The key Page Down.
  public static let pageDown = KeyStroke("\u{1B}[6~")
}
