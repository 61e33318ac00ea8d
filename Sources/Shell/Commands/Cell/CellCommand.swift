import Grammar
import Recurrent
import Reports

/// `cell`: a bench of one unit whose weights or gates are typed.
struct CellCommand: Command {
  let verb = "cell"
  let purpose = "runs one unit with typed weights or gates, step by step, with the numbers"
  let forms = [
    Form(
      "rnn",
      keys: BenchKeys.inputs + BenchKeys.weights + [
        Key(
          "activation", .choice(BenchKeys.activations), default: "tanh", "the squash of the sum"),
        BenchKeys.hidden, BenchKeys.step,
      ], purpose: "h = φ(w·x + v·h' + b), where h' is the state before"),
    Form(
      "lstm",
      keys: BenchKeys.inputs + BenchKeys.weights
        + [
          Key(
            "forget", .numbers(0...1), default: "1", "how much of c stays, a number or one a step"),
          Key("input", .numbers(0...1), default: "1", "how much of the candidate enters"),
          Key(
            "output", .choiceOrNumbers(BenchKeys.activations, 0...1), default: "1",
            "how much of c shows; a word is the squash of c on its way out"),
          BenchKeys.candidate,
        ] + ["input", "forget", "output"].flatMap(BenchKeys.weights(of:))
        + [
          Key("c0", BenchKeys.anyNumber, default: "0", "c before the first step"),
          BenchKeys.hidden, BenchKeys.step,
        ],
      purpose: "c = f·c' + i·c̃, h = o·tanh(c). A gate of which nothing is typed stands open"),
    Form(
      "gru",
      keys: BenchKeys.inputs + BenchKeys.weights
        + [
          Key(
            "update", .numbers(0...1), default: "0", "how much of h stays, a number or one a step"),
          Key("reset", .numbers(0...1), default: "1", "how much of h the candidate sees"),
          BenchKeys.candidate,
        ] + ["update", "reset"].flatMap(BenchKeys.weights(of:)) + [
          BenchKeys.hidden, BenchKeys.step,
        ],
      purpose: "h = z·h' + (1 − z)·h̃, h̃ = tanh(w·x + r·v·h' + b). "
        + "With update 0 and reset 1, as when nothing is typed, it is the plain RNN"),
  ]
  let examples = [
    Example("cell rnn w=1 v=0.5 x=1,0,0", "one value comes in and fades"),
    Example(
      "cell lstm forget=1 input=1,0,0,0 x=0.7,0.1,0.9,0.2", "written once, held for three steps"),
    Example("cell gru update=0.5 reset=1 v=0.5 x=1,0", "half of the old state, half of the new"),
    Example(
      "cell lstm forget=0.8 input=0.2 candidate=linear x=1,1,1", "the cell as an EWMA, β = 0.8"),
    Example(
      "cell lstm forget.b=1 forget.w=2 x=1,-1", "a forget gate that is computed from x"),
  ]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let typed = try TypedBench(arguments)
    let step = arguments.integer("step")
    return try session.settings.notation.answer(about: []) {
      try BenchReport(typed, onlyStep: step, notation: $0).report(arguments)
    }
  }
}

/// The keys that the benches share.
enum BenchKeys {
  static let anyNumber = KeyKind.number(
    -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
  static let activations = Activation.allCases.map(\.rawValue)

  static let inputs = [
    Key(
      "x", .numbers(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude),
      "what goes in, one number a step")
  ]
  /// The weights of the candidate, which for the RNN is its state.
  static let weights = [
    Key("w", anyNumber, default: "1", "the weight of x"),
    Key("v", anyNumber, default: "0", "the weight of h, the state before"),
    Key("b", anyNumber, default: "0", "the bias"),
  ]
  static let candidate = Key(
    "candidate", .choiceOrNumbers(activations, KeyKind.anyNumber), default: "tanh",
    "the candidate's squash, or the candidate itself, a number or one a step")
  static let hidden = Key("h0", anyNumber, default: "0", "h before the first step")
  static let step = Key("step", .integer(1...1_000_000), "the equations of this step alone")

  /// The keys that have a gate computed instead of given.
  static func weights(of gate: String) -> [Key] {
    [
      Key("\(gate).w", anyNumber, "the weight of x in \(gate), which is computed then"),
      Key("\(gate).v", anyNumber, "the weight of h there"),
      Key("\(gate).b", anyNumber, "the bias there"),
    ]
  }
}
