import Reports
import Testing

struct PrintableTests {
  @Test(arguments: [
    ("plain σ 日本 👩‍👧", "plain σ 日本 👩‍👧"), ("\u{1b}[31mred", "\\e[31mred"), ("a\tb\nc", "a b\nc"),
    ("a\r\nb", "a\\r\nb"), ("\0\u{7}\u{7f}\u{9b}", "\\x00\\x07\\x7f\\x9b"),
    ("\u{202e}x\u{2066}", "\\u{202e}x\\u{2066}"), ("\u{2028}\u{feff}", "\\u{2028}\\u{feff}"),
  ])
  func whatSteersATerminalIsMadeVisible(text: String, shown: String) {
    #expect(printable(text) == shown)
  }

  @Test func noControlCharacterStaysInAnyText() {
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value), scalar != "\n" else { continue }
      let shown = printable(String(Character(scalar)))
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
