import Grammar
import MarketSeries
import Recurrent

/// What `train` was asked to do, checked.
struct TrainingPlan {
  let name: String
  let cell: any RecurrentCell.Type
  let units: Int
  let options: CellOptions
  let recipe: TrainingRecipe
  let seed: Int
  let target: Target
  let data: MarketData
  private let sequences: Sequences

  /// The squashes that a SimpleRNN may have.
  static let activations = ["tanh", "relu", "leakyrelu", "linear"]

  /// Reads what to train from the word that names the model, and the recipe from the keys.
  init(
    _ word: Word, _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws {
    // A cell's name means a fresh cell of the usual size, whatever stands in its place by now.
    let known = CellTable.cell(named: word.text)
    let old = known == nil ? try session.model(word, context) : nil
    let cell = known ?? old.map { type(of: $0.network.cell) } ?? LSTMCell.self
    self.cell = cell
    name = try ModelName.checked(
      arguments.text("as") ?? word.text, at: arguments.place(of: "as"))
    data = try session.marketData(context)
    units = arguments.integer("units") ?? old?.network.cell.units ?? 50
    seed = arguments.integer("seed") ?? session.settings.seed
    target =
      arguments.text("target").flatMap(Target.init(rawValue:)) ?? session.settings.target
    options = try Self.options(arguments, cell, old)
    recipe = Self.recipe(arguments, cell, data, seed: seed)
    sequences = data.sequences(of: .train, target: target)
    guard sequences.count > 0 else {
      throw Mistake(
        "the training part has no whole window of \(data.dataset.lookBack) with a day to predict",
        at: arguments.invocation.verb.range)
    }
  }

  /// What a fresh network is told besides its size, changed by what was typed.
  ///
  /// - Throws: `Mistake` for an option that the cell does not have.
  static func options(
    _ arguments: Arguments, _ cell: any RecurrentCell.Type, _ old: Model?
  ) throws(Mistake) -> CellOptions {
    var options = old?.network.cell.options ?? CellOptions()
    if let name = arguments.text("activation"), let activation = Activation(rawValue: name) {
      guard cell == SimpleRNNCell.self else {
        throw Mistake(
          "activation= is for the SimpleRNN; the \(cell.title)'s gates have fixed squashes",
          at: arguments.placeOfKey("activation"))
      }
      options.activation = activation
    }
    if let reset = arguments.text("reset") {
      guard cell == GRUCell.self else {
        throw Mistake(
          "reset= is for the GRU; the \(cell.title) has no reset gate",
          at: arguments.placeOfKey("reset"))
      }
      options.resetAfter = reset == "after"
    }
    return options
  }

  /// The notebook's recipe, or a made task's own, changed by what was typed.
  private static func recipe(
    _ arguments: Arguments, _ cell: any RecurrentCell.Type, _ data: MarketData, seed: Int
  ) -> TrainingRecipe {
    let task = data.dataset.task?.defaults
    var recipe = TrainingRecipe()
    recipe.epochs = arguments.integer("epochs") ?? task?.epochs ?? 50
    recipe.batch = arguments.integer("batch") ?? 32
    let rate = arguments.number("rate") ?? task?.rate ?? 0.001
    recipe.optimizer =
      arguments.text("optimizer") == "rmsprop" ? .rmsprop(rate: rate) : .adam(rate: rate)
    let usual = task?.dropout ?? (cell == SimpleRNNCell.self ? 0.2 : 0.3)
    recipe.dropout = Float(arguments.number("dropout") ?? usual)
    recipe.clipNorm = arguments.number("clip").map { Float($0) }
    recipe.seed = UInt64(seed)
    return recipe
  }

  /// A trainer for one seed.
  ///
  /// - Parameters:
  ///   - seed: The seed of weights, order and dropout.
  ///   - label: What is being trained.
  ///   - context: Whose progress is told while the first weights are drawn.
  /// - Returns: The trainer at its first weights.
  /// - Throws: What `context.progress` throws.
  func trainer(seed: Int, label: String, _ context: CommandContext) throws -> Trainer {
    var recipe = recipe
    recipe.seed = UInt64(seed)
    let network = try Network(
      cell, units: units, features: data.dataset.features, options: options, seed: UInt64(seed)
    ) {
      try context.progress(WorkProgress(label: label, fraction: 0, detail: "first weights"))
    }
    return Trainer(
      network: network, sequences: sequences, recipe: recipe, threads: context.threads)
  }

  /// The state of the work as the progress bar shows it.
  ///
  /// - Parameters:
  ///   - state: Where the trainer is.
  ///   - label: What is being trained.
  /// - Returns: The fraction done and a few words.
  func progress(_ state: TrainingProgress, label: String) -> WorkProgress {
    WorkProgress(label: label, fraction: state.fraction, detail: state.detail)
  }
}

extension TrainingProgress {
  /// The part of all epochs that is done, 0…1.
  fileprivate var fraction: Double {
    (Double(epoch - 1) + Double(batch) / Double(batches)) / Double(epochs)
  }

