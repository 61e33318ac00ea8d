import Testing

@testable import Reports

struct WrappingTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 5, [""]), ("a\n\nb", 5, ["a", "", "b"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a abcdef", 4, ["a", "abcd", "ef"]),
    ("- one two", 7, ["- one", "  two"]), ("12. one two", 10, ["12. one", "    two"]),
    ("  in dent", 8, ["  in", "  dent"]),
    ("日本語", 4, ["日本", "語"]), ("日本語", 1, ["日", "本", "語"]), ("a   = b", 9, ["a   = b"]),
    ("     ", 3, [""]),
  ])
  func linesBreakAtWords(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, to: width) == lines)
  }

  @Test func noWordIsLost() {
    let text = "The forget gate keeps what the cell knew; the input gate lets in what is new."
    for width in 1...100 {
      let joined = wrapped(text, to: width).joined()
      #expect(joined.filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
