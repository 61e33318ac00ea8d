import Reports
import Testing

@testable import Shell

struct InterpreterTests {
  // MARK: One line

  @Test(arguments: ["", "   ", "\t", "# a comment", "  # one more; data", ";", " ; ;"])
  func aLineWithoutACommandDoesNothing(line: String) throws {
    let outcome = try ShellHarness().run(line)
    #expect(outcome.status == 0 && outcome.answers == "" && outcome.complaints == "")
  }

  @Test func aMistakeDropsTheRestOfTheLineAndKeepsWhatCameBefore() throws {
    let shell = try ShellHarness()
    let outcome = shell.run("set t=50; set t=99999; set t=60")
    #expect(outcome.status == 1 && shell.session.settings.t == 50)
    #expect(outcome.answers.contains("50") && outcome.complaints.contains("there is no row 99999"))
    // The caret counts in the whole line.
    #expect(outcome.complaints.contains("\n" + String(repeating: " ", count: 2 + 16) + "^"))
  }

  @Test(arguments: [
    ("set t=50; set t=", "t= needs a value right behind the sign"),
    ("set t=50; 'set", "this quote is never closed"),
    ("set t=50; =3", "there is no key before this ="),
  ])
  func aLineThatCannotBeReadWholeRunsWhatCanBeRead(line: String, message: String) throws {
    let shell = try ShellHarness()
    let outcome = shell.run(line)
    #expect(outcome.status == 1 && shell.session.settings.t == 50)
    #expect(outcome.complaints.contains(message), "\(outcome.complaints)")
  }

  @Test func jsonGivesAnObjectACommand() throws {
    let shell = try ShellHarness(.json)
    let objects = try shell.jsonObjects("data; gates rnn t=42; gatse; data")
    #expect(objects.map { $0["command"] } == ["data", "gates rnn t=42", "gatse"])
    #expect(objects[2]["error"]["hint"] == "gates" && objects[2]["error"]["column"] == 23)
  }

  @Test func oneCommandCanAnswerInJSON() throws {
    let shell = try ShellHarness()
    let lines = try shell.text("set --json; set").split(separator: "\n")
    #expect(lines.first?.hasPrefix("{\"command\":\"set --json\"") == true)
    #expect(lines.dropFirst().first == "Settings")
  }

  @Test(arguments: [
    ("gates lstm --jsn", "there is no option --jsn; every command takes --help and --json"),
    ("gates lstm --t 42", "keys have no dashes here: write t=VALUE"),
    ("gates lstm --t=42", "keys have no dashes here: write t=42"),
    ("t=42", "a command begins with a verb, not with key=value"),
    ("--help", "there is no command \"--help\""),
  ])
  func optionsThatAreNoneAreRefused(line: String, beginning: String) throws {
    let message = try ShellHarness().message(line)
    #expect(message.hasPrefix(beginning), "\(message)")
  }

  // MARK: A command that fails changes nothing

  @Test(arguments: [
    "set t=50 width=3", "set seed=5 canvas=paper", "data load ~/none.csv",
    "data load ko split=half",
    "model load ~/none.safetensors as=a", "train rnn rate=-1", "evaluate nobody",
    "evaluate pick=nothing",
    "set t=50 pick=nothing", "gates lstm t=42 pick=nothing", "data make latch pick=nothing",
    "source ~/none.gate",
    "model reset nobody", "train rnn units=1 epochs=1 as=a pick=nothing", "history nonsense=1",
    "explain nothing-known",
  ])
  func aCommandThatFailsChangesNothing(line: String) throws {
    let shell = try ShellHarness()
    _ = try shell.text("set t=33; evaluate rnn")
    _ = try shell.complaint(line)
  }

  // MARK: pick

