import Grammar
import MarketSeries
import Recurrent
import Reports

/// `predict`: forecasts beside what came and beside copying today.
struct PredictCommand: Command {
  let verb = "predict"
  let purpose = "shows forecasts beside the real values and beside copying today"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key("t", .rows, default: "set t", "the last known day, or several"),
        Key(
          "shift", .integers(-30...30), unit: "days",
          "how well the forecasts fit when they are moved back by so many days"),
        Key("nudge", .text, unit: "STEP:DELTA", "what a change of one scaled input does"),
      ])
  ]
  let examples = [
    Example("predict lstm t=42", "one forecast beside the real next day"),
    Example("predict lstm t=2600..2660 shift=0..5", "a plot, and the shift that fits best"),
    Example("predict lstm t=42 nudge=10:0.001", "what today's price does to the forecast"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    let model = try session.model(word, context)
    let data = try session.marketData(context)
    try data.requireFeatures(of: model, at: word.range)
    guard model.network.head != nil else {
      throw Mistake("\(model.name) has no Dense head, so it makes no prediction", at: word.range)
    }
    let selection = try session.rows(arguments.located("t"), in: data, .windowEnd())
    if let nudge = arguments.text("nudge") {
      try arguments.refuse("shift", since: "nudge= changes one day")
      let place = arguments.place(of: "nudge") ?? word.range
      guard selection.isSingle else {
        throw Mistake("nudge= changes one day; give one t", at: arguments.placeOfKey("nudge"))
      }
      return try PredictNudge(
        Word(nudge, at: place), model, data: data, row: selection.rows[0]
      ).report()
    }
    let forecasts = try Forecasts(model, data: data, rows: selection.rows, context)
    if selection.isSingle {
      try arguments.refuse("shift", since: "it compares several days; give a range as t=2600..2660")
      return oneDay(forecasts)
    }
    return try severalDays(forecasts, shifts: arguments.integers("shift"), arguments)
  }

  // MARK: One day

  private func oneDay(_ forecasts: Forecasts) -> Report {
    let data = forecasts.data
    let day = forecasts.days[0]
    var report = Report(
      title: "\(forecasts.model.nameWithClamps) after \(data.rowText(day.row)): "
        + (data.dataset.horizon == 0 ? "the forecast" : "the forecast of the next \(data.dayNoun)"))
    report.values = forecasts.values
    report.add(
      Table(
        name: "forecast",
        columns: [
          "what", Table.Column("value", digits: data.errorDigits),
          Table.Column("error", digits: data.errorDigits),
        ],
        rows: [
          ["forecast", .double(day.forecast), Value(day.actual.map { day.forecast - $0 })],
          ["copying today", .double(day.today), Value(day.actual.map { day.today - $0 })],
          ["real", Value(day.actual), nil],
        ]))
    report.add(paragraph: forecasts.sentence(about: day))
    return report
  }

  // MARK: Several days

  private func severalDays(
    _ forecasts: Forecasts, shifts: [Int]?, _ arguments: Arguments
  ) throws -> Report {
    let data = forecasts.data
    var report = Report(title: "\(forecasts.model.nameWithClamps): \(forecasts.span)")
    report.values = forecasts.values
    report.add(forecasts.plot)
    let known = forecasts.days.filter { $0.actual != nil }
    let actual = known.compactMap(\.actual)
    let errors = ForecastErrors(
      predicted: known.map(\.forecast), actual: actual, baseline: known.map(\.today))
    let copying = ForecastErrors(
      predicted: known.map(\.today), actual: actual, baseline: known.map(\.today))
    report.values["rmse"] = .double(errors.rmse)
    report.values["persistence.rmse"] = .double(copying.rmse)
    report.add(
      errorTable(
        [(forecasts.model.name, errors), ("persistence", copying)], digits: data.errorDigits))
    if let shifts { try addShifts(shifts, of: forecasts, to: &report, arguments) }
    return report
  }

  /// At which shift the forecasts fit what came, over all shifts from the least to the largest.
  private func addShifts(
    _ shifts: [Int], of forecasts: Forecasts, to report: inout Report, _ arguments: Arguments
  ) throws {
    guard let least = shifts.min(), let most = shifts.max() else { return }
    guard forecasts.isWithoutGaps else {
      throw Mistake(
        "shift= moves the forecasts along the days, so it needs a range of them, as t=2600..2660",
        at: arguments.placeOfKey("shift"))
    }
    let data = forecasts.data
    let days = forecasts.days.filter { $0.actual != nil }
    guard
      let best = BestShift(
        forecast: days.map(\.forecast), actual: days.compactMap(\.actual), shifts: least...most)
    else {
      throw Mistake(
        "\(count(days.count, "day")) \(days.count == 1 ? "is" : "are") too few to move the "
          + "forecasts by \(max(abs(least), abs(most)))",
        at: arguments.place(of: "shift"))
    }
    report.values["shift.best"] = .integer(best.shift)
    report.add(shiftTable(best, digits: data.errorDigits))
    let place =
      best.shift == 0
      ? "on the day itself"
      : "\(count(abs(best.shift), "day")) \(best.shift > 0 ? "before" : "after") the one they are of"
    report.add(
      paragraph: "The forecasts fit best when compared with the value \(place): RMSE "
        + "\(data.amount(best.rmse)), over the "
        + "\(count(days.count - max(0, most) + min(0, least), "day")) that every shift has.")
  }

  private func errorTable(_ rows: [(String, ForecastErrors)], digits: DigitStyle) -> Table {
    Table(
      name: "errors",
      columns: [
        "forecast", Table.Column("rmse", digits: digits), Table.Column("bias", digits: digits),
        Table.Column("sd", digits: digits), "wins",
      ],
      rows: rows.map { name, errors in
        [
          .text(name), .double(errors.rmse), .double(errors.bias),
          .double(errors.standardDeviation), name == "persistence" ? nil : .integer(errors.wins),
        ]
      })
  }

  private func shiftTable(_ best: BestShift, digits: DigitStyle) -> Table {
    Table(
      name: "shifts", columns: ["shift", Table.Column("rmse", digits: digits)],
      rows: zip(best.shifts, best.rmses).map { [.integer($0), .double($1)] })
  }
}

