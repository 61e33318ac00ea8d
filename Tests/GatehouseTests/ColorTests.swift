import TestSupport
import Testing

/// Colours and characters, by what the environment says.
struct ColorTests {
  private let line = "gates lstm t=42"

  @Test func aPipeGetsColorsOnlyWhenAsked() throws {
    let user = try TestUser()
    let colored = try user.run("--color", "always", "-c", line)
    #expect(colored.output.contains("\u{1B}["))
    for choice in ["auto", "never"] {
      let plain = try user.run("--color", choice, "-c", line)
      #expect(!plain.output.contains("\u{1B}"))
    }
  }

  @Test func theSettingCountsForTheCommandsAfterIt() throws {
    let result = try TestUser().run("-c", "set color=always; gates lstm")
    #expect(result.output.contains("\u{1B}["))
  }

  @Test(arguments: [
    ["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": ""], ["TERM": "no-such-terminal"],
  ])
  func aTerminalWithoutColorsGetsNone(_ variables: [String: String]) throws {
    let user = try TestUser(variables)
    let terminal = try user.startAtTerminal("-c", "\(line); gates lsmt")
    #expect(try terminal.waitForExit() == .exited(1))
    #expect(terminal.screen.everything.contains { $0.hasPrefix("LSTM at t=42") })
    if variables["TERM"] != "no-such-terminal" { #expect(!terminal.output.contains(0x1B)) }
  }

  @Test func noColorStillYieldsToTheCommandLine() throws {
    let result = try TestUser(["NO_COLOR": "1"]).run("--color", "always", "-c", line)
    #expect(result.output.contains("\u{1B}["))
  }

  @Test func aTerminalGetsColorsAndNeverDoesNot() throws {
    let user = try TestUser()
    let colored = try user.startAtTerminal("-c", line)
    #expect(try colored.waitForExit() == .exited(0))
    #expect(colored.output.contains(0x1B))
    let plain = try user.startAtTerminal("--color", "never", "-c", line)
    #expect(try plain.waitForExit() == .exited(0))
    #expect(!plain.output.contains(0x1B))
    // The same text stands on both screens: nothing is told by colour alone.
    #expect(plain.screen.rows.first == colored.screen.rows.first)
  }

  @Test func theProgressOfADumbTerminalHasNoEscapes() throws {
    let user = try TestUser(["TERM": "dumb"])
    let terminal = try user.startAtTerminal("-c", "train lstm epochs=100000 units=200")
    try terminal.expect("loss")
    terminal.send(.control("C"))
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(!terminal.output.contains(0x1B))
  }

  @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "", "LC_CTYPE": "POSIX"]])
  func theCLocaleGetsASCIIFromEveryExampleOfEveryCommand(_ locale: [String: String]) throws {
    let user = try TestUser(locale)
    try user.home.write(TestUser.prices(400), to: "prices.csv")
    try user.home.write("set t=7\n", to: "tour.gate")
    let verbs = try rows(of: user.run("--json", "help"), table: "commands")
    #expect(verbs.count >= 12)
    var lines: [String] = []
    for verb in verbs {
      lines.append("help \(verb)")
      lines += try rows(of: user.run("--json", "help", verb), table: "examples")
    }
    lines += ["model save lstm weights.safetensors", "zzz", "gates lsmt", "gates lstm t=tomorrow"]
    // Behind each line, so that the next one is a command whatever it has opened.
    lines = lines.filter { $0 != "quit" }.flatMap { [$0, "leave"] }
    for form in [[], ["--color", "always"]] {
      let result = try user.run(form + ["--keep-going"], input: lines.joined(separator: "\n"))
      #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
      #expect(result.error.utf8.allSatisfy { $0 < 0x80 }, "\(result.error)")
    }
  }

  @Test func theCLocaleGetsASCIIFromEveryWordThatIsExplained() throws {
    let user = try TestUser(["LC_ALL": "C"])
    let list = try JSONValue(parsing: user.run("--json", "explain").output)
    let terms = try #require(list["blocks"]?.elements?.first?["text"]?.text)
      .split(whereSeparator: { ", ".contains($0) })
    #expect(terms.count > 100)
    let lines = terms.filter { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
      .map { "explain \($0)\n" }
    let result = try user.run(["--keep-going"], input: lines.joined())
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(result.output.count > 20_000)
  }

  @Test func utf8IsUsedWhereTheLocaleHasIt() throws {
    let result = try TestUser().run("-c", "gates lstm t=42")
    #expect(result.output.contains("─") || result.output.contains("→"))
  }

  /// The first column of a table of an answer.
  private func rows(of result: ProcessResult, table: String) throws -> [String] {
    let blocks = try JSONValue(parsing: result.output)["blocks"]?.elements ?? []
    let rows = blocks.first { $0["name"] == .string(table) }?["rows"]?.elements ?? []
    return rows.compactMap { $0.elements?.first?.text }
  }
}
