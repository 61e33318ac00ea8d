import Testing

@testable import Reports

@Suite("Marked text")
struct MarkedTextTests {
  private func text(_ marked: String, _ capabilities: TerminalCapabilities = .plain) -> String {
    var report = Report()
    report.add(marked: marked)
    return TextRenderer(capabilities).render(report)
  }

  @Test func withoutColourCodeKeepsItsBackticksAndStrongWordsStandAlone() {
    #expect(text("Type `data show t=4` **now**.") == "Type `data show t=4` now.\n")
  }

  @Test func withColourCodeAndStrongWordsHaveTheirStyles() {
    let shown = text("Type `data` **now**.", TerminalCapabilities(color: .sixteen))
    #expect(shown == "Type \u{1b}[36mdata\u{1b}[0m \u{1b}[1mnow\u{1b}[0m.\n")
  }

  @Test func aStyleGoesOnOverABrokenLine() {
    let shown = text("a **bold phrase** b", TerminalCapabilities(width: 8, color: .sixteen))
    #expect(shown == "a \u{1b}[1mbold\u{1b}[0m\n\u{1b}[1mphrase\u{1b}[0m b\n")
  }

  @Test(arguments: ["2 ** 3", "a ` b", "****", "``", "**open"])
  func aMarkThatNothingClosesIsText(_ marked: String) {
    #expect(text(marked) == marked + "\n")
  }

  @Test func hangingItemsAreMarkedToo() {
    let shown = text("- one `two` three four", TerminalCapabilities(width: 12))
    #expect(shown == "- one `two`\n  three four\n")
  }

  @Test func escapesOfAStrangerAreMadeVisible() {
    #expect(!text("`\u{1b}[2J` **\u{1b}]0;x\u{7}**").contains("\u{1b}"))
  }

  @Test func withoutUnicodeOnlyASCIIComesOut() {
    let shown = text("`σ` and **β**", TerminalCapabilities(unicode: false))
    #expect(shown == "`sigma` and beta\n")
  }
}
