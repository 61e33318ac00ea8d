import Grammar
import Recurrent
import Reports

/// The matrix that `power` was asked about.
struct PowerSource {
  /// Layers and matrices beyond this size would keep the machine busy for too long.
  static let mostUnits = 1024
  /// Beyond this eigenvalues and norms of a single step would be no numbers any more.
  private static let largestEntry = 1e100

  /// What it is: `V = 0.9`, `recurrent kernel of rnn`.
  let title: String
  /// V, which maps the old state to the sums of the new one.
  let matrix: SquareMatrix
  /// How many numbers a step the inputs of the true product have.
  let features: Int
  /// The layer it was taken from, where a SimpleRNN was named.
  private let layer: SimpleRNNCell?
  /// The model's name, where a gated cell was named.
  private let gatedModel: String?

  init(_ arguments: Arguments, _ session: inout Session, _ context: CommandContext) throws {
    try Self.requireOneSource(arguments)
    if !arguments.has("ones"), !arguments.has("init") {
      try arguments.refuse("units", since: "it is the size of ones= or init=")
    }
    if !arguments.has("init") { try arguments.refuse("seed", since: "it is the seed of init=") }
    guard let word = arguments.word else {
      try arguments.refuse("gate", since: "it names a block of a model's kernel")
      try self.init(typed: arguments, seed: session.settings.seed)
      return
    }
    let model = try session.model(word, context)
    let cell = model.network.cell
    guard cell.units <= Self.mostUnits else {
      throw Mistake(
        "\(model.name) has \(cell.units) units; power takes up to \(Self.mostUnits)", at: word.range
      )
    }
    if let layer = cell as? SimpleRNNCell {
      try arguments.refuse("gate", since: "a SimpleRNN has one recurrent matrix and no gates")
      try arguments.refuse("u", since: "\(model.name) has input weights of its own")
      self.init(
        title: "\(model.name)'s recurrent matrix V, \(Self.size(cell.units))",
        matrix: cell.recurrentMatrix(ofBlock: 0), features: cell.features, layer: layer)
      return
    }
    let block = try Self.block(arguments, of: model, at: word.range)
    self.init(
      title: "\(model.name)'s \(type(of: cell).blocks[block]) block of U, \(Self.size(cell.units))",
      matrix: cell.recurrentMatrix(ofBlock: block), features: cell.features, gated: model.name)
  }

  private init(
    title: String, matrix: SquareMatrix, features: Int = 1, layer: SimpleRNNCell? = nil,
    gated: String? = nil
  ) {
    (self.title, self.matrix, self.features) = (title, matrix, features)
    (self.layer, gatedModel) = (layer, gated)
  }

  // MARK: Typed matrices

  /// v=, V=, ones= or init=, of which one was typed.
  private init(typed arguments: Arguments, seed: Int) throws(Mistake) {
    let units = arguments.integer("units") ?? 50
    if let v = arguments.number("v") {
      self.init(title: "V = \(shortNumber(v))", matrix: SquareMatrix(size: 1, repeating: v))
    } else if let value = arguments.number("ones") {
      self.init(
        title: "V = \(shortNumber(value)) everywhere, \(Self.size(units))",
        matrix: SquareMatrix(size: units, repeating: value))
    } else if let typed = arguments.located("V"), case .matrix(let rows) = typed.literal {
      guard rows.count <= Self.mostUnits else {
        throw Mistake(
          "V has \(rows.count) rows; power takes up to \(Self.mostUnits)", at: typed.range)
      }
      guard let matrix = SquareMatrix(rows: rows) else {
        throw Mistake(
          "V has \(count(rows.count, "row")) of \(count(rows.first?.count ?? 0, "number")); powers "
            + "need a square matrix", at: typed.range)
      }
      guard matrix.largestMagnitude <= Self.largestEntry else {
        throw Mistake("V holds a number beyond 1e100", at: typed.range)
      }
      self.init(title: "V, \(Self.size(matrix.size))", matrix: matrix)
    } else {
      let scheme = arguments.text("init").flatMap(InitialWeights.init(rawValue:)) ?? .keras
      let seed = arguments.integer("seed") ?? seed
      let network = Network(SimpleRNNCell.self, units: units, scheme: scheme, seed: UInt64(seed))
      let library = scheme == .keras ? "Keras" : "PyTorch"
      self.init(
        title: "V of a fresh \(library) SimpleRNN, \(Self.size(units)), seed \(seed)",
        matrix: network.cell.recurrentMatrix(ofBlock: 0))
    }
  }

  private static func size(_ units: Int) -> String { "\(units) × \(units)" }

  /// Refuses a call that names no matrix, or two.
  private static func requireOneSource(_ arguments: Arguments) throws(Mistake) {
    let keys = ["v", "V", "ones", "init"].filter(arguments.has)
    switch (arguments.word, keys.first) {
    case (nil, nil):
      throw Mistake(
        "power needs a matrix: v=0.9, V=[[0.5, 0.2], [0, 0.9]], ones=0.02, init=keras, or a model",
        at: arguments.invocation.verb.range)
    case (let word?, let key?):
      throw Mistake(
        "\(word.text) and \(key)= both name a matrix; keep one", at: arguments.placeOfKey(key))
    default:
      guard keys.count > 1 else { return }
      throw Mistake(
        "\(keys[0])= and \(keys[1])= both name a matrix; keep one",
        at: arguments.placeOfKey(keys[1]))
    }
  }

  /// The block of a gated cell that `gate=` names.
  private static func block(
    _ arguments: Arguments, of model: Model, at range: Range<Int>
  ) throws(Mistake) -> Int {
    let cell = model.network.cell
    let blocks = type(of: cell).blocks
    let names = blocks.joined(separator: ", ")
    guard let name = arguments.text("gate") else {
      throw Mistake(
        "\(model.name) has a recurrent matrix for each gate; name one with gate=: \(names)",
        at: range)
    }
    let place = arguments.place(of: "gate")
    let quantity = try QuantityNames.quantity(name, of: cell.quantities, in: model, at: place)
    guard let block = blocks.firstIndex(of: quantity.name) else {
      throw Mistake(
        "\(quantity.name) has no recurrent matrix of its own; \(names) have", at: place,
        hint: nil)
    }
    return block
  }

  // MARK: The true product

  /// The recurrence whose Jacobians are multiplied; nil where none was asked for.
  func recurrence(_ arguments: Arguments) throws(Mistake) -> PlainRecurrence? {
    guard ["activation", "u", "x"].contains(where: arguments.has) else { return nil }
    if let gatedModel {
      try arguments.refuse(
        "activation", "u", "x",
        since: "gradient \(gatedModel) follows a gated cell through its gates")
    }
    let activation = arguments.text("activation").flatMap(Activation.init(rawValue:))
    if let layer { return PlainRecurrence(layer, activation: activation) }
    let typed = arguments.numbers("u") ?? [1]
    guard typed.count == 1 || typed.count == matrix.size else {
      throw Mistake(
        "u= has \(count(typed.count, "number")); it takes one, or \(matrix.size), one a unit",
        at: arguments.place(of: "u"))
    }
    let weights =
      typed.count == matrix.size ? typed : Array(repeating: typed[0], count: matrix.size)
    return PlainRecurrence(
      recurrentMatrix: matrix, inputWeights: weights.map { [$0] },
      bias: Array(repeating: 0, count: matrix.size), activation: activation ?? .tanh)
  }
}
