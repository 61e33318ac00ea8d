import Testing

@testable import Shell

struct SourceCommandTests {
  @Test func aScriptRunsInThisSession() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a b.gate", "set t=50\ndata show\n")
    let text = try shell.text("source '~/a b.gate'")
    #expect(text.contains("KO: t=50") && shell.session.settings.t == 50)
  }

  @Test func jsonHoldsTheCommandsOfTheScriptAlone() throws {
    let shell = try ShellHarness(.json)
    _ = try shell.home.make("a.gate", "set t=50 # the day\n\ndata show\n")
    #expect(
      try shell.jsonObjects("source ~/a.gate; set").map { $0["command"] } == [
        "set t=50", "data show", "set",
      ])
  }

  @Test func jsonOfTheCommandIsThatOfItsScript() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", "set t=50\nsource ~/b.gate\ngatse\n")
    _ = try shell.home.make("b.gate", "data show")
    let objects = try shell.jsonObjects("source ~/a.gate --json")
    #expect(objects.map { $0["command"] } == ["set t=50", "data show", "gatse"])
    #expect(try shell.text("set").hasPrefix("Settings"))
  }

  @Test func aMistakeInAScriptNamesItsPlaceAndEndsTheLine() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", "set t=50\ngatse\nset t=60\n")
    let outcome = shell.run("source ~/a.gate; set t=70")
    #expect(outcome.status == 1 && shell.session.settings.t == 50)
    #expect(outcome.complaints.hasPrefix("~/a.gate:2:1: there is no command"))
  }

  @Test func scriptsMayCallScripts() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", "source ~/b.gate\nset seed=5\n")
    _ = try shell.home.make("b.gate", "set t=50")
    _ = try shell.text("source ~/a.gate")
    #expect(shell.session.settings.t == 50 && shell.session.settings.seed == 5)
  }

  @Test func scriptsThatCallEachOtherTooDeepAreStopped() throws {
    let shell = try ShellHarness()
    for depth in 1...17 { _ = try shell.home.make("\(depth).gate", "source ~/\(depth + 1).gate\n") }
    #expect(
      shell.run("source ~/1.gate").complaints
        == "~/17.gate is not run: scripts call each other more than 16 deep\n")
    #expect(try shell.text("set").contains("Settings"))
  }

  @Test func aScriptThatFailsLeavesTheLastAnswer() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", "gatse\n")
    let answer = try shell.report("data")
    #expect(shell.run("source ~/a.gate").status == 1)
    #expect(shell.session.lastReport == answer)
  }

  @Test(arguments: ["~/none.gate", "~", "/dev/null/x"])
  func aScriptThatCannotBeReadIsNamed(file: String) throws {
    #expect(try ShellHarness().message("source \(file)").hasPrefix("cannot read "))
  }

  @Test func quitInAScriptLeaves() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", "quit\nset t=50\n")
    #expect(shell.run("source ~/a.gate; set t=60").status == 0)
    #expect(shell.interpreter.isQuitting && shell.session.settings.t == 42)
  }

  @Test func bytesThatAreNoCommandsAreMistakes() throws {
    let shell = try ShellHarness()
    _ = try shell.home.make("a.gate", bytes: [0xFF, 0x00, 0x1B, 0x5B, 0x0A, 0xC3])
    let outcome = shell.run("source ~/a.gate")
    #expect(outcome.status == 1)
    #expect(outcome.complaints.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }
}
