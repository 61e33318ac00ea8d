import Grammar
import MarketSeries
import Recurrent
import Reports

/// `clamp`: gates that stand still, to see what they are good for.
struct ClampCommand: Command {
  let verb = "clamp"
  let changesSession = true
  let purpose = "holds gates of a model at a value or at their mean, or lists what is held"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model, .optional)],
      keys: [
        Key("input", or: ["i"], .gateValue, "the LSTM's input gate, 0 to 1; also i="),
        Key("forget", or: ["f"], .gateValue, "the LSTM's forget gate, 0 to 1; also f="),
        Key("output", or: ["o"], .gateValue, "the LSTM's output gate, 0 to 1; also o="),
        Key("update", or: ["z"], .gateValue, "the GRU's update gate, 0 to 1; also z="),
        Key("reset", or: ["r"], .gateValue, "the GRU's reset gate, 0 to 1; also r="),
        Key("candidate", or: ["g", "n"], .gateValue, "the candidate, −1 to 1; also g= or n="),
      ])
  ]
  let examples = [
    Example(
      "clamp gru reset=1 update=0", "a GRU that is a vanilla RNN; then gates gru, evaluate gru"),
    Example("clamp lstm forget=mean", "one gate at its mean over the training windows"),
    Example("clamp", "what is held; unclamp lets all go"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let keys = arguments.form.keys.filter { arguments.has($0.name) }
    guard let word = arguments.word else {
      if let key = keys.first {
        throw Mistake(
          "clamp needs a model before \(key.name)=, as clamp lstm \(key.name)=1",
          at: arguments.placeOfKey(key.name))
      }
      return list(session)
    }
    var model = try session.model(word, context)
    guard !keys.isEmpty else { return report(on: model, session.settings.notation) }
    for key in keys {
      let clamp = try clamp(key.name, of: model, arguments, &session, context)
      model.clamps.removeAll { $0.gate == clamp.gate }
      model.clamps.append(clamp)
    }
    let order = model.network.cell.quantities.map(\.name)
    model.clamps.sort { order.firstIndex(of: $0.gate) ?? 0 < order.firstIndex(of: $1.gate) ?? 0 }
    session.keep(model)
    return report(on: model, session.settings.notation)
  }

  // MARK: Reading

  private func clamp(
    _ name: String, of model: Model, _ arguments: Arguments, _ session: inout Session,
    _ context: CommandContext
  ) throws -> Clamp {
    let quantity = try quantity(name, of: model, at: arguments.placeOfKey(name))
    guard let number = arguments.located(name)?.literal.number else {
      return Clamp(
        gate: name, isMean: true, values: try means(of: name, model, arguments, &session, context))
    }
    let range = quantity.range ?? 0...1
    guard range.contains(Float(number)) else {
      let what = quantity.kind == .gate ? "a gate" : "the candidate"
      throw Mistake(
        "\(name)=\(shownNumber(number)): \(what) lies between "
          + "\(shownNumber(range.lowerBound)) and \(shownNumber(range.upperBound))",
        at: arguments.place(of: name))
    }
    return Clamp(
      gate: name, isMean: false,
      values: .init(repeating: Float(number), count: model.network.cell.units))
  }

  private func quantity(
    _ name: String, of model: Model, at range: Range<Int>?
  ) throws(Mistake) -> Quantity {
    let gates = model.network.cell.quantities.filter { [.gate, .candidate].contains($0.kind) }
    if let gate = gates.first(where: { $0.name == name }) { return gate }
    let names = gates.map(\.name)
    guard !names.isEmpty else {
      throw Mistake(
        "\(model.name) is a \(model.cellTitle), which has no gate to hold; try lstm or gru",
        at: range)
    }
    throw Mistake(
      "\(model.name) has no gate \"\(name)\"; its gates are "
        + names.joined(separator: ", "), at: range, hint: nearestWord(to: name, among: names))
  }

  /// The mean of each unit over all steps of the training windows, every gate as computed.
  private func means(
    of name: String, _ model: Model, _ arguments: Arguments, _ session: inout Session,
    _ context: CommandContext
  ) throws -> ContiguousArray<Float> {
    let data = try session.marketData(context)
    try data.requireFeatures(of: model, at: arguments.word?.range)
    let windows = data.sequences(of: .train, target: model.target)
    guard windows.count > 0 else {
      throw Mistake(
        "the training part has no whole window to take the mean of", at: arguments.place(of: name))
    }
    let occupancy = try GateOccupancy(
      of: model.network, over: windows, holding: [:], threads: context.threads
    ) {
      try context.progress(WorkProgress(label: "mean of \(name)", fraction: $0, detail: "windows"))
    }
    return .init(occupancy[name]?.means.map { Float($0) } ?? [])
  }

  // MARK: Answering

  private func list(_ session: Session) -> Report {
    let models = session.clampedModels
    var report = Report(title: models.isEmpty ? "No gate is clamped" : "What is clamped")
    report.values["clamps"] = .integer(models.reduce(0) { $0 + $1.clamps.count })
    if !models.isEmpty { report.add(table(of: models)) }
    report.add(
      paragraph: models.isEmpty
        ? "clamp lstm forget=1 holds a gate at a value, forget=mean at its mean."
        : "unclamp lets all go, unclamp MODEL those of one model.")
    return report
  }

  private func report(on model: Model, _ notation: Notation) -> Report {
    var report = Report(
      title: model.isClamped ? model.nameWithClamps : "\(model.name) is not clamped")
    for clamp in model.clamps { report.values[clamp.gate] = .float(clamp.mean) }
    if model.isClamped { report.add(table(of: [model])) }
    report.add(
      paragraph: model.isClamped
        ? "Every answer about \(model.name) honours this until unclamp \(model.name), and its "
          + "gradient flows through no held gate; train and model save do not."
        : "clamp \(model.name) GATE=VALUE holds a gate.")
    if model.network.cell.quantities.contains(where: notation.flips) {
      report.add(
        paragraph: "update= is typed in Keras' sense, in every notation: how much is kept.")
    }
    return report
  }

  private func table(of models: [Model]) -> Table {
    Table(
      name: "clamps", columns: ["model", "gate", "held at", "least", "most"],
      rows: models.flatMap { model in
        model.clamps.map { clamp in
          [
            .text(model.name), .text(clamp.gate), .text(clamp.valueText),
            Value(clamp.values.min()), Value(clamp.values.max()),
          ]
        }
      })
  }
}

extension Clamp {
  /// The mean over the units.
  fileprivate var mean: Float {
    Float(values.reduce(0) { $0 + Double($1) } / Double(max(1, values.count)))
  }
}
