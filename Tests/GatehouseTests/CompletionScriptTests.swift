import Shell
import TestSupport
import Testing

/// The scripts for the shells of the system, and the manual page.
struct CompletionScriptTests {
  private static let shells = ["bash", "zsh", "fish"]

  private func answer(_ words: String...) throws -> String {
    let result = try TestUser().run(words)
    #expect(result.status == .exited(0) && result.error.isEmpty)
    return result.output
  }

  @Test(arguments: shells)
  func aScriptNamesEveryVerbAndOption(shell: String) throws {
    let script = try answer("completions", shell)
    for verb in CommandTable.all.map(\.verb) { #expect(script.contains(verb), "\(verb)") }
    for word in ["'data show'", "'gates gate='", "keep-going"] { #expect(script.contains(word)) }
  }

  @Test(arguments: shells)
  func aShellThatIsHereReadsItsScript(shell: String) throws {
    let user = try TestUser()
    _ = try user.home.write(user.run("completions", shell).output, to: "script")
    let command = "command -v \(shell) >/dev/null || exit 0; \(shell) -n script"
    let result = try runProcess(
      "/bin/sh", ["-c", command], environment: user.environment, folder: user.home.path)
    #expect(result.status == .exited(0) && result.error.isEmpty, "\(result.error)")
  }

  @Test(arguments: [
    ("gatehouse gat", "gates"), ("gatehouse data sh", "show"),
    ("gatehouse gates lstm gate=forg", "forget"), ("gatehouse --json set nota", "notation="),
    ("gatehouse data make latch se", "seed="), ("gatehouse --keep", "--keep-going"),
    ("gatehouse gates lstm step=", ""), ("gatehouse data load pri", "prices.csv"),
    ("gatehouse model load file=pri", ""), ("gatehouse lesson welc", "welcome"),
  ])
  func bashCompletes(line: String, word: String) throws {
    let user = try TestUser()
    _ = try user.home.write(user.run("completions", "bash").output, to: "script")
    _ = try user.home.write("", to: "prices.csv")
    let command = #"""
      command -v bash >/dev/null || { printf '%s' "$1"; exit 0; }
      bash -c '. ./script; COMP_LINE=$0; COMP_POINT=${#0}; _gatehouse; printf %s "${COMPREPLY[*]}"' "$0"
      """#
    let result = try runProcess(
      "/bin/sh", ["-c", command, line, word], environment: user.environment,
      folder: user.home.path)
    #expect(result.output == word && result.error.isEmpty, "\(result.error)")
  }

  @Test func theManualNamesEveryVerbKeyAndOption() throws {
    let page = try answer("manual")
    for command in CommandTable.all {
      #expect(page.contains("\n.SS \(command.verb)\n"), "\(command.verb)")
    }
    #expect(page.hasPrefix(".TH GATEHOUSE 1") && page.contains("\n.B gate=\\fR"))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    let help = try answer("--help")
    for word in help.split(whereSeparator: { " \n,".contains($0) }) where word.hasPrefix("--") {
      let name = word.prefix { $0.isLetter || $0 == "-" }.replacing("-", with: #"\-"#)
      #expect(page.contains("\n.B \(name)"), "\(name)")
    }
  }

  @Test func groffReadsTheManualWithoutAWarning() throws {
    let command = "command -v groff >/dev/null || exit 0; groff -man -ww -Tutf8 >/dev/null"
    let result = try runProcess("/bin/sh", ["-c", command], input: answer("manual"))
    #expect(result.status == .exited(0) && result.error.isEmpty, "\(result.error)")
  }
}
