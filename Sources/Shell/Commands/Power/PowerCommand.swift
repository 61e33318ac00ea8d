import Grammar
import Recurrent
import Reports

/// `power`: what becomes of V^k, the heart of vanishing and exploding gradients.
struct PowerCommand: Command {
  let verb = "power"
  let purpose =
    "shows what becomes of the powers of a recurrent matrix: they vanish, hold or explode"
  let forms = [
    Form(
      words: [WordParameter("MODEL", .model, .optional)],
      keys: [
        Key("v", .number(-1e6...1e6), "a single recurrent weight"),
        Key("V", .matrix, "a typed matrix; [[a,b],[c,d]] has the rows a,b and c,d"),
        Key("ones", .number(-1e6...1e6), "a matrix with this value everywhere"),
        Key(
          "init", .choice(["keras", "torch"]), "the fresh recurrent matrix of a SimpleRNN"),
        Key("units", .integer(1...PowerSource.mostUnits), default: "50", "size with ones=, init="),
        Key("seed", .integer(0...Int.max), default: "set seed", "of init="),
        Key("gate", .quantity, "the block of an LSTM's or a GRU's recurrent kernel"),
        Key(
          "tau", .integer(1...10_000), default: "50", unit: "states",
          "τ: the powers run from V^0 to V^(τ−1)"),
        Key(
          "activation", .choice(Activation.allCases.map(\.rawValue)), default: "tanh",
          "the squash of the true Jacobian product, shown beside V^k"),
        Key("u", .numbers(-1e6...1e6), default: "1", "input weights of the true product"),
        Key("x", .inputs, default: "0", "inputs of the true product: one for all steps, or τ"),
      ])
  ]
  let examples = [
    Example("power v=0.9 tau=10", "ten states, nine steps between them: 0.9^9"),
    Example("power V=[[0.9, 5], [0, 0.9]] tau=101", "grows first, vanishes in the end"),
    Example("power ones=0.02 units=50", "small entries, and yet it holds"),
    Example("power v=1.1 u=1 x=0.5 tau=10 activation=tanh", "saturation wins over a large weight"),
    Example("power rnn", "the trained SimpleRNN"),
    Example("power lstm gate=forget", "one gate's block of the LSTM's recurrent kernel"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let source = try PowerSource(arguments, &session, context)
    let recurrence = try source.recurrence(arguments)
    let typed = try arguments.located("x")?.inputs(features: source.features)
    let tau = try steps(arguments, typed: typed?.count)
    try checkWork(tau, source, arguments)
    let label = "powers of V"
    func report(_ fraction: Double, of part: ClosedRange<Double>) throws {
      let done = part.lowerBound + fraction * (part.upperBound - part.lowerBound)
      try context.progress(WorkProgress(label: label, fraction: done, detail: "τ = \(tau)"))
    }
    let isTrue = recurrence != nil
    let powers = try MatrixPowers(of: source.matrix, count: tau) {
      try report($0, of: 0...(isTrue ? 0.5 : 1))
    }
    let product = try recurrence.map { recurrence in
      let x = typed ?? [Array(repeating: 0, count: source.features)]
      let inputs = x.count == tau ? x : Array(repeating: x[0], count: tau)
      let norms = try recurrence.jacobianNorms(for: inputs) { try report($0, of: 0.5...1) }
      return TrueProduct(recurrence: recurrence, inputs: inputs, norms: norms)
    }
    return PowerAnswer(source: source, powers: powers, product: product).report()
  }

  /// τ: typed, or as many as there are inputs.
  private func steps(_ arguments: Arguments, typed: Int?) throws(Mistake) -> Int {
    guard let tau = arguments.integer("tau") else {
      guard let typed, typed > 1 else { return 50 }
      guard typed <= 10_000 else {
        throw Mistake(
          "x= takes up to 10000 inputs, here are \(typed)", at: arguments.place(of: "x"))
      }
      return typed
    }
    if let typed, typed != 1, typed != tau {
      throw Mistake(
        "x= has \(typed) inputs, τ = \(tau) asks for \(tau), or for one that stands for all",
        at: arguments.place(of: "x"))
    }
    return tau
  }

  /// Refuses what would keep the machine busy for minutes.
  private func checkWork(
    _ tau: Int, _ source: PowerSource, _ arguments: Arguments
  ) throws(Mistake) {
    let n = source.matrix.size
    let most = max(1, 200_000_000_000 / (n * n * n))
    guard tau > most else { return }
    throw Mistake(
      "tau=\(tau) with \(n) units would take minutes; up to tau=\(most) will do",
      at: arguments.place(of: "tau") ?? arguments.place(of: "units"))
  }
}
