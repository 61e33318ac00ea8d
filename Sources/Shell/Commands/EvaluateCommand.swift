import Grammar
import MarketSeries
import Recurrent
import Reports

/// `evaluate`: how well the models forecast, beside what costs nothing.
struct EvaluateCommand: Command {
  let verb = "evaluate"
  let purpose = "scores models on days they were not trained on, beside copying today"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model, .any)],
      keys: [
        Key(
          "on", .choice(["train", "validation", "test"]), default: "test",
          "the days that are scored"),
        Key(
          "baselines", .choice(["all"]),
          "also the training mean, EWMA by beta, and least squares on the window"),
        Key(
          "beta", .numbers(-0.999_999...0.999_999), default: "0.1,0.5,0.8",
          "the EWMAs of baselines=all"),
        Key(
          "missing", .choice(MissingPolicy.allCases.map(\.rawValue)), default: "the data's",
          "what stands in for missing values, for this answer alone"),
        Key("seeds", .yesOrNo, default: "no", "a row for each seed of the shipped recipe"),
        Key("scored-with", .text, "repeats a slip: every row scored with this model's forecasts"),
        Key(
          "target", .choice(Target.allCases.map(\.rawValue)), default: "the model's",
          "what the outputs are read as: tomorrow, or tomorrow minus today"),
      ])
  ]
  let examples = [
    Example("evaluate", "every model and persistence on the test days"),
    Example("evaluate lstm baselines=all", "one model beside all baselines"),
    Example("evaluate missing=max", "the gap filled as the course's notebook did"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let data = try dataset(arguments, &session, context)
    let part = arguments.text("on").flatMap(Part.init(rawValue:)) ?? .test
    let days = EvaluationDays(data, part: part)
    guard !days.lastRows.isEmpty else {
      throw Mistake(
        part == .validation
          ? "no validation rows are set; data load FILE validation=2015-01-01 takes some"
          : "the \(part.rawValue) part has no whole window of \(data.dataset.lookBack) to score",
        at: arguments.place(of: "on"))
    }
    let chosen = try models(arguments, data, &session, context)
    var table = EvaluationTable(
      days: days, spread: spreads(arguments, for: data, part: part, context))
    let scorer = try scorer(arguments, &session, context)
    let reading = arguments.text("target").flatMap(Target.init(rawValue:))
    for model in chosen.models {
      let judged = scorer ?? model
      let target = reading ?? judged.target
      let forecasts = try days.forecasts(
        of: judged.network, target: target, holding: judged.held, context)
      table.add(model, forecasts)
    }
    addBaselines(arguments, days, to: &table)
    if part == .test { session.testLooks += 1 }

    var report = Report(
      title: "\(data.title), \(part.rawValue) \(data.dayNoun)s: \(days.lastRows.count) forecasts"
        + clampNote(of: scorer.map { [$0] } ?? chosen.models))
    report.values = table.values
    report.add(table.table)
    if arguments.flag("seeds") == true {
      report.add(SeedTable.table(of: try ShippedData.seeds(context).rows))
    }
    for sentence in sentences(arguments, data, days, table, chosen.leftOut, session) {
      report.add(paragraph: sentence)
    }
    return report
  }
}

// MARK: What is scored

