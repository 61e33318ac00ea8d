import Grammar
import MarketSeries
import Reports

/// `data`: the series, one day, one window, a plot; loading another one.
struct DataCommand: Command {
  let verb = "data"
  let changesSession = true
  let purpose = "shows the series, its split and scaling, a day or a window; loads another one"
  let forms =
    [
      Form(purpose: "The series, the split and the scaling"),
      Form(
        "show",
        keys: [Key("t", .rows, default: "set t", "the day, or several")],
        purpose: "What stands in a row, in dollars and scaled"),
      Form(
        "window",
        keys: [Key("t", .rows, default: "set t", "the last day of the window")],
        purpose: "The values that a network reads at t, and the one it is asked for"),
      Form(
        "plot",
        keys: [
          Key("t", .rows, default: "all", "the days to draw"),
          Key("units", .choice(["dollars", "scaled"]), default: "dollars", "of the y axis"),
        ], purpose: "The series as a line, training and test rows told apart"),
    ] + [LoadForm.form, MakeForm.form]
  let examples = [
    Example("data", "rows, split, scaling and windows"),
    Example("data show t=2017-07-31", "the day whose High is missing"),
    Example("data window t=42", "the ten values before the day to predict"),
    Example("data plot t=2006-01-03..2006-12-29", "a year as a line"),
    Example("data load prices.csv column=High split=2016-01-01", "a series of your own"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    switch arguments.selector {
    case "show":
      let data = try session.marketData(context)
      let rows = try session.rows(arguments.located("t"), in: data, .any)
      return DataRows(data: data, selection: rows).report()
    case "window":
      let data = try session.marketData(context)
      let rows = try session.rows(arguments.located("t"), in: data, .windowEnd())
      guard rows.isSingle, let row = rows.rows.first else {
        throw Mistake("a window ends on one day; give one t", at: arguments.place(of: "t"))
      }
      return DataWindow(data: data, row: row).report()
    case "plot":
      let data = try session.marketData(context)
      let rows = try arguments.located("t").map { try Set(data.rows($0, .any).rows).sorted() }
      return DataPlot(
        data: data, rows: rows ?? Array(0..<data.dataset.rowCount),
        isScaled: arguments.text("units") == "scaled"
      ).report()
    case "load":
      return try LoadForm.run(arguments, &session, context)
    case "make":
      return try MakeForm.run(arguments, &session)
    default:
      return DataSummary(data: try session.marketData(context)).report()
    }
  }
}
