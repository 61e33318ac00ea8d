import Grammar
import MarketSeries
import Recurrent
import Reports

/// `gates`: every gate of every unit of a model.
struct GatesCommand: Command {
  let verb = "gates"
  let purpose = "shows every gate of every unit of a model, with the prediction beside the real day"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key("t", .rows, default: "set t", "the day, or several: 42, 2008-10-10, 33..42, all"),
        Key(
          "mode", .choice(GateMoments.Mode.allCases.map(\.rawValue)), default: "window",
          "whether the state starts from zero at each window or runs on from the first row"),
        Key("step", .integer(1...Int.max), default: "the last", "the step of the window"),
        Key("steps", .choice(["all"]), "all steps of the window, side by side"),
        Key("gate", .quantity, "one quantity alone: forget, input, candidate, output, cell …"),
        Key("unit", .integer(0...Int.max), "one unit: the equations with its numbers in them"),
        Key("top", .integer(1...Int.max), "the units or days where the gate is most open"),
        Key("sort", .quantity, default: "unit", "the order of the units: by this quantity"),
        Key("x", .inputs, unit: "scaled", "typed inputs in the place of a day"),
      ])
  ]
  let examples = [
    Example("gates lstm t=42", "all gates of the LSTM on 2006-03-06"),
    Example("gates gru t=2008-10-10 unit=7", "the equations of one unit with the numbers in them"),
    Example("gates lstm t=42 steps=all gate=forget", "one gate over the ten steps of the window"),
    Example("gates lstm t=all gate=forget top=10", "the days on which it forgets most"),
    Example("gates rnn x=0.5,0.6,0.7", "typed inputs instead of a day"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    let model = try session.model(word, context)
    let request = try GatesRequest(arguments, for: model)
    if let typed = arguments.located("x") {
      return try typedInputs(typed, arguments, request, session.settings.notation)
    }
    let data = try session.marketData(context)
    try data.requireFeatures(of: model, at: word.range)
    let mode = arguments.text("mode").flatMap(GateMoments.Mode.init(rawValue:)) ?? .window
    if mode == .carry {
      try arguments.refuse("step", "steps", since: "mode=carry has no steps, its state runs on")
    }
    let lookBack = data.dataset.lookBack
    let step = try stepIndex(arguments, of: lookBack) ?? lookBack - 1
    let selection = try session.rows(
      arguments.located("t"), in: data, mode == .window ? .windowEnd(orElse: "mode=carry") : .any)
    let allSteps = arguments.has("steps")
    if allSteps, !selection.isSingle {
      throw Mistake(
        "steps=all goes with one t; leave it out to see several days",
        at: arguments.placeOfKey("steps"))
    }
    try request.requirePicture(ofDays: selection.rows.count, at: arguments.place(of: "t"))
    let first = allSteps ? 0 : step
    let steps =
      mode == .window
      ? selection.rows.count * (lookBack - first)
      : (selection.rows.max() ?? 0) - (selection.rows.min() ?? 0) + 1
    try requireRoom(for: model, steps: steps, at: arguments.place(of: "t") ?? word.range)
    let moments = try GateMoments(
      model, over: data, selection, mode: mode, step: step, allSteps: allSteps, context)
    return answer(moments, data, request, session.settings.notation)
  }

  private func typedInputs(
    _ typed: Located, _ arguments: Arguments, _ request: GatesRequest, _ notation: Notation
  ) throws -> Report {
    try arguments.refuse("t", "mode", since: "x= gives the inputs itself")
    let inputs = try typed.networkInputs(features: request.model.network.cell.features)
    let step = try stepIndex(arguments, of: inputs.count)
    let allSteps = arguments.has("steps")
    let moments = try GateMoments(
      request.model, inputs: inputs, step: allSteps ? nil : step ?? inputs.count - 1)
    return answer(moments, nil, request, notation)
  }

  /// The answer about the moments; in another notation than Keras' a reader sees other blocks.
  private func answer(
    _ moments: GateMoments, _ data: MarketData?, _ request: GatesRequest, _ notation: Notation
  ) -> Report {
    notation.answer(about: moments.quantities) {
      report(on: moments.inNotation($0), data, request)
    }
  }

  private func report(
    on moments: GateMoments, _ data: MarketData?, _ request: GatesRequest
  ) -> Report {
    moments.isSingle
      ? GatesAtOneMoment(moments, data: data, request: request).report()
      : GatesOverTime(moments, data: data, request: request).report()
  }

  /// Refuses to keep more gates than fit into memory: of each step that is kept, two numbers for each
  /// quantity of each unit.
  private func requireRoom(for model: Model, steps: Int, at range: Range<Int>?) throws {
    let cell = model.network.cell
    let most = Self.mostNumbers / (2 * cell.quantities.count * cell.units)
    guard steps > most else { return }
    throw Mistake(
      "these are \(steps) steps of \(model.name), and at most \(most) fit into memory; ask "
        + "for fewer days", at: range)
  }

  /// 4 GiB of numbers: a million days of the largest shipped model with mode=carry still fit.
  private static let mostNumbers = 1 << 30

  private func stepIndex(_ arguments: Arguments, of steps: Int) throws -> Int? {
    guard let step = arguments.integer("step") else { return nil }
    try arguments.refuse("steps", since: "step= already names one step")
    guard step <= steps else {
      throw Mistake(
        "step=\(step): the window has steps 1 to \(steps)", at: arguments.place(of: "step"))
    }
    return step - 1
  }
}

