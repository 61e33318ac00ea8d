import Grammar
import MarketSeries
import Reports

/// `set`: what other commands fall back on, and how answers look.
struct SetCommand: Command {
  let verb = "set"
  let changesSession = true
  let purpose = "shows or changes what commands fall back on and how answers look"
  let forms = [
    Form(keys: [
      Key("t", .rows, default: "42", "the row when t= is left out"),
      Key("seed", .integer(0...Int.max), default: "1", "the seed when seed= is left out"),
      Key(
        "target", .choice(Target.allCases.map(\.rawValue)), default: "level",
        "what a newly trained network predicts: tomorrow, or tomorrow minus today"),
      Key(
        "notation", .choice(Notation.allCases.map(\.rawValue)), default: "keras",
        "letters, gate order and sense of z in what is shown; explain notation compares them"),
      Key(
        "canvas", .choice(TerminalCapabilities.Canvas.allCases.map(\.rawValue)), default: "block",
        "what pictures are made of"),
      Key(
        "color", .choice(TerminalCapabilities.ColorChoice.allCases.map(\.rawValue)),
        default: "auto", "whether answers are coloured"),
      Key(
        "width", .integerOrAuto(20...1000), default: "auto", unit: "columns",
        "how wide answers are; auto follows the window"),
      Key("digits", .integer(1...9), default: "4", "significant digits of shown numbers"),
      Key(
        "pager", .choice(["on", "off"]), default: "on",
        "whether an answer longer than the window pauses"),
      Key(
        "threads", .integerOrAuto(1...1024), default: "auto",
        "how many processors long work takes; results are the same, auto takes all"),
    ])
  ]
  let examples = [
    Example("set", "all settings"),
    Example("set t=2008-10-10 digits=6", "two at once"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    if let row = arguments.located("t") {
      let selection = try session.marketData(context).rows(row, .any)
      guard selection.isSingle, let first = selection.rows.first else {
        throw Mistake("t= is set to one row, as 42 or 2008-10-10", at: row.range)
      }
      session.settings.t = first
    }
    if let seed = arguments.integer("seed") { session.settings.seed = seed }
    if let digits = arguments.integer("digits") { session.settings.digits = digits }
    if arguments.has("width") { session.settings.width = arguments.integer("width") }
    if let pager = arguments.text("pager") { session.settings.pager = pager == "on" }
    if arguments.has("threads") { session.settings.threads = try arguments.threads() }
    if let name = arguments.text("target"), let target = Target(rawValue: name) {
      session.settings.target = target
    }
    if let name = arguments.text("notation"), let notation = Notation(rawValue: name) {
      session.settings.notation = notation
    }
    if let name = arguments.text("canvas") {
      session.settings.canvas = TerminalCapabilities.Canvas(rawValue: name)
    }
    if let name = arguments.text("color"),
      let color = TerminalCapabilities.ColorChoice(rawValue: name)
    {
      session.settings.color = color
    }
    return report(on: session.settings, context: context)
  }

  private func report(on settings: Settings, context: CommandContext) -> Report {
    var report = Report(title: "Settings")
    report.values = [
      "t": .integer(settings.t), "seed": .integer(settings.seed),
      "target": .text(settings.target.rawValue), "notation": .text(settings.notation.rawValue),
      "canvas": .text((settings.canvas ?? context.capabilities.canvas).rawValue),
      "color": .text(settings.color.rawValue),
      "width": settings.width.map(Value.integer) ?? "auto",
      "digits": .integer(settings.digits), "pager": .text(settings.pager ? "on" : "off"),
      "threads": settings.threads.map(Value.integer) ?? "auto",
    ]
    report.add(
      Table(
        name: "settings", columns: ["setting", "value"],
        rows: report.values.map { [.text($0.name), $0.value] }))
    return report
  }
}
