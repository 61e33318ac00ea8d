import Reports

/// `quit`: leaves.
struct QuitCommand: Command {
  let verb = "quit"
  let otherVerbs = ["exit", "bye"]
  let purpose = "leaves the shell"
  let forms = [Form()]
  let examples = [
    Example("quit", "leave; Ctrl-D on an empty line does the same"),
    Example("data; quit", "the last of several commands on a line"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    session.request = .quit
    return Report(title: "")
  }
}
