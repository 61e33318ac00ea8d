import Grammar
import MarketSeries
import Recurrent
import Reports

/// `walk`: one step of a cell, one gate at a time.
struct WalkCommand: Command {
  let verb = "walk"
  let purpose =
    "walks through one step of a cell, a gate at a time: what goes in, sum, squash, state"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key("t", .rows, default: "set t", "the day, one: 42, 2008-10-10"),
        Key("unit", .integer(0...1_000_000), "one unit with its numbers, not all in summary"),
        Key("step", .integer(1...1_000_000), default: "the last", "the step of the window"),
        Key(
          "mode", .choice(GateMoments.Mode.allCases.map(\.rawValue)), default: "window",
          "whether the state starts from zero at each window or runs on from the first row"),
        Key("x", .inputs, unit: "scaled", "typed inputs in the place of a day"),
      ], purpose: "On a terminal Enter brings the next gate and q ends")
  ]
  let examples = [
    Example("walk lstm t=42 unit=7", "one unit of the LSTM, gate by gate"),
    Example("walk gru t=2008-10-10", "all units of the GRU in summary"),
    Example("walk rnn x=0.5,0.6 unit=0 step=2", "typed inputs, the second step"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    let model = try session.model(word, context)
    let unit = arguments.integer("unit")
    let units = model.network.cell.units
    if let unit, unit >= units {
      throw Mistake(
        "unit=\(unit): \(model.name) has units 0 to \(units - 1)", at: arguments.place(of: "unit"))
    }
    let data = arguments.has("x") ? nil : try session.marketData(context)
    let moments =
      if let data {
        try moments(of: model, over: data, arguments, session, context)
      } else {
        try moments(of: model, arguments)
      }
    return session.settings.notation.answer(about: moments.quantities) {
      report(on: moments.inNotation($0), data, unit: unit)
    }
  }

  private func report(on moments: GateMoments, _ data: MarketData?, unit: Int?) -> Report {
    let moment = moments.moments[0]
    var report = Report(title: moments.title(moment, data))
    report.values = moments.placeValues(moment, data)
    if let unit {
      report.title += ", unit \(unit)"
      report.add(contentsOf: UnitWalk(moments, moment, unit: unit).report())
    } else {
      report.add(contentsOf: SummaryWalk(moments, moment).report())
    }
    report.add(paragraph: moments.forecastSentence(data))
    return report
  }

  // MARK: The moment

  private func moments(of model: Model, _ arguments: Arguments) throws -> GateMoments {
    try arguments.refuse("t", "mode", since: "x= gives the inputs itself")
    let features = model.network.cell.features
    guard let inputs = try arguments.located("x")?.networkInputs(features: features) else {
      throw Mistake("walk needs a day or inputs", at: arguments.invocation.verb.range)
    }
    let step = try stepIndex(arguments, of: inputs.count)
    return try GateMoments(model, inputs: inputs, step: step)
  }

  private func moments(
    of model: Model, over data: MarketData, _ arguments: Arguments, _ session: Session,
    _ context: CommandContext
  ) throws -> GateMoments {
    try data.requireFeatures(of: model, at: arguments.word?.range)
    let mode = arguments.text("mode").flatMap(GateMoments.Mode.init(rawValue:)) ?? .window
    if mode == .carry {
      try arguments.refuse("step", since: "mode=carry has no steps, its state runs on")
    }
    let step = try stepIndex(arguments, of: data.dataset.lookBack)
    let selection = try session.rows(
      arguments.located("t"), in: data, mode == .window ? .windowEnd(orElse: "mode=carry") : .any)
    guard selection.isSingle else {
      throw Mistake("walk goes through one day, as t=42", at: arguments.place(of: "t"))
    }
    return try GateMoments(
      model, over: data, selection, mode: mode, step: step, allSteps: false, context)
  }

  private func stepIndex(_ arguments: Arguments, of steps: Int) throws(Mistake) -> Int {
    let step = arguments.integer("step") ?? steps
    guard step <= steps else {
      throw Mistake("step=\(step): there are steps 1 to \(steps)", at: arguments.place(of: "step"))
    }
    return step - 1
  }
}
