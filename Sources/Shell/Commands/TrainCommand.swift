import Grammar
import MarketSeries
import Recurrent
import Reports

/// `train`: a network from fresh weights, with the course's recipe unless asked otherwise.
struct TrainCommand: Command {
  let verb = "train"
  let changesSession = true
  let purpose = "trains a network from fresh weights and puts it in the model's place"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model)],
      keys: [
        Key("epochs", .integer(1...1_000_000), default: "50", "passes over the training windows"),
        Key("batch", .integer(1...1_000_000), default: "32", unit: "windows", "size of a batch"),
        Key("optimizer", .choice(["adam", "rmsprop"]), default: "adam", "with Keras' defaults"),
        Key("rate", .number(1e-9...100), default: "0.001", "the learning rate"),
        Key(
          "dropout", .number(0...0.99), default: "0.2 rnn, 0.3 others", "between layer and Dense"),
        Key("clip", .number(1e-9...1e9), "the largest norm of the gradient"),
        Key("seed", .integer(0...Int.max), default: "set seed", "of weights, order and dropout"),
        Key("seeds", .integers(0...Int.max), "trains one network a seed, shows the spread"),
        Key("units", .integer(1...1024), default: "50", "hidden units"),
        Key(
          "activation", .choice(TrainingPlan.activations), default: "tanh",
          "of a SimpleRNN"),
        Key("reset", .choice(["after", "before"]), default: "after", "of a GRU"),
        Key(
          "target", .choice(Target.allCases.map(\.rawValue)), default: "set target",
          "what is predicted: tomorrow, or tomorrow minus today"),
        Key("as", .text, default: "the model's name", "the name of the result"),
        Key(
          "threads", .integerOrAuto(1...1024), default: "set threads",
          "how many processors to take; the weights are the same"),
        Key("table", .file, "with seeds=: the file that takes model,seed,rmse,bias,sd,wins"),
      ])
  ]
  let examples = [
    Example("train rnn epochs=5", "five epochs, then gates rnn shows the new weights"),
    Example("train lstm units=4 epochs=3 as=small", "a small network under its own name"),
    Example("train gru epochs=2 units=8 seeds=1..3", "the spread over three seeds"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    var context = context
    if arguments.has("threads") { context.threads = try arguments.threads() }
    let plan = try TrainingPlan(word, arguments, &session, context)
    if let seeds = arguments.integers("seeds") {
      try arguments.refuse("seed", since: "seeds= names the seeds")
      return try severalSeeds(seeds, plan, arguments, &session, context)
    }
    try arguments.refuse("table", since: "it is written with seeds=")
    return try oneSeed(plan, &session, context)
  }

  // MARK: One network

  private func oneSeed(
    _ plan: TrainingPlan, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    let clock = ContinuousClock()
    let start = clock.now
    let label = "training \(plan.name)"
    var run = try TrainingRun(plan, seed: plan.seed, label: label, context)
    do {
      try run.train { try context.progress(plan.progress($0, label: label)) }
    } catch is Interrupted where !run.losses.isEmpty {
      session.request = .interrupted
    }
    let lifted = session.liftedClampSentence(named: plan.name)
    session.keep(run.model)
    var report = Report(title: title(of: run, plan))
    report.values = [
      "loss": Value(run.losses.last), "epochs": .integer(run.losses.count),
      "seed": .integer(plan.seed), "seconds": .double(seconds(clock.now - start)),
    ]
    report.add(lossPlot(run.losses))
    report.add(
      Table(
        name: "epochs", columns: ["epoch", "loss"],
        rows: run.losses.enumerated().map { [.integer($0.offset + 1), .double($0.element)] },
        isShown: false))
    report.add(paragraph: sentence(about: run, plan))
    if let lifted { report.add(paragraph: lifted) }
    return report
  }

  private func title(of run: TrainingRun, _ plan: TrainingPlan) -> String {
    let kept = run.losses.count < plan.recipe.epochs ? ", interrupted: whole epochs kept" : ""
    return "\(plan.name): \(plan.cell.title) with \(count(plan.units, "unit")), "
      + "\(count(run.losses.count, "epoch")), seed \(plan.seed)\(kept)"
  }

  /// The curve of the loss, on a logarithmic axis where it falls to a tenth: later epochs would lie on the
  /// axis otherwise.
  private func lossPlot(_ losses: [Double]) -> LinePlot {
    let (least, most) = (losses.min() ?? 0, losses.max() ?? 0)
    let isWide = least > 0 && most > 10 * least
    return LinePlot(
      name: "loss",
      axis: LinePlot.Axis(x: "epoch", y: "loss", scale: isWide ? .logarithmic : .linear),
      series: [
        LinePlot.Series(
          name: "loss", x: losses.indices.map { Double($0 + 1) },
          y: losses)
      ])
  }

  private func sentence(about run: TrainingRun, _ plan: TrainingPlan) -> String {
    guard let first = run.losses.first, let last = run.losses.last else { return "" }
    let dropout =
      plan.recipe.dropout > 0
      ? " (with dropout \(shownNumber(plan.recipe.dropout)), as Keras prints it)" : ""
    let course =
      run.losses.count == 1
      ? "is \(shownNumber(last)) after one epoch"
      : "went from \(shownNumber(first)) to \(shownNumber(last))"
    return "The loss\(dropout) \(course). "
      + "evaluate \(plan.name) scores it on the test \(plan.data.dayNoun)s."
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  // MARK: Several networks

  private func severalSeeds(
    _ seeds: [Int], _ plan: TrainingPlan, _ arguments: Arguments, _ session: inout Session,
    _ context: CommandContext
  ) throws -> Report {
    let days = EvaluationDays(plan.data, part: .test)
    guard !days.lastRows.isEmpty else {
      throw Mistake(
        "seeds= compares by test error, and the test part has no whole window",
        at: arguments.placeOfKey("seeds"))
    }
    // What cannot take the rows is known before the long work.
    if let file = arguments.text("table") { _ = try table(in: file, arguments, context) }
    let lifted = session.liftedClampSentence(named: plan.name)
    let clock = ContinuousClock()
    let start = clock.now
    let runs = try TrainingRun.sideBySide([plan], seeds: seeds, context)
    let rows = try zip(seeds, runs).map { seed, run in
      let forecasts = try days.forecasts(of: run.network, target: plan.target, context) ?? []
      return SeedTable.Row(model: plan.name, seed: seed, errors: days.errors(of: forecasts))
    }
    // The first seed's network stays: not the best, so that nothing was chosen by the test days.
    if let first = runs.first { session.keep(first.model) }
    session.testLooks += 1
    if let file = arguments.text("table") {
      var table = try table(in: file, arguments, context)
      table.merge(rows)
      session.request = .write([
        Session.OutputFile(
          path: context.path(file), bytes: Array(table.text.utf8), overwrite: true)
      ])
    }
    var report = report(on: rows, plan, seconds: seconds(clock.now - start), days)
    if let lifted { report.add(paragraph: lifted) }
    return report
  }

  private func report(
    on rows: [SeedTable.Row], _ plan: TrainingPlan, seconds: Double, _ days: EvaluationDays
  ) -> Report {
    var report = Report(
      title: "\(plan.name) over \(count(rows.count, "seed")), test \(plan.data.dayNoun)s")
    if let spread = SeedSpread(rows) {
      report.values = [
        "rmse.least": .double(spread.least), "rmse.mean": .double(spread.mean),
        "rmse.most": .double(spread.most),
      ]
    }
    let copying = days.errors(of: days.persistence).rmse
    report.values["epochs"] = .integer(plan.recipe.epochs)
    report.values["persistence.rmse"] = .double(copying)
    report.values["seconds"] = .double(seconds)
    report.add(SeedTable.table(of: rows, digits: plan.data.errorDigits))
    let better = rows.count { $0.rmse < copying }
    report.add(
      paragraph: "\(better) of \(count(rows.count, "run")) beat copying today "
        + "(\(shownNumber(copying))). The network of seed \(rows.first?.seed ?? 0) is kept as "
        + "\(plan.name), the first one, not the best.")
    return report
  }

  /// The table that stands in a file; an empty one where there is no file yet.
  private func table(
    in file: String, _ arguments: Arguments, _ context: CommandContext
  ) throws -> SeedTable {
    let path = context.path(file)
    guard let bytes = try context.files.readIfPresent(path, limit: FileLimit.seeds) else {
      return SeedTable()
    }
    guard let table = SeedTable(parsing: bytes) else {
      throw Mistake(
        "\(printable(file)) is another kind of file and is left alone; name a new one",
        at: arguments.place(of: "table"))
    }
    return table
  }
}
