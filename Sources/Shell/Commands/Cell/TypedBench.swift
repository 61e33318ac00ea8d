import Grammar
import Recurrent

/// The bench that the keys of `cell` describe, checked.
struct TypedBench {
  let bench: UnitBench
  let inputs: [Double]
  /// Gates of which nothing was typed, with the values they stand at, in the order shown.
  let defaults: [(name: String, value: Double)]
  /// Whether the weight of the state before was typed.
  let hasRecurrentWeight: Bool

  /// What a gate of which nothing is typed stands at: all that comes in is kept, added and shown.
  private static let open: [String: Double] = [
    "input": 1, "forget": 1, "output": 1, "update": 0, "reset": 1,
  ]

  init(_ arguments: Arguments) throws(Mistake) {
    guard let cell = arguments.selector.flatMap(UnitBench.Cell.init(rawValue:)),
      let inputs = arguments.numbers("x")
    else {
      throw Mistake(
        "cell needs what goes in, one number a step: x=1,0,0",
        at: arguments.invocation.range.upperBound..<arguments.invocation.range.upperBound)
    }
    self.inputs = inputs
    var defaults: [(name: String, value: Double)] = []
    var sources: [String: UnitBench.Source] = [:]
    for part in cell.parts {
      if part == "hidden" || part == "candidate" {
        sources[part] = try Self.candidate(part, arguments, steps: inputs.count)
      } else if let source = try Self.gate(part, arguments, steps: inputs.count) {
        sources[part] = source
      } else {
        let value = Self.open[part] ?? 1
        defaults.append((part, value))
        sources[part] = .given([value])
      }
    }
    self.defaults = defaults
    hasRecurrentWeight = arguments.has("v")
    bench = UnitBench(
      cell, sources: sources, outputActivation: arguments.activation("output") ?? .tanh,
      initialHidden: arguments.number("h0") ?? 0, initialCell: arguments.number("c0") ?? 0)
  }

  /// The state of an RNN or the candidate of a gated cell: computed unless its numbers are typed.
  private static func candidate(
    _ part: String, _ arguments: Arguments, steps: Int
  ) throws(Mistake) -> UnitBench.Source {
    if let given = try arguments.given("candidate", steps: steps) {
      try arguments.refuse("w", "v", "b", since: "candidate= gives the candidate itself")
      return .given(given)
    }
    let weights = UnitBench.Weights(
      input: arguments.number("w") ?? 1, recurrent: arguments.number("v") ?? 0,
      bias: arguments.number("b") ?? 0)
    let key = part == "hidden" ? "activation" : "candidate"
    return .computed(weights, arguments.activation(key) ?? .tanh)
  }

  /// A gate that is given or computed; `nil` when nothing was typed of it.
  private static func gate(
    _ name: String, _ arguments: Arguments, steps: Int
  ) throws(Mistake) -> UnitBench.Source? {
    let given = try arguments.given(name, steps: steps)
    let keys = [".w", ".v", ".b"].map { name + $0 }
    guard let typed = keys.first(where: arguments.has) else { return given.map { .given($0) } }
    if given != nil {
      throw Mistake(
        "\(typed)= does not go with \(name)=, which gives the gate itself",
        at: arguments.placeOfKey(typed))
    }
    let numbers = keys.map { arguments.number($0) ?? 0 }
    return .computed(
      .init(input: numbers[0], recurrent: numbers[1], bias: numbers[2]), .sigmoid)
  }
}

extension Arguments {
  /// The squash that a key names; `nil` where it holds numbers or nothing.
  fileprivate func activation(_ key: String) -> Activation? {
    text(key).flatMap(Activation.init(rawValue:))
  }

  /// The numbers that a key gives, one for all steps or one each; `nil` where it holds a word or nothing.
  ///
  /// - Throws: `Mistake` when there are fewer or more than the steps.
  fileprivate func given(_ key: String, steps: Int) throws(Mistake) -> [Double]? {
    guard let numbers = numbers(key) else { return nil }
    guard numbers.count == 1 || numbers.count == steps else {
      throw Mistake(
        "\(key)= has \(count(numbers.count, "value")) for \(count(steps, "step")) of x; give one "
          + "for all steps or one for each", at: place(of: key))
    }
    return numbers
  }
}
