import Reports

/// `help`: the commands, or one of them.
struct HelpCommand: Command {
  let verb = "help"
  let otherVerbs = ["?"]
  let purpose = "lists the commands, or shows the keys and examples of one"
  let forms = [Form(words: [WordParameter("VERB", .verb, .optional)])]
  let examples = [
    Example("help", "every command with its purpose"),
    Example("help gates", "the keys of gates, with examples"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return HelpReport.overview() }
    return HelpReport.make(for: try CommandTable.command(for: word))
  }
}
