import Grammar
import Reports

/// `source`: runs the lines of a script in this session.
struct SourceCommand: Command {
  let verb = "source"
  let keepsLastAnswer = true
  let purpose = "runs the commands of a script in this session"
  let forms = [Form(words: [WordParameter("FILE", .file)])]
  let examples = [
    Example("source tour.gate", "the lines of tour.gate, one after another"),
    Example("source 'my scripts/tour.gate'", "a name with a blank stands in quotes"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let file = arguments.word else { return Report(title: "") }
    let text = try context.read(file.text, limit: FileLimit.script)
    session.request = .runScript(path: file.text, text: text)
    return Report(title: "")
  }
}