/// What `gates` was asked to show, checked against the model.
struct GatesRequest {
  let model: Model
  /// One quantity alone; `nil` for all.
  let gate: Quantity?
  /// One unit alone; `nil` for all.
  let unit: Int?
  /// How many units or days to list; `nil` for no list.
  let top: Int?
  /// What the units are ordered by; `nil` for their number.
  let sort: Quantity?

  init(_ arguments: Arguments, for model: Model) throws {
    self.model = model
    let quantities = model.network.cell.quantities
    gate = try arguments.text("gate").map {
      try QuantityNames.quantity($0, of: quantities, in: model, at: arguments.place(of: "gate"))
    }
    sort = try arguments.text("sort").flatMap {
      $0 == "unit"
        ? nil
        : try QuantityNames.quantity($0, of: quantities, in: model, at: arguments.place(of: "sort"))
    }
    top = arguments.integer("top")
    unit = arguments.integer("unit")
    let units = model.network.cell.units
    if let unit, unit >= units {
      throw Mistake(
        "unit=\(unit): \(model.name) has units 0 to \(units - 1)", at: arguments.place(of: "unit"))
    }
    if top != nil {
      try arguments.refuse("unit", since: "top= lists several units or days")
      if gate == nil {
        let names = quantities.map(\.name).joined(separator: ", ")
        throw Mistake(
          "top= needs gate= beside it, to know what to order by: \(names)",
          at: arguments.placeOfKey("top"))
      }
    }
  }

  /// Refuses heat maps of so many days that nobody sees anything in them: in each place of the screen
  /// would stand the mean of thousands.
  func requirePicture(ofDays days: Int, at range: Range<Int>?) throws(Mistake) {
    guard top == nil, unit == nil else { return }
    let cell = model.network.cell
    let quantities = gate == nil ? cell.quantities.count : 1
    let most = Self.mostDrawn / (quantities * cell.units)
    guard days > most else { return }
    throw Mistake(
      "a picture of \(days) days shows nothing; ask for \(most) at most, or for what stands out: "
        + "gate=\(gate?.name ?? cell.quantities[0].name) top=10 lists days, unit=0 draws one unit",
      at: range)
  }

  /// The numbers of the heat maps of one answer at most: 335,544 days of one gate of 50 units.
  private static let mostDrawn = 1 << 24

  /// The units in the order to show, by the values of `sort` where there is one, the largest first.
  func order(_ values: (Quantity) -> ContiguousArray<Float>) -> [Int] {
    let units = Array(0..<model.network.cell.units)
    guard let sort else { return units }
    let keys = values(sort)
    return units.sorted { (keys[$0], $1) > (keys[$1], $0) }
  }
}

/// The names under which users call the quantities of a cell.
enum QuantityNames {
  private static let short = [
    "i": "input", "f": "forget", "g": "candidate", "n": "candidate", "o": "output", "c": "cell",
    "h": "hidden", "z": "update", "r": "reset", "a": "sum",
  ]

  /// The quantity of a model that a long or short name means.
  ///
  /// - Throws: `Mistake` with the names there are.
  static func quantity(
    _ name: String, of quantities: [Quantity], in model: Model, at range: Range<Int>?
  ) throws(Mistake) -> Quantity {
    let long = short[name] ?? name
    if let quantity = quantities.first(where: { $0.name == long }) { return quantity }
    let names = quantities.map(\.name)
    throw Mistake(
      "\(model.name) has no quantity \"\(name)\"; it has \(names.joined(separator: ", "))",
      at: range, hint: nearestWord(to: name, among: names))
  }
}
