import Reports
import Testing

struct MarkdownRendererTests {
  private func text(_ report: Report, command: String = "") -> String {
    MarkdownRenderer().render(report, command: command)
  }

  @Test func aReportIsAHeadingItsCommandAndItsBlocks() {
    var report = Report(title: "Powers of V")
    report.add(paragraph: "It vanishes:\n- at once")
    report.add(marked: "Try **this**: `power v=0.5`")
    report.add(equation: "c' = f ⊙ c")
    report.addPause()
    report.add(
      Table(name: "t", columns: ["k", "name"], rows: [[1, "a|b"], [.double(2.5), nil]]))
    report.add(Table(name: "hidden", columns: ["x"], isShown: false))
    #expect(
      text(report, command: "power v=0.5") == """
        # Powers of V

        ```text
        gatehouse> power v=0.5
        ```

        It vanishes:  
        - at once

        Try **this**: `power v=0.5`

        ```text
        c' = f ⊙ c
        ```

        | k | name |
        | ---: | --- |
        | 1 | a\\|b |
        | 2.5 | - |

        """)
  }

  @Test func aPictureIsWhatAPlainScreenShows() {
    let bars = Bars(name: "b", labels: ["a"], values: [1])
    let shown = TextRenderer(.plain).render(Report(blocks: [.bars(bars)]))
    #expect(text(Report(blocks: [.bars(bars)])) == "```text\n\(shown)```\n")
  }

  @Test(arguments: [
    ("<img src=x>", #"\<img src=x>"#), ("![a](b)", #"!\[a\](b)"#), ("&lt;", #"\&lt;"#),
    ("`x", #"\`x"#), ("*x*", #"\*x\*"#), ("# x", "\\# x"), (#"\"#, #"\\"#), ("a | b", #"a \| b"#),
  ])
  func nothingOfAStrangerIsMarkdown(typed: String, written: String) {
    var report = Report(title: typed)
    report.add(paragraph: typed)
    #expect(text(report) == "# \(written)\n\n\(written)\n")
  }

  @Test func aFenceIsLongerThanAnyInside() {
    #expect(MarkdownText.fenced("a\n````\n<b>\n") == "`````text\na\n````\n<b>\n`````")
  }
}
