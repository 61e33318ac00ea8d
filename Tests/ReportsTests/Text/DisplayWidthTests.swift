import Reports
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("gates", 5), ("σ(x)", 4), ("c̃", 1), ("e\u{301}", 1), ("é", 1), ("ŷ", 1), ("日本語", 6),
    ("한국어", 6), ("\u{1112}\u{1161}\u{11ab}", 2), ("ｶﾅ", 2), ("ＡＢ", 4), ("😀", 2), ("⌚", 2), ("☎", 1),
    ("🇩🇪", 2), ("a\u{200d}b", 2), ("\u{feff}", 0), ("\u{7}\u{9b}", 0), ("█▓▒░·", 5), ("⠿", 1),
    ("\u{20000}", 2), ("…", 1), ("→", 1), ("✅", 2), ("①", 1),
  ])
  func aTextTakesItsColumns(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }
}
