import Reports
import Testing

struct AsciicastTests {
  @Test func theHeaderIsOneObject() {
    #expect(
      Asciicast.header(width: 80, height: 24, timestamp: 1_795_531_845, title: "A \"film\"")
        == #"{"version":2,"width":80,"height":24,"timestamp":1795531845,"title":"A \"film\""}"#
        + "\n")
  }

  @Test func anEventIsATimeAKindAndATextOnOneLine() {
    #expect(
      Asciicast.output("a\u{1b}[1m\nb\n", at: 1.23456789)
        == #"[1.234568,"o","a\u001b[1m\r\nb\r\n"]"# + "\n")
    #expect(Asciicast.output("", at: 0) == #"[0.0,"o",""]"# + "\n")
  }
}
