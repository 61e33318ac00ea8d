import Grammar
import Recurrent
import Reports

/// `squash`: an activation's value, slope and curve.
struct SquashCommand: Command {
  let verb = "squash"
  let purpose = "shows what an activation makes of a sum, its slope there, and its curve"
  let forms = [
    Form(
      words: [WordParameter("FUNCTION", .choice(SquashCommand.order.map(\.rawValue)))],
      keys: [Key("x", .number(-1_000_000...1_000_000), default: "0", "the sum to squash")])
  ]
  let examples = [
    Example("squash sigmoid x=0.53", "a gate's value and slope for a sum of 0.53"),
    Example("squash tanh x=2.5", "where tanh is flat, little of a gradient passes"),
  ]

  private static let order: [Activation] = [.sigmoid, .tanh, .relu, .leakyrelu, .linear]

  func run(
    _ arguments: Arguments, session: inout Session, context: CommandContext
  ) throws -> Report {
    let activation = arguments.word.flatMap { Activation(rawValue: $0.text) } ?? .sigmoid
    let x = arguments.number("x") ?? 0
    let (value, slope) = (activation.value(at: x), activation.slope(at: x))
    var report = Report(title: "\(activation.rawValue) at x = \(shortNumber(x))")
    report.values = [
      "x": .double(x), "value": .double(value), "slope": .double(slope),
      "slope.max": .double(activation.largestSlope),
    ]
    report.add(equation: equations(of: activation, at: x).joined(separator: "\n"))
    report.add(plot(of: activation, at: x))
    return report
  }

  // MARK: Blocks

  private func equations(of activation: Activation, at x: Double) -> [String] {
    let (value, slope) = (activation.value(at: x), activation.slope(at: x))
    let (number, height) = (bracketedNumber(x), bracketedNumber(value))
    switch activation {
    case .sigmoid:
      return [
        "σ(x) = 1 / (1 + e^−x) = 1 / (1 + e^−\(number)) = \(shortNumber(value))",
        "σ'(x) = σ(x)·(1 − σ(x)) = \(height)·\(shortNumber(1 - value)) = \(shortNumber(slope))",
      ]
    case .tanh:
      return [
        "tanh(x) = (e^x − e^−x) / (e^x + e^−x) = tanh(\(shortNumber(x))) = \(shortNumber(value))",
        "tanh'(x) = 1 − tanh(x)² = 1 − \(height)² = \(shortNumber(slope))",
      ]
    case .relu:
      return [
        "relu(x) = max(0, x) = max(0, \(shortNumber(x))) = \(shortNumber(value))",
        "relu'(x) = 1 above 0, else 0 = \(shortNumber(slope))",
      ]
    case .leakyrelu:
      return [
        "leakyrelu(x) = x from 0 on, 0.3·x below = \(shortNumber(value))",
        "leakyrelu'(x) = 1 above 0, else 0.3 = \(shortNumber(slope))",
      ]
    case .linear:
      return ["linear(x) = x = \(shortNumber(value))", "linear'(x) = 1"]
    }
  }

  private func plot(of activation: Activation, at x: Double) -> LinePlot {
    let end = max(6, abs(x))
    let places = (-60...60).map { Double($0) / 60 * end }
    return LinePlot(
      name: "squash", axis: LinePlot.Axis(x: "x", y: ""),
      series: [
        LinePlot.Series(
          name: activation.rawValue, x: places, y: places.map { activation.value(at: $0) }),
        LinePlot.Series(name: "slope", x: places, y: places.map { activation.slope(at: $0) }),
      ],
      marks: [LinePlot.Mark(x: x, text: "x = \(shortNumber(x))")], caption: activation.boundText)
  }
}

extension Activation {
  /// The largest slope anywhere.
  fileprivate var largestSlope: Double { self == .sigmoid ? 0.25 : 1 }

  /// What the largest slope means for a gradient.
  fileprivate var boundText: String {
    switch self {
    case .sigmoid:
      "The slope is nowhere above 1/4, its value at x = 0: through a sigmoid at most a quarter of a "
        + "gradient passes, and only a weight of 4 or more can make up for it."
    case .tanh:
      "The slope is 1 at x = 0 and below 1 elsewhere: tanh can weaken a gradient, never strengthen it."
    case .relu:
      "The slope is 1 or 0: a gradient passes whole or not at all, and nothing bounds the state."
    case .leakyrelu:
      "The slope is 1 or 0.3: below 0 a part of a gradient still passes."
    case .linear:
      "The slope is 1 everywhere: a gradient passes unchanged, and nothing bounds the state."
    }
  }
}