  @Test func pickAnswersWithOneValueAlone() throws {
    let shell = try ShellHarness()
    let json = try shell.json("gates lstm t=42 pick=forget.mean --json")
    #expect(json["values"].names == ["forget.mean"] && json["blocks"].items.isEmpty)
    let text = try shell.text("gates lstm t=42 pick=forget.mean")
    #expect(Float(text.dropLast()) == json.value("forget.mean").float)
    #expect(try shell.text("gates lstm t=42 pick=date") == "2006-03-06\n")
    #expect(try shell.text("data pick=rows") == "3020\n")
    #expect(
      try shell.json("gates lstm t=-1 pick=actual.dollars --json")["values"]
        == .object(["actual.dollars": .null]))
  }

  @Test func pickOfAnUnknownNameListsTheNames() throws {
    let message = try ShellHarness().message("data show t=42 pick=hihg")
    #expect(
      message
        == "there is no value \"hihg\" in this answer; it has t, date, high, scaled, filled, part; "
        + "did you mean high?")
    #expect(
      try ShellHarness().message("explain forget-gate pick=x")
        == "there is no value \"x\" in this answer; this answer has no named values")
  }

  @Test func theWholeReportStaysTheLastOne() throws {
    let shell = try ShellHarness()
    _ = try shell.text("gates lstm t=42 pick=t")
    #expect(shell.session.lastReport?.values["forget.mean"] != nil)
  }

  // MARK: Scripts

  @Test(arguments: ["\n", "\r\n"])
  func scriptsEndLinesWithLFOrCRLF(end: String) throws {
    let shell = try ShellHarness()
    let outcome = shell.run(
      script: ["# settings", "set t=50", "", "data show"].joined(separator: end))
    #expect(outcome.status == 0 && outcome.answers.contains("KO: t=50"))
    #expect(shell.run(script: "\u{FEFF}set t=51").status == 0 && shell.session.settings.t == 51)
  }

  @Test func theFirstMistakeEndsAScriptWithItsPlace() throws {
    let shell = try ShellHarness()
    let outcome = shell.run(script: "set t=50\n  gatse lstm\nset t=60\n", file: "tour.gate")
    #expect(outcome.status == 1 && shell.session.settings.t == 50)
    #expect(outcome.complaints.hasPrefix("tour.gate:2:3: there is no command \"gatse\""))
    let json = try ShellHarness(.json)
    let answers = json.run(script: "set\ngatse\n", file: "tour.gate").answers.split(separator: "\n")
    let error = try JSON(parsing: String(answers[1]))["error"]
    #expect(error["file"] == "tour.gate" && error["line"] == 2)
  }

  @Test func aMistakeOnTheLastLineCounts() throws {
    #expect(try ShellHarness().run(script: "set\ngatse").status == 1)
    #expect(try ShellHarness(keepsGoing: true).run(script: "set\ngatse").status == 1)
  }

  @Test func aScriptThatKeepsGoingGivesTheFirstFailure() throws {
    let shell = try ShellHarness(keepsGoing: true)
    let outcome = shell.run(script: "gatse\nset t=50\nset t=x; set t=70\nset t=60\n")
    #expect(outcome.status == 1 && shell.session.settings.t == 60)
    #expect(outcome.complaints.split(separator: "\n").filter { $0.hasPrefix("script:") }.count == 2)
  }

  @Test func quitEndsAScript() throws {
    let shell = try ShellHarness()
    let outcome = shell.run(script: "set t=50; quit; set t=51\nset t=60\n")
    #expect(outcome.status == 0 && shell.session.settings.t == 50 && shell.interpreter.isQuitting)
  }

  // MARK: What reaches the terminal

  @Test(arguments: [
    "explain '\u{1B}[31mred'", "gates '\u{1B}[31m'", "data load '\u{7}\u{1B}]0;x'", "\u{1B}[2J",
    "set t='\u{1B}[2J'", "gates lstm pick='\u{9B}31m'", "model load x as='\u{1B}'",
    "source '\u{1B}[31m'",
    "history '\u{1B}[31m'", "evaluate scored-with='\u{1B}c'", "gates lstm gate='\u{1B}c'",
  ])
  func controlCharactersOfALineDoNotComeBack(line: String) throws {
    let shell = try ShellHarness()
    shell.history = ["\u{1B}[31mred"]
    let outcome = shell.run(line)
    for scalar in (outcome.answers + outcome.complaints).unicodeScalars {
      #expect(scalar == "\n" || scalar.properties.generalCategory != .control, "\(line)")
    }
  }

  @Test(arguments: CommandTableTests.verbs)
  func theCLocaleGetsNoByteBeyondASCII(verb: String) throws {
    let shell = try ShellHarness(.text, .init(unicode: false))
    var lines = ["help \(verb)"]
    lines += CommandTable.all.first { $0.verb == verb }?.examples.map(\.line) ?? []
    for line in lines where !line.hasPrefix("train") {
      let outcome = shell.run(line)
      #expect((outcome.answers + outcome.complaints).utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }
}
