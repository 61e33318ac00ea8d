import TestSupport
import Testing

struct ScreenTextTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> ScreenText {
    var screen = ScreenText(columns: columns, rows: rows)
    screen.feed(text.utf8)
    return screen
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", ""]), ("abc\u{8}\u{8}x", ["axc", "", ""]),
    ("a\tb", ["a       b", "", ""]),
    ("0123456789", ["0123456789", "", ""]), ("0123456789a", ["0123456789", "a", ""]),
    ("0123456789\r\nb", ["0123456789", "b", ""]), ("012345678日", ["012345678", "日", ""]),
    ("\u{1B}[2;3Hx\u{1B}[1;1Hy\u{1B}[1Bz", ["y", " zx", ""]),
    ("abcdef\u{1B}[4D\u{1B}[K", ["ab", "", ""]), ("abcdef\u{1B}[3D\u{1B}[2P", ["abcf", "", ""]),
    ("abc\r\u{1B}[2@x", ["x abc", "", ""]), ("ab\r\ncd\u{1B}[A\r\u{1B}[J", ["", "", ""]),
    ("a\r\nb\r\nc\r\nd", ["b", "c", "d"]), ("a\r\nb\u{1B}[H\u{1B}[Lc", ["c", "a", "b"]),
    ("\u{1B}[1;31mred\u{1B}[0m\u{1B}]0;title\u{7}!", ["red!", "", ""]),
    ("e\u{301}", ["é", "", ""]), ("a\u{1B}[?1049hb\u{1B}[?1049lc", ["ac", "", ""]),
    ("\u{1B}(Ba\u{1B}7b\u{1B}8c", ["ac", "", ""]),
  ])
  func aTerminalShows(_ text: String, _ rows: [String]) {
    #expect(screen(text).rows == rows)
  }

  @Test func theCursorAndTheBellAreKnown() {
    let screen = screen("ab\u{7}\r\n日")
    #expect(screen.cursorRow == 1 && screen.cursorColumn == 2 && screen.bells == 1)
    #expect(screen.rowOfCursor == "日")
    #expect(screen.description == "ab\n日")
  }

  @Test func whatScrollsOffIsKept() {
    #expect(screen("a\r\nb\r\nc\r\nd").scrolledOff == ["a"])
  }

  @Test func aNewSizeCutsAndFills() {
    var screen = screen("abcdef\r\nb\r\nc")
    screen.resize(columns: 3, rows: 2)
    #expect(screen.rows == ["b", "c"])
    #expect(screen.scrolledOff == ["abcdef"])
    screen.resize(columns: 6, rows: 4)
    #expect(screen.rows == ["b", "c", "", ""])
  }
}
