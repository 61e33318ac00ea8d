import Grammar
import MarketSeries
import Recurrent
import Reports

/// A model that `model new` makes: random by seed, or built by hand.
struct NewModel {
  let model: Model
  /// Named values beside those that describe every model.
  private(set) var values = NamedValues()
  /// What is special about it, in sentences.
  private(set) var notes: [String] = []

  static let form = Form(
    "new",
    words: [WordParameter("CELL", .choice(CellTable.all.map { $0.name }))],
    keys: [
      Key("units", .integer(1...1024), default: "50; 1 with from=", "hidden units"),
      Key("features", .integer(1...100), default: "1", "how many numbers it reads a step"),
      Key("as", .text, default: "fresh", "the name that commands call it by"),
      Key(
        "init", .choice(InitialWeights.allCases.map(\.rawValue) + [zeros]), default: "keras",
        "how weights that are not typed are drawn"),
      Key("seed", .integer(0...Int.max), default: "set seed", "the same seed, the same weights"),
      Key("activation", .choice(TrainingPlan.activations), default: "tanh", "of a SimpleRNN"),
      Key("reset", .choice(["after", "before"]), default: "after", "of a GRU"),
      Key(
        "target", .choice(Target.allCases.map(\.rawValue)), default: "set target",
        "what its output stands for: tomorrow, or tomorrow minus today"),
      Key("head", .yesOrNo, default: "yes", "whether a Dense layer makes predictions of h"),
      Key("from", .choice(["ewma"]), "weights set by hand: an LSTM or a GRU that is an average"),
      Key("beta", .number(0...1), "with from=ewma: the share that is kept"),
      Key(
        "scale", .number(0.000_001...1), default: "0.01",
        "with from=ewma: ε; the state is ε times the average"),
    ] + NamedParameters.keys,
    purpose:
      "Makes a model of fresh weights, or of typed ones: one number for all, a list, or a matrix "
      + "with a row an input, as Keras has it. Those of a gate bear its name: forget.bias=1.386, "
      + "candidate.recurrent_kernel=0.5; a GRU has update.recurrent_bias= and so on too")

  private static let zeros = "zeros"

  /// Makes the model that was asked for.
  ///
  /// - Throws: `Mistake` for what the cell does not have or what does not go together.
  init(_ arguments: Arguments, _ session: Session) throws(Mistake) {
    guard let cell = arguments.word.flatMap({ CellTable.cell(named: $0.text) }) else {
      throw Mistake("model new needs a cell: rnn, lstm or gru", at: arguments.word?.range)
    }
    let name = try ModelName.checked(
      arguments.text("as") ?? "fresh", at: arguments.place(of: "as"))
    let target =
      arguments.text("target").flatMap(Target.init(rawValue:)) ?? session.settings.target
    let options = try TrainingPlan.options(arguments, cell, nil)
    var made: (network: Network, origin: String)
    if arguments.has("from") {
      try arguments.refuse("init", "seed", "reset", since: "from=ewma sets every weight itself")
      made = try Self.average(cell, arguments, &values, &notes)
    } else {
      try arguments.refuse("beta", "scale", since: "they belong to from=ewma")
      made = Self.fresh(cell, options, arguments, seed: session.settings.seed)
    }
    if arguments.flag("head") == false { made.network.head = nil }
    let typed = try NamedParameters(arguments).set(in: &made.network)
    if !typed.isEmpty { made.origin += "; typed: \(typed.joined(separator: ", "))" }
    model = Model(
      name: name, network: made.network, target: target, origin: .made(made.origin))
    notes.append("Every verb takes it by its name: gates \(name) x=0.5.")
  }

  private static func fresh(
    _ cell: any RecurrentCell.Type, _ options: CellOptions, _ arguments: Arguments, seed: Int
  ) -> (network: Network, origin: String) {
    let seed = arguments.integer("seed") ?? seed
    let scheme = arguments.text("init") ?? InitialWeights.keras.rawValue
    var network = Network(
      cell, units: arguments.integer("units") ?? 50, features: arguments.integer("features") ?? 1,
      options: options, scheme: InitialWeights(rawValue: scheme) ?? .keras, seed: UInt64(seed))
    guard scheme != zeros else {
      network.parameters = .init(repeating: 0, count: network.parameterCount)
      return (network, "weights of zero")
    }
    let whose = scheme == InitialWeights.torch.rawValue ? "PyTorch" : "Keras"
    return (network, "fresh weights as \(whose) draws them, seed \(seed)")
  }

  // MARK: The average inside a cell

  private static func average(
    _ cell: any RecurrentCell.Type, _ arguments: Arguments, _ values: inout NamedValues,
    _ notes: inout [String]
  ) throws(Mistake) -> (network: Network, origin: String) {
    guard let beta = arguments.number("beta") else {
      throw Mistake(
        "from=ewma needs the share that is kept: beta=0.8", at: arguments.place(of: "from"))
    }
    guard beta > 0, beta < 1 else {
      throw Mistake(
        "beta=\(NumberFormat.text(beta, .shortest)): a gate is never quite 0 or 1; give a number "
          + "between them", at: arguments.place(of: "beta"))
    }
    let scale = arguments.number("scale") ?? LeakyUnit.usualScale
    guard
      let network = LeakyUnit.network(
        cell, units: arguments.integer("units") ?? 1, features: arguments.integer("features") ?? 1,
        beta: beta, scale: scale)
    else {
      throw Mistake(
        "from=ewma needs gates, so an LSTM or a GRU; cell rnn activation=linear w=0.2 v=0.8 x=1,1 "
          + "is an average too", at: arguments.word?.range)
    }
    let bias = LeakyUnit.bias(beta: beta)
    let isLSTM = cell.name == LSTMCell.name
    values["keep.bias"] = .double(bias)
    values["scale"] = .double(scale)
    values["error.bound"] = .double(LeakyUnit.errorBound(scale: scale, greatest: 1))
    let shown = shownNumber(bias)
    notes.append(
      (isLSTM
        ? "The forget gate stands at β by its bias ln(β/(1−β)) = \(shown), the input gate at 1 − β by "
          + "the opposite; c/ε is the average."
        : "The update gate stands at β by its bias ln(β/(1−β)) = \(shown), so 1 − β enters; h/ε is the "
          + "average.")
        + " The candidate is tanh(ε·x) with ε = \(shownNumber(scale)): equal within ε²·max|x|³/3, "
        + "which for values up to 1 is "
        + shownNumber(LeakyUnit.errorBound(scale: scale, greatest: 1)) + ".")
    return (network, "built by hand from an EWMA with β = \(shownNumber(beta))")
  }
}
