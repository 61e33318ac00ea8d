import Reports
import Testing

@testable import Shell

struct HelpCommandTests {
  @Test func helpListsEveryCommandWithItsPurpose() throws {
    let shell = try ShellHarness()
    try Golden.expect(shell.text("help"), equals: "help")
    let json = try shell.json("help --json")
    let commands = json.block("commands")
    #expect(commands.column("command") == CommandTableTests.verbs.map { .text($0) })
  }

  @Test func helpGatesShowsKeysAndExamples() throws {
    try Golden.expect(ShellHarness().text("help gates"), equals: "help-gates")
  }

  @Test(arguments: CommandTableTests.verbs)
  func thePageOfACommandNamesEveryKeyWithItsPurpose(verb: String) throws {
    let command = try #require(CommandTable.all.first { $0.verb == verb })
    let shell = try ShellHarness()
    let page = try shell.json("help \(verb) --json")
    #expect(page["title"] == .text("\(verb): \(command.purpose)"))
    for form in command.forms where !form.listedKeys.isEmpty {
      let table = page.block(form.selector.map { "keys.\($0)" } ?? "keys")
      #expect(table.column("key") == form.listedKeys.map { .text($0.name + "=") })
      #expect(table.column("what it does") == form.listedKeys.map { .text($0.purpose) })
    }
    #expect(page.block("examples").column("example") == command.examples.map { .text($0.line) })
  }

  @Test(arguments: CommandTableTests.verbs)
  func allWaysToAskForAPageGiveTheSame(verb: String) throws {
    let shell = try ShellHarness()
    let page = try shell.text("help \(verb)")
    #expect(try shell.text("\(verb) --help") == page)
    #expect(try shell.text("? \(verb)") == page)
  }

  @Test(arguments: [("exit", "quit"), ("bye", "quit"), ("?", "help")])
  func anotherNameOfACommandHasItsPage(name: String, verb: String) throws {
    let shell = try ShellHarness()
    #expect(try shell.text("help \(name)") == shell.text("help \(verb)"))
  }

  @Test(arguments: CommandTableTests.verbs, [20, 40, 80])
  func noLineOfAPageIsWiderThanTheScreen(verb: String, width: Int) throws {
    let shell = try ShellHarness(.text, .init(width: width))
    for line in try shell.text("help \(verb)").split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func helpOfAnUnknownVerbNamesTheNearest() throws {
    #expect(
      try ShellHarness().complaint("help gatse") == """
        there is no command "gatse"; help lists the commands; did you mean gates?
          help gatse
               ^

        """)
  }
}
