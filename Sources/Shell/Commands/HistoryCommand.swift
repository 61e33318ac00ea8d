import Grammar
import Reports

/// `history`: the lines typed before.
struct HistoryCommand: Command {
  let verb = "history"
  let purpose = "lists the lines typed before, with their numbers"
  let forms = [
    Form(
      words: [WordParameter("WORD", .text, .optional)],
      keys: [Key("last", .integer(1...100_000), default: "20", unit: "lines", "how many to show")],
      purpose: "Lists the last lines, or the last ones that hold the word"),
    Form(
      "run", words: [WordParameter("NUMBER", .text)],
      purpose: "Runs the line of that number again"),
  ]
  let examples = [
    Example("history", "the last twenty lines"),
    Example("history gates last=5", "the last five lines with the word gates in them"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    if arguments.selector == "run", let number = arguments.word {
      session.request = .runLine(try line(number, of: context.history()))
      return Report()
    }
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

  private func line(_ number: Word, of lines: [String]) throws(Mistake) -> String {
    guard let index = Int(number.text).map({ $0 - 1 }), lines.indices.contains(index) else {
      throw Mistake(
        lines.isEmpty
          ? "the history is empty; only the interactive shell keeps one"
          : "the history has the lines 1 to \(lines.count)", at: number.range)
    }
    let runsAnother = CommandLine(parsing: lines[index]).invocations.contains {
      $0.verb.text == verb && $0.words.first?.text == "run"
    }
    guard !runsAnother else {
      throw Mistake("that line runs another one of the history itself", at: number.range)
    }
    return lines[index]
  }
}