extension EvaluateCommand {
  private func dataset(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> MarketData {
    let data = try session.marketData(context)
    guard let name = arguments.text("missing"), let policy = MissingPolicy(rawValue: name) else {
      return data
    }
    return try data.filled(by: policy)
  }

  private func models(
    _ arguments: Arguments, _ data: MarketData, _ session: inout Session,
    _ context: CommandContext
  ) throws -> (models: [Model], leftOut: [String]) {
    if !arguments.words.isEmpty {
      let models = try arguments.words.map { word in
        let model = try session.model(word, context)
        try data.requireFeatures(of: model, at: word.range)
        try requireHead(of: model, at: word.range)
        return model
      }
      return (models, [])
    }
    var models: [Model] = []
    var leftOut: [String] = []
    for name in session.modelNames {
      let model = try session.model(Word(name, at: 0..<0), context)
      let fits = model.network.cell.features == data.dataset.features && model.network.head != nil
      if fits { models.append(model) } else { leftOut.append(name) }
    }
    return (models, leftOut)
  }

  private func requireHead(of model: Model, at range: Range<Int>) throws(Mistake) {
    guard model.network.head != nil else {
      throw Mistake("\(model.name) has no Dense head, so it makes no forecast to score", at: range)
    }
  }

  /// Which of the models are clamped, for the title.
  private func clampNote(of models: [Model]) -> String {
    let clamped = models.filter(\.isClamped).map(\.nameWithClamps)
    return clamped.isEmpty ? "" : ", with " + clamped.joined(separator: " and ")
  }

  private func scorer(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Model? {
    guard let name = arguments.text("scored-with") else { return nil }
    let place = arguments.place(of: "scored-with") ?? 0..<0
    let model = try session.model(Word(name, at: place), context)
    try session.marketData(context).requireFeatures(of: model, at: place)
    try requireHead(of: model, at: place)
    return model
  }

  private func addBaselines(
    _ arguments: Arguments, _ days: EvaluationDays, to table: inout EvaluationTable
  ) {
    let baselines = Baselines(days: days)
    table.add("persistence", baselines.persistence)
    guard arguments.has("baselines") || arguments.has("beta") else { return }
    for beta in arguments.numbers("beta") ?? [0.1, 0.5, 0.8] {
      table.add("ewma \(beta)", valueName: "ewma.b\(beta)", baselines.exponentialMean(beta: beta))
    }
    if let forecasts = baselines.leastSquares {
      table.add("least squares", valueName: "least.squares", forecasts)
    }
    table.add("training mean", valueName: "training.mean", baselines.trainingMean)
  }

  /// The spread over seeds belongs to the shipped recipe on KO as it comes, scored as it was meant.
  private func spreads(
    _ arguments: Arguments, for data: MarketData, part: Part, _ context: CommandContext
  ) -> SeedTable? {
    guard data.isKO, part == .test, data.dataset.options == ShippedData.koOptions,
      !arguments.has("target"), !arguments.has("scored-with")
    else { return nil }
    return try? ShippedData.seeds(context)
  }
}

// MARK: What is said

extension EvaluateCommand {
  private func sentences(
    _ arguments: Arguments, _ data: MarketData, _ days: EvaluationDays, _ table: EvaluationTable,
    _ leftOut: [String], _ session: Session
  ) -> [String] {
    var sentences = [table.sentence]
    if let name = arguments.text("scored-with") {
      sentences.append(
        "Every model is scored with the forecasts of \(name): the slip of the course's notebook, "
          + "which fitted a GRU and called the LSTM's predict.")
    }
    if arguments.numbers("beta")?.contains(where: { $0 < 0 }) == true {
      sentences.append(
        "A negative β is unusual: the weights of the past change their sign from day to day.")
    }
    if !leftOut.isEmpty {
      sentences.append(
        "Left out: \(leftOut.joined(separator: ", ")), which "
          + (leftOut.count == 1 ? "reads other columns or has" : "read other columns or have")
          + " no head.")
    }
    if data.isKO && days.part == .test {
      sentences.append(
        "The course's notebook printed 0.9447 (RNN) and 0.7668 (LSTM), one unseeded run each with "
          + "the gap filled by the maximum; its GRU cell calls the LSTM's predict and repeats that "
          + "figure.")
    }
    if data.isKO, days.part != .train, table.hasShipped, let first = days.lastRows.first,
      let day = data.dataset.date(at: first), day < ShippedData.lastTrainingDay
    {
      sentences.append(
        "The shipped models were trained on KO before 2016, whatever the split is now, so they have "
          + "seen days of this part; train makes one that has not.")
    }
    if days.part == .test {
      let looks = session.testLooks
      sentences.append(
        "This session has looked at the test days "
          + (looks == 1
            ? "once."
            : (looks == 2 ? "twice" : "\(looks) times")
              + "; each look that leads to a choice makes the next figure less honest."))
    }
    return sentences
  }
}
