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
    let inputs = try GradientInputs(arguments, models, &session, context)
    if let index = models.firstIndex(where: { $0.network.head == nil }) {
      guard models.count == 1, place == .state, inputs.sequenceCount == 1 else {
        throw Mistake(
          "\(models[index].name) has no Dense head, so there is no forecast to take the gradient "
            + "of; gradient \(models[index].name) for one day alone shows how far a change of the "
            + "state reaches", at: arguments.words[index].range)
      }
      return try StateReach(model: models[0], inputs: inputs).report {
        let label = "reach of \(models[0].name)"
        try context.progress(Progress(label: label, fraction: $0, detail: "steps"))
      }
    }
    let flows = try models.compactMap { model in
      try ModelFlow(model, place: place, inputs: inputs) {
        let label = "gradient of \(model.name)"
        try context.progress(Progress(label: label, fraction: $0, detail: "windows"))
      }
    }
    return GradientAnswer(flows: flows, place: place, inputs: inputs).report()
  }
}

extension Model {
  /// Whether the cell carries a cell state beside h.
  var hasCellState: Bool { network.cell.quantities.contains { $0.name == "cell" } }
}

/// The words of a command that names several models.
enum ModelWords {
  /// The models in the order named.
  ///
  /// - Throws: `Mistake` at a word that names no model, or one named before.
  static func distinct(
    _ words: [Word], _ session: inout Session, _ context: CommandContext
  ) throws -> [Model] {
    var models: [Model] = []
    for word in words {
      let model = try session.model(word, context)
      guard !models.contains(where: { $0.name == model.name }) else {
        throw Mistake("\(model.name) stands twice; name another model", at: word.range)
      }
      models.append(model)
    }
    return models
  }
}

/// What several models read: the windows of days, or typed inputs.
struct GradientInputs {
  /// The series and the last rows of the windows; `nil` for typed inputs.
  let days: (data: MarketData, rows: [Int])?
  private let typed: Tensor?

  /// Reads `t=` or `x=`.
  ///
  /// - Throws: `Mistake` at a model that reads other inputs, or at what names no day.
  init(
    _ arguments: Arguments, _ models: [Model], _ session: inout Session, _ context: CommandContext
  ) throws {
    if let located = arguments.located("x") {
      try arguments.refuse("t", since: "x= gives the inputs itself")
      let features = models.first?.network.cell.features ?? 1
      for (model, word) in zip(models, arguments.words)
      where model.network.cell.features != features {
        throw Mistake(
          "\(model.name) reads \(count(model.network.cell.features, "value")) a step, "
            + "\(models[0].name) reads \(features)", at: word.range)
      }
      let inputs = try located.networkInputs(features: features)
      typed = Tensor(
        shape: [inputs.count, 1, features], values: ContiguousArray(inputs.joined()))
      days = nil
      return
    }
    let data = try session.marketData(context)
    for (model, word) in zip(models, arguments.words) {
      try data.requireFeatures(of: model, at: word.range)
    }
    days = (data, try session.rows(arguments.located("t"), in: data, .windowEnd()).rows)
    typed = nil
  }

  /// How many windows there are.
  var sequenceCount: Int { days?.rows.count ?? 1 }
  /// The row that the answer is about, the last of several; `nil` for typed inputs.
  var row: Int? { days?.rows.last }

  /// All inputs, `[steps, batch, features]`.
  var tensor: Tensor { tensor(of: 0..<sequenceCount) }

  /// The inputs of some of the windows, `[steps, batch, features]`.
  func tensor(of windows: Range<Int>) -> Tensor {
    if let typed { return typed }
    guard let days else { return Tensor(zeros: [0, 1, 1]) }
    return days.data.sequences(endingAt: Array(days.rows[windows])).inputs(of: 0..<windows.count)
  }

  /// What titles say behind the models: `at t=42, 2006-03-06`.
  var placeText: String {
    guard let (data, rows) = days, let first = rows.first, let last = rows.last else {
      return "on typed inputs"
    }
    return rows.count == 1
      ? "at \(data.rowText(last))"
      : "mean over \(count(rows.count, "day")), \(data.rowText(first)) to \(data.rowText(last))"
  }

  /// The named values that say where an answer is from.
  var values: NamedValues {
    ["t": Value(row), "date": Value(row.flatMap { days?.data.dateText($0) })]
  }

  /// How many days before the day that is forecast each of `steps` steps lies, oldest first.
  func daysBefore(_ steps: Int) -> [Double] {
    let horizon = days?.data.dataset.horizon ?? 1
    return (0..<steps).map { Double(steps - 1 - $0 + horizon) }
  }
}
