import Grammar
import Reports

/// `unclamp`: every gate as computed again.
struct UnclampCommand: Command {
  let verb = "unclamp"
  let changesSession = true
  let purpose = "lets the gates go that clamp holds, of one model or of all"
  let forms = [Form(words: [WordParameter("MODEL", .model, .optional)])]
  let examples = [
    Example("unclamp", "of all models"),
    Example("unclamp lstm", "of one"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let models =
      try arguments.word.map { [try session.model($0, context)] } ?? session.clampedModels
    let clamped = models.filter(\.isClamped)
    for model in clamped { session.keep(model.unclamped) }
    let lifted = clamped.reduce(0) { $0 + $1.clamps.count }
    var report = Report(
      title: lifted == 0 ? "No gate was clamped" : "\(count(lifted, "gate")) let go")
    report.values["lifted"] = .integer(lifted)
    let names = clamped.map(\.name).joined(separator: ", ")
    report.add(
      paragraph: lifted == 0
        ? "clamp MODEL GATE=VALUE holds one." : "Computed at every step again: \(names).")
    return report
  }
}
