import Grammar
import MarketSeries
import Recurrent
import Reports

/// `browse`: the gates of a model day by day, on a whole screen.
struct BrowseCommand: Command {
  let verb = "browse"
  let purpose = "goes through days, gates, steps and units on a full screen; ? there lists the keys"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key("t", .rows, default: "set t", "the day to begin at, one: 42, 2008-10-10"),
        Key("gate", .quantity, default: "the first", "the quantity to begin with"),
        Key("step", .integer(1...Int.max), default: "the last", "the step to point at"),
        Key("unit", .integer(0...Int.max), "the unit whose numbers are shown"),
      ],
      purpose: "Arrow keys change day and gate, [ ] the step, u the unit, c clamps, q leaves")
  ]
  let examples = [
    Example("browse lstm t=42 gate=forget", "the forget gate over the window, day by day"),
    Example("browse gru t=2008-10-10 unit=7", "one unit of the GRU with its numbers"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report() }
    let model = try session.model(word, context)
    let data = try session.marketData(context)
    try data.requireFeatures(of: model, at: word.range)
    let quantities = session.settings.notation.ordered(model.network.cell.quantities)
    let names = quantities.map(\.name)
    let units = model.network.cell.units
    let steps = data.dataset.lookBack
    guard let days = BrowseDays(data.dataset) else {
      throw Mistake("the series is too short for one window of \(steps)", at: word.range)
    }
    var state = BrowseState(
      model: model.name, gates: names,
      holdable: quantities.filter { [.gate, .candidate].contains($0.kind) }.map(\.name),
      units: units, steps: steps, days: days, row: try row(arguments, data, days, session))
    if let gate = arguments.text("gate") {
      let quantity = try QuantityNames.quantity(
        gate, of: quantities, in: model, at: arguments.place(of: "gate"))
      state.gateIndex = names.firstIndex(of: quantity.name) ?? 0
    }
    if let step = arguments.integer("step") {
      guard step <= steps else {
        throw Mistake(
          "step=\(step): the window has steps 1 to \(steps)", at: arguments.place(of: "step"))
      }
      state.step = step
    }
    if let unit = arguments.integer("unit") {
      guard unit < units else {
        throw Mistake(
          "unit=\(unit): \(model.name) has units 0 to \(units - 1)", at: arguments.place(of: "unit")
        )
      }
      state.unit = unit
    }
    session.request = .browse(state)
    return Report()
  }

  /// The row to begin at; where the set one ends no window, the nearest that does.
  private func row(
    _ arguments: Arguments, _ data: MarketData, _ days: BrowseDays, _ session: Session
  ) throws(Mistake) -> Int {
    guard let typed = arguments.located("t") else { return days.nearest(to: session.settings.t) }
    let selection = try data.rows(typed, .windowEnd())
    guard selection.isSingle, let row = selection.rows.first else {
      throw Mistake("browse begins at one day, as t=42", at: arguments.place(of: "t"))
    }
    return row
  }

  /// What to say where there is no screen to fill.
  static func noScreen(for state: BrowseState) -> Mistake {
    Mistake(
      "browse needs the keys and the screen of a terminal; here use \(state.command)", at: nil)
  }
}
