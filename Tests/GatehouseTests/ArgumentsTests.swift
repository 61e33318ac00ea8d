import TestSupport
import Testing

/// The words and options that the process is called with.
struct ArgumentsTests {
  @Test func theVersionIsAnAnswer() throws {
    let result = try TestUser().run("--version")
    #expect(result.status == .exited(0))
    #expect(result.output.hasPrefix("Gatehouse "))
    #expect(result.output.hasSuffix("\n"))
    #expect(result.error == "")
  }

  @Test(arguments: ["--help", "-h"])
  func helpIsAnAnswerWithEveryOption(_ option: String) throws {
    let result = try TestUser().run(option)
    #expect(result.status == .exited(0))
    #expect(result.error == "")
    for name in ["-c", "--json", "--color", "--keep-going", "--present", "--version", "--help"] {
      #expect(result.output.contains(name))
    }
  }

  @Test(arguments: [["--jsn"], ["-x"], ["--color", "pink"], ["--color"], ["-c"]])
  func aWrongOptionIsAComplaint(_ arguments: [String]) throws {
    let result = try TestUser().run(arguments)
    #expect(result.status == .exited(2))
    #expect(result.output == "")
    #expect(result.error.contains(arguments[0]))
  }

  @Test func aLineTakesNoWordsBesideIt() throws {
    let result = try TestUser().run("-c", "set", "t=42")
    #expect(result.status == .exited(2))
    #expect(result.output == "")
    #expect(result.error.contains("-c takes the whole line in quotes"))
  }

  @Test func wordsAreOneCommand() throws {
    let user = try TestUser()
    let words = try user.run("gates", "lstm", "t=42")
    #expect(words.status == .exited(0))
    #expect(words.output.hasPrefix("LSTM at t=42, 2006-03-06"))
    #expect(try words == user.run("-c", "gates lstm t=42"))
  }

  @Test(arguments: [
    [], ["set"], ["set", "t=7", "--json"], ["-c", "set t=7"], ["-c", ""], ["gatse"], [""],
    ["", "set"], ["missing.gate"], ["gates", "-c", "set"], ["set", "--", "t=7"],
    ["set", "--keep-going"],
  ])
  func anOptionThatChangesNothingLeavesTheRestAsItIs(_ arguments: [String]) throws {
    let user = try TestUser()
    #expect(try user.run(["--color", "auto"] + arguments) == user.run(arguments))
  }

  @Test func anOptionAfterTheWordsBelongsToTheCommand() throws {
    let user = try TestUser()
    let behind = try user.run("gates", "lstm", "t=42", "--json")
    #expect(behind.status == .exited(0))
    let object = try JSONValue(parsing: behind.output)
    #expect(object["command"] == .string("gates lstm t=42 --json"))
    #expect(object["values"]?["t"] == .number(42))
    let before = try JSONValue(parsing: user.run("--json", "gates", "lstm", "t=42").output)
    #expect(before["values"] == object["values"] && before["blocks"] == object["blocks"])
  }

  @Test func helpOfACommandHasThreeWaysIn() throws {
    let user = try TestUser()
    let help = try user.run("gates", "--help")
    #expect(help.status == .exited(0))
    #expect(help.output.contains("gates lstm t=42"))
    #expect(try help == user.run("help", "gates"))
    #expect(try help == user.run("-c", "? gates"))
  }

  @Test func aWordWithBlanksStaysOneWord() throws {
    let user = try TestUser()
    try user.home.write("set t=7\n", to: "my tour.gate")
    let result = try user.run("source", "my tour.gate")
    #expect(result.status == .exited(0))
    #expect(result.output.contains("Settings"))
  }

  @Test(arguments: ["a b.csv", "it's.csv", "a;b#c.csv", #"a"b\c.csv"#, "ü→.csv"])
  func aValueIsTakenAsTheCallersShellGaveIt(_ name: String) throws {
    let user = try TestUser()
    try user.home.write(TestUser.prices(40), to: name)
    let result = try user.run("data", "load", name, "--json")
    #expect(result.status == .exited(0), "\(result.output)\(result.error)")
    #expect(try JSONValue(parsing: result.output)["values"]?["rows"] == .number(40))
    let table = try user.run("train", "rnn", "units=1", "epochs=1", "seeds=1..2", "table=\(name)")
    #expect(table.error.contains("is another kind of file"))
  }

  @Test func aWordThatNamesAFileIsAScript() throws {
    let user = try TestUser()
    try user.home.write("set t=7\n", to: "tour")
    let result = try user.run("tour")
    #expect(result.status == .exited(0))
    #expect(result.output.contains("Settings"))
  }

  @Test func aVerbComesBeforeAFileOfItsName() throws {
    let user = try TestUser()
    try user.home.write("gates lstm\n", to: "set")
    #expect(try user.run("set").output.hasPrefix("Settings"))
    #expect(try user.run("./set").output.hasPrefix("LSTM at"))
  }

  @Test func nothingFollowsAScript() throws {
    let user = try TestUser()
    try user.home.write("set t=7\n", to: "tour.gate")
    let result = try user.run("tour.gate", "--json")
    #expect(result.status == .exited(2))
    #expect(result.output == "")
    #expect(result.error.contains("tour.gate is a script"))
  }

  @Test(arguments: ["missing.gate", "folder/missing"])
  func aMissingScriptIsAComplaint(_ name: String) throws {
    let result = try TestUser().run(name)
    #expect(result.status == .exited(2))
    #expect(result.output == "")
    #expect(result.error == "gatehouse: cannot read \(name): no such file\n")
  }

  @Test func aFolderIsNoScript() throws {
    let user = try TestUser()
    let result = try user.run(user.home.path)
    #expect(result.status == .exited(2))
    #expect(result.error.hasPrefix("gatehouse: cannot read \(user.home.path): "))
  }

  @Test func anUnknownWordIsAMistakeOfTheLanguage() throws {
    let result = try TestUser().run("gatse", "lstm")
    #expect(result.status == .exited(1))
    #expect(result.output == "")
    #expect(result.error.contains("there is no command \"gatse\""))
    #expect(result.error.contains("did you mean gates?"))
  }
}
