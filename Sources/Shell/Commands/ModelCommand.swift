import Grammar
import MarketSeries
import Recurrent
import Reports

/// `model`: the models of the session, one of them, loading and saving.
struct ModelCommand: Command {
  let verb = "model"
  let changesSession = true
  let purpose = "lists the models, shows the layers of one, makes new ones, loads and saves weights"
  let forms = [
    Form(words: [WordParameter("MODEL", .model, .optional)]),
    Form(
      "load", words: [WordParameter("FILE", .file)],
      keys: [
        Key("as", .text, default: "mine", "the name that commands call it by"),
        Key(
          "target", .choice(Target.allCases.map(\.rawValue)), default: "the file's, else level",
          "what its output stands for"),
      ], purpose: "Reads the weights of a recurrent layer, from Keras or PyTorch, as safetensors"),
    Form(
      "save", words: [WordParameter("MODEL", .model), WordParameter("FILE", .file)],
      keys: [
        Key(
          "convention", .choice(WeightsConvention.allCases.map(\.rawValue)), default: "keras",
          "whose names and shapes the file has"),
        Key("overwrite", .yesOrNo, default: "no", "whether a file of that name is replaced"),
      ], purpose: "Writes a model as safetensors"),
    NewModel.form,
    Form(
      "reset", words: [WordParameter("MODEL", .model)],
      purpose: "Brings the shipped weights of that name back"),
  ]
  let examples = [
    Example("model", "every model with its size and origin"),
    Example("model lstm", "layers, shapes and parameter counts of one"),
    Example(
      "model new lstm units=1 init=zeros forget.bias=1.386 as=toy", "a cell to check by hand"),
    Example("model new lstm from=ewma beta=0.8 as=leaky", "a cell that is an EWMA"),
    Example("model load weights.safetensors as=mine", "weights of your own, then gates mine"),
    Example("model save lstm lstm.safetensors convention=torch", "with PyTorch's names"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    switch arguments.selector {
    case "load": return try load(arguments, &session, context)
    case "save": return try save(arguments, &session, context)
    case "new": return try new(arguments, &session)
    case "reset": return try reset(arguments, &session, context)
    default:
      guard let word = arguments.word else { return try list(&session, context) }
      return describe(try session.model(word, context))
    }
  }
}

// MARK: Showing

extension ModelCommand {
  private func list(_ session: inout Session, _ context: CommandContext) throws -> Report {
    var report = Report(title: "The models of this session")
    let models = try session.modelNames.map { try session.model(Word($0, at: 0..<0), context) }
    report.add(
      Table(
        name: "models", columns: ["model", "cell", "units", "features", "parameters", "origin"],
        rows: models.map { model in
          [
            .text(model.name), .text(model.cellTitle), .integer(model.network.cell.units),
            .integer(model.network.cell.features), .integer(model.network.parameterCount),
            .text(model.originText),
          ]
        }))
    report.values["models"] = .integer(models.count)
    return report
  }

  private func describe(_ model: Model) -> Report {
    let network = model.network
    let cell = network.cell
    var report = Report(title: "\(model.name): \(model.cellTitle), \(model.originText)")
    report.values = [
      "parameters": .integer(network.parameterCount),
      "layer.parameters": .integer(network.layerParameterCount),
      "dense.parameters": .integer(network.headParameterCount), "units": .integer(cell.units),
      "features": .integer(cell.features),
      "dense.bias": Value(network.head?.bias),
    ]
    var rows: [[Value]] = cell.parameterShapes.map { shape in
      [
        .text("\(model.cellName)/\(shape.name)"), .text(shapeText(shape.shape)),
        .integer(shape.count),
      ]
    }
    if network.head != nil {
      rows.append(["dense/kernel", .text(shapeText([cell.units, 1])), .integer(cell.units)])
      rows.append(["dense/bias", "(1)", 1])
    }
    report.add(Table(name: "layers", columns: ["layer", "shape", "parameters"], rows: rows))
    report.add(paragraph: sentence(about: model))
    return report
  }

  private func sentence(about model: Model) -> String {
    let network = model.network
    let cell = network.cell
    let head =
      network.head == nil
      ? "no Dense head" : "\(network.headParameterCount) in the Dense head"
    let options: String
    switch model.cellName {
    case "rnn": options = " Activation: \(cell.options.activation.rawValue)."
    case "gru": options = " Reset: \(cell.options.resetAfter ? "after" : "before")."
    default: options = ""
    }
    return "\(count(cell.units, "unit")), \(count(cell.features, "feature")): "
      + "\(count(network.layerParameterCount, "parameter")) in the layer, \(head), "
      + "\(network.parameterCount) in all.\(options)" + forecast(of: model)
  }

