import Grammar
import Reports

/// `explain`: the glossary.
struct ExplainCommand: Command {
  let verb = "explain"
  let purpose = "explains a word of the field in a few sentences"
  let forms = [Form(words: [WordParameter("WORD", .term, .any)])]
  let examples = [
    Example("explain forget-gate", "one entry, with its equation"),
    Example("explain", "all words there are"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let first = arguments.words.first, let last = arguments.words.last else { return list() }
    let word = arguments.words.map(\.text).joined(separator: " ")
    guard let entry = Glossary.entry(for: word) else {
      throw Mistake(
        "the glossary has no word \"\(word)\"; explain lists them all",
        at: first.range.lowerBound..<last.range.upperBound,
        hint: nearestWord(to: word, among: Glossary.allNames))
    }
    return report(on: entry)
  }

  private func list() -> Report {
    var report = Report(title: "The words that explain knows")
    report.add(paragraph: Glossary.entries.map(\.term).joined(separator: ", "))
    report.values["words"] = .integer(Glossary.entries.count)
    return report
  }

  private func report(on entry: GlossaryEntry) -> Report {
    var report = Report(title: entry.term)
    for paragraph in entry.text.split(separator: "\n", omittingEmptySubsequences: true) {
      report.add(paragraph: String(paragraph))
    }
    if let equation = entry.equation { report.add(equation: equation) }
    if entry.term == "notation" { report.add(Notation.table) }
    if let line = entry.tryLine { report.add(paragraph: "Try: \(line)") }
    if !entry.seeAlso.isEmpty {
      report.add(paragraph: "See also: \(entry.seeAlso.joined(separator: ", ")).")
    }
    if let source = entry.source { report.add(paragraph: "Source: \(source)") }
    return report
  }
}
