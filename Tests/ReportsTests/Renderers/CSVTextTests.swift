import Reports
import Testing

@Suite("Text for spreadsheets")
struct CSVTextTests {
  @Test func quotesTextsAndLeavesNumbers() {
    #expect(
      CSVText.text(["id", "n"], [["a,\"b\"", 3], ["é", 0.5], [nil, nil]])
        == "\"id\",\"n\"\n\"a,\"\"b\"\"\",3\n\"é\",0.5\n,\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "' =1"),
    ("\r=1", "'\\r=1"), ("=\u{301}1", "'=\u{301}1"), ("'=1", "'=1"), ("a=1", "a=1"), ("", ""),
  ])
  func runsNothing(text: String, cell: String) {
    #expect(CSVText.text([text], []) == "\"\(cell)\"\n")
  }

  @Test func showsControlCharactersAndKeepsALineALine() {
    #expect(CSVText.text(["a\nb\u{1b}[2J"], []) == "\"a b\\e[2J\"\n")
    #expect(CSVText.text(["a\r\nb"], []) == "\"a\\r b\"\n")
  }

  @Test func aQuoteWithACombiningMarkCannotEndTheCell() {
    #expect(CSVText.text(["a\"\u{308},=1+1"], []) == "\"a\"\"\u{308},=1+1\"\n")
  }
}
