import Grammar
import Reports

/// `export`: the last answer as a file.
struct ExportCommand: Command {
  let verb = "export"
  let purpose = "writes the last answer to a file: a picture, a page, a table, data or notes"
  let keepsLastAnswer = true
  let forms = [
    Form(
      words: [WordParameter("FILE", .file)],
      keys: [
        Key(
          "block", .text,
          "only that table or picture; a .csv holds one, by default the first table, else picture"),
        Key("overwrite", .yesOrNo, default: "no", "replace a file that is there"),
      ],
      purpose: "The end of its name says what the file is: "
        + FileForm.all.map { ".\($0.ending) \($0.purpose)" }.joined(separator: ", "))
  ]
  let examples = [
    Example("gates lstm t=42; export gates.svg", "the picture of every gate"),
    Example("evaluate; export errors.csv", "a table with every digit"),
    Example("ewma beta=0.9; export ewma.html", "a page with its numbers under the mouse"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let file = arguments.word else { return Report() }
    let form = try FileForm.named(by: file)
    guard let last = session.lastReport else {
      throw Mistake("there is no answer yet to export; gates lstm t=42 makes one", at: nil)
    }
    let block = arguments.text("block")
    let chosen = try block.map { try last.keeping($0, at: arguments.place(of: "block")) } ?? last
    let text = form.renderer(session.settings.digits)
      .render(chosen, command: session.lastCommand)
    session.request = .write([
      Session.OutputFile(
        path: context.path(file.text), bytes: Array(text.utf8),
        overwrite: arguments.flag("overwrite") ?? false)
    ])
    var report = Report(title: "The answer is in \(printable(file.text))")
    report.values["bytes"] = .integer(text.utf8.count)
    report.add(paragraph: "\(printable(session.lastCommand)): \(form.purpose).")
    if form.ending == "csv" { report.add(paragraph: sentence(aboutBlockOf: chosen, last)) }
    return report
  }

  /// Which of the blocks a `.csv` holds, and which others there are.
  private func sentence(aboutBlockOf chosen: Report, _ last: Report) -> String {
    guard let name = CSVRenderer.block(of: chosen)?.name else {
      return "It has neither table nor picture: the file holds its named values."
    }
    let others = last.blockNames.filter { $0 != name }
    return "The file holds \(name)."
      + (others.isEmpty ? "" : " block= also takes \(others.joined(separator: ", ")).")
  }
}

extension FileForm {
  /// The form that the ending of a file's name asks for.
  ///
  /// - Throws: `Mistake` at the name, with the endings there are.
  static func named(by file: Word) throws(Mistake) -> FileForm {
    let form = all.first { file.text.lowercased().hasSuffix("." + $0.ending) }
    guard let form else {
      let ending = file.text.split(separator: ".").last.map(String.init) ?? ""
      throw Mistake(
        "the end of the name says what the file is: "
          + all.map { "." + $0.ending }.joined(separator: ", "), at: file.range,
        hint: nearestWord(to: ending, among: all.map(\.ending)).map { "." + $0 })
    }
    return form
  }
}

extension Report {
  /// The names of all tables and pictures.
  fileprivate var blockNames: [String] { blocks.compactMap(\.name) }

  /// The report with one of its blocks and none beside it; a table is shown then, whether or not a
  /// screen shows it.
  ///
  /// - Throws: `Mistake` when there is none of that name, with the names there are.
  fileprivate func keeping(_ name: String, at range: Range<Int>?) throws(Mistake) -> Report {
    guard let block = block(named: name) else {
      throw Mistake(
        blockNames.isEmpty
          ? "the last answer has neither tables nor pictures"
          : "the last answer has no block \"\(name)\"; it has "
            + blockNames.joined(separator: ", "), at: range,
        hint: nearestWord(to: name, among: blockNames))
    }
    var report = self
    report.blocks = [block.shown]
    report.shownBlocks = shownBlocks?.first { $0.name == name }.map { [$0.shown] }
    return report
  }
}

extension Block {
  /// The block as one that a screen shows.
  fileprivate var shown: Block {
    guard case .table(var table) = self else { return self }
    table.isShown = true
    return .table(table)
  }
}
