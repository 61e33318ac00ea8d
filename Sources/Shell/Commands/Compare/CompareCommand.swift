import Grammar
import MarketSeries
import Recurrent
import Reports

/// `compare`: two or more models side by side.
struct CompareCommand: Command {
  let verb = "compare"
  let purpose = "puts models side by side on one day, or trains them over several seeds"
  let forms = [
    Form(
      words: [
        WordParameter("MODEL", .model), WordParameter("MODEL", .model),
        WordParameter("MODEL", .model, .any),
      ],
      keys: [
        Key("t", .rows, default: "set t", "the day"),
        Key("x", .inputs, unit: "scaled", "typed inputs in the place of a day"),
        Key("seeds", .integers(0...Int.max), "trains each over these seeds, up to ten"),
        Key(
          "epochs", .integer(1...1_000_000), default: "50", "with seeds=: passes over the windows"),
        Key("units", .integer(1...1024), default: "50", "with seeds=: hidden units"),
        Key("batch", .integer(1...1_000_000), default: "32", "with seeds=: windows in a batch"),
        Key("rate", .number(1e-9...100), default: "0.001", "with seeds=: the learning rate"),
        Key(
          "dropout", .number(0...0.99), default: "0.2 rnn, 0.3 others",
          "with seeds=: between layer and Dense"),
      ])
  ]
  let examples = [
    Example("compare rnn lstm gru t=42", "forecasts and gate means of one day"),
    Example("compare rnn gru seeds=1..3 epochs=2 units=8", "the spread, and whether it is chance"),
  ]

  private static let recipeKeys = ["epochs", "units", "batch", "rate", "dropout"]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    if let seeds = arguments.integers("seeds") {
      try arguments.refuse("t", "x", since: "seeds= scores all test days")
      return try SeedComparison(seeds, arguments, &session, context).report(&session, context)
    }
    for key in Self.recipeKeys where arguments.has(key) {
      throw Mistake(
        "\(key)= is for training; add seeds= to train", at: arguments.placeOfKey(key),
        hint: "seeds")
    }
    let models = try ModelWords.distinct(arguments.words, &session, context)
    let inputs = try ModelInputs(arguments, models, &session, context)
    guard inputs.sequenceCount == 1 else {
      throw Mistake(
        "compare looks at one day; evaluate scores many", at: arguments.place(of: "t"))
    }
    let quantities = models.flatMap { $0.network.cell.quantities }
    return try session.settings.notation.answer(about: quantities) {
      try DayComparison(models, inputs, $0).report()
    }
  }
}

/// What `compare` answers about one day.
private struct DayComparison {
  private struct Entry {
    let model: Model
    let trace: CellTrace
    let output: Float?
  }

  private let entries: [Entry]
  private let inputs: ModelInputs
  private let notation: Notation

  init(_ models: [Model], _ inputs: ModelInputs, _ notation: Notation) throws(Mistake) {
    self.inputs = inputs
    self.notation = notation
    entries = try models.map { model throws(Mistake) in
      let trace = model.trace(inputs.tensor)
      let output = model.network.predictions(of: trace).first
      let states = trace.values(of: "hidden", step: trace.steps - 1)
      guard states.allSatisfy(\.isFinite), output?.isFinite != false else {
        throw .overflow(of: model.name, inputs.placeText)
      }
      return Entry(model: model, trace: trace, output: output)
    }
  }

  func report() -> Report {
    let names = entries.map(\.model.nameWithClamps).joined(separator: ", ")
    var report = Report(title: "\(names) \(inputs.placeText), last step")
    report.values = inputs.values
    if let (data, row) = day {
      report.values["actual.dollars"] = Value(data.dataset.actual(afterWindowEndingAt: row))
    }
    for entry in entries {
      let name = entry.model.name
      report.values[name + ".prediction"] = Value(entry.output)
      if day != nil { report.values[name + ".prediction.dollars"] = Value(forecast(entry)) }
      for quantity in entry.model.network.cell.quantities {
        report.values["\(name).\(quantity.name).mean"] = Value(mean(quantity, entry))
      }
    }
    report.add(table)
    report.add(paragraph: sentence)
    return report
  }

  private var day: (data: MarketData, row: Int)? {
    guard let days = inputs.days, let row = days.rows.last else { return nil }
    return (days.data, row)
  }

  private func forecast(_ entry: Entry) -> Double? {
    guard let (data, row) = day else { return nil }
    return entry.output.map { data.dollars($0, target: entry.model.target, after: row) }
  }

  private func error(_ entry: Entry) -> Double? {
    guard let (data, row) = day, let actual = data.dataset.actual(afterWindowEndingAt: row) else {
      return nil
    }
    return forecast(entry).map { $0 - actual }
  }

  /// The mean over the units after the last step; `nil` for a cell without the quantity.
  private func mean(_ quantity: Quantity, _ entry: Entry) -> Float? {
    let values = entry.trace.values(of: quantity.name, step: entry.trace.steps - 1)
    guard !values.isEmpty else { return nil }
    let mean = Float(values.reduce(0) { $0 + Double($1) } / Double(values.count))
    return notation.flips(quantity) ? 1 - mean : mean
  }

  /// A row a figure, a column a model; a gate that a cell lacks is absent.
  private var table: Table {
    var rows: [[Value]] = [["scaled forecast"] + entries.map { Value($0.output) }]
    if let (data, _) = day {
      let unit = data.dataset.task == nil ? " in dollars" : ""
      rows.append([.text("forecast" + unit)] + entries.map { Value(forecast($0)) })
      rows.append([.text("error" + unit)] + entries.map { Value(error($0)) })
    }
    let quantities = entries.flatMap { notation.ordered($0.model.network.cell.quantities) }
    var shown: [Quantity] = []
    for kind in [Quantity.Kind.gate, .candidate, .sum, .state] {
      for quantity in quantities where quantity.kind == kind {
        if !shown.contains(where: { $0.name == quantity.name }) { shown.append(quantity) }
      }
    }
    rows += shown.map { quantity in
      [.text(quantity.name + ", mean")] + entries.map { Value(mean(quantity, $0)) }
    }
    return Table(
      name: "comparison",
      columns: ["what"] + entries.map { Table.Column($0.model.name, digits: .decimals(4)) },
      rows: rows)
  }

  private var sentence: String {
    guard let (data, row) = day else { return "Means are over the units, after the last input." }
    let today = data.dataset.highs[0][row]
    guard let actual = data.dataset.actual(afterWindowEndingAt: row) else {
      return "The real value lies after the data; copying today says \(data.amount(today))."
    }
    let errors = entries.compactMap { entry in error(entry).map { (entry.model.name, abs($0)) } }
    let closest = errors.min { $0.1 < $1.1 }
    let verdict = closest.map { name, miss in
      miss < abs(today - actual)
        ? "\(name) is closest, and closer than copying today"
        : "\(name) is the closest of them, and copying today is closer"
    }
    return "The real value is \(data.amount(actual)), copying today says \(data.amount(today)). "
      + (verdict.map { "\($0): one day, no verdict." } ?? "")
  }
}
