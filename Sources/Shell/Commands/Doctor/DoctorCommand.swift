import Reports

/// `doctor`: whether the shell has what it needs here.
struct DoctorCommand: Command {
  let verb = "doctor"
  let purpose = "looks whether terminal, files and folders are as they should be"
  let forms = [Form()]
  let examples = [
    Example("doctor", "one line for each thing looked at, and what to do where it is not well"),
    Example("doctor pick=problems", "how many things are not well; 0 is all is well"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let terminal = TerminalCheckup(context)
    let files = FilesCheckup(context)
    let findings = terminal.findings + files.findings + [.program, .processor]
    let problems = findings.filter { $0.advice != nil }
    var report = Report(
      title: problems.isEmpty ? "All is well" : "\(count(problems.count, "thing")) to look at")
    report.values = ["problems": .integer(problems.count)]
    for finding in findings { report.values.merge(finding.values) }
    report.add(
      Table(
        name: "checks", columns: ["check", "state", "found"],
        rows: findings.map {
          [.text($0.name), .text($0.advice == nil ? "ok" : "look"), .text($0.found)]
        }))
    for finding in problems {
      if let advice = finding.advice { report.add(paragraph: "\(finding.name): \(advice).") }
    }
    return report
  }
}
