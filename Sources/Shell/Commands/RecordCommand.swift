import Grammar
import Reports

/// `record`: what is typed and answered from now on, as a file.
struct RecordCommand: Command {
  let verb = "record"
  let purpose = "writes down what is typed and answered from now on, until record off"
  let keepsLastAnswer = true
  let forms = [
    Form(
      words: [WordParameter("FILE", .file, .optional)],
      keys: [Key("overwrite", .yesOrNo, default: "no", "replace a file that is there")],
      purpose: "The end of its name says what the file is: "
        + Recording.Kind.allCases.map { ".\($0.rawValue) \($0.purpose)" }.joined(separator: ", ")
        + ". Each command is on the disk once it is answered. Without a file it says whether it is on"
    ),
    Form("off", purpose: "Ends the recording"),
  ]
  let examples = [
    Example("record steps.gate", "the commands, to be run again by gatehouse steps.gate"),
    Example("record session.md; gates lstm t=42; record off", "commands and answers, to be read"),
    Example("record session.cast", "a film for asciinema's players"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let file = arguments.word else {
      session.request = .record(arguments.selector == "off" ? .end : .tell)
      return Report()
    }
    let kind = Recording.Kind.allCases.first { file.text.lowercased().hasSuffix("." + $0.rawValue) }
    guard let kind else {
      let endings = Recording.Kind.allCases.map(\.rawValue)
      let ending = file.text.split(separator: ".").last.map(String.init) ?? ""
      throw Mistake(
        "the end of the name says what the file is: "
          + endings.map { "." + $0 }.joined(separator: ", "), at: file.range,
        hint: nearestWord(to: ending, among: endings).map { "." + $0 })
    }
    session.request = .record(
      .begin(kind, file: file.text, overwrite: arguments.flag("overwrite") ?? false))
    return Report()
  }
}
