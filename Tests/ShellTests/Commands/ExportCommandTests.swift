import Reports
import TestSupport
import Testing

@testable import Shell

struct ExportCommandTests {
  private func shell(after line: String = "gates lstm t=42") throws -> ShellHarness {
    let shell = try ShellHarness()
    try shell.text(line)
    return shell
  }

  // MARK: The forms

  @Test(arguments: FileForm.all.map(\.ending))
  func theEndingSaysTheForm(ending: String) throws {
    let shell = try shell()
    let last = try #require(shell.session.lastReport)
    let answer = try shell.text("export ~/answer.\(ending)")
    #expect(answer.hasPrefix("The answer is in ~/answer.\(ending)\ngates lstm t=42: "))
    let form = try #require(FileForm.all.first { $0.ending == ending })
    #expect(
      shell.home.text("answer.\(ending)")
        == form.renderer(4).render(last, command: "gates lstm t=42"))
  }

  @Test func jsonIsWhatTheOptionGives() throws {
    let shell = try shell()
    let json = shell.run("gates lstm t=42 --json").answers
    try shell.text("export ~/a.json")
    #expect(shell.home.text("a.json") == json)
  }

  @Test func picturesAndPagesAreWellFormed() throws {
    let shell = try shell(after: "walk gru t=42 unit=7")
    try shell.text("export ~/a.svg; export ~/a.HTML")
    _ = try ParsedXML(try #require(shell.home.text("a.svg")))
    let page = try ParsedXML(try #require(shell.home.text("a.HTML")))
    #expect(page.texts("h1").first?.contains("unit 7") == true)
  }

  @Test func aPictureShowsTheNotationThatIsSetAndDataNeverDoes() throws {
    let shell = try shell(after: "set notation=pytorch; gates lstm t=42 unit=7")
    try shell.text("export ~/a.md; export ~/a.json")
    let json = try JSON(parsing: #require(shell.home.text("a.json")))
    #expect(json.value("candidate") != .null)
    #expect(shell.home.text("a.md")?.contains(" g = tanh(") == true)
  }

  @Test func numbersHaveTheDigitsThatAreSet() throws {
    let shell = try shell(after: "set digits=2; gates lstm t=42")
    try shell.text("export ~/a.svg")
    #expect(shell.home.text("a.svg")?.contains("gate forget, unit 7: 0.74<") == true)
  }

  // MARK: Which answer, which block

  @Test func theAnswerStaysTheLastOneWhenItIsExported() throws {
    let shell = try shell(after: "calc 1/3")
    try shell.text("export ~/a.json; export ~/b.json")
    #expect(shell.home.text("a.json") == shell.home.text("b.json"))
    let again = try shell.report("calc 3*`last pick=value`")
    #expect(again.values["value"] == .double(1))
  }

  @Test func pickDoesNotMakeItLess() throws {
    let shell = try shell(after: "gates lstm t=42 pick=forget.mean")
    try shell.text("export ~/a.json")
    #expect(try JSON(parsing: #require(shell.home.text("a.json"))).blockKinds.contains("table"))
  }

  @Test func withoutAnAnswerThereIsNothingToExport() throws {
    #expect(
      try ShellHarness().message("export ~/a.svg")
        == "there is no answer yet to export; gates lstm t=42 makes one")
  }

  @Test func aBlockAloneCanBeExported() throws {
    let shell = try shell()
    let answer = try shell.text("export ~/a.csv block=gates")
    #expect(answer.contains("holds gates. block= also takes gates.map, states.map, statistics."))
    let lines = shell.home.text("a.csv")?.split(separator: "\n") ?? []
    #expect(lines.count == 51 && lines[0].hasPrefix("\"unit\",\"input\",\"forget\""))

    // A table that no screen shows is shown when it is asked for.
    try shell.text("export ~/a.md block=gates")
    #expect(shell.home.text("a.md")?.contains("| unit | input |") == true)
    #expect(shell.home.text("a.md")?.contains("Predicted for") == false)
  }

  @Test func aCSVSaysWhatItHolds() throws {
    let shell = try shell(after: "squash sigmoid x=0.5")
    #expect(try shell.text("export ~/a.csv").contains("The file holds "))
    try shell.text("set t=42")
    #expect(try shell.text("calc 1; export ~/b.csv").contains("holds its named values"))
    #expect(shell.home.text("b.csv") == "\"name\",\"value\"\n\"value\",1\n")
  }

  @Test func anUnknownBlockNamesTheNearest() throws {
    let shell = try shell()
    let message = try shell.message("export ~/a.csv block=gats")
    #expect(message.hasPrefix("the last answer has no block \"gats\"; it has gates.map, "))
    #expect(message.hasSuffix("did you mean gates?"))
    try shell.text("calc 1")
    #expect(
      try shell.message("export ~/a.csv block=gates")
        == "the last answer has neither tables nor pictures")
  }

  // MARK: Files

  @Test(arguments: [
    ("a.htm", "; did you mean .html?"), ("a.pdf", ""), ("svg", "; did you mean .svg?"), (".", ""),
  ])
  func anotherEndingIsRefused(file: String, hint: String) throws {
    #expect(
      try shell().message("export ~/\(file)")
        == "the end of the name says what the file is: .csv, .html, .json, .md, .svg" + hint)
  }

  @Test func aFileThatIsThereStays() throws {
    let shell = try shell()
    _ = try shell.home.make("a.svg", "mine")
    #expect(
      try shell.message("export ~/a.svg").hasSuffix(
        "it exists already; overwrite=yes replaces it"))
    #expect(shell.home.text("a.svg") == "mine")
    try shell.text("export ~/a.svg overwrite=yes")
    #expect(shell.home.text("a.svg")?.hasPrefix("<svg") == true)
  }

  @Test func whatCannotBeWrittenIsSaidInOneLineAndLeavesNothing() throws {
    let shell = try shell()
    #expect(
      try shell.message("export ~/missing/a.svg").hasSuffix("its folder does not exist"))
    // Outside the home folder the harness has a read-only disk.
    #expect(try shell.message("export /tmp/a.svg").hasSuffix("the disk is read-only"))
    _ = try shell.home.makeFolder("folder.svg")
    #expect(try shell.message("export ~/folder.svg overwrite=yes").hasSuffix("it is a folder"))
    #expect(try shell.home.names() == ["folder.svg"])
  }

  @Test(arguments: ["export ~/a.svg", "record ~/a.md", "record off", "record"])
  func itHasNoPlaceBetweenBackticks(line: String) throws {
    let shell = try shell()
    let verb = line.hasSuffix("off") ? "record off" : String(line.prefix { $0 != " " })
    #expect(
      try shell.message("calc `\(line)`")
        == "\(verb) does more than answer, so it cannot stand here")
    #expect(try shell.home.names() == [])
  }
}
