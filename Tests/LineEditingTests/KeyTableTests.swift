import TestSupport
import Testing

struct KeyTableTests {
  /// What is typed, the keys struck then, and the line that must come of them.
  struct Case: Sendable {
    let typed: String
    let keys: [KeyStroke]
    let line: String

    init(_ typed: String, _ keys: KeyStroke..., gives line: String) {
      self.typed = typed
      self.keys = keys
      self.line = line
    }
  }

  private static let x = KeyStroke("x")

  private static let moving = [
    Case("ab cd", .control("A"), x, gives: "xab cd"),
    Case("ab cd", .control("A"), .control("E"), x, gives: "ab cdx"),
    Case("ab cd", .control("B"), x, gives: "ab cxd"),
    Case("ab cd", .control("A"), .control("F"), x, gives: "axb cd"),
    Case("ab cd", .left, .left, x, gives: "ab xcd"),
    Case("ab cd", .left, .left, .right, x, gives: "ab cxd"),
    Case("ab cd", .home, x, gives: "xab cd"),
    Case("ab cd", .home, .end, x, gives: "ab cdx"),
    Case("ab cd", .alt("b"), x, gives: "ab xcd"),
    Case("ab cd", .alt("b"), .alt("b"), x, gives: "xab cd"),
  ]

  private static let deleting = [
    Case("ab cd", .backspace, gives: "ab c"),
    Case("ab cd", .control("H"), gives: "ab c"),
    Case("ab cd", .left, .delete, gives: "ab c"),
    Case("ab cd", .delete, gives: "ab cd"),
    Case("ab cd", .left, .control("D"), gives: "ab c"),
    Case("ab cd", .control("W"), gives: "ab "),
    Case("ab cd", .control("W"), .control("Y"), gives: "ab cd"),
    Case("ab cd", .alt("\u{7F}"), gives: "ab "),
    Case("ab cd", .control("A"), .alt("d"), gives: " cd"),
    Case("ab cd", .alt("b"), .control("U"), gives: "cd"),
    Case("ab cd", .alt("b"), .control("K"), gives: "ab "),
    Case("ab cd", .alt("b"), .control("K"), .control("A"), .control("Y"), gives: "cdab "),
    Case("ab cd", .control("T"), gives: "ab dc"),
  ]

  /// The same keys as terminals of other kinds send them.
  private static let dialects =
    ["\u{1B}[1~", "\u{1B}[7~", "\u{1B}OH"].map { Case("ab cd", KeyStroke($0), x, gives: "xab cd") }
    + ["\u{1B}[4~", "\u{1B}[8~", "\u{1B}OF"].map {
      Case("ab cd", .home, KeyStroke($0), x, gives: "ab cdx")
    }
    + ["\u{1B}[1;5D", "\u{1B}[1;3D", "\u{1B}[5D", "\u{1B}Od", "\u{1B}\u{1B}[D"].map {
      Case("ab cd", KeyStroke($0), x, gives: "ab xcd")
    }
    + ["\u{1B}[1;5C", "\u{1B}[1;3C", "\u{1B}[5C", "\u{1B}Oc", "\u{1B}\u{1B}[C"].map {
      Case("ab cd", .home, KeyStroke($0), .delete, x, gives: "abxcd")
    }
    + [Case("ab cd", KeyStroke("\u{1B}OD"), KeyStroke("\u{1B}OC"), x, gives: "ab cdx")]

  /// Keys without a meaning leave no letters behind.
  private static let meaningless = [
    "\u{1B}[2~", "\u{1B}[Z", "\u{1B}[1;5A", "\u{1B}[1;5B", "\u{1B}[1;2A", "\u{1B}[1;2B",
    "\u{1B}[200~", "\u{1B}[201~",
  ].map { Case("ab", KeyStroke($0), x, gives: "abx") }

  /// All cases go through one editor, a line each.
  ///
  /// Keys struck before the prompt would go through the terminal's own editing first.
  private func check(_ cases: [Case]) throws {
    let terminal = try makeEditor()
    for (place, test) in cases.enumerated() {
      try terminal.expect("\(place + 1)> ")
      terminal.send(test.typed)
      for key in test.keys { terminal.send(key) }
      terminal.send(.enter)
      let line = try terminal.text(between: "line <", and: ">\r\n")
      #expect(line == test.line, "\(test.keys.map(\.sequence.debugDescription))")
    }
  }

  @Test func movingKeysMoveAsInBash() throws {
    try check(Self.moving)
  }

  @Test func deletingKeysDeleteAsInBash() throws {
    try check(Self.deleting)
  }

  @Test func everyDialectOfAKeyIsKnown() throws {
    try check(Self.dialects)
  }

  @Test func keysWithoutAMeaningLeaveNothing() throws {
    try check(Self.meaningless)
  }
}
