import Grammar
import Reports

/// `history`: the lines typed before.
struct HistoryCommand: Command {
  let verb = "history"
  let purpose = "lists the lines typed before, with their numbers"
  let forms = [
    Form(
      words: [WordParameter("WORD", .text, .optional)],
      keys: [Key("last", .integer(1...100_000), default: "20", unit: "lines", "how many to show")])
  ]
  let examples = [
    Example("history", "the last twenty lines"),
    Example("history gates last=5", "the last five lines with the word gates in them"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let lines = context.history().enumerated().filter { _, line in
      arguments.word.map { line.contains($0.text) } ?? true
    }
    let shown = lines.suffix(arguments.integer("last") ?? 20)
    var report = Report(title: "History")
    report.values["lines"] = .integer(lines.count)
    if shown.isEmpty {
      report.add(
        paragraph: arguments.word.map { "No line of the history holds \"\($0.text)\"." }
          ?? "The history is empty; only the interactive shell keeps one.")
    } else {
      report.add(
        Table(
          name: "history", columns: ["number", "line"],
          rows: shown.map { [.integer($0.offset + 1), .text($0.element)] }))
    }
    return report
  }
}