  /// What the model predicts, with a blank before it; nothing where there is no head.
  private func forecast(of model: Model) -> String {
    switch (model.network.head, model.target) {
    case (nil, _): ""
    case (_, .level): " Its output is the value asked for: on prices, tomorrow's."
    case (_, .change): " Its output is tomorrow's value minus today's."
    }
  }

  private func shapeText(_ shape: [Int]) -> String {
    "(" + shape.map(String.init).joined(separator: ", ") + ")"
  }
}

// MARK: Making

extension ModelCommand {
  private func new(_ arguments: Arguments, _ session: inout Session) throws -> Report {
    let made = try NewModel(arguments, session)
    session.keep(made.model)
    var report = describe(made.model)
    report.values.merge(made.values)
    for note in made.notes { report.add(paragraph: note) }
    return report
  }
}

// MARK: Files

extension ModelCommand {
  private func load(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard let file = arguments.word else { return Report(title: "") }
    let name = try ModelName.checked(
      arguments.text("as") ?? "mine", at: arguments.place(of: "as"))
    let bytes = try context.read(file.text, limit: FileLimit.weights)
    let loaded: LoadedNetwork
    do {
      loaded = try Network.loading(SafetensorsFile(parsing: bytes))
    } catch {
      throw Mistake("\(printable(file.text)): \(error)", at: file.range)
    }
    let target = arguments.text("target").flatMap(Target.init(rawValue:))
    let model = Model(
      name: name, network: loaded.network,
      target: target ?? WeightsMetadata.target(loaded.metadata),
      origin: .loaded(file: printable(file.text), convention: loaded.convention))
    let lifted = session.liftedClampSentence(named: name)
    session.keep(model)
    var report = describe(model)
    if let lifted { report.add(paragraph: lifted) }
    for note in loaded.notes { report.add(paragraph: note) }
    let features = loaded.network.cell.features
    report.add(
      paragraph: "Every verb takes it by its name: gates \(name) t=42."
        + (features == 1
          ? "" : " It reads \(features) values a day: data load FILE columns=… takes as many."))
    return report
  }

  private func save(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard arguments.words.count == 2 else { return Report(title: "") }
    let model = try session.model(arguments.words[0], context)
    let file = arguments.words[1]
    let convention = arguments.text("convention").flatMap(WeightsConvention.init(rawValue:))
    let weights = try model.network.safetensors(
      convention: convention ?? .keras,
      metadata: [WeightsMetadata.targetKey: model.target.rawValue])
    let bytes = weights.serialized()
    session.request = .write([
      Session.OutputFile(
        path: context.path(file.text), bytes: bytes, overwrite: arguments.flag("overwrite") ?? false
      )
    ])
    var report = Report(title: "\(model.name) is saved")
    report.values["bytes"] = .integer(bytes.count)
    report.add(
      paragraph: "\(printable(file.text)): \(count(bytes.count, "byte")), "
        + "\((convention ?? .keras) == .keras ? "Keras" : "PyTorch") names and shapes.")
    return report
  }

  private func reset(
    _ arguments: Arguments, _ session: inout Session, _ context: CommandContext
  ) throws -> Report {
    guard let word = arguments.word else { return Report(title: "") }
    guard ShippedData.modelNames.contains(word.text) else {
      throw Mistake(
        "only shipped models can be reset: \(ShippedData.modelNames.joined(separator: ", "))",
        at: word.range, hint: nearestWord(to: word.text, among: ShippedData.modelNames))
    }
    let lifted = session.liftedClampSentence(named: word.text)
    _ = session.forgetModel(named: word.text)
    var report = describe(try session.model(word, context))
    if let lifted { report.add(paragraph: lifted) }
    return report
  }
}

/// The names that users may give to models.
enum ModelName {
  /// The name, when commands can call a model by it.
  ///
  /// - Throws: `Mistake` for a name that is empty, long, reserved, or made of other than letters,
  ///   digits, `-` and `_`.
  static func checked(_ name: String, at range: Range<Int>?) throws(Mistake) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard isPlain, (1...32).contains(name.utf8.count), name.first?.isLetter == true else {
      throw Mistake(
        "a model's name begins with a letter and has up to 32 letters, digits, - and _", at: range)
    }
    guard !reserved.contains(name) else {
      throw Mistake("\(name) means something else here; choose another name", at: range)
    }
    return name
  }

  /// Words behind `model` that are no names, and the row of `evaluate` that copies today.
  private static let reserved = ["load", "new", "persistence", "reset", "save"]
}