/// Forecasts of one model after some days.
private struct Forecasts {
  struct Day {
    let row: Int
    let output: Float
    let forecast: Double
    let today: Double
    let actual: Double?
  }

  let model: Model
  let data: MarketData
  let days: [Day]

  init(_ model: Model, data: MarketData, rows: [Int], _ context: CommandContext) throws {
    self.model = model
    self.data = data
    let outputs = try data.outputs(
      of: model.network, endingAt: rows, holding: model.held, context)
    days = zip(rows, outputs).map { row, output in
      Day(
        row: row, output: output,
        forecast: data.dollars(output, target: model.target, after: row),
        today: data.dataset.highs[0][row], actual: data.dataset.actual(afterWindowEndingAt: row))
    }
  }

  /// The named values of the last day.
  var values: NamedValues {
    guard let day = days.last else { return [:] }
    return [
      "t": .integer(day.row), "date": Value(data.dateText(day.row)),
      "prediction": .float(day.output), "prediction.dollars": .double(day.forecast),
      "actual.dollars": Value(day.actual),
    ]
  }

  /// Whether each day follows the one before, so that forecasts can be moved along them.
  var isWithoutGaps: Bool {
    zip(days, days.dropFirst()).allSatisfy { $1.row == $0.row + data.dataset.stride }
  }

  /// The days in the order of time, as a plot needs them, whatever the order asked for.
  private var inOrder: [Day] { days.sorted { $0.row < $1.row } }

  /// The first and the last day.
  var span: String {
    guard let first = inOrder.first, let last = inOrder.last else { return "" }
    return "forecasts after \(data.rowText(first.row)) to \(data.rowText(last.row))"
  }

  /// Forecast, real value and copied value at the day that they are of.
  var plot: LinePlot {
    let horizon = data.dataset.horizon
    let days = inOrder
    let x = days.map { Double($0.row + horizon) }
    let first = days.map { $0.row + horizon }.min() ?? 0
    let last = days.map { $0.row + horizon }.max() ?? 0
    let labels = (first...last).map { data.dateText($0) ?? String($0) }
    return LinePlot(
      name: "forecasts",
      axis: LinePlot.Axis(x: "t", y: data.dataset.task == nil ? "dollars" : "value"),
      series: [
        LinePlot.Series(name: "real", x: x, y: days.map(\.actual)),
        LinePlot.Series(name: model.name, x: x, y: days.map(\.forecast)),
        LinePlot.Series(name: "copying today", x: x, y: days.map(\.today)),
      ],
      xLabels: data.dataset.series.dates == nil
        ? nil : LinePlot.XLabels(first: first, texts: labels))
  }

  func sentence(about day: Day) -> String {
    guard let actual = day.actual else { return "The real value lies after the data." }
    let (ours, theirs) = (abs(day.forecast - actual), abs(day.today - actual))
    let closer = ours < theirs ? "\(model.name) is closer" : "copying today is closer"
    return ours == theirs ? "Both are equally close on this day." : "On this day \(closer)."
  }
}
