import Testing

/// Bad scripts, and what `source` says of each.
struct HostileScriptTests {
  @Test(arguments: files)
  func isRefusedInASentence(_ file: HostileFile) throws {
    try ShellHarness().expectRefusal(of: file, as: "f.gate")
  }

  private static func file(_ what: String, _ text: String, _ message: String) -> HostileFile {
    file(what, Array(text.utf8), message)
  }

  private static func file(_ what: String, _ bytes: [UInt8], _ message: String) -> HostileFile {
    HostileFile(what, bytes, "source ~/f", message)
  }

  static let files: [HostileFile] = [
    file(
      "UTF-16", utf16("calc 1\n"),
      "~/f.gate:1: column 4: there is a NUL character; is this a text file in UTF-8?"),
    file(
      "Latin-1", Array("calc 1 # ".utf8) + [0xE4], "~/f.gate:1: column 10: this is not UTF-8 text"),
    file(
      "a NUL", "calc 1\0\n",
      "~/f.gate:1: column 7: there is a NUL character; is this a text file in UTF-8?"),
    file(
      "a program", [0x7F] + Array("ELF\u{2}\u{1}\u{1}\0".utf8),
      "~/f.gate:1: column 8: there is a NUL character; is this a text file in UTF-8?"),
    file("an escape", "\u{1B}]0;owned\u{7}\n", "~/f.gate:1:2: nothing opened this ]"),
    file(
      "a C1 control", "\u{9B}31m\n",
      "~/f.gate:1:1: there is no command \"\\x9b31m\"; help lists the commands"),
    file(
      "an override of direction", "\u{202E}data\n",
      "~/f.gate:1:1: there is no command \"\\u{202e}data\"; help lists the commands; did you mean data?"
    ),
    file(
      "a script of another shell", "#!/bin/sh\nrm -rf /\n",
      "~/f.gate:2:1: there is no command \"rm\"; help lists the commands"),
    file(
      "a line of two megabytes", "calc 1" + String(repeating: "1", count: 2_000_000),
      "~/f.gate:1: the line is longer than 1048576 bytes"),
    file(
      "a word of 100,000 letters", String(repeating: "a", count: 100_000),
      "~/f.gate:1:1: there is no command \"" + String(repeating: "a", count: 279) + "…"
        + String(repeating: "a", count: 274) + "\"; help lists the commands"),
    file(
      "an open quotation", "data load \"prices.csv\n", "~/f.gate:1:11: this quote is never closed"),
    file(
      "itself", "source ~/f.gate\n",
      "~/f.gate is not run: it is running already, and would run itself for ever"),
  ]

  @Test func aCircleOfScriptsEndsAtItsFirstTurn() throws {
    let shell = try ShellHarness(keepsGoing: true)
    _ = try shell.home.make("a.gate", "source ~/b.gate\nsource ~/b.gate\n")
    _ = try shell.home.make("b.gate", "source ~/a.gate\nsource ~/link.gate\n")
    _ = try shell.home.makeLink("link.gate", to: "a.gate")
    let outcome = shell.run("source ~/a.gate")
    let circle = " is not run: it is running already, and would run itself for ever\n"
    #expect(
      outcome.complaints
        == String(repeating: "~/a.gate\(circle)~/link.gate\(circle)", count: 2))
    try shell.expectHarmless(outcome)
  }

  @Test func aByteOrderMarkAndCRLFAreNoMistake() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("f.gate", "\u{FEFF}set t=50\r\ndata show pick=t\r\n")
    #expect(try shell.text("source ~/f.gate").hasSuffix("50\n"))
  }
}
