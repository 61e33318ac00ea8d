import Reports

/// The help texts, made from the declarations of the commands.
enum HelpReport {
  /// The list of all commands.
  static func overview() -> Report {
    var report = Report(title: "The commands of Gatehouse")
    report.add(
      Table(
        name: "commands", columns: ["command", "what it answers"],
        rows: CommandTable.all.map { [.text($0.verb), .text($0.purpose)] }))
    report.add(
      paragraph:
        "help gates (or gates --help, or ? gates) shows the keys of a command and examples; "
        + "explain forget-gate explains a word. Tab completes, and types what was meant after a mistake; the up arrow brings back, Ctrl-C "
        + "interrupts, Ctrl-D leaves.")
    return report
  }

  /// The page of one command.
  static func make(for command: any Command) -> Report {
    var report = Report(title: "\(command.verb): \(command.purpose)")
    for form in command.forms {
      report.add(equation: usage(of: form, command: command))
      if let purpose = form.purpose { report.add(paragraph: purpose + ".") }
      if !form.keys.isEmpty { report.add(keyTable(of: form)) }
    }
    if !command.otherVerbs.isEmpty {
      report.add(paragraph: "Also: \(command.otherVerbs.joined(separator: ", ")).")
    }
    report.add(
      Table(
        name: "examples", columns: ["example", "what it shows"],
        rows: command.examples.map { [.text($0.line), .text($0.shows)] }))
    return report
  }

  private static func usage(of form: Form, command: any Command) -> String {
    Form(form.selector, words: form.words).usage(of: command.verb)
      + (form.keys.isEmpty ? "" : " [key=value …]")
  }

  private static func keyTable(of form: Form) -> Table {
    Table(
      name: ["keys", form.selector].compactMap(\.self).joined(separator: "."),
      columns: ["key", "values", "default", "what it does"],
      rows: form.listedKeys.map { key in
        let unit = key.unit.isEmpty ? "" : " \(key.unit)"
        return [
          .text(key.name + "="), .text(key.kind.shortForm + unit), .text(key.defaultText),
          .text(key.purpose),
        ]
      })
  }
}
