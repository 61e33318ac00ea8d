import Reports

/// `manual`: the page that `man gatehouse` shows.
struct ManualCommand: Command {
  let verb = "manual"
  let purpose = "writes the manual page, for man"
  let forms = [Form()]
  let examples = [
    Example("manual", "gatehouse manual > gatehouse.1; man ./gatehouse.1"),
    Example("manual --json", "the same as the value text"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    .verbatim(ManualPage.text, &session)
  }
}
