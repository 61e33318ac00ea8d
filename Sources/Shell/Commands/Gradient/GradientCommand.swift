import Grammar
import MarketSeries
import Recurrent
import Reports

/// `gradient`: how much of the forecast's gradient reaches each step of the window.
struct GradientCommand: Command {
  let verb = "gradient"
  let purpose = "shows how much of the forecast's gradient reaches each step of the window"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model), WordParameter("MODEL", .model, .any)],
      keys: [
        Key("t", .rows, default: "set t", "the day, or several, over which the mean is taken"),
        Key(
          "to", .choice(GradientFlow.Place.allCases.map(\.rawValue)), default: "state",
          "with respect to what: all that is carried, h or c alone, or the inputs"),
        Key("x", .inputs, unit: "scaled", "typed inputs in the place of a day"),
      ])
  ]
  let examples = [
    Example("gradient rnn lstm gru t=42", "three cells side by side"),
    Example("gradient lstm t=42", "the state and the cell path of one"),
    Example("gradient gru t=42 to=x", "what each day's price does to the forecast"),
    Example("gradient lstm t=2600..2700 to=x", "the same, the mean over many days"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let place = arguments.text("to").flatMap(GradientFlow.Place.init(rawValue:)) ?? .state
    let models = try ModelWords.distinct(arguments.words, &session, context)
    if place == .c, let index = models.firstIndex(where: { !$0.hasCellState }) {
      throw Mistake(
        "\(models[index].name) has no cell state; to=c is for an LSTM",
        at: arguments.place(of: "to"), hint: "h")
    }
    let inputs = try ModelInputs(arguments, models, &session, context)
    if let index = models.firstIndex(where: { $0.network.head == nil }) {
      guard models.count == 1, place == .state, inputs.sequenceCount == 1 else {
        throw Mistake(
          "\(models[index].name) has no Dense head, so there is no forecast to take the gradient "
            + "of; gradient \(models[index].name) for one day alone shows how far a change of the "
            + "state reaches", at: arguments.words[index].range)
      }
      return try StateReach(model: models[0], inputs: inputs).report {
        let label = "reach of \(models[0].name)"
        try context.progress(WorkProgress(label: label, fraction: $0, detail: "steps"))
      }
    }
    let flows = try models.compactMap { model in
      try ModelFlow(model, place: place, inputs: inputs) {
        let label = "gradient of \(model.name)"
        try context.progress(WorkProgress(label: label, fraction: $0, detail: "windows"))
      }
    }
    for flow in flows where !flow.isFinite {
      throw Mistake.overflow(of: flow.model.name, "on the way back")
    }
    return GradientAnswer(flows: flows, place: place, inputs: inputs).report()
  }
}

extension Model {
  /// Whether the cell carries a cell state beside h.
  var hasCellState: Bool { network.cell.quantities.contains { $0.name == "cell" } }
}
