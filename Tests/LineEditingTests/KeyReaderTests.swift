import TestSupport
import Testing

@testable import LineEditing

struct KeyReaderTests {
  private func makeReader() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(running: builtProduct("line-editing-probe"), ["keys"])
    try terminal.expect("keys")
    return terminal
  }

  @Test func singleKeysComeAtOnceAndUnseen() throws {
    let terminal = try makeReader()
    #expect(!terminal.isCanonical && !terminal.echoes)
    for (stroke, key) in [
      (KeyStroke("q"), "<character(\"q\")>"), (KeyStroke("→"), "<character(\"→\")>"),
      (.enter, "<enter>"), (.up, "<up>"), (.escape, "<escape>"), (.control("C"), "<interrupt>"),
    ] {
      terminal.send(stroke)
      try terminal.expect("\(key)\r\n")
    }
    #expect(!terminal.screen.contains("^"))
    terminal.send(.control("D"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.isCanonical && terminal.echoes)
  }

  @Test func aNewSizeAsksForADrawing() throws {
    let terminal = try makeReader()
    terminal.resize(columns: 40, rows: 10)
    try terminal.expect("<redraw>")
  }

  @Test func controlZLeavesTheScreenFirst() throws {
    let terminal = try makeReader()
    // The kernel stops no orphan, as this session leader is one: it goes on at once, and draws
    // anew.
    terminal.send(.control("Z"))
    try terminal.expect("stopping")
    try terminal.expect("<redraw>")
    #expect(!terminal.isCanonical)
  }

  @Test func aRequestToEndEndsTheWait() throws {
    let terminal = try makeReader()
    terminal.signal(SignalNumber.terminate)
    try terminal.expect("<terminated(signal: \(SignalNumber.terminate))>")
  }
}

struct KeyParserTests {
  /// The keys in bytes that come at once.
  private func keys(in text: String) -> [Key] {
    var parser = KeyParser()
    var keys = text.utf8.compactMap { parser.key(after: $0) }
    if let last = parser.flush() { keys.append(last) }
    return keys
  }

  @Test(arguments: [
    ("a", [Key.character("a")]), ("é→😀", [.character("é"), .character("→"), .character("😀")]),
    ("\r\n", [.enter, .enter]), ("\t", [.tab]), ("\u{7F}\u{8}", [.backspace, .backspace]),
    ("\u{3}", [.interrupt]), ("\u{4}", [.endOfInput]), ("\u{12}", [.control("r")]),
    ("\u{1B}", [.escape]), ("\u{1B}[", [.unknown]), ("\u{1B}x", [.unknown]),
    ("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[D", [.up, .down, .right, .left]),
    ("\u{1B}[H\u{1B}[1~\u{1B}[F\u{1B}[4~", [.home, .home, .end, .end]),
    ("\u{1B}[3~\u{1B}[5~\u{1B}[6;2~\u{1B}[Z", [.delete, .pageUp, .pageDown, .backTab]),
    ("\u{1B}[200~x", [.unknown, .character("x")]),
  ])
  func sequencesAreKeys(_ text: String, _ expected: [Key]) {
    #expect(keys(in: text) == expected)
  }

  @Test func anyBytesAreTakenAndNothingStaysOpen() {
    var parser = KeyParser()
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        _ = parser.key(after: first)
        _ = parser.key(after: second)
      }
    }
    for _ in 0..<20 { _ = parser.key(after: 0x1B) }
    _ = parser.flush()
    #expect(!parser.isWaiting)
  }
}