  /// Epoch and loss in few words.
  fileprivate var detail: String { "epoch \(epoch)/\(epochs) loss \(shownNumber(lossSoFar))" }
}

/// One training of a plan.
struct TrainingRun {
  private let plan: TrainingPlan
  private let seed: Int
  private var trainer: Trainer

  /// Draws the first weights.
  ///
  /// - Throws: What `context.progress` throws.
  init(_ plan: TrainingPlan, seed: Int, label: String, _ context: CommandContext) throws {
    self.plan = plan
    self.seed = seed
    trainer = try plan.trainer(seed: seed, label: label, context)
  }

  /// The network after the last whole epoch.
  var network: Network { trainer.network }
  /// The mean loss of each whole epoch.
  var losses: [Double] { trainer.losses }

  /// The network as a model of the session.
  var model: Model {
    Model(
      name: plan.name, network: network, target: plan.target,
      origin: .trained(epochs: losses.count, seed: seed))
  }

  /// Runs all epochs.
  ///
  /// - Throws: What `progress` throws, and the whole epochs before stay; or `Mistake` when the training diverges.
  mutating func train(progress: (TrainingProgress) throws -> Void) throws {
    for _ in 0..<plan.recipe.epochs {
      try trainer.runEpoch(progress: progress)
      try refuseDivergence()
    }
  }

  /// - Throws: `Mistake` when the training has diverged: a picture of it would show nothing.
  private func refuseDivergence() throws(Mistake) {
    guard trainer.hasDiverged else { return }
    throw Mistake(
      "the training of \(plan.name) diverged in epoch \(losses.count) with seed \(seed): its weights "
        + "have grown beyond all numbers, and nothing of it is kept; try a smaller rate= or clip=1",
      at: nil)
  }

  /// Trains networks side by side, one for each plan and seed.
  ///
  /// - Parameters:
  ///   - plans: What is trained.
  ///   - seeds: The seeds of each plan.
  ///   - context: Whose progress is told.
  /// - Returns: The trainings, the seeds of the first plan first.
  /// - Throws: What `context.progress` throws, or `Mistake` when one diverges.
  static func sideBySide(
    _ plans: [TrainingPlan], seeds: [Int], _ context: CommandContext
  ) throws -> [TrainingRun] {
    let label =
      "training \(plans.map(\.name).joined(separator: ", ")), \(count(seeds.count, "seed"))"
    var runs = try plans.flatMap { plan in
      try seeds.map { try TrainingRun(plan, seed: $0, label: label, context) }
    }
    let trained = try Trainer.train(runs.map(\.trainer), threads: context.threads) { states in
      let running = states.compactMap(\.self)
      try context.progress(
        WorkProgress(
          label: label,
          fraction: running.reduce(0) { $0 + $1.fraction } / Double(max(1, states.count)),
          detail: (running.first { $0.fraction < 1 } ?? running.last)?.detail ?? ""))
    }
    for index in runs.indices {
      runs[index].trainer = trained[index]
      try runs[index].refuseDivergence()
    }
    return runs
  }
}
